import type { CsvError } from 'csv-parse';
import { formatInteger } from '../french/number.ts';
import type { Problem } from '../problem.ts';
import type { ByteSource } from './byte-source.ts';
import type { ByteFault } from './bytes.ts';
import { type Encoding, readText } from './decode.ts';
import type { Dialect, Separator } from './dialect.ts';
import { hasQuote, locate, type Place, placeOfByte, START } from './locate.ts';
import type { TableSchema } from './schema.ts';

type Words = readonly [message: string, expected: string, remedy: string];

const EXPORT_AGAIN = 'exportez de nouveau le fichier, en «\u00A0CSV UTF-8\u00A0»';

const BYTES: Readonly<Record<ByteFault['kind'], Words>> = {
  empty: ['fichier vide', 'une ligne d’en-tête et au moins une ligne de données', 'exportez de nouveau le fichier'],
  binary: [
    'fichier qui n’est pas un CSV (classeur Excel, PDF, archive…)',
    'un fichier CSV',
    'ouvrez-le dans Excel, puis Fichier › Enregistrer sous › «\u00A0CSV UTF-8 (délimité par des virgules)\u00A0»\u202F; une archive .zip est d’abord à décompresser',
  ],
  markup: [
    'fichier qui n’est pas un CSV (page HTML, XML ou JSON)',
    'un fichier CSV',
    'demandez un export en CSV\u202F; Excel ouvre aussi un tableau HTML, et l’enregistre en «\u00A0CSV UTF-8\u00A0»',
  ],
  zipped: [
    'contenu compressé',
    'un .csv, ou un .csv.gz compressé une seule fois',
    'décompressez le fichier, ou ajoutez .gz à son nom si ce n’est pas déjà fait',
  ],
  compressed: [
    'fichier compressé abîmé, coupé, ou qui n’est pas compressé',
    'un fichier .csv.gz entier',
    'compressez et copiez de nouveau le fichier, ou donnez le .csv',
  ],
  utf16: [
    'fichier UTF-16 sans marque au début (BOM)',
    'un texte en UTF-8, en Windows-1252, ou en UTF-16 avec sa marque',
    EXPORT_AGAIN,
  ],
  nul: ['octet nul dans le fichier', 'un texte en UTF-8 ou en Windows-1252', EXPORT_AGAIN],
  damaged: [
    'fichier UTF-8 abîmé\u00A0: un caractère y est à moitié écrit',
    'un texte en UTF-8 de bout en bout',
    EXPORT_AGAIN,
  ],
  half: ['fichier UTF-16 coupé au milieu d’un caractère', 'un nombre pair d’octets', EXPORT_AGAIN],
};

/** Why the bytes of a file cannot be read as text, and where. */
export async function explainBytes(
  file: string,
  source: ByteSource,
  encoding: Encoding,
  { kind, offset }: ByteFault,
): Promise<Problem> {
  const [message, expected, remedy] = BYTES[kind];
  const { line, column } = offset > 0 ? await placeOfByte(source, encoding, offset) : START;
  const value = offset > 0 ? `octet ${formatInteger(offset + 1)} du fichier` : undefined;
  return { severity: 'error', file, line, column, message, value, expected, remedy };
}

const REST = 'le reste du fichier n’a pas été jugé';
const NEVER_CLOSED: Words = [
  'guillemet jamais fermé',
  `un guillemet fermant avant la fin de la cellule\u202F; ${REST}`,
  'fermez le guillemet ouvert ici, ou doublez-le s’il fait partie du texte',
];
const SYNTAX: Readonly<Record<string, Words>> = {
  CSV_QUOTE_NOT_CLOSED: NEVER_CLOSED,
  CSV_MAX_RECORD_SIZE: NEVER_CLOSED,
  CSV_INVALID_CLOSING_QUOTE: [
    'texte après un guillemet fermant',
    `un séparateur ou une fin de ligne après le guillemet\u202F; ${REST}`,
    'doublez les guillemets à l’intérieur d’une cellule entre guillemets',
  ],
  INVALID_OPENING_QUOTE: [
    'guillemet au milieu d’une cellule',
    `des guillemets autour de la cellule entière\u202F; ${REST}`,
    'mettez toute la cellule entre guillemets, et doublez celui-ci',
  ],
};
const ENDLESS: Words = [
  'ligne de plus d’un million de caractères',
  `des lignes courtes\u202F; ${REST}`,
  'vérifiez les fins de ligne, et cherchez un document collé dans une cellule',
];
/** A quote left open takes the next one of the file for its end. */
const closedBelow = (line: number): Words => [
  'guillemet ouvert et non fermé dans sa cellule',
  `un guillemet fermant dans la cellule\u202F; le suivant n’est qu’à la ligne ${line}, et ${REST}`,
  'fermez le guillemet ouvert ici, ou doublez-le s’il fait partie du texte',
];
const UNREADABLE: Words = ['fichier CSV illisible', `des cellules bien délimitées\u202F; ${REST}`, EXPORT_AGAIN];

/**
 * What stopped the parser, at the start of the cell it was reading: where an unclosed quote was opened.
 * `record` counts the records that were read before, header included.
 */
export async function explainSyntax(
  file: string,
  { source, encoding, dialect }: { source: ByteSource; encoding: Encoding; dialect: Dialect },
  error: CsvError,
  record: number,
): Promise<Problem> {
  const isLong = error.code === 'CSV_MAX_RECORD_SIZE' && !(await hasQuote(source));
  const address = { record, field: typeof error.column === 'number' ? error.column : 0 };
  const places = await locate(source, encoding, dialect, [address]);
  const { line, column }: Place = places.get(address) ?? START;
  const isClosedBelow = error.code === 'CSV_INVALID_CLOSING_QUOTE' && Number(error.lines) > line;
  const words = isLong ? ENDLESS : isClosedBelow ? closedBelow(Number(error.lines)) : SYNTAX[error.code];
  const [message, expected, remedy] = words ?? UNREADABLE;
  return { severity: 'error', file, line, column, message, expected, remedy };
}

const FIRST = { line: 1, column: 1 } as const;

export const onlyHeader = (file: string): Problem => ({
  severity: 'error',
  file,
  ...FIRST,
  message: 'fichier sans données\u00A0: un en-tête seul',
  expected: 'au moins une ligne de données',
  remedy: 'exportez de nouveau le fichier, ou retirez-le du dossier',
});

export const onlyBlank = (file: string): Problem => ({
  severity: 'error',
  file,
  ...FIRST,
  message: 'fichier sans en-tête\u00A0: rien que des lignes vides',
  expected: 'une ligne d’en-tête et au moins une ligne de données',
  remedy: 'exportez de nouveau le fichier',
});

/** A file that the system does not open. @throws the error when it is none of the expected ones */
export function explainOpening(file: string, schema: TableSchema, error: NodeJS.ErrnoException): Problem {
  const expected = `${schema.title}, d’après data/schemas/${schema.name}.schema.json`;
  if (error.code === 'ENOENT')
    return {
      severity: 'error',
      file,
      ...FIRST,
      message: 'fichier absent',
      expected,
      remedy: 'ajoutez le fichier, ou vérifiez son chemin',
    };
  if (error.code === 'EISDIR' || error.code === 'EACCES' || error.code === 'EPERM') {
    const remedy = 'vérifiez que c’est un fichier, et que vous avez le droit de le lire';
    return { severity: 'error', file, ...FIRST, message: 'fichier impossible à ouvrir', expected, remedy };
  }
  throw error;
}

const SEPARATOR_NAMES: Readonly<Record<Separator, string>> = {
  ';': 'point-virgule',
  ',': 'virgule',
  '\t': 'tabulation',
  '|': 'barre',
};

/** The separator as a word. */
export const separatorName = (separator: Separator): string => SEPARATOR_NAMES[separator];

/** A header cut by one separator above rows cut by another. */
export const twoSeparators = (file: string, { separator, rowSeparator, skip }: Dialect): Problem => ({
  severity: 'error',
  file,
  line: skip + 2,
  column: 1,
  message: 'les lignes n’ont pas le même séparateur que l’en-tête',
  value: `${rowSeparator ? separatorName(rowSeparator) : ''} dans les lignes, ${separatorName(separator)} dans l’en-tête`,
  expected: 'un seul séparateur dans tout le fichier',
  remedy: 'exportez de nouveau le fichier, en-tête compris',
});

/** True when the last line of a file has its line end: what a file that was cut short lacks. */
export async function hasLastLineEnd(tail: Buffer, encoding: Encoding, { lineEnd }: Dialect): Promise<boolean> {
  let end = '';
  const source: ByteSource = { raw: () => noBytes(), content: () => noBytes(tail) };
  for await (const text of readText(source, encoding)) end += text;
  return (
    end.endsWith(lineEnd) || (lineEnd !== '\r\n' && /[\r\n]$/.test(end)) || (lineEnd === '\r\n' && end.endsWith('\n'))
  );
}

async function* noBytes(...chunks: Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}
