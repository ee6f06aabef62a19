import type { Token } from './tokens.ts';

/** What was read from a token on, and the token after it. */
export interface Reading<Value> {
  readonly value: Value;
  readonly next: number;
}

const UNITS: Readonly<Record<string, number>> = Object.fromEntries(
  'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS: Readonly<Record<string, number>> = {
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  huitante: 80,
  octante: 80,
  nonante: 90,
};

/** Words that may open a number in letters. */
export const OPENING_WORDS: ReadonlySet<string> = new Set([
  ...Object.keys(UNITS),
  ...Object.keys(TENS),
  'une',
  'cent',
  'cents',
  'mille',
]);

/** A cardinal number in letters, « quatre-vingt-dix », « mille deux cents », « deux millions ». */
export function readCardinal(tokens: readonly Token[], start: number): Reading<number> | null {
  let total = 0;
  let at = start;
  for (const [scale, words] of [
    [1e9, ['milliard', 'milliards']],
    [1e6, ['million', 'millions']],
    [1e3, ['mille']],
  ] as const) {
    const count = readBelowThousand(tokens, at);
    const next = count?.next ?? at;
    if (!isWord(tokens[next], words) || (scale > 1e3 && !count)) continue;
    total += (count?.value ?? 1) * scale;
    at = next + 1;
  }
  const rest = readBelowThousand(tokens, at);
  if (rest) return { value: total + rest.value, next: rest.next };
  return at > start ? { value: total, next: at } : null;
}

function readBelowThousand(tokens: readonly Token[], start: number): Reading<number> | null {
  const first = readBelowHundred(tokens, start);
  const next = first?.next ?? start;
  if (!isWord(tokens[next], ['cent', 'cents']) || (first && (first.value < 2 || first.value > 9))) return first;
  const rest = readBelowHundred(tokens, next + 1);
  return { value: (first?.value ?? 1) * 100 + (rest?.value ?? 0), next: rest?.next ?? next + 1 };
}

function readBelowHundred(tokens: readonly Token[], start: number): Reading<number> | null {
  const first = wordAt(tokens, start);
  if (first === 'quatre' && isWord(tokens[start + 1], ['vingt', 'vingts'])) {
    const rest = readTeen(tokens, start + 2, 1);
    return { value: 80 + (rest?.value ?? 0), next: rest?.next ?? start + 2 };
  }
  const tens = TENS[first];
  if (tens === undefined) return readTeen(tokens, start, 0);
  const linked = isWord(tokens[start + 1], ['et']) ? start + 2 : start + 1;
  const rest = readTeen(tokens, linked, 1);
  if (!rest || (rest.value > 9 && tens !== 60)) return { value: tens, next: start + 1 };
  return { value: tens + rest.value, next: rest.next };
}

/** From `minimum` to nineteen. */
function readTeen(tokens: readonly Token[], start: number, minimum: number): Reading<number> | null {
  const word = wordAt(tokens, start);
  const unit = word === 'une' ? 1 : UNITS[word];
  if (unit === undefined || unit < minimum) return null;
  const last = UNITS[wordAt(tokens, start + 1)];
  if (unit === 10 && last !== undefined && last >= 7 && last <= 9) return { value: 10 + last, next: start + 2 };
  return { value: unit, next: start + 1 };
}

const wordAt = (tokens: readonly Token[], index: number): string =>
  tokens[index]?.kind === 'word' ? (tokens[index]?.key ?? '') : '';

export const isWord = (token: Token | undefined, words: readonly string[]): boolean =>
  token?.kind === 'word' && words.includes(token.key);
