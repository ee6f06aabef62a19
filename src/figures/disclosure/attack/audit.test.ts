import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withRecords } from '../../../bench/records.ts';
import { computeFigures } from '../../../computation.ts';
import { readEnvironment } from '../../../settings/environment.ts';
import { type Calendar, createCalendar } from '../../calendar.ts';
import { publishedSlices } from '../../catalogue.ts';
import { isChange } from '../../changes.ts';
import { type BareFigure, createComputer } from '../../compute.ts';
import type { Dataset } from '../../dataset.ts';
import type { DimensionId } from '../../dimension.ts';
import { isTooSmall } from '../../disclosure.ts';
import { fortyDataset, tableOf } from '../../forty.fixture.ts';
import { publishTables } from '../../publish.ts';
import { INDICATORS } from '../../registry.ts';
import { readCells } from '../cells.ts';
import { SPAN } from '../chain.ts';
import { protect } from '../protect.ts';
import { attack, spanOf } from './attack.fixture.ts';

const RULES = { minimumCount: 5, minimumDenominator: 20 };

interface Attacked {
  readonly dataset: Dataset;
  readonly calendar: Calendar;
}

/** Attacks a data set as it is published, or with primary disclosure control only. */
async function attackOn({ dataset, calendar }: Attacked, withSecondary = true) {
  const computer = createComputer(dataset, calendar);
  const counts = INDICATORS.flatMap((indicator) =>
    isChange(indicator)
      ? []
      : [...publishedSlices(indicator, dataset.dimensions, calendar)].map((slice) => computer.count(indicator, slice)),
  );
  const { figures } = publishTables(computer, dataset, calendar, RULES, new Set(), protect);
  const seen: Iterable<BareFigure> = withSecondary
    ? figures.values()
    : counts.map((count) => computer.say(count, isTooSmall(count, RULES)));
  const { space, cells } = readCells(counts, dataset, calendar, RULES);
  const suspects = cells.filter(({ isSmall }) => isSmall);
  const seatsOf = ({ slice }: BareFigure): number =>
    figures
      .values()
      .find((figure) => figure.indicator === 'places' && JSON.stringify(figure.slice) === JSON.stringify(slice))
      ?.value ?? 0;
  const findings = await attack(
    seen,
    suspects.map(({ terms, tellers: [teller = 0] }) => {
      const { indicator, slice } = counts[teller] as (typeof counts)[number];
      return { name: `${indicator.id} ${JSON.stringify(slice)}`, terms };
    }),
    seatsOf,
    space,
    calendar,
    SPAN,
  );
  return { secrets: findings.length, betrayed: findings.filter((finding) => spanOf(finding) < SPAN) };
}

const FIXTURE = 'src/site.test/fixture';
const load = async (data: string): Promise<Attacked> => {
  const { computation } = await computeFigures(
    readEnvironment({ BILAN_DATA: data, BILAN_CONTENT: `${FIXTURE}/content` }),
  );
  if (!computation) throw new Error(`no figures in ${data}`);
  return { dataset: computation.dataset, calendar: computation.book.calendar };
};

/** Small data sets where most counts are small: a few places, families, sizes and ends, over two years. */
const CALENDAR = createCalendar({
  start: '2023-12-01',
  cutOff: '2024-02-29',
  referenceYear: 2022,
  provisionalMonths: 2,
  eventsFrom: '2024-08-01',
  eventsTo: '2025-01-31',
});
const DAYS = ['2023-12-04', '2024-01-08', '2024-02-05'];
const KEPT: Partial<Record<DimensionId, readonly string[]>> = {
  bassin: ['lille', 'lens', 'hors-bassins'],
  departement: ['59', '62'],
  formation: ['technicien', 'superieur'],
  voie: ['professionnelle'],
  secteur: ['industrie'],
  financeur: ['region'],
  age: ['moins_26'],
  niveau_entree: ['3'],
  taille: ['tpe', 'pme', 'ge'],
  issue: ['emploi_durable', 'emploi_court', 'recherche_emploi', 'inconnue'],
};
const small = (rows: readonly (readonly string[])[]): Attacked => {
  const dataset = fortyDataset([tableOf(rows)]);
  const dimensions = new Map(
    [...dataset.dimensions].map(([id, dimension]) => {
      const kept = KEPT[id];
      return [
        id,
        kept ? { ...dimension, values: dimension.values.filter((value) => kept.includes(value.id)) } : dimension,
      ];
    }),
  );
  return { dataset: { ...dataset, dimensions }, calendar: CALENDAR };
};
const often = <Value>(...values: readonly (readonly [number, Value])[]) =>
  fc.oneof(...values.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));
const record = fc
  .record({
    entry: fc.nat(DAYS.length - 1),
    length: fc.nat(3),
    reason: often([8, 'achevement'], [2, 'abandon'], [1, 'inconnu']),
    situation: often([6, 'emploi_durable'], [3, 'emploi_court'], [2, 'recherche_emploi'], [1, 'inconnue'], [1, '']),
    place: often([5, 'lille'], [2, 'lens'], [2, 'arras']),
    family: often([4, 'technicien'], [1, 'superieur']),
    sex: often([6, 'H'], [2, 'F'], [1, '']),
    size: often([3, 'tpe'], [3, 'pme'], [1, 'ge'], [3, '']),
  })
  .map(({ entry, length, reason, situation, place, family, sex, size }) => {
    const left = length === 0 ? undefined : DAYS[entry + length];
    const end = left ? [left, reason, situation] : ['', '', ''];
    return ['0', DAYS[entry] as string, ...end, place, family, sex, size] as string[];
  });

describe('an attack by linear programming, on everything that is published', () => {
  it('finds no withheld count of the frozen data, not even to within one', async () => {
    const { secrets, betrayed } = await attackOn(await load(`${FIXTURE}/data`));
    expect(secrets).toBeGreaterThan(500);
    expect(betrayed).toEqual([]);
  }, 300_000);

  it('finds none of the demonstration either', async () => {
    const { secrets, betrayed } = await withRecords(`${FIXTURE}/data`, 9873, async (data) =>
      attackOn(await load(data)),
    );
    expect(secrets).toBeGreaterThan(200);
    expect(betrayed).toEqual([]);
  }, 300_000);

  it('finds most of them when only small counts are withheld: the attack is a real one', async () => {
    const { secrets, betrayed } = await withRecords(`${FIXTURE}/data`, 9873, async (data) =>
      attackOn(await load(data), false),
    );
    expect(betrayed.length).toBeGreaterThan(secrets / 2);
  }, 300_000);

  it('finds none of 200 small data sets drawn at random', async () => {
    const drawn = fc.sample(fc.array(record, { minLength: 10, maxLength: 60 }), { seed: 2024, numRuns: 200 });
    let secrets = 0;
    for (const rows of drawn) {
      const result = await attackOn(small(rows));
      secrets += result.secrets;
      expect(result.betrayed, JSON.stringify(rows)).toEqual([]);
    }
    expect(secrets).toBeGreaterThan(2000);
  }, 900_000);
});
