import { describe, expect, it } from 'vitest';
import { readCell } from './cell.ts';
import type { Field } from './schema.ts';

const field = (parts: Partial<Field> & Pick<Field, 'name' | 'type'>): Field => ({
  title: parts.name,
  description: '',
  alias: [],
  contact: false,
  facultative: false,
  opaque: false,
  bareNumber: true,
  trueValues: [],
  falseValues: [],
  categories: [],
  constraints: { required: false, unique: false },
  ...parts,
});

const date = field({ name: 'date_entree', type: 'date' });
const count = field({ name: 'places', type: 'integer', constraints: { required: true, unique: false, minimum: 0 } });
const amount = field({ name: 'valeur', type: 'number' });
const reason = field({
  name: 'motif_sortie',
  type: 'string',
  categories: [
    { value: 'achevement', label: 'Achèvement', synonymes: [{ text: 'achevée', also: null }] },
    { value: 'abandon', label: 'Abandon', synonymes: [] },
  ],
});
const commune = field({
  name: 'code_commune',
  type: 'string',
  zeros: 5,
  constraints: { required: true, unique: false, pattern: '[0-9][0-9AB][0-9]{3}' },
});

describe('a cell', () => {
  it.each([
    ['2024-09-02', '2024-09-02'],
    ['02/09/2024', '2024-09-02'],
    ['02-09-2024', '2024-09-02'],
    ['2024-09-02T00:00:00', '2024-09-02'],
    ['02/09/2024 00:00', '2024-09-02'],
  ])('reads the date « %s »', (text, value) => {
    expect(readCell(text, date)).toMatchObject({ ok: true, value });
  });

  it.each([
    ['1 234', 1234],
    ['1\u202F234', 1234],
    ['12', 12],
  ])('reads the count « %s »', (text, value) => {
    expect(readCell(text, count)).toMatchObject({ ok: true, value });
  });

  it('reads a decimal comma', () => {
    expect(readCell('89,4', amount)).toMatchObject({ value: 89.4, repair: 'number' });
  });

  it('reads codes whatever their accents and case, and says so', () => {
    expect(readCell('achevement', reason)).toMatchObject({ value: 'achevement', repair: null });
    expect(readCell('Achèvement', reason)).toMatchObject({ value: 'achevement', repair: 'synonym' });
    expect(readCell('ACHEVÉE', reason)).toMatchObject({ value: 'achevement', repair: 'synonym' });
  });

  it('gives a commune back the zero that a spreadsheet took', () => {
    expect(readCell('2408', commune)).toMatchObject({ value: '02408', repair: 'zero' });
  });

  it('is null when empty, unless it has to be filled', () => {
    expect(readCell('  ', date)).toMatchObject({ ok: true, value: null });
    expect(readCell('', count)).toMatchObject({ ok: false, message: 'cellule vide' });
  });

  it.each([
    ['31/02/2024', date],
    ['bientôt', date],
    ['-3', count],
    ['2,5', count],
    ['beaucoup', count],
    ['achvement', reason],
    ['5935', { ...commune, zeros: 0 }],
  ])('refuses « %s » in French', (text, schema) => {
    expect(readCell(text, schema)).toMatchSnapshot();
  });
});
