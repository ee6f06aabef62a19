import { appendFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadBilan } from '../../bilan.ts';
import type { DeclaredBreak } from '../../figures/breaks.ts';
import { readEnvironment } from '../../settings/environment.ts';
import { copyFixture } from '../../site.test/run.ts';
import type { Chart } from '../chart.ts';
import { renderChart } from '../render.ts';
import { sparkline } from '../small.ts';
import { allCharts, buildChart } from './index.ts';

const FIXTURE = resolve('src/site.test/fixture');
const { bilan } = await loadBilan(
  readEnvironment({ BILAN_DATA: `${FIXTURE}/data`, BILAN_CONTENT: `${FIXTURE}/content` }),
);
if (!bilan) throw new Error('the frozen edition does not load');
const { measure } = bilan;
const entriesChange = { indicator: 'entrees', month: '2024-03', label: 'nouvelle saisie' };
const charts = allCharts({ ...bilan.charts, breaks: [entriesChange] });
const chart = (name: string): Chart => {
  const found = charts.find((one) => one.name === name);
  if (!found) throw new Error(`no chart ${name}`);
  return found;
};
const drawn = (name: string, phone = false): string => renderChart(chart(name), phone, measure).markup;

describe('a break declared for an indicator', () => {
  it.each(['entrees-par-mois', 'entrees-par-mois-lens', 'saison', 'places-et-entrees'])(
    'is marked and named in « %s », in either shape',
    (name) => {
      for (const phone of [false, true]) {
        expect(drawn(name, phone)).toContain('stroke-dasharray="2 3"');
        expect(drawn(name, phone)).toMatch(/>(?:2024\u00A0: )?nouvelle saisie</);
      }
    },
  );

  it('opens the line of its year, and of no other', () => {
    const season = chart('saison');
    expect(season.kind === 'season' && season.breaks).toEqual([{ series: 1, before: 2, label: 'nouvelle saisie' }]);
    const line = /<path fill="none" stroke="var\(--ink\)" stroke-width="3"[^>]* d="([^"]*)"/.exec(drawn('saison'))?.[1];
    expect(line?.split('M')).toHaveLength(3);
  });

  it('is marked in each small drawing, and named under them', () => {
    expect(drawn('saison-par-bassin').split('stroke-dasharray="2 3"')).toHaveLength(6);
    expect(chart('saison-par-bassin').note).toContain('Rupture de série en mars\u00A02024\u00A0: nouvelle saisie.');
  });

  it.each(charts.map((one) => [one.name, one] as const))(
    'is said under « %s » and in its words when it draws that indicator on both sides',
    (name, one) => {
      const across = /^(entrees|saison|places-et-entrees|formations|tailles|secteurs|ages)/.test(name);
      for (const text of [one.note, one.alternative]) expect(text.includes('Rupture de série')).toBe(across);
    },
  );

  it('leaves no highest month among months on both sides of it', () => {
    const wordsOf = ({ reading, alternative }: Chart): string => `${reading} ${alternative}`;
    for (const name of ['saison', 'entrees-par-mois', 'saison-par-bassin']) {
      const whole = wordsOf(buildChart(name, bilan.charts) as Chart).split('le mois le plus haut').length;
      const parted = wordsOf(chart(name)).split('le mois le plus haut').length;
      expect(parted, name).toBeLessThan(whole);
    }
    // The year before the break has its own.
    expect(chart('saison').alternative).toContain('le mois le plus haut étant septembre\u00A02023');
  });

  it('opens the small lines of that indicator', () => {
    const months = bilan.book.calendar.months.map((mois) => bilan.book.figure('entrees', { mois }));
    const starts = (breaks: readonly DeclaredBreak[]): number => {
      const [, line = ''] = / d="([^"]*)"/.exec(sparkline(months, { year: bilan.edition.year, breaks })) ?? [];
      return line.split('M').length - 1;
    };
    expect([starts([]), starts([entriesChange]), starts([{ ...entriesChange, indicator: 'places' }])]).toEqual([
      1, 2, 1,
    ]);
  });

  it('takes one line of the settings', async () => {
    const { folder, variables } = await copyFixture();
    await appendFile(
      `${folder}/data/reglages.yaml`,
      '\nruptures:\n  - { indicateur: entrees, mois: 2024-03, libelle: nouvelle saisie }\n',
    );
    const { bilan: declared } = await loadBilan(readEnvironment(variables));
    await rm(folder, { recursive: true });
    expect(declared && buildChart('saison', declared.charts)).toEqual(chart('saison'));
  });

  it('is none where nothing is drawn on its other side', () => {
    const early = allCharts({ ...bilan.charts, breaks: [{ ...entriesChange, month: '2023-01' }] });
    expect(early.filter(({ note }) => note.includes('Rupture'))).toEqual([]);
  });
});
