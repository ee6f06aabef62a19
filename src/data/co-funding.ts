import type { Problem } from '../problem.ts';
import { CourseKeys, type Telling } from './course-keys.ts';
import { SHOWN_PER_KIND } from './faults.ts';
import { PLAUSIBILITY } from './plausibility.ts';
import { applyRules, columnText, linesOf, type Occurrence, type Report, type Rule, recordOf } from './rules.ts';
import type { Table } from './table.ts';

/** What two files of one co-funded course have in common; an empty exit is a course underway. */
const SAME: Telling = {
  columns: ['date_entree', 'date_sortie', 'code_formation', 'code_commune', 'sexe', 'tranche_age'],
  mayBeEmpty: new Set(['date_sortie']),
};

/**
 * Entries that two funders may both have sent: same dates, formation, commune, sex and age. Only probable, since no key
 * tells persons apart: listed as warnings, and counted all the same.
 */
export async function probableDuplicates(entries: readonly Table[]): Promise<Problem[]> {
  const keys = new CourseKeys(entries, SAME, 'financeur');
  const doubtful = keys.ofSeveralGroups();
  if (doubtful.size === 0) return [];
  const first = new Map<number, Entry>();
  const doubles: Double[] = [];
  for (const [rank, table] of entries.entries()) {
    const funderOf = columnText(table, 'financeur');
    for (const [row, key] of keys.rowsWith(doubtful, rank)) {
      const entry = { table, row, record: recordOf(table, row), funder: funderOf(row) };
      const earlier = first.get(key);
      if (!earlier) first.set(key, entry);
      else if (earlier.funder !== entry.funder) doubles.push({ ...entry, earlier });
    }
  }
  const problems: Problem[] = [];
  for (const [table, found] of Map.groupBy(doubles, (double) => double.table)) {
    const lines = await linesOf(found.slice(0, SHOWN_PER_KIND).map(({ earlier }) => earlier));
    const list: Rule = (_, report) => {
      for (const double of found) report(double.row, 'financeur', probable(double, lines.get(double.earlier)));
    };
    problems.push(...(await applyRules(table, [list])));
  }
  return problems;
}

interface Entry extends Occurrence {
  readonly row: number;
  readonly funder: string;
}
interface Double extends Entry {
  readonly earlier: Entry;
}

const probable = ({ earlier, funder }: Double, line: number | undefined): Parameters<Report>[2] => ({
  severity: 'warning',
  rule: PLAUSIBILITY.coFunding,
  message: 'doublon probable, parcours cofinancé',
  value: `${earlier.funder} (${earlier.table.report.name}, ligne ${line ?? ''}) et ${funder}`,
  expected: 'un parcours, une ligne, même avec deux financeurs',
  remedy: `demandez aux deux financeurs. Un seul parcours\u00A0: retirez une ligne. Deux parcours\u00A0: écrivez-le dans derogations.yaml («\u00A0${PLAUSIBILITY.coFunding}\u00A0»)`,
});
