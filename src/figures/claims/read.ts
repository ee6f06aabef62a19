import { isWord, type Reading, readCardinal } from '../../french/cardinal.ts';
import { type Quantity, readQuantity } from '../../french/quantity.ts';
import type { Token } from '../../french/tokens.ts';
import type { Bound, Claim } from './claim.ts';
import {
  AMONG,
  BOUNDS,
  BOUNDS_AFTER,
  BY,
  FOLD,
  MULTIPLES,
  ORDINAL_PLACES,
  PLACES,
  RANKED,
  RECORDS,
  readPhrase,
  SUPERLATIVES,
  TRENDS,
} from './phrases.ts';

/** Whether an ordinal alone, « deuxième », is a claim: in `est` it is, in a sentence it may be anything. */
export interface Reader {
  readonly bareOrdinals: boolean;
}

/** The claim that starts at a token, or `null`. */
export function readClaim(tokens: readonly Token[], start: number, reader: Reader): Reading<Claim> | null {
  return (
    readRecord(tokens, start) ??
    readRank(tokens, start, reader) ??
    readTrend(tokens, start) ??
    readBetween(tokens, start) ??
    readBounded(tokens, start)
  );
}

function readRecord(tokens: readonly Token[], start: number): Reading<Claim> | null {
  const record = readPhrase(tokens, start, RECORDS);
  if (record) return { value: { form: 'record', extreme: record.value }, next: record.next };
  // « l’année entière la plus haute »: years are what is ranked.
  if (!isWord(tokens[start], ['annee', 'annees'])) return null;
  const at = isWord(tokens[start + 1], ['entiere', 'entieres', 'complete', 'completes']) ? start + 2 : start + 1;
  const best = readPhrase(tokens, at, SUPERLATIVES);
  return best && { value: { form: 'record', extreme: best.value }, next: best.next };
}

function readRank(tokens: readonly Token[], start: number, reader: Reader): Reading<Claim> | null {
  const best = readPhrase(tokens, start, SUPERLATIVES);
  if (best) return withRanked(tokens, { rank: 1, from: best.value }, best.next);
  const place = readPhrase(tokens, start, PLACES);
  if (place) return withRanked(tokens, place.value, place.next);
  const at = isWord(tokens[start], ['le', 'la']) ? start + 1 : start;
  const ordinal = readPhrase(tokens, at, ORDINAL_PLACES);
  if (!ordinal) return null;
  const reading = withRanked(tokens, ordinal.value, ordinal.next);
  const named = reading.value.form === 'rank' && reading.value.among !== undefined;
  return reader.bareOrdinals || named ? reading : null;
}

/** Adds « des quatre bassins » or « bassin » to a rank. */
function withRanked(
  tokens: readonly Token[],
  place: { readonly rank: number; readonly from: 'high' | 'low' },
  next: number,
): Reading<Claim> {
  const bare: Reading<Claim> = { value: { form: 'rank', ...place }, next };
  const start = readPhrase(tokens, next, AMONG)?.next ?? next;
  const count = readPlainCount(tokens, start);
  const ranked = readPhrase(tokens, count?.next ?? start, RANKED);
  if (!ranked) return bare;
  const among = { dimension: ranked.value, ...(count ? { count: count.value } : {}) };
  return { value: { form: 'rank', ...place, among }, next: ranked.next };
}

function readPlainCount(tokens: readonly Token[], start: number): Reading<number> | null {
  const token = tokens[start];
  if (token?.kind === 'digits') return { value: Number(token.text), next: start + 1 };
  return readCardinal(tokens, start);
}

function readTrend(tokens: readonly Token[], start: number): Reading<Claim> | null {
  const trend = readPhrase(tokens, start, TRENDS);
  if (!trend) return null;
  const plain: Reading<Claim> = { value: { form: 'trend', direction: trend.value }, next: trend.next };
  if (trend.value === 'stable' || !isWord(tokens[trend.next], ['de', 'd'])) return plain;
  const by = readBoundedQuantity(tokens, trend.next + 1);
  return by ? { value: { form: 'trend', direction: trend.value, by: by.value }, next: by.next } : plain;
}

function readBetween(tokens: readonly Token[], start: number): Reading<Claim> | null {
  if (!isWord(tokens[start], ['entre'])) return null;
  const low = readQuantity(tokens, start + 1);
  if (!low || !isWord(tokens[low.next], ['et'])) return null;
  const high = readQuantity(tokens, low.next + 1);
  if (!high) return null;
  return { value: { form: 'between', low: inUnitOf(low.value, high.value), high: high.value }, next: high.next };
}

/** « entre 85 et 90 % »: the first number has the unit of the second. */
function inUnitOf(low: Quantity, high: Quantity): Quantity {
  if (low.kind !== 'number' || high.kind === 'number') return low;
  const size = high.kind === 'share' ? 100 : 1;
  return { ...low, kind: high.kind, value: low.value / size, step: low.step / size };
}

/** A multiple or an amount, with the words that bound it. */
function readBounded(tokens: readonly Token[], start: number): Reading<Claim> | null {
  const bound = readPhrase(tokens, start, BOUNDS);
  const at = bound?.next ?? start;
  const multiple = readMultiple(tokens, at, bound?.value ?? 'plain');
  if (multiple) return multiple;
  const amount = readBoundedQuantity(tokens, start);
  if (!amount) return null;
  const { bound: found, quantity } = amount.value;
  if (quantity.kind !== 'times') return { value: { form: 'amount', ...amount.value }, next: amount.next };
  const fold = readPhrase(tokens, amount.next, FOLD);
  return {
    value: multiplied(found, quantity.value, fold?.value ?? 'times'),
    next: fold?.next ?? amount.next,
  };
}

/** « doublé », « le triple », « multiplié par plus de trois ». */
function readMultiple(tokens: readonly Token[], at: number, bound: Bound): Reading<Claim> | null {
  const verb = readPhrase(tokens, at, MULTIPLES);
  if (verb) return { value: { form: 'multiple', bound, factor: verb.value }, next: verb.next };
  const by = readPhrase(tokens, at, BY);
  const factor = by && readBoundedQuantity(tokens, by.next);
  if (!by || !factor || factor.value.quantity.kind !== 'number') return null;
  const said = factor.value.bound === 'plain' ? bound : factor.value.bound;
  return { value: multiplied(said, factor.value.quantity.value, by.value), next: factor.next };
}

const OPPOSITE: Readonly<Partial<Record<Bound, Bound>>> = {
  above: 'below',
  below: 'above',
  atLeast: 'atMost',
  atMost: 'atLeast',
  near: 'justAbove',
  justAbove: 'near',
};

/** « divisé par plus de deux »: the ratio is under a half. */
function multiplied(bound: Bound, factor: number, how: 'times' | 'over'): Claim {
  if (how === 'times') return { form: 'multiple', bound, factor };
  return { form: 'multiple', bound: OPPOSITE[bound] ?? bound, factor: 1 / factor };
}

function readBoundedQuantity(
  tokens: readonly Token[],
  start: number,
): Reading<{ readonly bound: Bound; readonly quantity: Quantity }> | null {
  const before = readPhrase(tokens, start, BOUNDS);
  const quantity = readQuantity(tokens, before?.next ?? start);
  if (!quantity) return null;
  const after = before ? null : readPhrase(tokens, quantity.next, BOUNDS_AFTER);
  return {
    value: { bound: before?.value ?? after?.value ?? 'plain', quantity: quantity.value },
    next: after?.next ?? quantity.next,
  };
}
