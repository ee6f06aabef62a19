import { expect, it } from 'vitest';
import { loadBilan } from '../bilan.ts';
import { formatFigure } from '../figures/format.ts';
import { readEnvironment } from '../settings/environment.ts';
import { TABLES } from './catalogue.ts';

const FIXTURE = 'src/site.test/fixture';
const { bilan } = await loadBilan(
  readEnvironment({ BILAN_DATA: `${FIXTURE}/data`, BILAN_CONTENT: `${FIXTURE}/content` }),
);
if (!bilan) throw new Error('the frozen edition does not load');

it.each(['bassins', 'familles', 'departements', 'bornes'])(
  'the table « %s » gives response and both bounds beside its positive-outcome rates',
  (name) => {
    const table = TABLES[name]?.(bilan);
    if (!table) throw new Error(`no table ${name}`);
    const ids = table.rows.flatMap(({ cells }) => cells.flatMap((cell) => (typeof cell === 'string' ? [] : cell.id)));
    expect(ids.some((id) => id.startsWith('taux_issue_positive['))).toBe(true);
    for (const id of ['taux_reponse', 'taux_issue_positive_bas', 'taux_issue_positive_haut']) {
      const figure = bilan.book.figure(id, { annee: bilan.edition.year });
      expect(ids.includes(figure.id) || table.note.includes(formatFigure(figure)), id).toBe(true);
    }
    expect(table.note).toContain('de dates et de sources différentes');
  },
);
