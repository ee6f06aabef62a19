import { isChange } from '../figures/changes.ts';
import type { PlacedWording } from '../figures/claims/claim.ts';
import { judge } from '../figures/claims/judge.ts';
import { findClaims } from '../figures/claims/parse.ts';
import type { Verdict } from '../figures/claims/subject.ts';
import { INDICATORS } from '../figures/registry.ts';
import { NBSP } from '../french/number.ts';
import { foldAccents, tokenize } from '../french/tokens.ts';
import { admitNumbers } from './admitted-numbers.ts';
import type { AttributeValue } from './attributes.ts';
import { subjectOf } from './claim-tag.ts';
import type { Print } from './print-tag.ts';
import type { Readable } from './readable.ts';
import type { Remark } from './remark.ts';
import { sentenceAt, sentenceBounds } from './sentence.ts';
import { isSliceKey } from './slice-key.ts';
import { longWords, wordsOf } from './spoken-words.ts';
import { TAGS } from './tags.ts';
import { askFigure, type Vocabulary } from './vocabulary.ts';

/** The assertions about numbers that words make, outside tags and quotations. */
export const assertionsIn = (own: string): readonly PlacedWording[] =>
  findClaims(own).filter((claim) => isAssertion(claim, own));

/** Claims typed as plain words, outside tags and quotations: nothing would check them. */
export function bareClaims(readable: Readable, vocabulary: Vocabulary, print: Print): Remark[] {
  const isFreed = freedIn(readable.own, vocabulary);
  const claims = assertionsIn(readable.own).filter((claim) => !isFreed(claim));
  return claims.map((claim) => ({
    ...readable.locate(claim.start),
    severity: 'error',
    message: `constat écrit à la main «${NBSP}${claim.text}${NBSP}»`,
    value: sentenceAt(readable, claim.start, print),
    expected: 'une balise, qui vérifie les mots à chaque construction',
    remedy: claim.negated
      ? 'dites ce qui est, et non ce qui n’est pas\u00A0: une négation ne se vérifie pas'
      : tagToPaste(claim, readable, vocabulary),
  }));
}

/**
 * Tells the claims that a wording of the settings holds, with words around them and nothing that is counted: « baisse de
 * tension » may be declared, « baisse » or « baisse des entrées » may not.
 */
function freedIn(own: string, { free }: Vocabulary): (claim: PlacedWording) => boolean {
  const freed = admitNumbers(own, { names: [], wordings: free.wordings }, () => false).admitted.filter(
    ({ admission, start, end }) =>
      admission === 'libre' && !tokenize(own.slice(start, end)).some(({ key }) => NOUNS.has(key)),
  );
  return (claim) =>
    freed.some(({ start, end }) => start <= claim.start && claim.end <= end && end - start > claim.end - claim.start);
}

const NOUNS = new Set(
  INDICATORS.flatMap(({ noun }) => [noun.singular, noun.plural].map((text) => foldAccents(text.split(' ')[0] ?? ''))),
);

/** Words that open a span of time. */
const SPANS = new Set(['en', 'entre', 'depuis']);

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
      // « trois fois par an » and « des doubles » multiply nothing; « double en un an » does.
      if (claim.bound === 'plain' && /^(doubl|tripl|quadrupl)e$/i.test(text)) return SPANS.has(next?.key ?? '');
      return claim.bound !== 'plain' || !/fois$|^(doubl|tripl|quadrupl)es$/i.test(text);
    case 'trend':
      // « réduire l’écart » is an aim, « un emploi stable » a kind of job.
      return (
        !/(er|ant)$|^(se )?rédui/i.test(text) && !(/^stable/i.test(text) && /emplois? $/.test(sentence.slice(0, start)))
      );
    default:
      return !/en-têtes?/i.test(text);
  }
}

/** To write the tag that would say the same, with the figure that makes it true when one of those around does. */
function tagToPaste(claim: PlacedWording, readable: Readable, vocabulary: Vocabulary): string {
  const outcome = (values: Values): Verdict['outcome'] => outcomeOf(claim, values, vocabulary);
  const named = figuresNamed(claim, readable);
  const best =
    named.find((values) => outcome(values) === 'true') ??
    [...named, ...figuresSpoken(claim, readable, vocabulary)].find((values) => outcome(values) !== 'refused');
  const { de = '…', ...slice } = Object.fromEntries(
    [...(best ?? [])].filter(([name]) => name === 'de' || !(name in OWN_ATTRIBUTES)),
  );
  const est = `est=${readable.quote}${claim.text.replaceAll("'", '’')}${readable.quote}`;
  const pairs = Object.entries(slice);
  const tag = readable.takesTags
    ? `<Constat ${[`de="${de}"`, ...pairs.map(([name, value]) => `${name}="${value}"`), est].join(' ')} />`
    : `[[${[de, ...pairs.map(([name, value]) => `${name}=${value}`), est].join(' ')}]]`;
  return best
    ? `écrivez ${tag}`
    : `cherchez le chiffre avec npm run figures, puis écrivez ${tag}\u202F; si l’expression ne mesure rien («${NBSP}baisse de tension${NBSP}»), inscrivez-la entière dans nombres_libres, de data/reglages.yaml`;
}

/** Attributes of a tag that say how it is written, and not which figure it is. */
const OWN_ATTRIBUTES: Readonly<Record<string, true>> = Object.fromEntries(
  TAGS.flatMap(({ attributes }) => Object.keys(attributes))
    .filter((name) => !isSliceKey(name))
    .map((name) => [name, true]),
);

type Values = ReadonlyMap<string, AttributeValue>;

/** Figures that the paragraph names, the nearest first. */
const figuresNamed = (claim: PlacedWording, { mentions }: Readable): readonly Values[] =>
  mentions
    .filter(({ name }) => name === 'Chiffre' || name === 'Constat')
    .toSorted((a, b) => Math.abs(a.at - claim.start) - Math.abs(b.at - claim.start))
    .map(({ values }) => values);

/** Indicators that the sentence names, by all the long words of their label or by what they count, where it says. */
function figuresSpoken(claim: PlacedWording, { own, slice }: Readable, { dimensions }: Vocabulary): readonly Values[] {
  const words = wordsOf(own.slice(...sentenceBounds(own, claim.start)));
  const isSaid = (text: string): boolean =>
    longWords(text).length > 0 && longWords(text).every((word) => words.has(word));
  const sound = INDICATORS.filter((indicator) => !isChange(indicator));
  const byLabel = sound
    .filter(({ label }) => isSaid(label))
    .toSorted((a, b) => longWords(b.label).length - longWords(a.label).length);
  const byNoun = sound.filter(({ kind, noun }) => kind === 'count' && (isSaid(noun.singular) || isSaid(noun.plural)));
  const basins = dimensions.get('bassin')?.values.filter(({ label }) => isSaid(label)) ?? [];
  // Of several basins, one tag could not speak.
  if (basins.length > 1) return [];
  const basin = basins.map(({ id }): [string, AttributeValue] => ['bassin', id]);
  return [...byLabel, ...byNoun].map(({ id }) => new Map([['de', id], ...basin, ...slice]));
}

function outcomeOf(
  claim: PlacedWording,
  values: ReadonlyMap<string, AttributeValue>,
  vocabulary: Vocabulary,
): Verdict['outcome'] {
  const answer = askFigure(values, vocabulary);
  const subject = answer.ok && subjectOf(answer.figure, new Map(), vocabulary);
  return subject !== false && subject.ok ? judge(claim, subject.value).outcome : 'refused';
}
