import { toDay, toDayNumber, weekday, yearOf } from './calendar.ts';
import { EVENTS_TOTAL, FAMILIES, SEATS, ZONES, type Zone } from './calibration.ts';
import type { Course } from './entries.ts';
import { apportion, type Random } from './random.ts';

export interface SeatRow {
  readonly year: number;
  readonly formation: string;
  readonly zone: Zone;
  readonly seats: number;
}

/** Places opened by year, formation and zone: enough for the entries, with some left empty. */
export function simulateSeats(courses: readonly Course[], random: Random): SeatRow[] {
  const rows: SeatRow[] = [];
  const zones = Object.keys(ZONES) as Zone[];
  for (const family of Object.values(FAMILIES)) {
    for (const zone of zones) {
      const swing = random.below(13) - 6;
      const opened = (year: 2023 | 2024, formation: string): number => {
        const entries = courses.filter(
          (course) =>
            course.zone === zone && course.attributes.formation === formation && yearOf(course.entry) === year,
        ).length;
        return Math.ceil((entries * 100) / (SEATS.fill[year] + swing));
      };
      const [before, after] = [Object.keys(family.codes(2023)), Object.keys(family.codes(2024))];
      for (const formation of before) rows.push({ year: 2023, zone, formation, seats: opened(2023, formation) });
      after.forEach((formation, rank) => {
        const seats = opened(2024, formation);
        const earlier = formation === 'dsp-batteries' ? 0 : Math.floor(seats / SEATS.divisor2022);
        rows.push({ year: 2022, zone, formation: before[rank] ?? formation, seats: earlier });
        rows.push({ year: 2024, zone, formation, seats });
        rows.push({ year: 2025, zone, formation, seats: Math.ceil((seats * SEATS.planned2025) / 100) });
      });
    }
  }
  return rows.filter((row) => row.seats > 0);
}

export interface EventRow {
  readonly date: string;
  readonly kind: string;
  readonly zone: Zone;
  readonly organiser: string;
  readonly participants: string;
}

const EVENT_MONTHS = {
  '2024-08': 4,
  '2024-09': 19,
  '2024-10': 27,
  '2024-11': 38,
  '2024-12': 14,
  '2025-01': 19,
  '2025-02': 17,
  '2025-03': 31,
  '2025-04': 18,
  '2025-05': 19,
  '2025-06': 18,
  '2025-07': 7,
} as const;
const SIZES = {
  immersion: [3, 14],
  visite: [8, 30],
  job_dating: [20, 90],
  forum: [60, 400],
  atelier: [8, 24],
} as const;

/** Events of the promotion strand: the published number, on working days. */
export function simulateEvents(random: Random): EventRow[] {
  return Object.entries(apportion(EVENTS_TOTAL, EVENT_MONTHS)).flatMap(([month, count]) =>
    Array.from({ length: count }, (): EventRow => {
      const kind = random.pick({ immersion: 34, visite: 26, job_dating: 18, forum: 9, atelier: 13 });
      const [least, most] = SIZES[kind];
      return {
        date: workingDay(month, random),
        kind,
        zone: random.pick({ dunkerque: 19, lille: 26, valenciennes: 18, lens: 15, 'hors-bassins': 22 }),
        organiser: `organisateur ${'ABCDEFGH'.charAt(random.below(8))}`,
        participants: random.chance(91) ? String(least + random.below(most - least + 1)) : '',
      };
    }),
  );
}

function workingDay(month: string, random: Random): string {
  const first = toDayNumber(`${month}-01`);
  const days = Array.from({ length: 28 }, (_, index) => first + index).filter((day) => weekday(day) < 5);
  return toDay(days[random.below(days.length)] as number);
}
