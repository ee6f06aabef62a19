import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readCell } from './cell.ts';
import { readSchemas, SCHEMA_NAMES } from './schema.ts';

const DATA = 'src/site.test/fixture/data';
const schemas = await readSchemas(DATA);
const raw = async (name: string) => JSON.parse(await readFile(`${DATA}/schemas/${name}.schema.json`, 'utf8'));

/** Constraints that Table Schema knows; what is ours stands beside them, where any validator leaves it alone. */
const CONSTRAINTS = ['required', 'unique', 'pattern', 'minimum', 'maximum', 'minLength', 'maxLength', 'enum'];

describe.each(SCHEMA_NAMES)('the schema %s', (name) => {
  const { fields, primaryKey, foreignKeys } = schemas[name];
  const names = fields.map((field) => field.name);

  it('is a Table Schema that an outside validator reads', async () => {
    const document = await raw(name);
    expect(document.$schema).toBe('https://datapackage.org/profiles/2.0/tableschema.json');
    expect(document.missingValues).toEqual(['']);
    for (const field of document.fields) {
      expect(['string', 'integer', 'number', 'date', 'boolean']).toContain(field.type);
      expect(CONSTRAINTS).toEqual(expect.arrayContaining(Object.keys(field.constraints ?? {})));
      if (field.type === 'boolean') expect(field.trueValues.length * field.falseValues.length).toBeGreaterThan(0);
    }
  });

  it('names each column once, and its keys by columns that exist', () => {
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(primaryKey));
    for (const { fields: own, reference } of foreignKeys) {
      expect(names).toContain(own[0]);
      const target = schemas[reference.resource as keyof typeof schemas];
      expect(target.fields.map((field) => field.name)).toContain(reference.fields[0]);
    }
  });

  it('gives examples and synonyms that it accepts itself', () => {
    for (const field of fields) {
      if (field.example) expect(readCell(field.example, field), field.name).toMatchObject({ ok: true, repair: null });
      for (const { value, synonymes } of field.categories) {
        for (const { text } of synonymes) expect(readCell(text, field), text).toMatchObject({ ok: true, value });
      }
    }
  });
});
