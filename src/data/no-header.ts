import type { Faults } from './faults.ts';
import { looksLikeHeader } from './header.ts';
import type { TableSchema } from './schema.ts';

type Words = readonly [message: string, remedy: string];

const QUOTED: Words = [
  'lignes entières entre guillemets\u00A0: l’en-tête n’est qu’une seule cellule',
  'retirez les guillemets au début et à la fin de chaque ligne, ou exportez de nouveau depuis la source',
];
const STRANGE_SEPARATOR: Words = [
  'séparateur inconnu\u00A0: l’en-tête n’est qu’une seule cellule',
  'exportez de nouveau le fichier, avec des points-virgules entre les cellules',
];
const LATE: Words = ['en-tête précédé d’autres lignes', 'retirez tout ce qui est au-dessus de cette ligne'];
const notFound = ({ name }: TableSchema): Words => [
  'en-tête introuvable\u00A0: la première ligne ne nomme pas les colonnes du schéma',
  `mettez la ligne d’en-tête en premier, sans titre au-dessus\u202F; data/modeles/${name}.csv en donne une`,
];

/** What stands between two names of columns, in whatever dialect. */
const BETWEEN = /[^\p{L}\p{N}\p{M}_ '’.-]/u;

/**
 * What stands in place of a header may be a title, or a row: its cells are not repeated. `late`: record that looks like
 * the header.
 */
export function reportNoHeader(
  cells: readonly string[],
  late: number | null,
  schema: TableSchema,
  faults: Faults,
): void {
  const [only = ''] = cells;
  const isCutBy = (sign: string | RegExp): boolean => cells.length === 1 && looksLikeHeader(only.split(sign), schema);
  const [message, remedy] = [';', ',', '\t', '|'].some(isCutBy)
    ? QUOTED
    : isCutBy(BETWEEN)
      ? STRANGE_SEPARATOR
      : late === null
        ? notFound(schema)
        : LATE;
  const expected = late === null ? schema.fields.map(({ name }) => name).join(', ') : 'l’en-tête en première ligne';
  faults.add(late ?? 0, 0, { severity: 'error', message, expected, remedy });
}
