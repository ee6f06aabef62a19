import { NBSP } from '../french/number.ts';
import type { Print } from './print-tag.ts';
import type { Readable } from './readable.ts';
import type { Remark } from './remark.ts';
import { sentenceAt } from './sentence.ts';

/** What the plan counts, and is compared. */
const COUNTED = '(?:entrées|sorties|places|achèvements|parcours)';

/** Words that weigh a number without saying it, then those that compare two numbers without saying which. */
const WORDS = [
  '(?:(?:large |grande |forte |écrasante )?majorité|majoritaire(?:s|ment)?|minorité|la plupart|(?:quasi-)?totalité|beaucoup|forte(?:s|ment)?)',
  '(?:nombreu(?:x|ses?)|massi(?:f|fs|ve|ves|vement)|considérable(?:s|ment)?|spectaculaire(?:s|ment)?|largement|nettement|sensiblement)',
  '(?:des|plusieurs|quelques) (?:dizaines|centaines|milliers|millions)',
  `(?:davantage d(?:e |[’'])${COUNTED}|(?:plus|moins|autant) d(?:e |[’'])${COUNTED} qu(?:e|[’']))`,
  "(?:(?:plus|moins) souvent|(?:plus|moins) (?:élevée?s?|basse?s?|forts?|faibles?|hauts?|hautes?) qu(?:e|[’'])|(?:supérieur|inférieur)e?s? (?:à|au|aux))",
  "(?:devance(?:nt)?|surpasse(?:nt)?|grimpe(?:nt)?|bondi(?:t|ssent)|explose(?:nt)?|chute(?:nt)?|plonge(?:nt)?|fléchi(?:t|ssent)|s[’'](?:effondre(?:nt)?|accroît|accroissent)|croît|croissent)",
  '(?:doublement|triplement|quadruplement)',
  '(?:sans précédent|historiques?|jamais autant|nulle part ailleurs|presque tou(?:s|tes)|majeure partie|minoritaires?|se comptent par)',
  "(?:s[’'](?:envole(?:nt)?|améliore(?:nt)?)|dégringole(?:nt)?|plafonne(?:nt)?|stagne(?:nt)?|régresse(?:nt)?|se (?:tasse(?:nt)?|dégrade(?:nt)?))",
  `(?:(?:progression|augmentation|croissance|recul|repli|essor|gros) (?:des ${COUNTED}|du taux|de la part)|l[’']essentiel des ${COUNTED})`,
  "(?:ferme(?:nt)? la marche|bon(?:ne)?s? derni(?:er|ère)s?|numéro un|(?:première|deuxième|troisième|dernière) place(?!s)|(?:fait|font) mieux que|l[’']emporte(?:nt)? sur|meilleure?s? que)",
];
const WEAK = new RegExp(`(?<![\\p{L}’'-])(?:${WORDS.join('|')})(?:(?<=[’'])|(?!\\p{L}))`, 'giu');

const WEAK_WORD = 'mot vague';

/** Whether a remark is about a weak word: they are counted. */
export const isWeakWord = ({ message }: Pick<Remark, 'message'>): boolean => message.startsWith(WEAK_WORD);

/** Words that suggest a number that nobody can check: warnings, for the author to weigh. */
export function weakWords(readable: Readable, print: Print): Remark[] {
  return [...readable.own.matchAll(WEAK)].map(({ index, 0: word }) => ({
    ...readable.locate(index),
    severity: 'warning',
    message: `${WEAK_WORD} «${NBSP}${word}${NBSP}»`,
    value: sentenceAt(readable, index, print),
    expected: 'un nombre, ou un constat qui se vérifie',
    remedy: 'dites combien, ou retirez le mot',
  }));
}
