import { basename } from 'node:path';
import { formatInteger } from '../french/number.ts';
import { hasColumns, type Report, type Rule, recordOf } from './rules.ts';
import type { Table } from './table.ts';

/**
 * Year in the name of a file of entries: `2024.csv`, `2024-producteur.csv`, or the clean copy of one; `null` for another
 * name.
 */
export const yearOfFile = (file: string): string | null =>
  /^(\d{4})(?:-[a-z0-9-]+)?(?:\.propre)?\.csv(?:\.gz)?$/i.exec(basename(file))?.[1] ?? null;

/** A column of days as numbers that can be compared (20240902), 0 where the cell is empty, by row. */
function daysOf(table: Table, name: string): { readonly at: (row: number) => number; readonly all: readonly number[] } {
  const { codes, values } = table.columns.get(name) ?? { codes: [], values: [] };
  const all = values.map((value) => (value === null ? 0 : Number(String(value).replaceAll('-', ''))));
  return { all, at: (row) => all[codes[row] as number] ?? 0 };
}

/** 20240902 as the text it was. */
const toText = (day: number): string => String(day).replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');
const toDay = (text: string): number => Number(text.replaceAll('-', ''));

/** Reports every row whose day breaks a condition; the rows are looked at only when some distinct day does. */
function reportDays(
  table: Table,
  column: string,
  breaks: (day: number) => boolean,
  report: (row: number, day: number) => void,
): void {
  const days = daysOf(table, column);
  if (!days.all.some((day) => day !== 0 && breaks(day))) return;
  for (let row = 0; row < table.size; row++) {
    const day = days.at(row);
    if (day !== 0 && breaks(day)) report(row, day);
  }
}

/** An entry stands in the file of its year; one outside the period of the plan has no file to go to. */
export const enteredInYearOfFile =
  (planStart: string, cutOff: string): Rule =>
  (table, report) => {
    const year = Number(yearOfFile(table.file));
    if (!year) return;
    reportDays(
      table,
      'date_entree',
      (day) => Math.floor(day / 10_000) !== year && day >= toDay(planStart) && day <= toDay(cutOff),
      (row, day) =>
        report(row, 'date_entree', {
          message: 'entrée d’une autre année que son fichier',
          value: toText(day),
          expected: `une date de ${year}`,
          remedy: `déplacez la ligne dans ${toText(day).slice(0, 4)}.csv, ou corrigez la date`,
        }),
    );
  };

/** Columns of days, and what to do with one that is still to come. */
const TO_COME = {
  date_entree: 'si l’entrée est à venir, retirez la ligne\u00A0: elle sera livrée après son début',
  date_sortie: 'si la sortie est à venir, videz-la, avec son motif et la situation',
  date_observation: 'si l’observation est à venir, videz-la, avec la situation et sa source',
} as const;

/**
 * No day lies after the cut-off, and no exit or observation before what it follows; a day after the cut-off is told of
 * once, and not compared.
 */
export const datesFollow =
  (cutOff: string): Rule =>
  (table, report) => {
    const last = toDay(cutOff);
    for (const [column, advice] of Object.entries(TO_COME)) {
      reportDays(
        table,
        column,
        (day) => day > last,
        (row, day) =>
          report(row, column, {
            message: `${column} après la date d’arrêté`,
            value: toText(day),
            expected: `au plus tard le ${cutOff}`,
            remedy: `corrigez la date\u202F; ${advice}`,
          }),
      );
    }
    const [entry, exit, observation] = [
      daysOf(table, 'date_entree'),
      daysOf(table, 'date_sortie'),
      daysOf(table, 'date_observation'),
    ];
    for (let row = 0; row < table.size; row++) {
      const left = exit.at(row);
      if (left === 0 || left > last) continue;
      const entered = entry.at(row);
      if (left < entered && entered <= last)
        report(row, 'date_sortie', tooEarly('sortie avant l’entrée', left, entered));
      const seen = observation.at(row);
      if (seen !== 0 && seen < left)
        report(row, 'date_observation', tooEarly('situation observée avant la sortie', seen, left));
    }
  };

const tooEarly = (message: string, day: number, after: number): Parameters<Report>[2] => ({
  message,
  value: toText(day),
  expected: `le ${toText(after)} ou après`,
  remedy: 'corrigez l’une des deux dates',
});

/** Which cells of a column are filled, by row. */
function filled(table: Table, name: string): (row: number) => boolean {
  const { codes, values } = table.columns.get(name) ?? { codes: [], values: [null] };
  const empty = values.indexOf(null);
  return (row) => codes[row] !== empty;
}

/** The text of a cell, for a message. */
function textAt(table: Table, name: string, row: number): string {
  const column = table.columns.get(name);
  return String(column?.values[column.codes[row] as number] ?? '');
}

/** Exit, reason and situation come together. In a row that has an error, an empty cell may be one that was refused. */
export const exitIsWhole: Rule = (table, report) => {
  const refused = new Set(table.refused);
  const [exit, reason] = [filled(table, 'date_sortie'), filled(table, 'motif_sortie')];
  const [situation, observation] = [filled(table, 'situation'), filled(table, 'date_observation')];
  const knowsReasons = hasColumns(table, 'date_sortie', 'motif_sortie');
  const knowsSituations = hasColumns(table, 'date_sortie', 'situation');
  const knowsObservations = hasColumns(table, 'situation', 'date_observation');
  const tell = (row: number, column: string, of: string, [message, expected, remedy]: Incomplete): void => {
    if (refused.size > 0 && refused.has(recordOf(table, row))) return;
    report(row, column, { message, value: textAt(table, of, row), expected, remedy });
  };
  for (let row = 0; row < table.size; row++) {
    const hasLeft = exit(row);
    if (knowsReasons && reason(row) && !hasLeft) tell(row, 'motif_sortie', 'motif_sortie', REASON_ALONE);
    if (knowsReasons && hasLeft && !reason(row)) tell(row, 'date_sortie', 'date_sortie', EXIT_ALONE);
    if (knowsSituations && situation(row) && !hasLeft) tell(row, 'situation', 'situation', SITUATION_ALONE);
    if (knowsObservations && situation(row) && !observation(row))
      tell(row, 'date_observation', 'situation', NOT_OBSERVED);
  }
};

type Incomplete = readonly [message: string, expected: string, remedy: string];
const REASON_ALONE: Incomplete = [
  'motif sans date de sortie',
  'une date de sortie, ou pas de motif',
  'ajoutez la date de sortie, ou videz le motif',
];
const EXIT_ALONE: Incomplete = [
  'sortie sans motif',
  'un motif de sortie (inconnu si on ne le sait pas)',
  'ajoutez le motif',
];
const SITUATION_ALONE: Incomplete = [
  'situation sans date de sortie',
  'une date de sortie, ou pas de situation',
  'ajoutez la date de sortie, ou videz la situation',
];
const NOT_OBSERVED: Incomplete = [
  'situation sans date d’observation',
  'le jour de l’observation',
  'ajoutez la date d’observation',
];

/** Courses begun before the plan are no fault: they are not counted, and that is said once. */
export const beganBeforePlan =
  (start: string): Rule =>
  (table, report) =>
    reportDays(
      table,
      'date_entree',
      (day) => day < toDay(start),
      (row, day) =>
        report(row, 'date_entree', {
          severity: 'warning',
          message: 'parcours commencés avant le plan',
          counted: (count) =>
            count > 1
              ? `${formatInteger(count)} parcours commencés avant le plan\u00A0: laissés hors du compte`
              : '1 parcours commencé avant le plan\u00A0: laissé hors du compte',
          value: toText(day),
          expected: `une entrée le ${start} ou après`,
          remedy: 'rien, si c’est voulu\u202F; sinon, corrigez la date, ou plan.debut dans reglages.yaml',
        }),
    );

/** Days or years of a column lie in the period of the plan. */
export const isWithin =
  (column: string, from: string, to: string): Rule =>
  (table, report) => {
    const { codes, values } = table.columns.get(column) ?? { codes: [], values: [] };
    for (let row = 0; row < table.size; row++) {
      const value = values[codes[row] as number] ?? null;
      if (value === null || (String(value) >= from && String(value) <= to)) continue;
      report(row, column, {
        message: `${column} hors de la période du plan`,
        value: String(value),
        expected: `de ${from} à ${to}`,
        remedy: 'corrigez la cellule, ou retirez la ligne',
      });
    }
  };
