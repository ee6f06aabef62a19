import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withRecords } from '../../../bench/records.ts';
import { computeFigures } from '../../../computation/computation.ts';
import { readEnvironment } from '../../../settings/environment.ts';
import { publishedSlices } from '../../catalogue.ts';
import { isChange } from '../../changes.ts';
import { type BareFigure, type Count, createComputer } from '../../compute.ts';
import { isTooSmall } from '../../disclosure.ts';
import { INDICATORS } from '../../registry.ts';
import { dimensionsOf, figureId } from '../../slice.ts';
import { readCells } from '../cells.ts';
import { SPAN } from '../chain.ts';
import { protect } from '../protect.ts';
import { attack, spanOf } from './attack.fixture.ts';
import { type Attacked, record, small } from './small.fixture.ts';

const RULES = { minimumCount: 5, minimumDenominator: 20 };

/** A data set, its counts, and what protection withholds of them. */
function prepare({ dataset, calendar }: Attacked) {
  const computer = createComputer(dataset, calendar);
  const counts = INDICATORS.flatMap((indicator) =>
    isChange(indicator)
      ? []
      : [...publishedSlices(indicator, dataset.dimensions, calendar)].map((slice) => computer.count(indicator, slice)),
  );
  const { reasons } = protect(counts, dataset, calendar, RULES, new Set());
  return { computer, counts, reasons, told: readCells(counts, dataset, calendar, RULES), calendar };
}
type Prepared = ReturnType<typeof prepare>;

/** Attacks a data set where some counts, by rank, are withheld. */
async function attackOn({ computer, counts, told, calendar }: Prepared, isWithheld: (rank: number) => boolean) {
  const { space, cells } = told;
  const seatsOf = ({ slice }: BareFigure): number => {
    const seats = counts.find(
      (count) => count.indicator.id === 'places' && JSON.stringify(count.slice) === JSON.stringify(slice),
    );
    return typeof seats?.result === 'number' ? seats.result : 0;
  };
  const suspects = cells.filter(({ isSmall }) => isSmall);
  const findings = await attack(
    counts.map((count, rank) => computer.say(count, isWithheld(rank))),
    suspects.map(({ terms, tellers: [teller = 0] }) => {
      const { indicator, slice } = counts[teller] as Count;
      return { name: `${indicator.id} ${JSON.stringify(slice)}`, terms };
    }),
    seatsOf,
    space,
    calendar,
    SPAN,
  );
  return { secrets: findings.length, betrayed: findings.filter((finding) => spanOf(finding) < SPAN) };
}

const attackPublished = (prepared: Prepared) => attackOn(prepared, (rank) => prepared.reasons.has(rank));

/** A withheld figure, with the counts it tells: showing it shows them. */
function shownWith(rank: number, { told, reasons }: Prepared): ReadonlySet<number> {
  const own = (told.cellsOf[rank] ?? []).flatMap((cell) => told.cells[cell]?.figure ?? []);
  return new Set([rank, ...own.filter((figure) => reasons.has(figure))]);
}

const FIXTURE = 'src/site.test/fixture';
const load = async (data: string): Promise<Attacked> => {
  const { computation } = await computeFigures(
    readEnvironment({ BILAN_DATA: data, BILAN_CONTENT: `${FIXTURE}/content` }),
  );
  if (!computation) throw new Error(`no figures in ${data}`);
  return { dataset: computation.dataset, calendar: computation.book.calendar };
};

/** Writes one to three entries on each row, by a fixed draw. */
async function weigh(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    let drawn = 7;
    const [header, ...rows] = (await readFile(path, 'utf8')).trimEnd().split('\n');
    const weighed = rows.map((row) => {
      drawn = (Math.imul(drawn, 1103515245) + 12345) >>> 0;
      return row.replace(/,1$/, `,${1 + ((drawn >>> 8) % 3)}`);
    });
    await writeFile(path, `${[header, ...weighed].join('\n')}\n`);
  }
}

const demonstration = async (): Promise<Prepared> =>
  withRecords(`${FIXTURE}/data`, 9873, async (data) => prepare(await load(data)));

describe('an attack by linear programming, on everything that is published', () => {
  it('finds no withheld count of the frozen data, not even to within one', async () => {
    const { secrets, betrayed } = await attackPublished(prepare(await load(`${FIXTURE}/data`)));
    expect(secrets).toBeGreaterThan(500);
    expect(betrayed).toEqual([]);
  }, 300_000);

  it('finds none of the demonstration either', async () => {
    const { secrets, betrayed } = await attackPublished(await demonstration());
    expect(secrets).toBeGreaterThan(200);
    expect(betrayed).toEqual([]);
  }, 300_000);

  it('finds none where a row stands for several entries', async () => {
    const prepared = await withRecords(`${FIXTURE}/data`, 9873, async (data) => {
      await weigh(join(data, 'entrees'));
      return prepare(await load(data));
    });
    const { secrets, betrayed } = await attackPublished(prepared);
    expect(secrets).toBeGreaterThan(100);
    expect(betrayed).toEqual([]);
  }, 300_000);

  it('finds most of them when only small counts are withheld: the attack is a real one', async () => {
    const prepared = await demonstration();
    const isSmall = (rank: number): boolean => isTooSmall(prepared.counts[rank] as Count, RULES);
    const { secrets, betrayed } = await attackOn(prepared, isSmall);
    expect(betrayed.length).toBeGreaterThan(secrets / 2);
  }, 300_000);

  it('finds something as soon as one more figure is shown, for four in five of a sample: little is withheld in vain', async () => {
    const prepared = await demonstration();
    const secondary = [...prepared.reasons].flatMap(([rank, reason]) => (reason === 'secondary' ? [rank] : []));
    const sample = secondary.filter((_, index) => index % Math.floor(secondary.length / 15) === 0);
    let inVain = 0;
    for (const rank of sample) {
      const shown = shownWith(rank, prepared);
      const { betrayed } = await attackOn(prepared, (other) => prepared.reasons.has(other) && !shown.has(other));
      if (betrayed.length === 0) inVain += 1;
    }
    expect(sample.length).toBeGreaterThanOrEqual(15);
    expect(inVain).toBeLessThanOrEqual(sample.length / 5);
  }, 300_000);

  it('leaves every figure of the whole region over a year, or over the plan, in sight on the demonstration', async () => {
    const { counts, reasons } = await demonstration();
    const hidden = [...reasons].flatMap(([rank, reason]) => {
      const { indicator, slice } = counts[rank] as Count;
      const isTotal = dimensionsOf(slice).length === 0 && slice.mois === undefined;
      return reason === 'secondary' && isTotal ? [figureId(indicator.id, slice)] : [];
    });
    expect(hidden).toEqual([]);
  }, 60_000);

  it('finds none of 200 small data sets drawn at random', async () => {
    const drawn = fc.sample(fc.array(record, { minLength: 10, maxLength: 60 }), { seed: 2024, numRuns: 200 });
    let secrets = 0;
    for (const rows of drawn) {
      const result = await attackPublished(prepare(small(rows)));
      secrets += result.secrets;
      expect(result.betrayed, JSON.stringify(rows)).toEqual([]);
    }
    expect(secrets).toBeGreaterThan(2000);
  }, 900_000);
});
