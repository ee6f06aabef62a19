import { fold } from '../french/nearest.ts';

/** Whole header names that say a column holds a person's identity, folded. */
const PERSONAL_HEADERS: ReadonlySet<string> = new Set([
  'nir',
  'nss',
  'nia',
  'nomprenom',
  'nometprenom',
  'prenomnom',
  'numsecu',
  'nosecu',
  'numerosecu',
  'numss',
  'noss',
  'n°ss',
  'insee',
  'numinsee',
  'numeroinsee',
  'ddn',
  'dob',
  'ide',
  'fax',
  'adresse1',
  'adresse2',
  'idnational',
  'identifiantnational',
  'matricule',
  'login',
  'utilisateur',
  'contact',
  'referent',
  'conseiller',
]);

/** Beginnings of header names written in one word, folded: « DATNAIS », « TELPORT », « NOMNAISSANCE ». */
const PERSONAL_STEMS =
  /^(?:(?:(?:d|dt|dat|date|jour|mois|an|annee|lieu|ville|commune|pays|dep|dept|departement)(?:de)?nais|ne[es]?le|nee\(?e?\)?le|ne\(e\)le)|(?:lib|libelle)?(?:nom|prenom|pren)(?:de|d)?(?:jeune|usuel|usage|naiss|patro|marital|famille|epou|stag|benef|pers|apprenant|candidat|salarie)|tel(?:dom|port|mob|fix|pro|perso|gsm)|adr\d|numerodesecu)/;

/** Words that say so wherever they stand in a header: « Prénom du stagiaire », « E-mail 2 ». */
const PERSONAL_WORDS =
  /\b(?:pren|prenoms?|patronyme|nir|nirpp|secu|nais|naiss|naissance|natal|courriels?|courriers? electroniques?|e ?mails?|mails?|mel|telephones?|tel|phones?|portable|mobile|gsm|rib|iban|bic|ine|allocataires?|caf|passeport|carte vitale|titre de sejour|birth ?dates?|date of birth|(?:first|last|given|family) ?names?|surname|compte bancaire|identite|a contacter)\b|\bsecurite sociale\b/;
/** Who a number or an identifier may be of: « N° PE », « id_stagiaire », « identifiant national du demandeur ». */
const NUMBERED_PERSONS =
  /^(?:id|ident|identifiant|numero|num|no|n|code|cle|ref|reference|matricule)(?: (?:national|interne|unique|du|de|de la|de l))* (?:ft|pe|de|dets?|ss|france travail|pole emploi|demandeurs?(?: d emploi)?|stagiaires?|beneficiaires?|apprenants?|candidats?|salaries?|personnes?|pers|individus?|agents?|compte|voie)\b|\b(?:france travail|pole emploi|demandeur d emploi)\b.*\b(?:id|identifiant|numero|no|n)\b/;
/** Who stands alone as a header is there by name. */
const PERSONS = /^(?:stagiaires?|beneficiaires?|apprenants?|candidats?|salaries?|demandeurs?|individus?|personnes?)$/;
const NAME = /\bnoms?\b/;
/** Things that have a name and are nobody. */
const NAMED_THINGS =
  /\b(?:formations?|titres?|certifications?|communes?|villes?|organismes?|of|entreprises?|etablissements?|structures?|sites?|lieux?|bassins?|departements?|regions?|dispositifs?|programmes?|actions?|fichiers?|financeurs?|sessions?|diplomes?)\b/;
const ADDRESS = /\b(?:adresses?|adr|address)\b|\b(?:rue|voie postale)\b/;
const NAMED_PLACES =
  /\b(?:formations?|organismes?|of|entreprises?|etablissements?|structures?|sites?|lieux?|web|url)\b/;

/** True when a header names a person, an address of a person or an account. */
export function isPersonalHeader(header: string): boolean {
  const folded = fold(header);
  if (PERSONAL_HEADERS.has(folded) || PERSONAL_STEMS.test(folded)) return true;
  const words = header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
  return (
    PERSONAL_WORDS.test(words) ||
    NUMBERED_PERSONS.test(words) ||
    PERSONS.test(words) ||
    (NAME.test(words) && !NAMED_THINGS.test(words)) ||
    (ADDRESS.test(words) && !NAMED_PLACES.test(words))
  );
}

export type PersonalKind = 'NIR' | 'courriel' | 'numéro de téléphone' | 'IBAN';

/** « @ » may be spelt out to escape robots: « prenom.nom (at) exemple.fr ». */
const EMAIL = /[^\s@;,<>]+\s?(?:@|[([]\s?(?:at|arobase)\s?[)\]])\s?[^\s@;,<>]+[.,][^\s@;,<>\d]{2,}/i;
/**
 * French numbers by pairs, cut by spaces wherever they stand or by one other sign all along (« 01/01/2023 00:00 » is a
 * date), and numbers of other countries behind their « + ». Digits that go on from a word are an identifier.
 */
const PHONE =
  /(?:(?<=tel)|(?<![\w-]))(?:\(?0\)?|\(?\+ ?33\)?[ .-]?(?:\(0\))?|0033[ .]?(?:\(0\))?|33(?=[67]))[ .]?[1-9](?:(?: {0,3}\d\d){4}|( {0,2}[./_-] {0,2})\d\d(?:\1\d\d){3}|(?: \d{3}){2} \d\d)(?!\d)|\+ ?[1-9](?:[ .()-]{0,3}\d){8,13}(?!\d)|(?<!\d)00(?:32|352|41|44|49)(?: \d{1,4}){3,6}(?!\d)/i;
/** Thirteen digits grouped as on a card, with or without their key. */
const NIR = /(?<!\d)[12](?:[ ._-]?\d{2}){2}[ ._-]?(?:\d{2}|2[AB])(?:[ ._-]?\d{3}){2}(?:[ ._/-]?\d{2})?(?!\d)/gi;
/** Thirteen digits and a key, cut anyhow; provisional numbers too. */
const NIR_WITH_KEY =
  /(?<!\d)[1-478](?:[ ._/()-]{0,3}\d){4}[ ._/()-]{0,3}(?:\d[ ._/()-]{0,3}[\dAB])(?:[ ._/()-]{0,3}\d){8}(?!\d)/gi;
const IBAN =
  /(?:(?<=IBAN)|(?<![A-Z0-9]))[A-Z]{2}\d{2}(?:[ .-]{0,2}[A-Z0-9]{4}){2,7}(?:[ .-]{0,2}[A-Z0-9]{1,4})?(?![A-Z0-9])/gi;

/** What a cell gives away, wherever it stands in the text, or `null`. The value itself is never kept. */
export function personalKind(cell: string): PersonalKind | null {
  if (cell.length < 6) return null;
  const text = plain(cell);
  if (/[@([]/.test(text) && EMAIL.test(text)) return 'courriel';
  const digits = countDigits(text);
  if (digits < 9) return null;
  if (digits >= 12 && text.match(NIR)?.some(isNir)) return 'NIR';
  if (digits >= 14 && text.match(NIR_WITH_KEY)?.some(isNir)) return 'NIR';
  if (digits >= 12 && text.match(IBAN)?.some(isIban)) return 'IBAN';
  return PHONE.test(text) ? 'numéro de téléphone' : null;
}

/** The same text with one kind of space, of hyphen and of digit, and without what does not show. */
const plain = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
        .replace(/\s/g, ' ')
        .replace(/[\u2010-\u2015\u2212]/g, '-')
        .replace(/(?<=t)é(?=l)/gi, 'e');

/**
 * All numbers that are looked for have nine digits or more, an IBAN or a NIR twelve; most cells have fewer, and this is
 * asked of every one.
 */
function countDigits(text: string): number {
  let digits = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text.charCodeAt(index);
    if (char >= 48 && char <= 57) digits += 1;
  }
  return digits;
}

const compact = (text: string): string => text.replace(/[\s._/()-]/g, '').toUpperCase();

/** A month of birth in its place and, with fifteen digits, a key that holds: 97 − n mod 97. */
function isNir(text: string): boolean {
  const digits = compact(text);
  const body = digits.slice(0, 13).replace('2A', '19').replace('2B', '18');
  if (/\D/.test(body)) return false;
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
function isIban(found: string): boolean {
  const text = compact(found);
  if (text.length !== IBAN_LENGTHS[text.slice(0, 2)]) return false;
  const digits = (text.slice(4) + text.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}
