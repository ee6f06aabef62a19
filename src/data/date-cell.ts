import type { Field } from './schema.ts';
import { accept, type Cell, describe, refuse } from './verdict.ts';

/** The midnight of any place: what was written is a day there. */
const MIDNIGHT = /[ T]0{1,2}[:h]00(?::00(?:[.,]0+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** A day, from its form in French files, in databases, or in Excel when the format was lost, to `AAAA-MM-JJ`. */
export function readDate(text: string, field: Field): Cell {
  const plain = text.replace(MIDNIGHT, '').replace(/[\u2010\u2011\u2013]/g, '-');
  if (/^\d{5}(?:[.,]0+)?$/.test(plain)) return readSerial(Number.parseInt(plain, 10), field);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(plain);
  const french = /^(\d{2})([/.-])(\d{2})\2(\d{4})$/.exec(plain);
  const [year, month, date] = iso ? [iso[1], iso[2], iso[3]] : french ? [french[4], french[3], french[1]] : [];
  if (!year || !month || !date) return refuseDate(plain, field);
  const value = `${year}-${month}-${date}`;
  if (isDay(value)) return accept(value, text === value ? null : 'date');
  return french && isDay(`${year}-${date}-${month}`)
    ? refuse(
        `date dont le mois n’existe pas (${month})`,
        'l’ordre français, JJ/MM/AAAA, ou AAAA-MM-JJ',
        'si la colonne est à l’américaine, mois d’abord, exportez-la de nouveau\u00A0: ses autres dates seraient lues de travers',
      )
    : refuse('date qui n’existe pas', 'un jour du calendrier', 'vérifiez le jour et le mois');
}

/** True for a day of the calendar, `AAAA-MM-JJ`. */
function isDay(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 10) === text;
}

/** Days from 30 December 1899, as Excel writes a date whose format was lost; from 2000 to 2099. */
function readSerial(days: number, field: Field): Cell {
  if (days < 36_526 || days > 73_050) return refuseDate(String(days), field);
  return accept(new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10), 'serial');
}

/** What a cell that is no date is most like, and what to do then. */
const NEARLY_DATES: readonly (readonly [RegExp, message: string, remedy: string])[] = [
  [
    /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/,
    'date dont l’année n’a que deux chiffres',
    'écrivez l’année en quatre chiffres\u202F; dans Excel, donnez à la colonne le format de date 14/03/2012',
  ],
  [/^[\d/.-]+[ T]\d{1,2}[:h]\d{2}/, 'date suivie d’une heure', 'écrivez la date seule, sans l’heure'],
  [
    /^\d{5}[.,]\d+$/,
    'date suivie d’une heure, en nombre d’Excel',
    'dans Excel, affichez la colonne au format Date, sans l’heure, et exportez de nouveau',
  ],
  [/^\d{8}$/, 'date sans séparateur', 'écrivez AAAA-MM-JJ, avec les tirets'],
  [
    /^\d{4}[/.]\d{1,2}[/.]\d{1,2}$/,
    'date qui commence par l’année, sans tirets',
    'écrivez AAAA-MM-JJ, avec des tirets',
  ],
  [
    /^(?:\d{2}[/.-])?\d{4}$|^\d{4}-\d{2}$|^\p{L}+\.? \d{4}$/u,
    'date sans le jour',
    'écrivez le jour aussi\u00A0: JJ/MM/AAAA',
  ],
  [
    /^\D*\d{1,2}(?:er)?[ -]\p{L}{3,}\.?[ -]\d{2,4}$/u,
    'mois écrit en lettres',
    'écrivez le mois en chiffres\u00A0: JJ/MM/AAAA',
  ],
  [
    /^(?!\d\d.\d\d.)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$|^\d{4}-\d{1,2}-\d{1,2}$/,
    'date dont le jour ou le mois n’a qu’un chiffre',
    'écrivez le jour et le mois sur deux chiffres',
  ],
];

function refuseDate(text: string, field: Field): Cell {
  const [, message, remedy] = NEARLY_DATES.find(([form]) => form.test(text)) ?? [
    null,
    'date illisible',
    'écrivez la date sous une de ces formes',
  ];
  return refuse(message, `${describe(field)}, AAAA-MM-JJ ou JJ/MM/AAAA`, remedy);
}
