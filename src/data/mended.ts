import { formatInteger } from '../french/number.ts';
import type { Fault } from './faults.ts';
import { shorten } from './suspicion.ts';
import type { CellValue, Repair } from './verdict.ts';

/** Mendings that are said to the data steward; other forms of dates and numbers are only counted in the report. */
const SAID: Partial<Readonly<Record<Repair, readonly [message: string, remedy: string]>>> = {
  trimmed: ['espaces retirées autour de cellules', 'rien d’urgent\u00A0: retirez ces espaces à la source'],
  synonym: ['autres écritures de codes acceptées', 'rien d’urgent\u00A0: le code attendu est préférable'],
  zero: [
    'zéros rendus à des codes',
    'dans Excel, mettez la colonne au format Texte avant d’y coller les codes, pour que les zéros restent',
  ],
  serial: [
    'nombres lus comme des dates d’Excel',
    'dans Excel, affichez la colonne au format Date avant d’exporter, et vérifiez une date',
  ],
};

/** What was mended, said once with a count and the first case; `null` for what need not be said. */
export function mendedFault(
  repair: Repair,
  column: string | null,
  { count, from, to }: { count: number; from: string; to: CellValue },
): Fault | null {
  const words = SAID[repair];
  if (!words) return null;
  return {
    severity: 'warning',
    message: `${words[0]}${column ? ` dans ${column}` : ''} (${formatInteger(count)})`,
    value: `«\u00A0${shorten(from)}\u00A0» lu «\u00A0${to}\u00A0»`,
    remedy: words[1],
  };
}

/** Names of mendings in the data report, for one and for several. */
const NAMES: Readonly<Record<Repair, readonly [one: string, several: string]>> = {
  trimmed: ['cellule débarrassée d’espaces', 'cellules débarrassées d’espaces'],
  synonym: ['autre écriture d’un code', 'autres écritures de codes'],
  zero: ['zéro rendu', 'zéros rendus'],
  date: ['date mise en AAAA-MM-JJ', 'dates mises en AAAA-MM-JJ'],
  serial: ['date d’Excel en nombre', 'dates d’Excel en nombre'],
  number: ['nombre mis en forme', 'nombres mis en forme'],
};

/** « 12 zéros rendus, 3 dates d’Excel en nombre », or « rien ». */
export const mendedInWords = (repairs: Readonly<Partial<Record<Repair, number>>>): string =>
  Object.entries(repairs)
    .map(([repair, count]) => `${formatInteger(count)} ${NAMES[repair as Repair][count > 1 ? 1 : 0]}`)
    .join(', ') || 'rien';
