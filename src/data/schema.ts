import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const category = z.looseObject({
  value: z.string(),
  label: z.string(),
  /** Other spellings that mean the same, folded before comparison. */
  synonymes: z.array(z.string()).default([]),
});

const field = z.looseObject({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  type: z.enum(['string', 'integer', 'number', 'date', 'boolean']),
  example: z.string().optional(),
  /** Other header names that mean this column. */
  alias: z.array(z.string()).default([]),
  /** True where a contact may stand: the privacy guard then lets the column through. */
  contact: z.boolean().default(false),
  /** True for a column that a file may leave out. */
  facultative: z.boolean().default(false),
  categories: z.array(category).default([]),
  constraints: z
    .looseObject({
      required: z.boolean().default(false),
      unique: z.boolean().default(false),
      pattern: z.string().optional(),
      minimum: z.union([z.number(), z.string()]).optional(),
      maximum: z.union([z.number(), z.string()]).optional(),
    })
    .default({ required: false, unique: false }),
});

const schema = z.looseObject({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  fields: z.array(field).min(1),
  primaryKey: z.array(z.string()).default([]),
  foreignKeys: z
    .array(
      z.object({
        fields: z.array(z.string()).length(1),
        reference: z.object({ resource: z.string(), fields: z.array(z.string()).length(1) }),
      }),
    )
    .default([]),
});

/** A Frictionless Table Schema, normalised: nothing optional but bounds. */
export type TableSchema = z.output<typeof schema>;
export type Field = TableSchema['fields'][number];

/** Names of the schemas under `data/schemas/`, one a kind of file. */
export const SCHEMA_NAMES = [
  'entrees',
  'formations',
  'places',
  'attractivite',
  'partenaires',
  'objectifs',
  'financements',
  'publies',
  'communes',
  'villes',
] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];
export type Schemas = Readonly<Record<SchemaName, TableSchema>>;

/** Reads every schema of a data folder. Schemas belong to the project: a broken one is a bug, not a data problem. */
export async function readSchemas(dataFolder: string): Promise<Schemas> {
  const read = async (name: SchemaName): Promise<[SchemaName, TableSchema]> => {
    const text = await readFile(join(dataFolder, 'schemas', `${name}.schema.json`), 'utf8');
    return [name, schema.parse(JSON.parse(text))];
  };
  return Object.fromEntries(await Promise.all(SCHEMA_NAMES.map(read))) as Schemas;
}
