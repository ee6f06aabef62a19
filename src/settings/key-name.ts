import { formatOrdinal } from '../french/number.ts';

const RANKS = [
  'premier',
  'deuxième',
  'troisième',
  'quatrième',
  'cinquième',
  'sixième',
  'septième',
  'huitième',
  'neuvième',
  'dixième',
];

const isRank = (key: string): boolean => /^\d+$/.test(key);

/** Where a path of a file leads, in words: « mois », au premier élément de « ruptures ». */
export function nameKey(path: readonly string[]): string {
  const [last, ...above] = path.toReversed();
  if (last === undefined) return 'le fichier';
  const name = isRank(last) ? `le ${element(last)}` : `«\u00A0${last}\u00A0»`;
  return name + around(isRank(last), above);
}

/** What holds a key, from the inside out. */
function around(holdsRank: boolean, [key, ...above]: readonly string[]): string {
  if (key === undefined) return '';
  if (isRank(key)) return `, au ${element(key)}${around(true, above)}`;
  return `${holdsRank ? ' de' : ', dans'} «\u00A0${key}\u00A0»${around(false, above)}`;
}

const element = (rank: string): string => `${RANKS[Number(rank)] ?? formatOrdinal(Number(rank) + 1)} élément`;
