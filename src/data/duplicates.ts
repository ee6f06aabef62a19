import { openSource } from './byte-source.ts';
import { inspect } from './bytes.ts';
import { parseRecords } from './csv.ts';
import { Faults, SHOWN_PER_KIND } from './faults.ts';
import { hashOf, keyText, repeatedKeys } from './keys.ts';
import { type Judgement, linesOf, type Occurrence, problemsOf } from './rules.ts';
import type { Table } from './table.ts';

interface Repetition extends Occurrence {
  readonly id: string;
  readonly first: Occurrence;
}

const COLUMN = 'id_parcours';

/**
 * The same course twice, in one file or in two: both places are named. Only hashes were kept, so files in which one
 * comes twice are read again, and only equal identifiers are reported.
 */
export async function duplicateIds(tables: readonly Table[], shown = SHOWN_PER_KIND): Promise<readonly Judgement[]> {
  const keys = tables.flatMap((table) => (table.keys ? [table.keys] : []));
  const repeated = repeatedKeys(keys);
  if (repeated.size === 0) return [];
  const repetitions = await findRepetitions(tables, repeated);
  const judgements: Judgement[] = [];
  for (const [table, found] of Map.groupBy(repetitions, (repetition) => repetition.table)) {
    const firstLines = await linesOf(found.slice(0, shown).map(({ first }) => first));
    const faults = new Faults(shown);
    for (const { record, id, first } of found) {
      faults.add(record, rankIn(table), {
        severity: 'error',
        message: `${COLUMN} en double`,
        value: id,
        expected: 'un identifiant par parcours',
        remedy: `déjà lu dans ${first.table.report.name}, ligne ${firstLines.get(first) ?? ''}\u202F; retirez l’une des deux lignes`,
      });
    }
    judgements.push({ table, problems: await problemsOf(faults, table), refused: faults.refused });
  }
  return judgements;
}

const rankIn = (table: Table): number => table.fieldRanks.get(COLUMN) ?? 0;

async function findRepetitions(tables: readonly Table[], repeated: ReadonlySet<string>): Promise<Repetition[]> {
  const firsts = new Map<string, Occurrence>();
  const repetitions: Repetition[] = [];
  for (const table of tables) {
    await eachId(table, (id, record) => {
      if (!repeated.has(keyText(...hashOf(id)))) return;
      const first = firsts.get(id);
      if (first) repetitions.push({ table, record, id, first });
      else firsts.set(id, { table, record });
    });
  }
  return repetitions;
}

async function eachId(table: Table, use: (id: string, record: number) => void): Promise<void> {
  const source = await openSource(table.file);
  const rank = rankIn(table);
  const skipped = new Set(table.skipped);
  let record = 0;
  await parseRecords(source, await inspect(source), table.dialect, (cells) => {
    const id = cells[rank]?.trim();
    if (record > 0 && id && !skipped.has(record)) use(id, record);
    record += 1;
  });
}
