const UNITS =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  );
const TENS = [
  '',
  '',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
];

/** The largest number that a sentence says in letters. */
export const LARGEST_IN_LETTERS = 99;

/** 21 → « vingt et un » or « vingt et une », 80 → « quatre-vingts ». Whole numbers from 0 to 99. @throws RangeError beyond */
export function inLetters(value: number, feminine = false): string {
  if (!Number.isInteger(value) || value < 0 || value > LARGEST_IN_LETTERS)
    throw new RangeError(`no letters for ${value}`);
  const words = masculine(value);
  return feminine ? words.replace(/un$/, 'une') : words;
}

function masculine(value: number): string {
  if (value < 20) return UNITS[value] ?? '';
  if (value === 80) return 'quatre-vingts';
  const tens = Math.floor(value / 10);
  // Seventy and ninety go on counting from ten: soixante-dix, quatre-vingt-onze.
  const rest = value - (tens === 7 || tens === 9 ? tens - 1 : tens) * 10;
  if (rest === 0) return TENS[tens] ?? '';
  const linked = (rest === 1 || rest === 11) && tens < 8;
  return `${TENS[tens]}${linked ? ' et ' : '-'}${UNITS[rest]}`;
}
