import { expect, it } from 'vitest';
import { type Bilan, loadBilan } from '../bilan.ts';
import { coverage } from '../data/report.ts';
import { readEnvironment } from '../settings/environment.ts';
import { coverageTable, filesTable } from './reference.ts';

const FIXTURE = 'src/site.test/fixture';

async function fixtureBilan(): Promise<Bilan> {
  const { bilan } = await loadBilan(
    readEnvironment({ BILAN_DATA: `${FIXTURE}/data`, BILAN_CONTENT: `${FIXTURE}/content` }),
  );
  if (!bilan) throw new Error('the frozen set cannot be computed');
  return bilan;
}

it('the data report on the page says of files and months what the command says', async () => {
  const bilan = await fixtureBilan();
  const files = filesTable(bilan);
  expect(files.rows.map(({ head, cells }) => [head, ...cells.slice(0, 5)])).toMatchSnapshot();
  const months = coverageTable(bilan.charts).rows.map(({ head, cells }) => ({
    year: head,
    months: cells.map((cell) => (typeof cell === 'string' ? null : cell.value)),
  }));
  expect(months).toEqual(coverage(bilan.data));
});
