import { describe, expect, it } from 'vitest';
import type { Book } from './book.ts';
import { createCalendar } from './calendar.ts';
import { isChange } from './changes.ts';
import { fortyDataset, tableOf } from './forty.fixture.ts';
import { openBook } from './forty-book.fixture.ts';
import { observeOnTime } from './observation.ts';
import { INDICATORS } from './registry.ts';

/**
 * Twenty courses. Cut-off on 30 June 2025: March to June are provisional, and exits of 2025 are less than six months
 * old, too recent to be observed. Columns: number, entry, exit, reason, situation, place (Arras is
 * outside the basins; Lens and Arras are in department 62), formation, sex, size of the firm. A dash is an empty cell.
 */
const RECORDS = `
 1 2023-01-09 2023-06-30 achevement emploi_durable        lille technicien F tpe
 2 2023-01-09 2023-06-30 achevement emploi_court          lille technicien H pme
 3 2023-01-09 2023-06-30 achevement recherche_emploi      lens  technicien H ge
 4 2023-01-09 2023-06-30 achevement inconnue              lens  technicien H -
 5 2023-01-09 2023-03-31 abandon    emploi_court          lille technicien F -
 6 2023-09-04 2024-06-28 achevement emploi_durable        lille superieur  H eti
 7 2023-09-04 2024-06-28 achevement alternance            lens  superieur  H -
 8 2023-09-04 2023-12-15 inconnu    inconnue              arras superieur  H -
 9 2024-01-08 2024-06-28 achevement emploi_durable        lille technicien F tpe
10 2024-01-08 2024-06-28 achevement emploi_durable        lille technicien F pme
11 2024-01-08 2024-06-28 achevement formation_qualifiante lille technicien H pme
12 2024-01-08 2024-06-28 achevement autre                 lens  technicien H ge
13 2024-01-08 2024-06-28 achevement inconnue              lens  technicien H -
14 2024-01-08 2024-03-29 abandon    emploi_durable        lille superieur  H -
15 2024-01-08 2024-03-29 abandon    recherche_emploi      lens  superieur  H -
16 2024-01-08 2024-04-26 inconnu    inconnue              arras superieur  - -
17 2024-02-05 2025-01-31 achevement emploi_durable        lille superieur  F -
18 2024-09-02 2025-02-28 achevement -                     lens  superieur  - -
19 2025-01-06 -          -          -                     lille technicien F -
20 2025-01-06 2025-03-14 abandon    -                     lens  technicien H -
`;

const SEATS = [
  { year: 2022, formation: 'technicien', basin: 'lille', seats: 5 },
  { year: 2023, formation: 'technicien', basin: 'lille', seats: 10 },
  { year: 2024, formation: 'technicien', basin: 'lille', seats: 12 },
  { year: 2024, formation: 'superieur', basin: 'lens', seats: 4 },
];

const EVENTS = [
  { date: '2023-10-03', kind: 'visite', basin: 'lille', participants: 12 },
  { date: '2024-10-01', kind: 'visite', basin: 'lille', participants: 30 },
  { date: '2024-11-05', kind: 'forum', basin: 'lens', participants: null },
];

const calendar = createCalendar({
  start: '2023-01-01',
  cutOff: '2025-06-30',
  referenceYear: 2022,
  provisionalMonths: 4,
  observationMonths: 6,
  eventsFrom: '2023-01-01',
  eventsTo: '2024-12-31',
});

function handBook(own = calendar): Book {
  const rows = RECORDS.trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split(/\s+/)
        .map((cell) => (cell === '-' ? '' : cell)),
    );
  const dataset = { ...fortyDataset([tableOf(rows)]), seats: SEATS, events: EVENTS };
  return openBook(observeOnTime(dataset, own.lastObserved), own);
}

/** A whole number, or the two terms of a fraction; `null` where nothing can be said. */
type Expected = number | `${number}/${number}` | null;

interface Example {
  /** Beside the year; nothing for the whole plan. */
  readonly slice?: Readonly<Record<string, string>>;
  readonly 2023: Expected;
  readonly 2024: Expected;
  /** From one year to the next: in number, or in points for a rate. */
  readonly difference: Expected;
  /** For what is not a rate: the difference over the earlier year. */
  readonly relative?: Expected;
  /** How it is counted, by the numbers of the records. */
  readonly why: string;
}

const EXAMPLES: Readonly<Record<string, Example>> = {
  entrees: { 2023: 8, 2024: 10, difference: 2, relative: '2/8', why: '1 to 8, then 9 to 18' },
  part_entrees: {
    slice: { bassin: 'lens' },
    2023: '3/8',
    2024: '4/10',
    difference: 2.5,
    why: '3, 4, 7 of 1–8; 12, 13, 15, 18 of 9–18: outside the basins is a known place. 37.5 %, then 40 %',
  },
  part_femmes: {
    2023: '2/8',
    2024: '3/8',
    difference: 12.5,
    why: '1, 5 of 1–8; 9, 10, 17 of 9–18 without 16 and 18, whose sex is unknown',
  },
  part_tpe_pme: {
    2023: '2/4',
    2024: '3/4',
    difference: 25,
    why: '1, 2 of 1, 2, 3, 6, whose size is known; 9, 10, 11 of 9–12',
  },
  en_formation: {
    2023: 2,
    2024: 2,
    difference: 0,
    relative: '0/2',
    why: 'on 31 December: 6 and 7, then 17 and 18',
  },

  sorties: { 2023: 6, 2024: 10, difference: 4, relative: '4/6', why: '1–5 and 8; then 6, 7 and 9–16' },
  sorties_motif_inconnu: { 2023: 1, 2024: 1, difference: 0, relative: '0/1', why: '8, then 16' },
  achevements: { 2023: 4, 2024: 7, difference: 3, relative: '3/4', why: '1–4; then 6, 7, 9–13' },
  sorties_avant_terme: { 2023: 1, 2024: 2, difference: 1, relative: '1/1', why: '5; then 14, 15' },
  sorties_avant_terme_emploi: { 2023: 1, 2024: 1, difference: 0, relative: '0/1', why: '5, then 14' },
  sorties_avant_terme_emploi_part: { 2023: '1/1', 2024: '1/2', difference: -50, why: '5 of 5; 14 of 14 and 15' },
  taux_achevement: {
    slice: { departement: '62' },
    2023: '2/2',
    2024: '3/4',
    difference: -25,
    why: '3, 4 of themselves; 7, 12, 13 of these and 15. The reason of 8 and 16 is unknown: apart',
  },
  taux_achevement_cohorte: {
    slice: { departement: '62' },
    2023: '3/3',
    2024: '3/4',
    difference: -25,
    why: 'by year of entry: 3, 4, 7 of themselves; 12, 13, 18 of these and 15, 18 having left in 2025',
  },

  entrees_achevees: { 2023: 6, 2024: 7, difference: 1, relative: '1/6', why: '1–4, 6, 7; then 9–13, 17, 18' },
  entrees_achevees_positives: {
    2023: 4,
    2024: 3,
    difference: null,
    relative: null,
    why: '1, 2, 6, 7; then 9, 10, 11, while 17 and 18 are to be observed: provisional',
  },
  entrees_achevees_autres: { 2023: 1, 2024: 1, difference: null, relative: null, why: '3, then 12, as long as 17, 18' },
  entrees_achevees_inconnues: {
    2023: 1,
    2024: 3,
    difference: null,
    relative: null,
    why: '4; then 13, and 17 and 18 that left too recently, though 17 answered',
  },
  entrees_interrompues: { 2023: 1, 2024: 2, difference: 1, relative: '1/1', why: '5; then 14, 15' },
  entrees_interrompues_positives: { 2023: 1, 2024: 1, difference: 0, relative: '0/1', why: '5, then 14' },
  entrees_interrompues_autres: { 2023: 0, 2024: 1, difference: 1, relative: null, why: 'none, then 15: over nothing' },
  entrees_interrompues_inconnues: { 2023: 0, 2024: 0, difference: 0, relative: null, why: '5, 14 and 15 are known' },
  entrees_motif_inconnu: { 2023: 1, 2024: 1, difference: 0, relative: '0/1', why: '8, then 16' },

  issues_positives: { 2023: 3, 2024: 6, difference: 3, relative: '3/3', why: '1, 2, 5; then 6, 7, 9, 10, 11, 14' },
  issues_inconnues: { 2023: 2, 2024: 2, difference: 0, relative: '0/2', why: '4, 8; then 13, 16' },
  sorties_observees: { 2023: 6, 2024: 10, difference: 4, relative: '4/6', why: 'all exits' },
  sorties_situation_connue: {
    2023: 4,
    2024: 8,
    difference: 4,
    relative: '4/4',
    why: '1, 2, 3, 5; then 6, 7, 9–12, 14, 15',
  },
  sorties_trop_recentes: { 2023: 0, 2024: 0, difference: 0, relative: null, why: 'none: those of 2025 are below' },
  taux_issue_positive: {
    2023: '3/4',
    2024: '6/8',
    difference: 0,
    why: '1, 2, 5 and not 3; then 6, 7, 9, 10, 11, 14 and not 12, 15',
  },
  taux_issue_positive_achevements: {
    2023: '2/3',
    2024: '5/6',
    difference: '100/6',
    why: '1, 2 and not 3; then 6, 7, 9, 10, 11 and not 12',
  },
  taux_issue_positive_avant_terme: { 2023: '1/1', 2024: '1/2', difference: -50, why: '5; then 14 and not 15' },
  taux_issue_positive_bas: { 2023: '3/6', 2024: '6/10', difference: 10, why: '4 and 8, 13 and 16 counted as no' },
  taux_issue_positive_haut: {
    2023: '5/6',
    2024: '8/10',
    difference: '-10/3',
    why: '4 and 8, 13 and 16 counted as yes: 83.3 %, then 80 %',
  },
  taux_reponse: {
    2023: '4/6',
    2024: '8/10',
    difference: '40/3',
    why: 'without 4 and 8, 13 and 16: 66.7 %, then 80 %',
  },
  taux_emploi_durable: { 2023: '1/4', 2024: '4/8', difference: 25, why: '1; then 6, 9, 10, 14' },
  sorties_part: {
    slice: { issue: 'emploi_court' },
    2023: '2/4',
    2024: '0/8',
    difference: -50,
    why: '2, 5; then none',
  },
  sorties_emploi_part: { 2023: '3/4', 2024: '4/8', difference: -25, why: '1, 2, 5; then 6, 9, 10, 14' },

  places: { 2023: 10, 2024: 16, difference: 6, relative: '6/10', why: '10, then 12 and 4' },
  multiplication_places: { 2023: '10/5', 2024: '16/5', difference: 1.2, relative: '1.2/2', why: 'over the 5 of 2022' },
  taux_remplissage: { 2023: '8/10', 2024: '10/16', difference: -17.5, why: 'entries over seats: 80 %, then 62.5 %' },
  places_inoccupees: { 2023: 2, 2024: 6, difference: 4, relative: '4/2', why: '10 less 8, then 16 less 10' },

  actions: { 2023: 1, 2024: 2, difference: 1, relative: '1/1', why: 'one visit, then a visit and a fair' },
  participants: { 2023: 12, 2024: 30, difference: 18, relative: '18/12', why: 'the fair was not counted' },
};

/** Every example as a line: indicator, slice, expected value, reason. */
const LINES = Object.entries(EXAMPLES).flatMap(([id, { slice, difference, relative, why, ...years }]) => {
  const line = (indicator: string, annee: number, expected: Expected) =>
    [indicator, { annee, ...slice }, expected, why] as const;
  return [
    line(id, 2023, years[2023]),
    line(id, 2024, years[2024]),
    line(`${id}_evolution`, 2024, difference),
    ...(relative === undefined ? [] : [line(`${id}_evolution_taux`, 2024, relative)]),
  ];
});

/** Numerator and denominator of what is written as a fraction. */
const termsOf = (expected: Expected): number[] => (typeof expected === 'string' ? expected.split('/').map(Number) : []);

describe('twenty records counted by hand', () => {
  const book = handBook();
  const figureOf = (id: string, slice: Readonly<Record<string, string | number>>) => {
    const answer = book.ask(id, Object.entries(slice));
    if (!answer.ok) throw new Error(answer.fault.message);
    return answer.figure;
  };

  it('give an example of every indicator of the registry', () => {
    const written = new Set(LINES.map(([id]) => id));
    expect([...written].toSorted()).toEqual(INDICATORS.map(({ id }) => id).toSorted());
  });

  it.each(LINES)('%s %o = %s: %s', (id, slice, expected) => {
    const { value, numerator, denominator, unit } = figureOf(id, slice);
    const [above, below] = termsOf(expected);
    if (above === undefined || below === undefined) {
      if (typeof expected === 'number') expect(value).toBeCloseTo(expected, 10);
      else expect(value).toBeNull();
      return;
    }
    expect(value).toBeCloseTo(above / below, 10);
    if (unit === 'points') return;
    expect(numerator).toBeCloseTo(above, 10);
    expect(denominator).toBeCloseTo(below, 10);
  });

  it('leave the exits of 2025, too recent, outside rates of outcomes, and count them', () => {
    // 17, 18 and 20, though 17 answered.
    expect(figureOf('sorties_trop_recentes', { annee: 2025 }).value).toBe(3);
    expect(figureOf('sorties_observees', { annee: 2025 }).value).toBe(0);
    expect(figureOf('taux_issue_positive', { annee: 2025 })).toMatchObject({ value: null, status: 'indisponible' });
  });

  it('are not final, and compare with nothing, as long as exits of the year are to be observed', () => {
    // Two months more are awaited: the exits of November and December 2024, of which there is none.
    const early = handBook(createCalendar({ ...calendar, provisionalMonths: 4, observationMonths: 8 }));
    const statusOf = (id: string, slice: Readonly<Record<string, string | number>>): string => {
      const answer = early.ask(id, Object.entries(slice));
      return answer.ok ? answer.figure.status : answer.fault.message;
    };
    for (const id of ['taux_issue_positive', 'sorties_trop_recentes', 'sorties_avant_terme_emploi_part']) {
      expect(statusOf(id, { annee: 2024 }), id).toBe('provisoire');
      expect(statusOf(`${id}_evolution`, { annee: 2024 }), id).toBe('sans-objet');
      expect(statusOf(id, { annee: 2023 }), id).toBe('definitif');
    }
    expect(statusOf('sorties', { annee: 2024, issue: 'emploi_court' })).toBe('provisoire');
    expect(statusOf('sorties', { annee: 2024 })).toBe('definitif');
    expect(statusOf('taux_achevement_evolution', { annee: 2024 })).toBe('definitif');
  });

  it('follow the entries of a year to the end: provisional until all have left, and been observed', () => {
    const statusesOf = (id: string): string[] => [2023, 2024, 2025].map((annee) => figureOf(id, { annee }).status);
    expect(statusesOf('entrees_achevees')).toEqual(['definitif', 'definitif', 'provisoire']);
    expect(statusesOf('entrees_achevees_positives')).toEqual(['definitif', 'provisoire', 'provisoire']);
    expect(statusesOf('entrees_interrompues_positives')).toEqual(['definitif', 'definitif', 'provisoire']);
    // Record 6 had not left yet on 30 April 2024, when the months before were settled.
    const early = handBook(
      createCalendar({ ...calendar, cutOff: '2024-04-30', provisionalMonths: 0, observationMonths: 0 }),
    );
    expect(early.figure('entrees_achevees', { annee: 2023 }).status).toBe('provisoire');
  });

  it('give no share to unknown situations, which are no part of the known ones', () => {
    expect(figureOf('sorties_part', { annee: 2024, issue: 'inconnue' })).toMatchObject({
      value: null,
      status: 'sans-objet',
    });
  });

  it('compare nothing with the provisional months of 2025', () => {
    const changes = INDICATORS.filter(isChange);
    expect(changes.filter(({ id }) => figureOf(id, { annee: 2025 }).value !== null)).toEqual([]);
  });

  it('give no cohort rate while record 19 is under way', () => {
    expect(figureOf('taux_achevement_cohorte', { annee: 2025 })).toMatchObject({ value: null, status: 'indisponible' });
  });
});
