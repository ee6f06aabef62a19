import { fold } from '../french/nearest.ts';

/** Header names that say a column holds a person's identity, folded. */
const PERSONAL_HEADERS: readonly string[] = [
  'nom',
  'nomdenaissance',
  'nomdusage',
  'nomusage',
  'nomdefamille',
  'nomjeunefille',
  'nomprenom',
  'nometprenom',
  'patronyme',
  'prenom',
  'prenoms',
  'nir',
  'numerosecuritesociale',
  'numsecu',
  'nosecu',
  'numerosecu',
  'secu',
  'numsecuritesociale',
  'insee',
  'datedenaissance',
  'datenaissance',
  'naissance',
  'ddn',
  'lieudenaissance',
  'lieunaissance',
  'courriel',
  'email',
  'mail',
  'adressemail',
  'adressecourriel',
  'adresseelectronique',
  'telephone',
  'tel',
  'telportable',
  'portable',
  'mobile',
  'numerodetelephone',
  'telfixe',
  'adresse',
  'adressepostale',
  'rue',
  'voiepostale',
  'adresse1',
  'adresse2',
  'identifiantfrancetravail',
  'idfrancetravail',
  'identifiantpoleemploi',
  'idpoleemploi',
  'identifiantpe',
  'idde',
  'identifiantde',
  'ine',
  'iban',
  'rib',
];
const PERSONAL = new Set(PERSONAL_HEADERS);

/** True when a header names a person, an address or an account. */
export const isPersonalHeader = (header: string): boolean => PERSONAL.has(fold(header));

export type PersonalKind = 'NIR' | 'courriel' | 'téléphone' | 'IBAN';

/** What a cell gives away, or `null`. The value itself is never kept. */
export function personalKind(text: string): PersonalKind | null {
  if (text.length < 6) return null;
  if (text.includes('@') && /[^\s@]+@[^\s@]+\.[^\s@]{2,}/.test(text)) return 'courriel';
  const compact = text.replace(/[\s.\-\u00A0\u202F/]/g, '');
  if (/^[12]\d{4}(\d{2}|2[AB])\d{6}(\d{2})?$/i.test(compact) && hasNirKey(compact)) return 'NIR';
  if (/^(?:0|\+?33|0033)[1-9]\d{8}$/.test(compact)) return 'téléphone';
  if (/^FR\d{2}[A-Z0-9]{23}$/i.test(compact)) return 'IBAN';
  return null;
}

/** A 13-digit number with the shape of a NIR counts as one; with 15 digits its key (97 − n mod 97) must hold. */
function hasNirKey(compact: string): boolean {
  const body = compact.slice(0, 13).toUpperCase().replace('2A', '19').replace('2B', '18');
  const month = Number(body.slice(3, 5));
  const plausible = (month >= 1 && month <= 12) || month === 20 || (month >= 30 && month <= 42) || month >= 50;
  if (compact.length === 13) return plausible;
  return plausible && Number(97n - (BigInt(body) % 97n)) === Number(compact.slice(13));
}
