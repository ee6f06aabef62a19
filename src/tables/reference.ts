import type { ChartContext } from '../charts/catalogue/context.ts';
import type { LoadedData } from '../data/load.ts';
import { fileLines } from '../data/report.ts';
import type { Dataset } from '../figures/dataset.ts';
import { formatFigure } from '../figures/format.ts';
import { formatPublished } from '../figures/published.ts';
import type { Reconciliation } from '../figures/reconcile.ts';
import { sliceInWords } from '../figures/slice.ts';
import { monthShort } from '../french/date.ts';
import { formatEuros, formatInteger } from '../french/number.ts';
import type { Cell, Table } from './table.ts';

/** The parts of a bilan that reference tables read. */
export interface ReferenceSources {
  readonly data: LoadedData;
  readonly dataset: Dataset;
  readonly reconciliations: readonly Reconciliation[];
  readonly isDemonstration: boolean;
}

/** Files that were read, and how: nothing is computed from anything else. */
export function filesTable({ data }: Pick<ReferenceSources, 'data'>): Table {
  return {
    name: 'fichiers',
    subtitle: 'Lignes, codage et séparateur reconnus, lignes refusées, ce qui a été remis en forme, empreinte SHA-256',
    head: 'Fichier',
    columns: ['Lignes', 'Codage', 'Séparateur', 'Refusées', 'Remis en forme', 'Empreinte'],
    prose: [1, 2, 4, 5],
    rows: fileLines(data).map(({ name, rows, encoding, separator, refused, mended, hash }) => ({
      head: name,
      cells: [rows, encoding, separator, refused, mended, hash],
    })),
    note: 'Les fichiers d’entrées en formation ne sont pas publiés : même sans nom, ce sont des données personnelles.',
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

/** Published values beside what the registry computes. */
export function reconciliationTable({ reconciliations, isDemonstration, dataset }: ReferenceSources): Table {
  const verdict = (agrees: boolean, explained: boolean): string =>
    agrees ? (isDemonstration ? 'par construction' : 'conforme') : explained ? 'écart expliqué' : 'écart';
  return {
    name: 'rapprochement',
    subtitle: isDemonstration
      ? 'Le jeu de démonstration a été fait pour retrouver ces chiffres : l’accord ne prouve rien'
      : 'Chaque chiffre publié, et ce que les données donnent',
    head: 'Chiffre publié',
    columns: ['Tranche', 'Publié', 'Recalculé', 'Verdict', 'Explication'],
    prose: [0, 3, 4],
    rows: reconciliations.map(({ published, figure, agrees }) => ({
      head: `«\u00A0${published.quotation}\u00A0», ${published.source}`,
      cells: [
        sliceInWords(figure.slice, dataset.dimensions),
        formatPublished(published),
        formatFigure(figure),
        verdict(agrees, published.explanation !== null),
        published.explanation ?? '',
      ],
    })),
    note: 'Un chiffre publié se retrouve quand le chiffre recalculé, arrondi comme lui, dit la même chose ; « près de » admet cinq pour cent au-dessous, « environ » cinq pour cent de part et d’autre, ou deux points pour un taux.',
  };
}

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
          `${row.source}, ${row.date}`,
        ],
      })),
      ...data.references.financements.map((row) => ({
        head: `${row.libelle}, depuis ${row.depuis}`,
        cells: [formatEuros(Number(row.montant)), String(row.perimetre), 'non', `${row.source}, ${row.date}`],
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
