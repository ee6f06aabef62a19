import { describe, expect, it } from 'vitest';
import { lastObservableMonth } from './calendar.ts';
import type { Dataset } from './dataset.ts';
import { column, fortyDataset } from './forty.fixture.ts';
import { describeObservation } from './methodology.ts';
import { observeOnTime, profileObservations } from './observation.ts';

const RULES = { minimumCount: 5, minimumDenominator: 20 };

/** Exits as [day of exit, situation, day of observation, source], each standing for `weight` entries. */
function exits(rows: readonly (readonly [string, string, string, string])[], weight = 1): Dataset {
  const columns = {
    date_sortie: rows.map((row) => row[0]),
    situation: rows.map((row) => row[1]),
    date_observation: rows.map((row) => row[2]),
    source_situation: rows.map((row) => row[3]),
    effectif: rows.map(() => weight),
  };
  const table = {
    size: rows.length,
    columns: new Map(Object.entries(columns).map(([name, cells]) => [name, column(cells)])),
  };
  return { ...fortyDataset([]), entries: [table] };
}

const situations = ({ entries }: Dataset): unknown[] =>
  entries.flatMap(({ size, columns }) => {
    const cells = columns.get('situation');
    return Array.from({ length: size }, (_, row) => cells?.values[cells.codes[row] as number]);
  });

describe('the last month whose exits can all have been observed', () => {
  it.each([
    ['2025-08-31', 6, '2025-02'],
    ['2025-08-30', 6, '2025-01'],
    ['2025-02-28', 7, '2024-07'],
    ['2025-01-31', 1, '2024-12'],
    ['2024-12-31', 0, '2024-12'],
  ])('at %s, %d months after', (cutOff, months, expected) => {
    expect(lastObservableMonth(cutOff, months)).toBe(expected);
  });
});

describe('exits of one month', () => {
  it('are too recent together, or observed together: without an answer, unknown', () => {
    const dataset = exits([
      ['2025-02-10', 'emploi_court', '2025-08-20', 'dsn'],
      ['2025-02-28', '', '', ''],
      ['2025-03-01', 'emploi_durable', '2025-08-30', 'enquete'],
      ['2025-03-02', '', '', ''],
      ['', '', '', ''],
    ]);
    expect(situations(observeOnTime(dataset, '2025-02'))).toEqual(['emploi_court', 'inconnue', null, null, null]);
  });
});

describe('what is said of the situations that are put together', () => {
  const LABELS: Readonly<Record<string, string>> = { dsn: 'Déclaration', enquete: 'Enquête', organisme: 'Organisme' };
  const said = (dataset: Dataset): string =>
    describeObservation(profileObservations(dataset, RULES), (id) => LABELS[id] ?? id);
  const survey = Array.from({ length: 15 }, () => ['2024-01-31', 'emploi_court', '2024-07-31', 'enquete'] as const);
  const register = Array.from({ length: 10 }, () => ['2024-01-31', 'autre', '2024-09-30', 'dsn'] as const);
  const few = Array.from({ length: 4 }, () => ['2024-01-31', 'autre', '2024-08-31', 'organisme'] as const);

  it('names the delays and the sources, and no share when one is small: the others would tell it', () => {
    expect(said(exits([...survey, ...register]))).toBe(
      'Situations observées de 6 à 8 mois après la sortie, par 2 sources réunies : déclaration 40\u202F%, enquête 60\u202F%.',
    );
    expect(said(exits([...survey, ...register, ...few]))).toMatch(
      /par 3 sources réunies : déclaration, enquête, organisme\.$/,
    );
  });

  it('leaves out unknown situations, counts weights, and says nothing of too few', () => {
    const unknown = ['2024-01-31', 'inconnue', '2024-12-31', 'organisme'] as const;
    expect(said(exits([...survey, ...register, unknown]))).toBe(said(exits([...survey, ...register])));
    expect(said(exits(survey))).toBe('Aucune situation n’est connue.');
    expect(said(exits(survey, 2))).toMatch(/une seule source : enquête 100\u202F%/);
  });
});
