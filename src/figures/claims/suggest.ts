import { formatInteger, formatPercent, formatShort } from '../../french/number.ts';
import type { Claim } from './claim.ts';
import { judge } from './judge.ts';
import { parseClaim } from './parse.ts';
import type { Subject } from './subject.ts';

/** How many words that would be true are proposed. */
const MOST = 3;

/**
 * Words that are true of a figure, of the same kind as those that are not; those that could mislead only when there are
 * no others. Each is read and judged as an editor's would be: what is proposed can always be pasted.
 */
export function suggest(claim: Claim, subject: Subject): string[] {
  const judged = [...new Set(candidates(claim, subject))].flatMap((text) => {
    const parsing = parseClaim(text);
    const verdict = parsing.ok ? judge(parsing.wording, subject) : null;
    return verdict?.outcome === 'true' ? [{ text, isSafe: verdict.caveats.length === 0 }] : [];
  });
  const safe = judged.filter(({ isSafe }) => isSafe);
  return (safe.length > 0 ? safe : judged).slice(0, MOST).map(({ text }) => text);
}

function candidates(claim: Claim, subject: Subject): string[] {
  switch (claim.form) {
    case 'amount':
    case 'between':
      return amounts(subject);
    case 'multiple':
      return [...multiples(subject), ...TRENDS];
    case 'trend':
      return TRENDS;
    case 'record':
      return [...RECORDS, ...TRENDS];
    case 'rank':
      return RANKS;
  }
}

const TRENDS = ['en hausse', 'en baisse', 'stable'];
const RECORDS = ['record', 'au plus bas'];
const RANKS = [
  'le plus élevé',
  ...'deuxième troisième quatrième cinquième sixième'.split(' '),
  'le moins élevé',
  'avant-dernier',
];

function amounts({ figure: { value }, indicator }: Subject): string[] {
  if (indicator.kind === 'multiple') return multiplesOf(value);
  if (indicator.kind === 'rate')
    return around(value, [0.05, 0.01], (share) => formatPercent(share, 0)).concat(formatPercent(value));
  const size = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(value)))) - 1);
  return around(value, [size * 5, size], formatInteger).concat(formatInteger(value));
}

/** « plus de 85 % », « près de 90 % », « environ 90 % », on each of the steps. */
function around(value: number, steps: readonly number[], format: (value: number) => string): string[] {
  return steps.flatMap((step) => {
    const [under, over, nearest] = [Math.floor(value / step), Math.ceil(value / step), Math.round(value / step)];
    return [`plus de ${format(under * step)}`, `près de ${format(over * step)}`, `environ ${format(nearest * step)}`];
  });
}

const multiples = ({ figure, indicator, ask, since }: Subject): string[] => {
  if (indicator.kind === 'multiple' && since === undefined) return multiplesOf(figure.value);
  const annee = since ?? Number(figure.slice.annee) - 1;
  const before = ask(indicator.id, { ...figure.slice, annee })?.value;
  return before ? multiplesOf(figure.value / before) : [];
};

function multiplesOf(ratio: number): string[] {
  const names: readonly (string | undefined)[] = [undefined, undefined, 'doublé', 'triplé', 'quadruplé', 'quintuplé'];
  const [under, over] = [names[Math.floor(ratio)], names[Math.ceil(ratio)]];
  return [
    ...(under ? [`plus que ${under}`] : []),
    ...(over ? [`presque ${over}`] : []),
    ...(under ? [under] : []),
    ...(ratio >= 1.5 ? [`multiplié par environ ${formatShort(ratio)}`] : []),
  ];
}
