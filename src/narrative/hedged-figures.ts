import { BOUNDS, readPhrase } from '../figures/claims/phrases.ts';
import { suggest } from '../figures/claims/suggest.ts';
import { NBSP } from '../french/number.ts';
import { tokenize } from '../french/tokens.ts';
import { subjectOf } from './claim-tag.ts';
import type { Print } from './print-tag.ts';
import type { Mention, Readable } from './readable.ts';
import type { Remark } from './remark.ts';
import { sentenceAt } from './sentence.ts';
import { askFigure, type Vocabulary } from './vocabulary.ts';

/** Bounds that an exact number contradicts: it is not « plus de » itself. */
const CONTRADICTED = ['above', 'below', 'near', 'justAbove'];

/** « plus de » or « près de » before a figure, which is exact, or outside the claim that would check it: the words would be false. */
export function hedgedFigures(readable: Readable, vocabulary: Vocabulary, print: Print): Remark[] {
  return readable.mentions.flatMap((mention): Remark[] => {
    const isBound = mention.name === 'Constat';
    const hedge = isBound || mention.name === 'Chiffre' ? hedgeBefore(readable.own.slice(0, mention.at)) : null;
    if (!hedge) return [];
    const instead = isBound ? undefined : roundWords(mention, vocabulary);
    return [
      {
        ...readable.locate(hedge.start),
        severity: 'error',
        message: `«${NBSP}${hedge.text}${NBSP}» devant ${isBound ? 'un constat' : 'un chiffre exact'}`,
        value: sentenceAt(readable, mention.at, print),
        expected: isBound
          ? 'ces mots dans le constat, qui les vérifie'
          : 'le chiffre seul, ou un constat sur un nombre rond',
        remedy: isBound
          ? `mettez «${NBSP}${hedge.text}${NBSP}» au début de est`
          : instead
            ? `retirez ces mots, ou écrivez un constat\u00A0: est=${readable.quote}${instead}${readable.quote}`
            : 'retirez ces mots, ou écrivez un constat',
      },
    ];
  });
}

/** The bound that ends a text, or `null`. */
function hedgeBefore(text: string): { readonly start: number; readonly text: string } | null {
  const tokens = tokenize(text);
  for (let start = Math.max(0, tokens.length - LONGEST); start < tokens.length; start++) {
    const phrase = readPhrase(tokens, start, BOUNDS);
    const from = tokens[start]?.start ?? 0;
    if (phrase?.next === tokens.length && CONTRADICTED.includes(phrase.value))
      return { start: from, text: text.slice(from).trim() };
  }
  return null;
}

/** Words in the longest bound. */
const LONGEST = 4;

function roundWords({ values }: Mention, vocabulary: Vocabulary): string | undefined {
  const answer = askFigure(values, vocabulary);
  if (!answer.ok) return undefined;
  const subject = subjectOf(answer.figure, new Map(), vocabulary);
  if (!subject.ok) return undefined;
  const said = { kind: 'number', value: 0, step: 1, wording: 'digits', noun: '' } as const;
  return suggest({ form: 'amount', bound: 'plain', quantity: said }, subject.value)[0];
}
