import { fold } from '../french/nearest.ts';

/** Whole header names that say a column holds a person's identity, folded. */
const PERSONAL_HEADERS: ReadonlySet<string> = new Set([
  'nir',
  'nomprenom',
  'nometprenom',
  'prenomnom',
  'nomdenaissance',
  'nomdusage',
  'nomusage',
  'nomdefamille',
  'nomjeunefille',
  'numsecu',
  'nosecu',
  'numerosecu',
  'insee',
  'numinsee',
  'numeroinsee',
  'datenaissance',
  'ddn',
  'adresseelectronique',
  'adressemail',
  'telportable',
  'telfixe',
  'adresse1',
  'adresse2',
  'idfrancetravail',
  'idpoleemploi',
  'identifiantpe',
  'identifiantft',
  'idpe',
  'idft',
  'idde',
  'identifiantde',
  'numerode',
]);

/** Words that say so wherever they stand in a header: « Prénom du stagiaire », « E-mail 2 ». */
const PERSONAL_WORDS =
  /\b(?:prenoms?|patronyme|nir|nirpp|secu|naissance|courriels?|courriers? electroniques?|e ?mails?|mails?|mel|telephones?|tel|portable|mobile|gsm|rib|iban|bic|ine)\b|\bsecurite sociale\b|\b(?:france travail|pole emploi|demandeur d emploi)\b.*\b(?:id|identifiant|numero|no|n)\b|\b(?:id|identifiant|numero|no|n)\b.*\b(?:france travail|pole emploi|demandeur d emploi)\b/;
const NAME = /\bnoms?\b/;
/** Things that have a name and are nobody. */
const NAMED_THINGS =
  /\b(?:formations?|titres?|certifications?|communes?|villes?|organismes?|of|entreprises?|etablissements?|structures?|sites?|lieux?|bassins?|departements?|regions?|dispositifs?|programmes?|actions?|fichiers?|financeurs?|sessions?|diplomes?)\b/;
const ADDRESS = /\badresses?\b|\b(?:rue|voie postale)\b/;
const NAMED_PLACES =
  /\b(?:formations?|organismes?|of|entreprises?|etablissements?|structures?|sites?|lieux?|web|url)\b/;

/** True when a header names a person, an address of a person or an account. */
export function isPersonalHeader(header: string): boolean {
  if (PERSONAL_HEADERS.has(fold(header))) return true;
  const words = header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ');
  return (
    PERSONAL_WORDS.test(words) ||
    (NAME.test(words) && !NAMED_THINGS.test(words)) ||
    (ADDRESS.test(words) && !NAMED_PLACES.test(words))
  );
}

export type PersonalKind = 'NIR' | 'courriel' | 'téléphone' | 'IBAN';

const EMAIL = /[^\s@;,<>]+@[^\s@;,<>]+\.[^\s@;,<>]{2,}/;
/** One separator all along: « 01/01/2023 00:00 » is a date. */
const PHONE =
  /(?<![\w-])(?:0|\+33[\s.]?(?:\(0\))?|0033[\s.]?)[\s.]?[1-9]([\s.\-/\u00A0\u202F]?)\d{2}(?:\1\d{2}){3}(?!\d)/;
const NIR =
  /(?<!\d)[12](?:[\s.\-\u00A0\u202F]?\d{2}){2}[\s.\-\u00A0\u202F]?(?:\d{2}|2[AB])(?:[\s.\-\u00A0\u202F]?\d{3}){2}(?:[\s.\-/\u00A0\u202F]?\d{2})?(?!\d)/i;
const IBAN =
  /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[\s\u00A0\u202F]?[A-Z0-9]{4}){2,7}(?:[\s\u00A0\u202F]?[A-Z0-9]{1,4})?(?![A-Z0-9])/i;

/** What a cell gives away, wherever it stands in the text, or `null`. The value itself is never kept. */
export function personalKind(text: string): PersonalKind | null {
  if (text.length < 6) return null;
  if (text.includes('@') && EMAIL.test(text)) return 'courriel';
  if (!hasManyDigits(text)) return null;
  const nir = NIR.exec(text)?.[0];
  if (nir && isNir(compact(nir))) return 'NIR';
  const iban = IBAN.exec(text)?.[0];
  if (iban && isIban(compact(iban))) return 'IBAN';
  return PHONE.test(text) ? 'téléphone' : null;
}

/** All numbers that are looked for have nine digits or more; most cells have fewer, and this is asked of every one. */
function hasManyDigits(text: string): boolean {
  let digits = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text.charCodeAt(index);
    if (char >= 48 && char <= 57) digits += 1;
  }
  return digits >= 9;
}

const compact = (text: string): string => text.replace(/[\s.\-\u00A0\u202F/]/g, '').toUpperCase();

/** A month of birth in its place and, with fifteen digits, a key that holds: 97 − n mod 97. */
function isNir(digits: string): boolean {
  const body = digits.slice(0, 13).replace('2A', '19').replace('2B', '18');
  const month = Number(body.slice(3, 5));
  if (month < 1 || (month > 12 && month !== 20 && month !== 99)) return false;
  return digits.length === 13 || Number(97n - (BigInt(body) % 97n)) === Number(digits.slice(13));
}

/** Length of an IBAN in the countries whose accounts are met in a French file. */
const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  FR: 27,
  BE: 16,
  CH: 21,
  DE: 22,
  ES: 24,
  GB: 22,
  IE: 22,
  IT: 27,
  LT: 20,
  LU: 20,
  MC: 27,
  NL: 18,
  PL: 28,
  PT: 25,
  RO: 24,
};

/** ISO 13616: the letters as numbers, the first four signs at the end, modulo 97, are 1. */
function isIban(text: string): boolean {
  if (text.length !== IBAN_LENGTHS[text.slice(0, 2)]) return false;
  const digits = (text.slice(4) + text.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}
