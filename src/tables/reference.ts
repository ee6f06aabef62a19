import type { ChartContext } from '../charts/catalogue/context.ts';
import { publishedReports } from '../computation/published-reports.ts';
import type { LoadedData } from '../data/load.ts';
import { fileLines } from '../data/report.ts';
import type { Dataset } from '../figures/dataset.ts';
import { formatFigure, indicatorOf } from '../figures/format.ts';
import { formatPublished, PRECISION_NAMES } from '../figures/published.ts';
import { formatGap, type Reconciliation } from '../figures/reconcile.ts';
import { sliceInWords } from '../figures/slice.ts';
import { TOLERANCES } from '../figures/tolerances.ts';
import { formatDate, monthShort } from '../french/date.ts';
import { formatEuros, formatInteger } from '../french/number.ts';
import { typeset } from '../french/typography.ts';
import type { Cell, Table } from './table.ts';

/** The parts of a bilan that reference tables read. */
export interface ReferenceSources {
  readonly data: LoadedData;
  readonly dataset: Dataset;
  readonly reconciliations: readonly Reconciliation[];
  readonly isDemonstration: boolean;
}

/** Files that were read, and how: nothing is computed from anything else. */
export function filesTable({
  data,
  charts,
}: Pick<ReferenceSources, 'data'> & { readonly charts: Pick<ChartContext, 'book'> }): Table {
  const reports = publishedReports(data.reports, charts.book);
  const withheld = reports.some(({ rows }) => rows === null) ? ' s : secret statistique.' : '';
  return {
    name: 'fichiers',
    subtitle: 'Lignes, codage et séparateur reconnus, lignes refusées, ce qui a été remis en forme, empreinte SHA-256',
    head: 'Fichier',
    columns: ['Lignes', 'Codage', 'Séparateur', 'Refusées', 'Remis en forme', 'Empreinte'],
    prose: [1, 2, 4, 5],
    rows: fileLines({ reports }).map(({ name, rows, encoding, separator, refused, mended, hash }) => ({
      head: name,
      cells: [rows, encoding, separator, refused, mended, hash],
    })),
    note: `Les fichiers d’entrées en formation ne sont pas publiés : même sans nom, ce sont des données personnelles.${withheld}`,
  };
}

/** Entries read for each month of the plan, so that a missing month is seen. */
export function coverageTable({ book }: Pick<ChartContext, 'book'>): Table {
  const { months } = book.calendar;
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  const ranks = Array.from({ length: 12 }, (_, index) => index + 1);
  const cell = (month: string): Cell => (months.includes(month) ? book.figure('entrees', { mois: month }) : '–');
  return {
    name: 'couverture',
    subtitle: 'Entrées en formation lues pour chaque mois du plan, jusqu’à la date d’arrêté',
    head: 'Année',
    columns: ranks.map(monthShort),
    rows: years.map((year) => ({
      head: year,
      cells: ranks.map((rank) => cell(`${year}-${String(rank).padStart(2, '0')}`)),
    })),
    note: 'p : provisoire. s : secret statistique. – : hors de la période observée.',
  };
}

/** Titles, with the codes that change inside a family. */
export function formationsTable({ dataset }: Pick<ReferenceSources, 'dataset'>): Table {
  return {
    name: 'titres',
    subtitle: 'Titres du plan, par famille, avec leurs numéros',
    head: 'Titre',
    columns: ['Famille', 'Niveau', 'RNCP', 'ROME', 'Certificateur'],
    prose: [0, 3, 4],
    rows: [...dataset.formations.values()].map(({ title, familyLabel, level, rncp, rome, certifier }) => ({
      head: title,
      cells: [familyLabel, level, rncp, rome || '–', certifier],
    })),
    note: 'Un titre qui change de numéro garde sa famille : les séries se lisent par famille.',
  };
}

/** Whether a published figure is found again. In a demonstration that proves nothing, and the verdict says so. */
export function verdictOf({ agrees }: Reconciliation, isDemonstration: boolean): string {
  if (!agrees) return 'écart\u00A0expliqué';
  return isDemonstration ? 'par\u00A0construction' : 'conforme';
}

/** Published values beside what the registry computes, those of the same figure together. */
export function reconciliationTable({ reconciliations, isDemonstration, dataset }: ReferenceSources): Table {
  const byFigure = [...Map.groupBy(reconciliations, ({ figure }) => figure.id).values()].flat();
  return {
    name: 'rapprochement',
    subtitle: isDemonstration
      ? 'Les données ont été faites pour retrouver ces chiffres : l’accord ne prouve rien'
      : 'Chaque chiffre publié, et ce que les données donnent',
    head: 'Ce qui a été publié',
    columns: ['Chiffre', 'Publié', 'Recalculé', 'Écart', 'Verdict'],
    prose: [0, 4],
    rows: byFigure.map((row) => ({
      head: typeset(`« ${row.published.quotation} », ${row.published.source}`),
      cells: [
        `${indicatorOf(row.figure).label}, ${sliceInWords(row.figure.slice, dataset.dimensions)}`,
        formatPublished(row.published),
        formatFigure(row.figure),
        formatGap(row),
        verdictOf(row, isDemonstration),
      ],
    })),
    note: `Un chiffre publié se retrouve quand le chiffre recalculé, arrondi comme lui, dit la même chose. ${PRECISIONS}`,
  };
}

/** The tolerances of `publies.csv`, from the one table that holds them. */
const PRECISIONS = TOLERANCES.flatMap(({ precision, meaning, number, rate }) => {
  if (precision === undefined || precision === 'exact') return [];
  const limits = number === rate ? '' : ` (${number}, ou ${rate} pour un taux)`;
  return [`«\u00A0${PRECISION_NAMES[precision]}\u00A0N\u00A0» se dit de ${meaning}${limits}`];
})
  .join('\u202F; ')
  .concat('.');

/** Aims, with their scope: none is set against an indicator that has another. */
export function aimsTable({ data }: Pick<ReferenceSources, 'data'>): Table {
  return {
    name: 'objectifs',
    subtitle: 'Objectifs et montants annoncés, avec leur périmètre',
    head: 'Annonce',
    columns: ['Valeur', 'Périmètre', 'Comparable', 'Source'],
    prose: [1, 2, 3],
    rows: [
      ...data.references.objectifs.map((row) => ({
        head: String(row.libelle),
        cells: [
          `${formatInteger(Number(row.valeur))} ${row.unite}`,
          String(row.perimetre),
          row.comparable === true ? 'oui' : 'non',
          `${row.source}, ${formatDate(String(row.date))}`,
        ],
      })),
      ...data.references.financements.map((row) => ({
        head: `${row.libelle}, depuis ${row.depuis}`,
        cells: [
          formatEuros(Number(row.montant)),
          String(row.perimetre),
          'non',
          `${row.source}, ${formatDate(String(row.date))}`,
        ],
      })),
    ],
    note: 'Un objectif dont le périmètre n’est pas celui d’un indicateur ne lui est jamais rapporté.',
  };
}

/** Who carries the plan, and what each does in it. */
export function partnersTable({ data }: Pick<ReferenceSources, 'data'>): Table {
  const parts = new Map(
    data.schemas.partenaires.fields
      .find(({ name }) => name === 'volet')
      ?.categories.map(({ value, label }) => [value, label]),
  );
  return {
    name: 'partenaires',
    subtitle: 'Nom, rôle et volet',
    head: 'Partenaire',
    columns: ['Rôle', 'Volet'],
    prose: [0, 1],
    rows: data.references.partenaires.map((row) => ({
      head: String(row.nom),
      cells: [String(row.role), parts.get(String(row.volet)) ?? String(row.volet)],
    })),
    note: '',
  };
}
