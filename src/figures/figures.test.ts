import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBook } from './book.ts';
import { isChange } from './changes.ts';
import { fortyDataset, fortyRows, tableOf } from './forty.fixture.ts';
import { FORTY_CALENDAR } from './forty-book.fixture.ts';
import { observeOnTime } from './observation.ts';
import { INDICATORS } from './registry.ts';

/** Everything is shown: what is tested here is counting. */
const OPEN = { minimumCount: 1, minimumDenominator: 1 };
const USUAL = { minimumCount: 5, minimumDenominator: 20 };

const bookOf = (dataset = fortyDataset(), rules = OPEN) =>
  createBook({
    dataset: observeOnTime(dataset, FORTY_CALENDAR.lastObserved),
    calendar: FORTY_CALENDAR,
    rules,
    published: [],
    isDemonstration: true,
  });

type Question = Readonly<Record<string, string | number>>;
const book = bookOf();

function figure(id: string, question: Question, from = book) {
  const answer = from.ask(id, Object.entries(question));
  if (!answer.ok) throw new Error(answer.fault.message);
  return answer.figure;
}
const value = (id: string, question: Question): number | null => figure(id, question).value;

describe('forty courses counted by hand', () => {
  const COUNTS: [string, Question, number][] = [
    // Lines 1–16 entered in 2023, 17–34 in 2024, 35–40 in 2025.
    ['entrees', { annee: 2023 }, 16],
    ['entrees', { annee: 2024 }, 18],
    ['entrees', { annee: 2025 }, 6],
    ['entrees', { annee: 'cumul' }, 40],
    ['entrees', { mois: '2024-01' }, 16],
    ['entrees', { mois: '2024-02' }, 0],
    // Lille in 2024: 17–22, 29, 33. Lens: 23–25, 30. Outside: 26–28, 31, 32, 34.
    ['entrees', { annee: 2024, bassin: 'lille' }, 8],
    ['entrees', { annee: 2024, bassin: 'lens' }, 4],
    ['entrees', { annee: 2024, bassin: 'dunkerque' }, 0],
    ['entrees', { annee: 2024, bassin: 'quatre-bassins' }, 12],
    ['entrees', { annee: 2024, bassin: 'hors-bassins' }, 6],
    ['entrees', { annee: 2024, departement: '62' }, 10],
    ['entrees', { annee: 2024, famille: 'technicien' }, 6],
    ['entrees', { annee: 2024, niveau: '5' }, 12],
    ['entrees', { annee: 2024, sexe: 'F' }, 3],
    ['entrees', { annee: 2024, bassin: 'lille', famille: 'superieur' }, 3],
    // Left in 2023: 1–12. In 2024: 13–32. In 2025: 33–37.
    ['sorties', { annee: 2023 }, 12],
    ['sorties', { annee: 2024 }, 20],
    ['sorties', { annee: 2025 }, 5],
    ['sorties', { annee: 'cumul' }, 37],
    ['sorties', { annee: 2024, issue: 'emploi_durable' }, 9],
    ['sorties_motif_inconnu', { annee: 2024 }, 1],
    // Underway on 31 December 2023: 13–16. On 31 December 2024: 33, 34. At the cut-off: 38–40.
    ['en_formation', { annee: 2023 }, 4],
    ['en_formation', { annee: 2024 }, 2],
    ['en_formation', { annee: 'cumul' }, 3],
    ['achevements', { annee: 2023 }, 10],
    ['achevements', { annee: 2024 }, 16],
    ['sorties_avant_terme', { annee: 2024 }, 3],
    // Lines 29 and 30.
    ['sorties_avant_terme_emploi', { annee: 2024 }, 2],
    // Of the 20 exits of 2024: 16, 28 and 32 unknown, 27 and 31 not positive.
    ['sorties_observees', { annee: 2024 }, 20],
    ['sorties_situation_connue', { annee: 2024 }, 17],
    ['issues_positives', { annee: 2024 }, 15],
    ['issues_inconnues', { annee: 2024 }, 3],
    // Six months before the cut-off: 33–36 left since; 37 left in time.
    ['sorties_trop_recentes', { annee: 2025 }, 4],
    // Entered in 2023: 1–10 and 13–16 completed, of whom 10 is looking for work and 16 unknown; 11 and 12 left early.
    ['entrees_achevees', { annee: 2023 }, 14],
    ['entrees_achevees_positives', { annee: 2023 }, 12],
    ['entrees_achevees_autres', { annee: 2023 }, 1],
    ['entrees_achevees_inconnues', { annee: 2023 }, 1],
    ['entrees_interrompues', { annee: 2023 }, 2],
    ['entrees_interrompues_positives', { annee: 2023 }, 1],
    ['entrees_interrompues_autres', { annee: 2023 }, 1],
    ['entrees_interrompues_inconnues', { annee: 2023 }, 0],
    // Line 32.
    ['entrees_motif_inconnu', { annee: 2024 }, 1],
    ['sorties_trop_recentes', { annee: 2024 }, 0],
    ['sorties_observees', { annee: 2025 }, 1],
    ['places', { annee: 2022 }, 6],
    ['places', { annee: 2024 }, 24],
    ['places', { annee: 'cumul' }, 70],
    ['places', { annee: 2024, famille: 'superieur' }, 14],
    ['multiplication_places', { annee: 2024 }, 4],
    ['places_inoccupees', { annee: 2024 }, 6],
    // The event of July 2024 lies before the recording began.
    ['actions', { annee: 'cumul' }, 3],
    ['actions', { annee: 2024 }, 2],
    ['actions', { annee: 'cumul', type: 'visite' }, 2],
    ['participants', { annee: 'cumul' }, 120],
    ['entrees_evolution', { annee: 2024 }, 2],
  ];
  it.each(COUNTS)('%s %o is %d', (id, question, expected) => {
    expect(value(id, question)).toBe(expected);
  });

  const RATES: [string, Question, number, number][] = [
    ['taux_achevement', { annee: 2023 }, 10, 12],
    ['taux_achevement', { annee: 2024 }, 16, 19],
    ['taux_achevement', { annee: 'cumul' }, 30, 36],
    // Entered in 2023: 1–10, 13–16 completed, 11 and 12 left early. In 2024: 14 completed, 3 left early, 1 unknown.
    ['taux_achevement_cohorte', { annee: 2023 }, 14, 16],
    ['taux_achevement_cohorte', { annee: 2024 }, 14, 17],
    ['taux_issue_positive', { annee: 2023 }, 10, 12],
    ['taux_issue_positive', { annee: 2024 }, 15, 17],
    ['taux_issue_positive_bas', { annee: 2024 }, 15, 20],
    ['taux_issue_positive_haut', { annee: 2024 }, 18, 20],
    ['taux_reponse', { annee: 2024 }, 17, 20],
    ['taux_issue_positive_achevements', { annee: 2024 }, 13, 14],
    ['taux_issue_positive_avant_terme', { annee: 2024 }, 2, 3],
    ['sorties_avant_terme_emploi_part', { annee: 2024 }, 2, 3],
    // Lasting jobs: 13, 14, 17–22, 30. Short ones: 23, 24, 29.
    ['taux_emploi_durable', { annee: 2024 }, 9, 17],
    ['sorties_emploi_part', { annee: 2024 }, 12, 17],
    ['sorties_part', { annee: 2024, issue: 'emploi_durable' }, 9, 17],
    // Only line 37 has been observed among the exits of 2025.
    ['taux_issue_positive', { annee: 2025 }, 1, 1],
    ['part_entrees', { annee: 2024, bassin: 'lille' }, 8, 18],
    ['part_entrees', { annee: 2024, bassin: 'quatre-bassins' }, 12, 18],
    // Women: 17, 18, 29; the sex of line 19 is unknown.
    ['part_femmes', { annee: 2024 }, 3, 17],
    ['part_entrees', { annee: 2024, sexe: 'F' }, 3, 17],
    // Sizes known in 2024: 17–25, of which 25 is neither a TPE nor a PME.
    ['part_tpe_pme', { annee: 2024 }, 8, 9],
    ['taux_remplissage', { annee: 2024 }, 18, 24],
    ['entrees_evolution_taux', { annee: 2024 }, 2, 16],
  ];
  it.each(RATES)('%s %o is %d / %d', (id, question, numerator, denominator) => {
    expect(figure(id, question)).toMatchObject({ value: numerator / denominator, numerator, denominator });
  });

  it('leave out no definition', () => {
    const counted = new Set([...COUNTS, ...RATES].map(([id]) => id));
    expect(INDICATORS.filter((indicator) => !isChange(indicator) && !counted.has(indicator.id))).toEqual([]);
  });

  it('gives a change of a rate in points', () => {
    expect(value('taux_achevement_evolution', { annee: 2024 })).toBeCloseTo((16 / 19 - 10 / 12) * 100, 10);
    expect(figure('taux_achevement_evolution', { annee: 2024 }).unit).toBe('points');
  });
});

describe('what has no value says why', () => {
  it.each<[string, Question, string]>([
    ['entrees_evolution', { annee: 2025 }, 'sans-objet'],
    ['entrees_evolution', { annee: 2023 }, 'sans-objet'],
    ['taux_remplissage', { annee: 2025 }, 'sans-objet'],
    ['taux_achevement_cohorte', { annee: 2025 }, 'indisponible'],
    ['taux_issue_positive', { mois: '2025-06' }, 'indisponible'],
    ['taux_achevement', { annee: 2024, bassin: 'dunkerque' }, 'sans-objet'],
    ['multiplication_places', { annee: 2024, bassin: 'valenciennes' }, 'sans-objet'],
  ])('%s %o is %s', (id, question, status) => {
    expect(figure(id, question)).toMatchObject({ value: null, status });
  });

  it('marks what may still change as provisional', () => {
    expect(figure('entrees', { annee: 2024 }).status).toBe('definitif');
    expect(figure('entrees', { annee: 2025 }).status).toBe('provisoire');
    expect(figure('entrees', { annee: 'cumul' }).status).toBe('provisoire');
    expect(figure('entrees', { mois: '2025-04' }).status).toBe('definitif');
    expect(figure('entrees', { mois: '2025-05' }).status).toBe('provisoire');
  });

  it('withholds counts from 1 to 4 and rates over fewer than 20, with their terms, and shows zero', () => {
    const usual = bookOf(fortyDataset(), USUAL);
    expect(figure('entrees', { annee: 2024, bassin: 'lens' }, usual)).toMatchObject({ value: null, status: 'secret' });
    expect(figure('entrees', { annee: 2024, bassin: 'dunkerque' }, usual).value).toBe(0);
    expect(usual.withheld.primary).toBeGreaterThan(0);
    expect(usual.withheld.secondary).toBeGreaterThan(0);
    expect(figure('taux_achevement', { annee: 2024 }, usual)).toMatchObject({ numerator: null, denominator: null });
    expect(figure('taux_achevement_evolution', { annee: 2024 }, usual).status).toBe('secret');
    expect(figure('places', { annee: 2022, bassin: 'lens' }, usual).value).toBe(2);
    expect(figure('places_inoccupees', { annee: 2024, bassin: 'lens' }, usual).status).toBe('secret');
  });

  it('gives the period of each figure', () => {
    expect(figure('entrees', { annee: 2025 }).period).toBe('2025-01-01/2025-08-31');
    expect(figure('entrees', { mois: '2024-02' }).period).toBe('2024-02-01/2024-02-29');
    expect(figure('places', { annee: 2025 }).period).toBe('2025-01-01/2025-12-31');
    expect(figure('actions', { annee: 2024 }).period).toBe('2024-08-01/2024-12-31');
  });
});

describe('a bad question', () => {
  it.each<[string, Question]>([
    ['entres', { annee: 2024 }],
    ['entrees', { annee: 2019 }],
    ['entrees', { annee: 2024, bassin: 'douai' }],
    ['entrees', { annee: 2024, couleur: 'bleu' }],
    ['places', { annee: 2024, sexe: 'F' }],
    ['entrees', { annee: 2024, mois: '2024-03' }],
    ['entrees', { mois: '2024-13' }],
  ])('%s %o gets a fault, never an exception', (id, question) => {
    const answer = book.ask(id, Object.entries(question));
    expect(answer.ok ? null : answer.fault.message).toMatchSnapshot();
  });
});

describe('laws', { timeout: 60_000 }, () => {
  const rows = fortyRows();
  const draws = fc.array(fc.constantFrom(...rows), { minLength: 1, maxLength: 80 });
  const bookOfRows = (...tables: (readonly string[])[][]) =>
    bookOf(fortyDataset(tables.map((table) => tableOf(table))));
  const counts = (from: ReturnType<typeof bookOf>) =>
    [...from.published.values()].map(({ id, value: number, status }) => `${id} ${number} ${status}`);

  it('parts sum to the whole', () => {
    fc.assert(
      fc.property(draws, (drawn) => {
        const own = bookOfRows(drawn);
        for (const annee of [2023, 2024, 2025, 'cumul']) {
          const basins = ['dunkerque', 'lille', 'valenciennes', 'lens', 'hors-bassins'];
          const sum = basins.reduce(
            (total, bassin) => total + (figure('entrees', { annee, bassin }, own).value ?? 0),
            0,
          );
          expect(sum).toBe(figure('entrees', { annee }, own).value);
        }
        const years = [2023, 2024, 2025].reduce(
          (total, annee) => total + (figure('sorties', { annee }, own).value ?? 0),
          0,
        );
        expect(years).toBe(figure('sorties', { annee: 'cumul' }, own).value);
      }),
      { numRuns: 40 },
    );
  });

  it('rates lie between 0 and 1, and the positive-outcome rate between its bounds', () => {
    fc.assert(
      fc.property(draws, (drawn) => {
        const own = bookOfRows(drawn);
        for (const { indicator, value: number } of own.published.values()) {
          const declared = INDICATORS.find(({ id }) => id === indicator);
          if (
            declared?.kind !== 'rate' ||
            number === null ||
            indicator.includes('_evolution') ||
            indicator === 'taux_remplissage'
          )
            continue;
          expect(number).toBeGreaterThanOrEqual(0);
          expect(number).toBeLessThanOrEqual(1);
        }
        const [low, rate, high] = ['taux_issue_positive_bas', 'taux_issue_positive', 'taux_issue_positive_haut'].map(
          (id) => figure(id, { annee: 'cumul' }, own).value,
        );
        if (low === null || rate == null || high == null) return;
        expect(low).toBeLessThanOrEqual(rate ?? 0);
        expect(rate).toBeLessThanOrEqual(high ?? 1);
      }),
      { numRuns: 40 },
    );
  });

  it('neither the order of records nor their division into files changes anything', () => {
    fc.assert(
      fc.property(draws, fc.nat(80), (drawn, cut) => {
        const whole = counts(bookOfRows(drawn));
        expect(counts(bookOfRows([...drawn].reverse()))).toEqual(whole);
        expect(counts(bookOfRows(drawn.slice(0, cut), drawn.slice(cut)))).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  });

  it('splitting a weighted row changes nothing', () => {
    fc.assert(
      fc.property(draws, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), (drawn, one, other) => {
        const whole = counts(bookOf(fortyDataset([tableOf(drawn, one + other)])));
        expect(counts(bookOf(fortyDataset([tableOf(drawn, one), tableOf(drawn, other)])))).toEqual(whole);
      }),
      { numRuns: 5 },
    );
    const thrice = [...rows, ...rows, ...rows];
    expect(counts(bookOf(fortyDataset([tableOf(rows, 3)])))).toEqual(counts(bookOfRows(thrice)));
  });
});
