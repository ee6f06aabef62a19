import fc from 'fast-check';
import { type Calendar, createCalendar } from '../../calendar.ts';
import type { Dataset } from '../../dataset.ts';
import type { DimensionId } from '../../dimension.ts';
import { fortyDataset, tableOf } from '../../forty.fixture.ts';

/** What is attacked. */
export interface Attacked {
  readonly dataset: Dataset;
  readonly calendar: Calendar;
}

/** Small data sets where most counts are small: a few places, families, sizes and ends, over two years. */
const CALENDAR = createCalendar({
  start: '2023-12-01',
  cutOff: '2024-02-29',
  referenceYear: 2022,
  provisionalMonths: 2,
  observationMonths: 6,
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
export const small = (rows: readonly (readonly string[])[]): Attacked => {
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
/** A course of such a set, as a row of the forty. */
export const record = fc
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
