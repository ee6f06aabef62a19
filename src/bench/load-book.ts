import { join } from 'node:path';
import { loadData } from '../data/load.ts';
import { toDataset } from '../dataset.ts';
import { type Book, createBook } from '../figures/book.ts';
import { createCalendar } from '../figures/calendar.ts';
import { readEnvironment } from '../settings/environment.ts';
import { settingsSchema } from '../settings/settings.ts';
import { readYamlFile } from '../settings/yaml.ts';

const CALENDAR = { cutOff: '2025-08-31', eventsFrom: '2024-08-01', eventsTo: '2025-07-31' };

export async function loadBook(): Promise<{ book: Book }> {
  const { data } = readEnvironment();
  const reading = await readYamlFile(join(data, 'reglages.yaml'), settingsSchema);
  if (!reading.ok) throw new Error('settings');
  const settings = reading.value;
  const loaded = await loadData(data, { cutOff: CALENDAR.cutOff, basins: [...settings.basins, settings.outside].map(({ id }) => id) });
  const calendar = createCalendar({ ...settings.plan, ...CALENDAR, provisionalMonths: settings.provisionalMonths });
  const book = createBook({ dataset: toDataset(loaded, settings), calendar, rules: settings.disclosure, published: [], isDemonstration: true });
  return { book };
}
