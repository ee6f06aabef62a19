import { expect, it } from 'vitest';
import { loadBilan } from '../bilan.ts';
import { handOver } from '../handover.ts';
import { readEnvironment } from '../settings/environment.ts';
import { describeMap, placesMap } from './describe-map.ts';
import { mapDrawing } from './map.ts';

const FIXTURE = 'src/site.test/fixture';
const { bilan } = await loadBilan(
  readEnvironment({ BILAN_DATA: `${FIXTURE}/data`, BILAN_CONTENT: `${FIXTURE}/content` }),
);
if (!bilan) throw new Error('the frozen edition does not load');
handOver(bilan);

const INDICATORS = ['entrees', 'part_entrees', 'taux_achevement', 'entrees_evolution_taux'];

it.each(INDICATORS)('the map of %s says, place by place, what its table holds', (indicator) => {
  const { map, rows, columns } = describeMap(indicator, 2024);
  for (const [index, place] of [...map.places, map.outside].entries()) {
    const [, ...cells] = rows[index] ?? [];
    expect(place.facts).toHaveLength(columns.length - 1);
    expect(cells[0]).toContain(place.value);
    // A cell may say « publié » or « p » after its value.
    place.facts.forEach((fact, column) => {
      expect(fact).toContain((cells[column] ?? '').replace(/\u00A0(publié|p)\b.*$/, ''));
    });
  }
});

it('the table of a map ends with the whole region', () => {
  expect(describeMap('entrees', 2024).rows.at(-1)).toMatchSnapshot();
});

it('a map whose basins hardly differ says that it is not coloured', () => {
  const { note, map } = describeMap('taux_remplissage', 2024);
  expect(map.shading.kind).toBe('basins');
  expect(note).toMatchSnapshot();
});

it('a map of a change is about two whole years, and names both', () => {
  const { columns, map } = describeMap('entrees_evolution_taux', 2024);
  expect(columns).toMatchSnapshot();
  expect(map.places[0]?.facts).toMatchSnapshot();
  // 2025 has eight months.
  expect(describeMap('entrees_evolution_taux', 2025).map.shading).toEqual({ kind: 'basins' });
});

/** One element a line, so that a difference can be read. */
const readable = (markup: string): string => `${markup.replaceAll(/></g, '>\n<')}\n`;

it.each([
  ['bassins', 'half', placesMap()],
  ...INDICATORS.map((id) => [id, 'full', describeMap(id, 2024).map] as const),
  ['bassins', 'phone', placesMap()],
] as const)('the map of %s is drawn as before, %s', async (name, size, map) => {
  await expect(readable(mapDrawing(map, size).markup)).toMatchFileSnapshot(
    `./__references__/carte-${name}-${size}.svg.txt`,
  );
});
