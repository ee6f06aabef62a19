import { toDay, yearOf } from './calendar.ts';
import { type Course, hasLeft, simulateCourses } from './entries.ts';
import { observeOutcomes } from './outcomes.ts';
import { createRandom, type Random } from './random.ts';
import { type EventRow, type SeatRow, simulateEvents, simulateSeats } from './supply.ts';

const SEED = 2023_06;

/** The demonstration files, by path under the data folder. The same bytes on every machine, at every run. */
export function demoFiles(seed = SEED): ReadonlyMap<string, string> {
  const random = createRandom(seed);
  const courses = simulateCourses(random);
  observeOutcomes(courses, random);
  const files = new Map<string, string>();
  const ids = opaqueIds(courses.length, random);
  const rows = courses.map((course, index) => ({
    year: yearOf(course.entry),
    line: entryLine(course, ids[index] ?? ''),
  }));
  for (const [year, group] of Map.groupBy(rows, (row) => row.year)) {
    files.set(
      `entrees/${year}.csv`,
      toCsv(
        ENTRY_HEADER,
        group.map((row) => row.line),
      ),
    );
  }
  files.set('places.csv', toCsv('annee,code_formation,bassin,places', seatLines(simulateSeats(courses, random))));
  files.set(
    'attractivite.csv',
    toCsv('date,type,bassin,organisateur,participants', eventLines(simulateEvents(random))),
  );
  return files;
}

const ENTRY_HEADER =
  'id_parcours,date_entree,date_sortie,motif_sortie,situation,date_observation,source_situation,code_commune,' +
  'code_formation,secteur,financeur,voie,sexe,tranche_age,niveau_entree,taille_entreprise,effectif';

function entryLine(course: Course, id: string): string {
  const { attributes } = course;
  const left = hasLeft(course);
  return [
    id,
    toDay(course.entry),
    left ? toDay(course.exit) : '',
    left ? course.reason : '',
    course.situation,
    course.observed === null ? '' : toDay(course.observed),
    course.situationSource,
    attributes.commune,
    attributes.formation,
    attributes.sector,
    attributes.funder,
    course.route,
    attributes.sex,
    attributes.age,
    attributes.entryLevel,
    attributes.firmSize,
    '1',
  ].join(',');
}

/** Identifiers that say nothing: not the order, not the year, not the place. */
function opaqueIds(count: number, random: Random): string[] {
  const ids = new Set<string>();
  while (ids.size < count) {
    const half = (): string =>
      random
        .below(2 ** 31)
        .toString(36)
        .padStart(6, '0');
    ids.add(`hdf-${half()}${half()}`);
  }
  return [...ids];
}

const seatLines = (rows: readonly SeatRow[]): string[] =>
  rows.map((row) => [row.year, row.formation, row.zone, row.seats].join(',')).toSorted();

const eventLines = (rows: readonly EventRow[]): string[] =>
  rows.map((row) => [row.date, row.kind, row.zone, row.organiser, row.participants].join(',')).toSorted();

const toCsv = (header: string, lines: readonly string[]): string => `${[header, ...lines].join('\n')}\n`;
