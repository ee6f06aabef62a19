import { type DayNumber, mondaysOf, toDayNumber, yearOf } from './calendar.ts';
import {
  AGES,
  COMPLETION,
  CUT_OFF,
  ENTRIES,
  ENTRY_LEVELS,
  EXITS_TOTAL,
  FAMILIES,
  type Family,
  FIRM_SIZES,
  FUNDERS,
  type Route,
  UNKNOWN_REASON,
  ZONES,
  type Zone,
  type ZoneProfile,
} from './calibration.ts';
import { apportion, type Random } from './random.ts';

/** One simulated course. Days are numbers; an exit after the cut-off is one that has not happened yet. */
export interface Course {
  readonly zone: Zone;
  readonly family: Family;
  readonly route: Route;
  readonly entry: DayNumber;
  exit: DayNumber;
  reason: 'achevement' | 'abandon' | 'inconnu';
  /** Filled in by `outcomes.ts` for exits that have been observed. */
  situation: string;
  observed: DayNumber | null;
  situationSource: string;
  readonly attributes: Readonly<
    Record<'formation' | 'commune' | 'sector' | 'funder' | 'sex' | 'age' | 'entryLevel' | 'firmSize', string>
  >;
}

export const CUT_OFF_DAY = toDayNumber(CUT_OFF);

export const hasLeft = (course: Course): boolean => course.exit <= CUT_OFF_DAY;

/** All courses of the plan, in the order of their entry, with the published totals met to the unit. */
export function simulateCourses(random: Random): Course[] {
  const courses = Object.entries(ENTRIES).flatMap(([year, { total, months }]) =>
    Object.entries(
      apportion(total, Object.fromEntries(months.map((weight, index) => [`m${index + 1}`, weight]))),
    ).flatMap(([month, count]) => simulateMonth(Number(year), Number(month.slice(1)), count, random)),
  );
  meetExitTotal(courses, random);
  meetCompletionRates(courses, random);
  return courses.toSorted((a, b) => a.entry - b.entry);
}

function simulateMonth(year: number, month: number, count: number, random: Random): Course[] {
  const weights = Object.fromEntries(
    Object.entries(ZONES).map(([zone, profile]) => [zone, profile.weights[year] ?? 0]),
  );
  return Object.entries(apportion(count, weights)).flatMap(([zone, size]) =>
    Array.from({ length: size }, () => simulateCourse(zone as Zone, year, month, random)),
  );
}

function simulateCourse(zone: Zone, year: number, month: number, random: Random): Course {
  const profile = ZONES[zone];
  const family = random.pick(profile.families);
  const route = pickRoute(family, month, random);
  const mondays = mondaysOf(year, month);
  const entry = mondays[random.below(mondays.length)] as DayNumber;
  const planned = entry + plannedDays(family, route, entry, random);
  const leavesEarly = random.below(1000) >= 893 + profile.completion;
  const exit = leavesEarly ? entry + 4 + 7 * Math.floor(((planned - entry) * (15 + random.below(60))) / 700) : planned;
  return {
    zone,
    family,
    route,
    entry,
    exit,
    reason: leavesEarly ? 'abandon' : 'achevement',
    situation: '',
    observed: null,
    situationSource: '',
    attributes: describe(profile, family, route, year, random),
  };
}

/** Schools and apprenticeships begin in autumn; the rest of the year is vocational training. */
function pickRoute(family: Family, month: number, random: Random): Route {
  return month === 9 || month === 10 ? random.pick(FAMILIES[family].route) : 'professionnelle';
}

function plannedDays(family: Family, route: Route, entry: DayNumber, random: Random): number {
  if (route !== 'professionnelle') {
    const years = random.chance(62) ? 1 : 2;
    return toDayNumber(`${yearOf(entry) + years}-07-0${1 + random.below(9)}`) - entry;
  }
  const [shortest, longest] = FAMILIES[family].weeks;
  const span = longest - shortest + 1;
  const weeks = shortest + Math.floor((random.below(span) + random.below(span)) / 2);
  return weeks * 7 - 3;
}

function describe(
  profile: ZoneProfile,
  family: Family,
  route: Route,
  year: number,
  random: Random,
): Course['attributes'] {
  const level = {
    electromecanicien: 3,
    electricien: 3,
    operateur: 3,
    'technicien-superieur': 5,
    'bts-maintenance': 5,
    automatismes: 5,
    'maintenance-avancee': 6,
  } as const;
  const known = (percent: number, value: string): string => (random.chance(percent) ? value : '');
  return {
    formation: random.pick(FAMILIES[family].codes(year)),
    commune: random.pick(profile.communes),
    sector: random.pick(profile.sectors),
    funder: random.pick(FUNDERS[route]),
    sex: known(99, random.chance(profile.women) ? 'F' : 'H'),
    age: known(98, random.pick(AGES[route])),
    entryLevel: known(94, random.pick(ENTRY_LEVELS[level[family as keyof typeof level] ?? 4] ?? {})),
    firmSize: known(route === 'apprentissage' ? 100 : 61, random.pick(FIRM_SIZES)),
  };
}

/** Moves the vocational exits nearest to the cut-off across it, until the published number have left. */
function meetExitTotal(courses: readonly Course[], random: Random): void {
  const excess = courses.filter(hasLeft).length - EXITS_TOTAL;
  const side = courses.filter((course) => course.route === 'professionnelle' && hasLeft(course) === excess > 0);
  const nearest = side.toSorted(
    (a, b) => Math.abs(a.exit - CUT_OFF_DAY) - Math.abs(b.exit - CUT_OFF_DAY) || a.entry - b.entry,
  );
  for (const course of nearest.slice(0, Math.abs(excess))) {
    const shift = 7 * (1 + random.below(8));
    course.exit = excess > 0 ? CUT_OFF_DAY + shift - 2 : Math.max(course.entry + 4, CUT_OFF_DAY - shift + 5);
  }
}

/** Sets the reason of each exit so that every year has its completion rate, to the unit. */
function meetCompletionRates(courses: readonly Course[], random: Random): void {
  const byYear = Map.groupBy(courses.filter(hasLeft), (course) => yearOf(course.exit));
  for (const [year, exits] of byYear) {
    const shuffled = random.shuffle(exits);
    const unknown = Math.round((exits.length * UNKNOWN_REASON) / 1000);
    for (const course of shuffled.slice(0, unknown)) course.reason = 'inconnu';
    const known = shuffled.slice(unknown);
    const wanted = Math.round((known.length * (COMPLETION[year] ?? 890)) / 1000);
    const surplus = known.filter((course) => course.reason === 'achevement').length - wanted;
    const [from, to] = surplus > 0 ? (['achevement', 'abandon'] as const) : (['abandon', 'achevement'] as const);
    for (const course of known.filter((candidate) => candidate.reason === from).slice(0, Math.abs(surplus)))
      course.reason = to;
  }
}
