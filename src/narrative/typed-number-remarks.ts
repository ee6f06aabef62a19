import type { Figure } from '../figures/figure.ts';
import { dimensionsOf } from '../figures/slice.ts';
import { NBSP } from '../french/number.ts';
import { findQuantities, type Quantity } from '../french/quantity.ts';
import { foldAccents, tokenize } from '../french/tokens.ts';
import { assertionsIn } from './bare-claims.ts';
import type { Print } from './print-tag.ts';
import type { Readable } from './readable.ts';
import type { Remark } from './remark.ts';
import { sentenceAt } from './sentence.ts';
import { formFor, tagFor } from './tag-for.ts';
import { findNumbers, type TypedNumber } from './typed-numbers.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Most tags a message proposes. */
const MOST = 3;

/**
 * Numbers typed by hand in a readable text, each with the figures that have its value, ready to paste. Those that an
 * assertion typed by hand holds are spoken of with it.
 */
export function typedNumbers(readable: Readable, vocabulary: Vocabulary, print: Print): Remark[] {
  const claims = assertionsIn(readable.own);
  const isClaimed = ({ start, end }: TypedNumber): boolean =>
    claims.some((claim) => claim.start < end && start < claim.end);
  const typed = findNumbers(readable.own, vocabulary.free).typed.filter((number) => !isClaimed(number));
  return typed.map((number) => ({
    ...readable.locate(number.start),
    severity: 'error',
    message: `nombre saisi à la main «${NBSP}${number.text}${NBSP}»`,
    value: sentenceAt(readable, number.start, print),
    expected: 'une balise qui le calcule ou qui cite sa source',
    remedy: remedyFor(number, readable, vocabulary),
  }));
}

/** Below this, a number is equal to some figure or other by chance: only the noun after it tells which. */
const LEAST_TELLING = 100;

function remedyFor(number: TypedNumber, { own, takesTags }: Readable, vocabulary: Vocabulary): string {
  const counted = tokenize(own.slice(number.end, number.end + 40))[0]?.key;
  const isLikely = (figure: Figure): boolean =>
    number.kind !== 'number' || number.value >= LEAST_TELLING || foldAccents(figure.unit).split(' ')[0] === counted;
  const tags = [
    ...matchingFigures(number, vocabulary)
      .filter(isLikely)
      .map((figure) => (takesTags ? tagFor(figure, vocabulary.defaultYear) : formFor(figure, vocabulary.defaultYear))),
    ...matchingSources(number, vocabulary).map((ref) =>
      takesTags ? `<Publie ref="${ref}" />` : `[[publie ref=${ref}]]`,
    ),
  ].slice(0, MOST);
  if (tags.length > 0) return `collez, si c’est ce chiffre\u00A0: ${tags.join(' ou ')}`;
  return takesTags
    ? `cherchez-le avec npm run figures, ajoutez sa source à data/publies.csv, ou déclarez-le\u00A0: <NombreLibre raison="…">${number.text}</NombreLibre>`
    : 'cherchez-le avec npm run figures, ou ajoutez sa source à data/publies.csv';
}

/** Registered figures whose value prints as the number does, the widest slices first. */
export function matchingFigures(quantity: Quantity, { registered, defaultYear }: Vocabulary): readonly Figure[] {
  return [...registered()]
    .filter((figure) => hasValue(figure, quantity))
    .toSorted((a, b) => rank(a, defaultYear) - rank(b, defaultYear) || (a.id < b.id ? -1 : 1));
}

const rank = ({ slice }: Figure, defaultYear: number): number =>
  2 * dimensionsOf(slice).length + (slice.annee === defaultYear ? 0 : 1);

/** The kind of quantity that a figure is, by its unit. */
const KINDS: Readonly<Record<string, Quantity['kind']>> = {
  fraction: 'share',
  points: 'points',
  fois: 'times',
  euros: 'euros',
};

function hasValue({ value, unit }: Figure, quantity: Quantity): boolean {
  if (value === null || (KINDS[unit] ?? 'number') !== quantity.kind) return false;
  return Math.abs(value - quantity.value) <= quantity.step / 2 + 1e-9;
}

const matchingSources = (quantity: Quantity, { published }: Vocabulary): readonly string[] =>
  [...published]
    .filter(([, { text }]) =>
      findQuantities(text).some(({ kind, value }) => kind === quantity.kind && value === quantity.value),
    )
    .map(([ref]) => ref);
