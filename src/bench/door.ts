import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'csv-parse';
import { calendarOf, dataContext, readGround } from '../computation/computation.ts';
import { toDataset } from '../computation/dataset.ts';
import { loadData } from '../data/load.ts';
import { periodOf } from '../figures/calendar.ts';
import { createTally } from '../figures/tally.ts';
import { readEnvironment } from '../settings/environment.ts';

/**
 * One way of reading the entries of a data folder, in a process of its own: prints seconds and peak memory in
 * megabytes. `door` is everything the project does to rows, `bare` the parser alone, `duckdb` the same count in SQL.
 */
export interface Measure {
  readonly seconds: number;
  /** Seconds of all cores: what neighbours on the machine change least. */
  readonly cpu: number;
  readonly megabytes: number;
  /** Entries counted, so that nobody measures an empty run. */
  readonly entries: number;
}

const YEAR = 2024;
const environment = readEnvironment();
const entriesFile = join(environment.data, 'entrees', `${YEAR}.csv`);

const WAYS: Readonly<Record<string, () => Promise<number>>> = {
  bare: async () => {
    let records = 0;
    const parser = new Parser({
      on_record: () => {
        records += 1;
        return null;
      },
    });
    parser.resume();
    await new Promise((resolve, reject) => {
      createReadStream(entriesFile, { highWaterMark: 1 << 18 })
        .pipe(parser)
        .once('close', resolve)
        .once('error', reject);
    });
    return records - 1;
  },
  door: async () => {
    const ground = await readGround(environment);
    if (!ground.ok) throw new Error('no usable settings');
    const { settings, edition } = ground;
    const data = await loadData(environment.data, { ...dataContext(settings, edition), cache: null });
    const calendar = calendarOf(settings, edition);
    const tally = createTally(toDataset(data, settings), calendar);
    const all = periodOf({ annee: 'cumul' }, calendar);
    if (!all) throw new Error('no period');
    tally({ bassin: settings.allBasins.id }, all);
    return tally({}, all).entries;
  },
  duckdb: async () => {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const connection = await (await DuckDBInstance.create()).connect();
    const reader = await connection.runAndReadAll(
      `select date_trunc('month', date_entree), date_trunc('month', date_sortie), code_commune, motif_sortie, situation,
        sum(effectif)::integer as entries
       from read_csv('${entriesFile.replaceAll("'", "''")}') group by all`,
    );
    return reader.getRows().reduce((sum, row) => sum + Number(row.at(-1)), 0);
  },
};

const from = performance.now();
const entries = await (WAYS[process.argv[2] ?? ''] as () => Promise<number>)();
const seconds = (performance.now() - from) / 1000;
const { user, system } = process.cpuUsage();
const measure: Measure = {
  seconds,
  cpu: (user + system) / 1e6,
  megabytes: (process.resourceUsage().maxRSS * 1024) / 1e6,
  entries,
};
process.stdout.write(JSON.stringify(measure));
process.exit(0);
