import { basename } from 'node:path';
import { columnText, type Report } from './rules.ts';
import type { Table } from './table.ts';

/** Year in the name of a file of entries: `2024.csv`, `2024-producteur.csv`. */
export const yearOfFile = (file: string): string => basename(file).slice(0, 4);

/** An entry stands in the file of its year. */
export function enteredInYearOfFile(table: Table, report: Report): void {
  const year = yearOfFile(table.file);
  const entryOf = columnText(table, 'date_entree');
  for (let row = 0; row < table.size; row++) {
    const entry = entryOf(row);
    if (entry !== '' && !entry.startsWith(year)) {
      report(row, 'date_entree', {
        message: 'entrée d’une autre année que son fichier',
        value: entry,
        expected: `une date de ${year}`,
        remedy: `déplacez la ligne dans ${entry.slice(0, 4)}.csv, ou corrigez la date`,
      });
    }
  }
}

/** No day lies after the cut-off, and no exit or observation before what it follows. */
export const datesFollow =
  (cutOff: string) =>
  (table: Table, report: Report): void => {
    const [entryOf, exitOf, observationOf] = [
      columnText(table, 'date_entree'),
      columnText(table, 'date_sortie'),
      columnText(table, 'date_observation'),
    ];
    const late = (row: number, column: string, day: string): void => {
      if (day <= cutOff) return;
      report(row, column, {
        message: `${column} après la date d’arrêté`,
        value: day,
        expected: `au plus tard le ${cutOff}`,
        remedy: 'corrigez la date, ou laissez la cellule vide si l’événement est à venir',
      });
    };
    for (let row = 0; row < table.size; row++) {
      const [entry, exit, observation] = [entryOf(row), exitOf(row), observationOf(row)];
      late(row, 'date_entree', entry);
      late(row, 'date_sortie', exit);
      late(row, 'date_observation', observation);
      if (exit !== '' && exit < entry) {
        report(row, 'date_sortie', {
          message: 'sortie avant l’entrée',
          value: exit,
          expected: `le ${entry} ou après`,
          remedy: 'corrigez l’une des deux dates',
        });
      }
      if (observation !== '' && exit !== '' && observation < exit) {
        report(row, 'date_observation', {
          message: 'situation observée avant la sortie',
          value: observation,
          expected: `le ${exit} ou après`,
          remedy: 'corrigez l’une des deux dates',
        });
      }
    }
  };

/** Exit, reason and situation come together. */
export function exitIsWhole(table: Table, report: Report): void {
  const [exitOf, reasonOf] = [columnText(table, 'date_sortie'), columnText(table, 'motif_sortie')];
  const [situationOf, observationOf] = [columnText(table, 'situation'), columnText(table, 'date_observation')];
  for (let row = 0; row < table.size; row++) {
    const [exit, reason, situation, observation] = [exitOf(row), reasonOf(row), situationOf(row), observationOf(row)];
    if (reason !== '' && exit === '') {
      report(row, 'motif_sortie', {
        message: 'motif sans date de sortie',
        value: reason,
        expected: 'une date de sortie, ou pas de motif',
        remedy: 'ajoutez la date de sortie, ou videz le motif',
      });
    }
    if (exit !== '' && reason === '') {
      report(row, 'date_sortie', {
        message: 'sortie sans motif',
        value: exit,
        expected: 'un motif de sortie (inconnu si on ne le sait pas)',
        remedy: 'ajoutez le motif',
      });
    }
    if (situation !== '' && exit === '') {
      report(row, 'situation', {
        message: 'situation sans date de sortie',
        value: situation,
        expected: 'une date de sortie, ou pas de situation',
        remedy: 'ajoutez la date de sortie, ou videz la situation',
      });
    }
    if (situation !== '' && observation === '') {
      report(row, 'date_observation', {
        message: 'situation sans date d’observation',
        value: situation,
        expected: 'le jour de l’observation',
        remedy: 'ajoutez la date d’observation',
      });
    }
  }
}
