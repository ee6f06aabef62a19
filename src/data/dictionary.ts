import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { typeset } from '../french/typography.ts';
import type { Problem } from '../problem.ts';
import { type Field, SCHEMA_FILES, SCHEMA_NAMES, type SchemaName, type Schemas, type TableSchema } from './schema.ts';

/** The part of `README.md` that schemas write; everything else in the file is written by hand. */
const OPENING = '<!-- dictionnaire : écrit par « npm run dictionary » d’après schemas/, à ne pas changer ici -->';
const CLOSING = '<!-- fin du dictionnaire -->';

/** Files of a data folder that are made from its schemas, by path in the folder. */
export async function generatedFiles(
  dataFolder: string,
  schemas: Schemas,
): Promise<{ readonly files: ReadonlyMap<string, string>; readonly problems: readonly Problem[] }> {
  const readme = join(dataFolder, 'README.md');
  const text = await readFile(readme, 'utf8').catch(() => '');
  const [start, end] = [text.indexOf(OPENING), text.indexOf(CLOSING)];
  if (start < 0 || end < start) return { files: templates(schemas), problems: [noPlace(readme)] };
  const dictionary = `${OPENING}\n\n${dictionaryOf(schemas)}\n\n`;
  const files = new Map([['README.md', text.slice(0, start) + dictionary + text.slice(end)], ...templates(schemas)]);
  return { files, problems: [] };
}

/** Warns of generated files that are not what the schemas say. A folder without a `README.md` owes nothing. */
export async function staleFiles(dataFolder: string, schemas: Schemas): Promise<Problem[]> {
  const { files, problems } = await generatedFiles(dataFolder, schemas);
  if (problems.length > 0) return [];
  const stale = await Promise.all(
    [...files].map(async ([path, text]) => {
      const file = join(dataFolder, path);
      return (await readFile(file, 'utf8').catch(() => '')) === text ? [] : [notUpToDate(file)];
    }),
  );
  return stale.flat();
}

/** The dictionary of all files, in Markdown. */
const dictionaryOf = (schemas: Schemas): string =>
  SCHEMA_NAMES.map((name) => describeTable(name, schemas[name])).join('\n\n');

/** One empty file a schema, header only: with semicolons and a byte order mark, a French spreadsheet opens it right. */
function templates(schemas: Schemas): ReadonlyMap<string, string> {
  return new Map(
    SCHEMA_NAMES.map((name) => [
      `modeles/${name}.csv`,
      `\uFEFF${schemas[name].fields.map((field) => field.name).join(';')}\n`,
    ]),
  );
}

function describeTable(name: SchemaName, schema: TableSchema): string {
  const path = SCHEMA_FILES[name];
  return [
    `### ${schema.title}\u00A0: \`${path}\``,
    `${typeset(schema.description)} Modèle vide\u00A0: [\`${name}.csv\`](modeles/${name}.csv).`,
    ['| colonne | type | ce qu’elle contient |', '| --- | --- | --- |', ...schema.fields.map(describeField)].join('\n'),
    ...schema.fields.filter((field) => field.categories.length > 0).map(describeCategories),
    ...keysOf(schema),
  ].join('\n\n');
}

const TYPES: Readonly<Record<Field['type'], string>> = {
  string: 'texte',
  integer: 'nombre entier',
  number: 'nombre',
  date: 'date',
  boolean: 'oui ou non',
};

function describeField(field: Field): string {
  const { required, minimum, maximum } = field.constraints;
  const bounds = [
    minimum === undefined ? '' : `au moins ${minimum}`,
    maximum === undefined ? '' : `au plus ${maximum}`,
  ].filter(Boolean);
  const type = [TYPES[field.type], ...bounds].join(', ');
  const presence = field.facultative ? ' Colonne facultative.' : required ? '' : ' Peut rester vide.';
  const example = field.example ? ` Exemple\u00A0: ${code(field.example)}.` : '';
  const alias = field.alias.length > 0 ? ` Autres noms\u00A0: ${field.alias.map(code).join(', ')}.` : '';
  return `| ${code(field.name)} | ${type} | ${escapeCell(typeset(field.description))}${presence}${example}${alias} |`;
}

function describeCategories(field: Field): string {
  const lines = field.categories.map(({ value, label, synonymes }) => {
    const others = synonymes.map(({ text }) => code(text)).join(', ');
    return `| ${code(value)} | ${escapeCell(label)} | ${others} |`;
  });
  return [
    `Codes de ${code(field.name)}\u00A0:`,
    '',
    '| code | sens | accepté aussi |',
    '| --- | --- | --- |',
    ...lines,
  ].join('\n');
}

function keysOf(schema: TableSchema): string[] {
  const unique =
    schema.primaryKey.length > 0 ? [`Pas deux lignes avec le même ${schema.primaryKey.map(code).join(' + ')}.`] : [];
  const references = schema.foreignKeys.map(
    ({ fields, reference }) =>
      `${code(fields[0])} est pris dans ${code(reference.fields[0])} de \`${pathOf(reference.resource)}\`.`,
  );
  const sentences = [...unique, ...references];
  return sentences.length > 0 ? [sentences.join(' ')] : [];
}

const pathOf = (resource: string): string => SCHEMA_FILES[resource as SchemaName] ?? resource;
const code = (text: string): string => `\`${escapeCell(text)}\``;
const escapeCell = (text: string): string => text.replaceAll('|', '\\|');

const noPlace = (file: string): Problem => ({
  severity: 'error',
  file,
  line: 1,
  column: 1,
  message: 'pas de place pour le dictionnaire',
  expected: `les lignes ${OPENING} et ${CLOSING}`,
  remedy: 'ajoutez ces deux lignes là où le dictionnaire doit se trouver',
});

const notUpToDate = (file: string): Problem => ({
  severity: 'warning',
  file,
  line: 1,
  column: 1,
  message: `${basename(file)} ne dit plus ce que disent les schémas`,
  remedy: 'lancez npm run dictionary, qui récrit le dictionnaire et les modèles',
});
