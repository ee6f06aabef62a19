import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { mondaysOf, toDay, toDayNumber, yearOf } from './calendar.ts';
import { CUT_OFF_DAY, hasLeft, simulateCourses } from './entries.ts';
import { demoFiles } from './files.ts';
import { observeOutcomes } from './outcomes.ts';
import { apportion, createRandom } from './random.ts';

const random = createRandom(202306);
const courses = simulateCourses(random);
observeOutcomes(courses, random);

const share = (part: number, whole: number): number => part / whole;
const POSITIVE = ['emploi_durable', 'emploi_court', 'alternance', 'creation_entreprise', 'formation_qualifiante'];

describe('the demonstration data', () => {
  it('are the same bytes at every run', () => {
    const digest = (): string =>
      createHash('sha256')
        .update(JSON.stringify([...demoFiles()]))
        .digest('hex');
    expect(digest()).toBe(digest());
  });

  it('find the published totals again', () => {
    const entered = (year: number): number => courses.filter((course) => yearOf(course.entry) === year).length;
    expect(entered(2024)).toBe(3523);
    expect(entered(2023)).toBeGreaterThanOrEqual(3200);
    expect(entered(2023)).toBeLessThanOrEqual(3450);
    expect(courses.length).toBeGreaterThanOrEqual(9800);
    expect(courses.length).toBeLessThanOrEqual(9999);
    expect(courses.filter(hasLeft)).toHaveLength(8600);
  });

  it('have the published completion rate in 2024', () => {
    const exits = courses.filter(
      (course) => hasLeft(course) && yearOf(course.exit) === 2024 && course.reason !== 'inconnu',
    );
    const completed = exits.filter(({ reason }) => reason === 'achevement').length;
    expect(Math.round(share(completed, exits.length) * 1000)).toBe(894);
  });

  it('have a positive-outcome rate above 90 % and below 96 % in each basin, with few unknown', () => {
    for (const zone of ['dunkerque', 'lille', 'valenciennes', 'lens'] as const) {
      const observed = courses.filter((course) => course.zone === zone && course.observed !== null);
      const known = observed.filter(({ situation }) => situation !== 'inconnue');
      const rate = share(known.filter(({ situation }) => POSITIVE.includes(situation)).length, known.length);
      expect(rate, zone).toBeGreaterThan(0.9);
      expect(rate, zone).toBeLessThan(0.96);
      expect(share(observed.length - known.length, observed.length), zone).toBeLessThanOrEqual(0.06);
    }
  });

  it('send about half of the early leavers into a job', () => {
    const leavers = courses.filter(
      ({ reason, situation, observed }) => reason === 'abandon' && observed !== null && situation !== 'inconnue',
    );
    const rate = share(leavers.filter(({ situation }) => situation.startsWith('emploi')).length, leavers.length);
    expect(rate).toBeGreaterThan(0.42);
    expect(rate).toBeLessThan(0.58);
  });

  it('leave something to every département, and most to the four basins', () => {
    const inBasins = courses.filter(({ zone }) => zone !== 'hors-bassins').length;
    expect(share(inBasins, courses.length)).toBeGreaterThan(0.7);
    expect(share(inBasins, courses.length)).toBeLessThan(0.85);
    const outside = new Set(
      courses.filter(({ zone }) => zone === 'hors-bassins').map(({ attributes }) => attributes.commune.slice(0, 2)),
    );
    expect([...outside].toSorted()).toEqual(['02', '59', '60', '62', '80']);
  });

  it('more than triple the seats, and hold 231 events', () => {
    const files = demoFiles();
    const seats = (year: number): number =>
      (files.get('places.csv') ?? '')
        .split('\n')
        .filter((line) => line.startsWith(`${year},`))
        .reduce((sum, line) => sum + Number(line.split(',')[3]), 0);
    expect(seats(2024) / seats(2022)).toBeGreaterThan(3);
    expect((files.get('attractivite.csv') ?? '').trim().split('\n')).toHaveLength(232);
  });

  it('never leave before they entered, nor are observed before they left', () => {
    for (const { entry, exit, observed } of courses) {
      expect(exit).toBeGreaterThanOrEqual(entry);
      if (observed !== null) {
        expect(observed).toBeGreaterThan(exit);
        expect(observed).toBeLessThanOrEqual(CUT_OFF_DAY);
      }
    }
  });

  it('say nothing by their identifiers', async () => {
    const text = demoFiles().get('entrees/2024.csv') ?? '';
    const ids = text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0] ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).not.toEqual(ids);
    expect(await readFile('src/demo/files.ts', 'utf8')).not.toContain('Math.random');
  });
});

describe('sharing out', () => {
  it('gives away exactly what there is, in proportion', () => {
    expect(apportion(10, { a: 1, b: 1, c: 1 })).toEqual({ a: 4, b: 3, c: 3 });
    expect(apportion(7, { a: 5, b: 0 })).toEqual({ a: 7, b: 0 });
  });

  it('knows Mondays, without the first of January', () => {
    expect(mondaysOf(2024, 1).map(toDay)).toEqual(['2024-01-08', '2024-01-15', '2024-01-22', '2024-01-29']);
    expect(toDay(toDayNumber('2024-02-29'))).toBe('2024-02-29');
  });
});
