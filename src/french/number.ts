/** Narrow no-break space: between thousands, before ; ! ? % and units. */
export const NNBSP = '\u202F';
/** No-break space: before a colon and inside « ». */
export const NBSP = '\u00A0';
/** Minus sign, as wide as the plus sign. */
export const MINUS = '\u2212';

const formatters = new Map<string, Intl.NumberFormat>();

/** `Intl` is used for its decimal rounding only (half away from zero); signs and spaces are ours. */
function formatter(style: 'decimal' | 'percent', decimals: number): Intl.NumberFormat {
  const key = `${style}${decimals}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.NumberFormat('en-US', {
      style,
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: 'negative',
    });
    formatters.set(key, found);
  }
  return found;
}

function compose(value: number, style: 'decimal' | 'percent', decimals: number): string {
  return formatter(style, decimals)
    .format(value)
    .replace(/[,.%-]/g, (sign) => ({ ',': NNBSP, '.': ',', '-': MINUS, '%': `${NNBSP}%` })[sign] ?? sign);
}

/** 3523 → « 3 523 ». Groups of three from four digits on; a fraction is rounded. */
export const formatInteger = (value: number): string => compose(value, 'decimal', 0);

/** 1234.56, 1 → « 1 234,6 ». Always shows `decimals` digits. */
export const formatDecimal = (value: number, decimals = 1): string => compose(value, 'decimal', decimals);

/** 0.894 → « 89,4 % ». The value is a fraction; multiplied in decimal, so 0.8945 never becomes 89.4499. */
export const formatPercent = (fraction: number, decimals = 1): string => compose(fraction, 'percent', decimals);

/** Puts a sign before what `format` prints: « +2,5 », « −2,5 », and none before what prints as zero. */
export function withSign(value: number, format: (value: number) => string): string {
  const magnitude = format(Math.abs(value));
  if (!/[1-9]/.test(magnitude)) return magnitude;
  return (value < 0 ? MINUS : '+') + magnitude;
}

/** 0 to 1.99… are singular in French: 0 entrée, 1,9 million, 2 entrées. */
export const isPlural = (value: number): boolean => Math.abs(value) >= 2;

/** The number that is printed with so many decimals: agreement follows what is read. */
export const rounded = (value: number, decimals = 1): number =>
  Number(formatter('decimal', decimals).format(value).replaceAll(',', ''));

/** 2.5 → « 2,5 points » ; 1.9 → « 1,9 point ». The value is in percentage points. */
export function formatPoints(value: number, decimals = 1): string {
  return `${formatDecimal(value, decimals)}${NBSP}${isPlural(rounded(value, decimals)) ? 'points' : 'point'}`;
}

/** 3.24 → « × 3,2 ». */
export const formatMultiple = (value: number, decimals = 1): string => `×${NNBSP}${formatDecimal(value, decimals)}`;

/** At most `decimals` digits, and no trailing zero: 80 → « 80 », 1.25 → « 1,3 ». */
export function formatShort(value: number, decimals = 1): string {
  return formatDecimal(value, decimals).replace(/,?0+$/, (zeros) => (zeros.startsWith(',') ? '' : zeros));
}

/** Amount in euros: 80e6 → « 80 M€ », 1.2e9 → « 1,2 Md€ », 4500 → « 4 500 € ». */
export function formatEuros(euros: number): string {
  const size = Math.abs(euros);
  if (size >= 1e9) return `${formatShort(euros / 1e9)}${NNBSP}Md€`;
  if (size >= 1e6) return `${formatShort(euros / 1e6)}${NNBSP}M€`;
  return `${formatInteger(euros)}${NNBSP}€`;
}

/** 1 → « 1er », 2 → « 2e »; feminine 1 → « 1re ». */
export function formatOrdinal(rank: number, feminine = false): string {
  return rank === 1 ? `1${feminine ? 're' : 'er'}` : `${rank}e`;
}
