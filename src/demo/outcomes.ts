import { weekday, yearOf } from './calendar.ts';
import { SITUATIONS, ZONES } from './calibration.ts';
import { type Course, CUT_OFF_DAY, hasLeft } from './entries.ts';
import { apportion, type Random } from './random.ts';

const OBSERVED_AFTER_DAYS = 182;

/**
 * Gives a situation to the exits observed by the cut-off, about six months after they left. Each zone and year of
 * exit gets its rates to the unit, so that the published statements about the basins hold every year.
 */
export function observeOutcomes(courses: readonly Course[], random: Random): void {
  const observed = courses.filter((course) => {
    const day = toWorkingDay(course.exit + OBSERVED_AFTER_DAYS + random.below(21));
    if (!hasLeft(course) || day > CUT_OFF_DAY) return false;
    course.observed = day;
    return true;
  });
  const groups = Map.groupBy(observed, (course) => `${course.zone} ${yearOf(course.exit)} ${course.reason}`);
  for (const [key, group] of groups) {
    const zone = ZONES[key.split(' ', 1)[0] as Course['zone']];
    const reason = key.endsWith('achevement') ? 'achevement' : 'abandon';
    observeGroup(random.shuffle(group), reason, zone.positive[reason], zone.unknown, random);
  }
}

function observeGroup(
  group: readonly Course[],
  reason: keyof typeof SITUATIONS,
  positive: number,
  unknown: number,
  random: Random,
): void {
  const unknownCount = Math.round((group.length * unknown) / 1000);
  const known = group.length - unknownCount;
  const positiveCount = Math.round((known * positive) / 1000);
  const situations = [
    ...repeat(apportion(positiveCount, SITUATIONS[reason].positive)),
    ...repeat(apportion(known - positiveCount, SITUATIONS[reason].other)),
    ...Array.from({ length: unknownCount }, () => 'inconnue'),
  ];
  group.forEach((course, index) => {
    course.situation = situations[index] ?? 'inconnue';
    course.situationSource = sourceOf(course.situation, random);
  });
}

const repeat = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts).flatMap(([value, count]) => Array.from({ length: count }, () => value));

function sourceOf(situation: string, random: Random): string {
  if (situation === 'inconnue') return 'enquete';
  return situation.startsWith('emploi')
    ? random.pick({ enquete: 48, dsn: 42, organisme: 10 })
    : random.pick({ enquete: 82, organisme: 18 });
}

const toWorkingDay = (day: number): number => (weekday(day) < 5 ? day : day + 2);
