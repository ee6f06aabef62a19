import { applyRules, type Report } from '../data/rules.ts';
import type { Table } from '../data/table.ts';
import type { Book } from '../figures/book.ts';
import type { Dataset } from '../figures/dataset.ts';
import { isKnown } from '../figures/figure.ts';
import { formatFigure } from '../figures/format.ts';
import { checkPublished, formatPublished, type Published } from '../figures/published.ts';
import { type Reconciliation, reconcile } from '../figures/reconcile.ts';
import type { Problem } from '../problem.ts';

/**
 * Compares every published value that the registry can compute with what it computes. A gap beyond the published
 * precision is an error at its row of `publies.csv`, unless the row explains it.
 */
export async function reconcileAll(
  published: readonly Published[],
  book: Book,
  table: Table | null,
  { dimensions }: Dataset,
): Promise<{ reconciliations: readonly Reconciliation[]; problems: readonly Problem[] }> {
  const reconciliations: Reconciliation[] = [];
  const faults: Parameters<Report>[] = [];
  published.forEach((row, index) => {
    const misread = checkPublished(row, dimensions);
    if (misread) {
      faults.push([
        index,
        misread.column,
        {
          message: misread.message,
          expected: misread.expected,
          remedy: 'corrigez la cellule, ou videz indicateur et tranche',
        },
      ]);
      return;
    }
    if (!row.indicator || !row.slice) return;
    const answer = book.askPublished(row.indicator, Object.entries(row.slice) as [string, string | number][]);
    if (!answer.ok) {
      faults.push([
        index,
        'tranche',
        {
          message: answer.fault.message,
          value: answer.fault.value,
          expected: answer.fault.expected.join(', '),
          remedy: 'corrigez la tranche',
        },
      ]);
      return;
    }
    const result = reconcile(row, answer.figure);
    reconciliations.push(result);
    if (!result.agrees && row.explanation === null) faults.push([index, 'valeur', gapFault(result)]);
  });
  const problems =
    table === null
      ? []
      : await applyRules(table, [
          (_, report) => {
            for (const fault of faults) report(...fault);
          },
        ]);
  return { reconciliations, problems: table === null ? [] : [...problems, ...betrayalFault(table, book)] };
}

/** What is public already cannot be withheld any more: where it gives a withheld count away, somebody has to know. */
function betrayalFault({ file }: Pick<Table, 'file'>, { betrayed }: Pick<Book, 'betrayed'>): Problem[] {
  if (betrayed.length === 0) return [];
  return [
    {
      severity: 'warning',
      file,
      line: 1,
      column: 1,
      message: 'des nombres retenus par le secret statistique se calculent à partir de chiffres déjà publiés',
      value: betrayed.join(', '),
      expected: 'aucun nombre retenu qui se déduise de ceux qui sont montrés',
      remedy:
        'ce qui est public le reste\u00A0: prévenez qui suit la protection des données, et ne publiez plus ces détails\u202F; si un chiffre de ce fichier n’a jamais été publié, ôtez sa ligne',
    },
  ];
}

function gapFault({ published, figure }: Reconciliation): Parameters<Report>[2] {
  const computed = isKnown(figure) ? formatFigure(figure) : `aucune valeur (${figure.status})`;
  return {
    message: `le chiffre publié «\u00A0${formatPublished(published)}\u00A0» ne se retrouve pas dans les données`,
    value: `${figure.id} = ${computed}`,
    expected: `${formatPublished(published)}, d’après ${published.source}`,
    remedy:
      'vérifiez que tous les fichiers d’entrées sont là\u202F; sinon, écrivez la cause dans la colonne explication',
  };
}
