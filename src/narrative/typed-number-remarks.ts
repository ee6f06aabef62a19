import { NBSP } from '../french/number.ts';
import { findQuantities, type Quantity } from '../french/quantity.ts';
import { assertionsIn } from './bare-claims.ts';
import { freeNumberFaults } from './free-number.ts';
import { likelyFigures } from './likely-figures.ts';
import { LEAST_TELLING } from './matching-figures.ts';
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

function remedyFor(number: TypedNumber, readable: Readable, vocabulary: Vocabulary): string {
  const { own, takesTags } = readable;
  const isTelling = number.kind !== 'number' || number.value >= LEAST_TELLING;
  const offer = takesTags ? tagFor : formFor;
  const figures = likelyFigures(number, own, vocabulary);
  const tags = [
    ...figures.map((figure) => offer(figure, vocabulary.defaultYear)),
    ...(isTelling ? matchingSources(number, vocabulary) : []).map((ref) =>
      takesTags ? `<Publie ref="${ref}" />` : `[[publie ref=${ref}]]`,
    ),
  ].slice(0, MOST);
  const free = freeTag(number, readable, vocabulary);
  const several =
    figures.length > 1 ? `${figures.length} chiffres ont cette valeur et ne disent pas la même chose\u202F; ` : '';
  if (tags.length > 0)
    return `${several}collez, si c’est ce chiffre\u00A0: ${tags.join(' ou ')}\u202F; sinon, ajoutez sa source à data/publies.csv${free ? `, ou déclarez-le\u00A0: ${free}` : ''}`;
  return free
    ? `cherchez-le avec npm run figures, ajoutez sa source à data/publies.csv, ou déclarez-le\u00A0: ${free}`
    : 'cherchez-le avec npm run figures, ou ajoutez sa source à data/publies.csv';
}

/** The tag that declares a number free, where one can stand and would be accepted. */
function freeTag(
  { text, start, end }: TypedNumber,
  { own, takesTags }: Readable,
  vocabulary: Vocabulary,
): string | null {
  const [, noun = ''] = /^([\s\u00A0\u202F]\p{L}+)/u.exec(own.slice(end)) ?? [];
  const isRefused = freeNumberFaults(own.slice(start, end) + noun, vocabulary).length > 0;
  return takesTags && !isRefused ? `<NombreLibre raison="…">${text}</NombreLibre>` : null;
}

const matchingSources = (quantity: Quantity, { published }: Vocabulary): readonly string[] =>
  [...published]
    .filter(([, { text }]) =>
      findQuantities(text).some(({ kind, value }) => kind === quantity.kind && value === quantity.value),
    )
    .map(([ref]) => ref);
