import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

/** Another spelling of a code, folded before comparison; it may say something of other columns too. */
const synonym = v.pipe(
  v.union([v.string(), v.object({ libelle: v.string(), et: v.record(v.string(), v.string()) })]),
  v.transform((synonym): { readonly text: string; readonly also: Readonly<Record<string, string>> | null } =>
    typeof synonym === 'string' ? { text: synonym, also: null } : { text: synonym.libelle, also: synonym.et },
  ),
);

const category = v.object({
  value: v.string(),
  label: v.string(),
  synonymes: v.optional(v.array(synonym), []),
});

const field = v.object({
  name: v.string(),
  title: v.string(),
  description: v.string(),
  type: v.picklist(['string', 'integer', 'number', 'date', 'boolean']),
  example: v.optional(v.string()),
  /** Other header names that mean this column. */
  alias: v.optional(v.array(v.string()), []),
  /** What to do when a cell of this column is refused, in place of the general advice. */
  conseil: v.optional(v.string()),
  /** True where a contact may stand: the privacy guard then lets the column through. */
  contact: v.optional(v.boolean(), false),
  /** True for a column that a file may leave out. */
  facultative: v.optional(v.boolean(), false),
  /** True for an identifier that is checked and never kept. */
  opaque: v.optional(v.boolean(), false),
  /** Length of a code of digits whose first zeros a spreadsheet may have taken. */
  zeros: v.optional(v.number()),
  /** As in Table Schema: false where a sign, % or €, may follow the number. */
  bareNumber: v.optional(v.boolean(), true),
  /** As in Table Schema: what a boolean column writes for yes and no; folded before comparison. */
  trueValues: v.optional(v.array(v.string()), ['true']),
  falseValues: v.optional(v.array(v.string()), ['false']),
  categories: v.optional(v.array(category), []),
  constraints: v.optional(
    v.object({
      required: v.optional(v.boolean(), false),
      unique: v.optional(v.boolean(), false),
      pattern: v.optional(v.string()),
      minimum: v.optional(v.union([v.number(), v.string()])),
      maximum: v.optional(v.union([v.number(), v.string()])),
    }),
    {},
  ),
});

const schema = v.object({
  name: v.string(),
  title: v.string(),
  description: v.string(),
  fields: v.pipe(v.array(field), v.minLength(1)),
  primaryKey: v.optional(v.array(v.string()), []),
  foreignKeys: v.optional(
    v.array(
      v.object({
        fields: v.tuple([v.string()]),
        reference: v.object({ resource: v.string(), fields: v.tuple([v.string()]) }),
      }),
    ),
    [],
  ),
});

/** A Frictionless Table Schema, normalised: nothing optional but bounds. */
export type TableSchema = v.InferOutput<typeof schema>;
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

/** Where the file of a schema lies in a data folder; entries have one file a year. */
export const SCHEMA_FILES = {
  entrees: 'entrees/AAAA.csv',
  formations: 'formations.csv',
  places: 'places.csv',
  attractivite: 'attractivite.csv',
  partenaires: 'partenaires.csv',
  objectifs: 'objectifs.csv',
  financements: 'financements.csv',
  publies: 'publies.csv',
  communes: 'territoire/communes.csv',
  villes: 'territoire/villes.csv',
} as const satisfies Record<SchemaName, string>;

/** Reads every schema of a data folder. Schemas belong to the project: a broken one is a bug, not a data problem. */
export async function readSchemas(dataFolder: string): Promise<Schemas> {
  const read = async (name: SchemaName): Promise<[SchemaName, TableSchema]> => {
    const text = await readFile(join(dataFolder, 'schemas', `${name}.schema.json`), 'utf8');
    return [name, v.parse(schema, JSON.parse(text))];
  };
  return Object.fromEntries(await Promise.all(SCHEMA_NAMES.map(read))) as Schemas;
}
