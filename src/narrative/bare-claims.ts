import type { PlacedWording } from '../figures/claims/claim.ts';
import { judge } from '../figures/claims/judge.ts';
import { findClaims } from '../figures/claims/parse.ts';
import { INDICATORS } from '../figures/registry.ts';
import { NBSP } from '../french/number.ts';
import { foldAccents, tokenize } from '../french/tokens.ts';
import type { AttributeValue } from './attributes.ts';
import { subjectOf } from './claim-tag.ts';
import type { Print } from './print-tag.ts';
import type { Readable } from './readable.ts';
import type { Remark } from './remark.ts';
import { sentenceAt, sentenceBounds } from './sentence.ts';
import { askFigure, type Vocabulary } from './vocabulary.ts';

/** Claims typed as plain words, outside tags and quotations: nothing would check them. */
export function bareClaims(readable: Readable, vocabulary: Vocabulary, print: Print): Remark[] {
  return findClaims(readable.own)
    .filter((claim) => isAssertion(claim, readable.own))
    .map((claim) => ({
      ...readable.locate(claim.start),
      severity: 'error',
      message: `constat écrit à la main «${NBSP}${claim.text}${NBSP}»`,
      value: sentenceAt(readable, claim.start, print),
      expected: 'une balise, qui vérifie les mots à chaque construction',
      remedy: claim.negated
        ? 'dites ce qui est, et non ce qui n’est pas\u00A0: une négation ne se vérifie pas'
        : `écrivez ${tagToPaste(claim, readable, vocabulary)}`,
    }));
}

const NOUNS = new Set(
  INDICATORS.flatMap(({ noun }) => [noun.singular, noun.plural].map((text) => foldAccents(text.split(' ')[0] ?? ''))),
);

/** True when the words say something of a number that is measured: « près de dix ans » does not. */
function isAssertion({ claim, text, start, end }: PlacedWording, sentence: string): boolean {
  const next = tokenize(sentence.slice(end, end + 40))[0];
  const counts = next?.kind === 'word' && NOUNS.has(next.key);
  switch (claim.form) {
    case 'amount':
      if (claim.bound === 'plain') return claim.quantity.kind === 'share' && claim.quantity.wording === 'words';
      return claim.quantity.kind === 'share' || counts;
    case 'between':
      return claim.high.kind === 'share' || counts;
    case 'multiple':
      // « trois fois par an » and « des doubles » multiply nothing.
      return claim.bound !== 'plain' || !/fois$|^(doubl|tripl|quadrupl)es?$/i.test(text);
    case 'trend':
      // « réduire l’écart » is an aim, « un emploi stable » a kind of job.
      return (
        !/(er|ant)$|^(se )?rédui/i.test(text) && !(/^stable/i.test(text) && /emplois? $/.test(sentence.slice(0, start)))
      );
    default:
      return true;
  }
}

/** The tag that would say the same, with the figure that makes it true when one of those around does. */
function tagToPaste(claim: PlacedWording, readable: Readable, vocabulary: Vocabulary): string {
  const candidates = figuresAround(claim, readable);
  const best = candidates.find((values) => isTrueOf(claim, values, vocabulary)) ?? candidates[0];
  const values = best ?? new Map<string, AttributeValue>([['de', '…']]);
  const attributes = [...values].filter(([name]) => !['est', 'depuis', 'par', 'nom'].includes(name));
  if (readable.takesTags)
    return `<Constat ${[...attributes, ['est', claim.text] as const].map(([name, value]) => `${name}="${value}"`).join(' ')} />`;
  const [, ...rest] = attributes;
  return `[[${[values.get('de'), ...rest.map(([name, value]) => `${name}=${value}`), `est="${claim.text}"`].join(' ')}]]`;
}

/** Figures that the paragraph names, the nearest first, then those whose noun the sentence holds. */
function figuresAround(claim: PlacedWording, { mentions, own }: Readable): ReadonlyMap<string, AttributeValue>[] {
  const named = mentions
    .filter(({ name }) => name === 'Chiffre' || name === 'Constat')
    .toSorted((a, b) => Math.abs(a.at - claim.start) - Math.abs(b.at - claim.start))
    .map(({ values }) => values);
  const [from, to] = sentenceBounds(own, claim.start);
  const words = new Set(tokenize(own.slice(from, to)).map(({ key }) => key));
  const spoken = INDICATORS.filter(
    ({ noun, kind }) => kind === 'count' && [noun.singular, noun.plural].some((text) => words.has(foldAccents(text))),
  ).map(({ id }) => new Map<string, AttributeValue>([['de', id]]));
  return [...named, ...spoken];
}

function isTrueOf(claim: PlacedWording, values: ReadonlyMap<string, AttributeValue>, vocabulary: Vocabulary): boolean {
  const answer = askFigure(values, vocabulary);
  const subject = answer.ok && subjectOf(answer.figure, new Map(), vocabulary);
  return subject !== false && subject.ok && judge(claim, subject.value).outcome === 'true';
}
