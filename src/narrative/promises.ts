import { findIndicator } from '../figures/registry.ts';
import { NBSP } from '../french/number.ts';
import type { Print } from './print-tag.ts';
import type { Mention, Readable } from './readable.ts';
import { PLACEHOLDER } from './readable-writer.ts';
import type { Remark } from './remark.ts';
import { sentenceAt } from './sentence.ts';

/** A word that says more than the indicator beside it measures. */
interface Overstatement {
  readonly applies: (indicator: string) => boolean;
  readonly words: RegExp;
  readonly why: string;
  readonly instead: (indicator: string) => string;
}

const nounOf = (indicator: string): string => findIndicator(indicator)?.noun.plural ?? '';
const isCountOfCourses = (indicator: string): boolean => {
  const known = findIndicator(indicator);
  return known?.material === 'records' && ['entrée', 'sortie', 'parcours en cours'].includes(known.noun.singular);
};

const PROMISES: readonly Overstatement[] = [
  {
    applies: isCountOfCourses,
    words: /(?<!\p{L})(?:personnes?|stagiaires?|bénéficiaires?|apprenants?|individus?)(?!\p{L})/giu,
    why: 'ce chiffre compte des parcours, et une même personne peut en suivre plusieurs',
    instead: (indicator) => (nounOf(indicator) === 'entrées' ? 'entrées en formation' : nounOf(indicator)),
  },
  {
    applies: (indicator) => indicator.startsWith('taux_issue_positive') || indicator === 'issues_positives',
    words: /(?<!\p{L})(?:insertions?|insérée?s?|emplois?|embauches?|embauchée?s?)(?!\p{L})/giu,
    why: 'une issue positive peut être une formation qualifiante\u00A0: ce n’est pas l’emploi',
    instead: () => 'issue positive',
  },
  {
    applies: (indicator) => /^(taux_achevement|achevements)/.test(indicator),
    words: /(?<!\p{L})(?:réussites?|réussi(?:e|s|es|ssent|t)?|diplômée?s?|succès)(?!\p{L})/giu,
    why: 'achever un parcours n’est pas obtenir un titre',
    instead: () => 'achèvement',
  },
];

/** Words on either side of a figure that are taken to be about it. */
const REACH = 6;

/** Words that promise more than the figure beside them says. */
export function promisingWords(readable: Readable, print: Print): Remark[] {
  return readable.mentions.flatMap((mention) => {
    const indicator = String(mention.values.get('de') ?? '');
    return PROMISES.filter(({ applies }) => applies(indicator)).flatMap((promise) =>
      wordsBeside(mention, readable, promise.words).map(
        ({ word, at }): Remark => ({
          ...readable.locate(at),
          severity: 'error',
          message: `«${NBSP}${word}${NBSP}» promet plus que ce que mesure «${NBSP}${indicator}${NBSP}»`,
          value: sentenceAt(readable, at, print),
          expected: `«${NBSP}${promise.instead(indicator)}${NBSP}»${NBSP}: ${promise.why}`,
          remedy:
            'employez le mot de l’indicateur\u202F; le mot d’une source se cite dans <Publie> ou entre guillemets',
        }),
      ),
    );
  });
}

interface Found {
  readonly word: string;
  readonly at: number;
}

/** Words of a kind near a mention, in the same clause, or between its tags. */
function wordsBeside({ at, body }: Mention, { own }: Readable, words: RegExp): Found[] {
  const inBody = [...body.matchAll(words)].map(({ 0: word }) => ({ word, at }));
  const before = clauseBefore(own.slice(0, at));
  const after = clauseAfter(own.slice(at + 1));
  const beside = (text: string, offset: number): Found[] =>
    [...text.matchAll(words)].map(({ 0: word, index }) => ({ word, at: offset + index }));
  return [...inBody, ...beside(before, at - before.length), ...beside(after, at + 1)];
}

/** Another mention ends a clause, as punctuation does. */
const BREAK = new RegExp(`[.;:!?,()${PLACEHOLDER}]`, 'u');
const clauseBefore = (text: string): string =>
  new RegExp(`(?:\\S+\\s+){0,${REACH}}\\S*$`, 'u').exec(text.split(BREAK).at(-1) ?? '')?.[0] ?? '';
const clauseAfter = (text: string): string =>
  new RegExp(`^\\S*(?:\\s+\\S+){0,${REACH}}`, 'u').exec(text.split(BREAK, 1)[0] ?? '')?.[0] ?? '';
