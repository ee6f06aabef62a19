import { nearest } from '../french/nearest.ts';
import { type Calendar, periodOf } from './calendar.ts';
import { type BareFigure, createComputer } from './compute.ts';
import type { Dataset } from './dataset.ts';
import type { Dimensions } from './dimension.ts';
import type { DisclosureRules } from './disclosure.ts';
import type { Figure } from './figure.ts';
import type { Indicator } from './indicator.ts';
import { dimensionsOfMaterial } from './measures.ts';
import { type Publication, publishTables, sayAlone, type Withheld } from './publish.ts';
import { createOriginOf, figureIdOf, type Published } from './published.ts';
import { describeTables } from './published-tables.ts';
import { findIndicator, INDICATORS } from './registry.ts';
import { dimensionsOf, figureId, readSlice, type Slice } from './slice.ts';

/** Why a question about a figure has no answer, in French. */
export interface AskFault {
  readonly message: string;
  readonly value: string;
  readonly expected: readonly string[];
}

export type Answer = { readonly ok: true; readonly figure: Figure } | { readonly ok: false; readonly fault: AskFault };

/** All figures of an edition: the published ones, and any other on demand, inside the house. */
export interface Book {
  readonly dimensions: Dimensions;
  readonly calendar: Calendar;
  /** Figures that may leave the house, by id: those of the published tables, and no other. */
  readonly published: ReadonlyMap<string, Figure>;
  /** How many published figures are withheld, for their own sake and for that of others. */
  readonly withheld: Withheld;
  /** Ids of withheld figures that public ones give away; none for figures taken from a file. */
  readonly betrayed: readonly string[];
  /** Answers any question, published or not; a bad question gets a fault, never an exception. For no page. */
  ask(indicator: string, slice: Iterable<readonly [string, string | number]>): Answer;
  /** Answers a question about the published figures only: what content asks. */
  askPublished(indicator: string, slice: Iterable<readonly [string, string | number]>): Answer;
  /** A published figure. @throws Error when no published table holds it: a page asked for what is not declared */
  figure(indicator: string, slice: Slice): Figure;
}

export interface BookSources {
  readonly dataset: Dataset;
  readonly calendar: Calendar;
  readonly rules: DisclosureRules;
  readonly published: readonly Published[];
  readonly isDemonstration: boolean;
  /** Gives the publication that an earlier run made of the same data, or has it made. */
  readonly recall?: (make: () => Publication) => Publication;
}

export function createBook({
  dataset,
  calendar,
  rules,
  published,
  isDemonstration,
  recall = (make) => make(),
}: BookSources): Book {
  const computer = createComputer(dataset, calendar);
  const originOf = createOriginOf(published, isDemonstration);
  const withOrigin = (bare: BareFigure): Figure => ({ ...bare, origin: originOf(bare) });
  const known = new Set(published.flatMap((row) => (row.explanation === null ? (figureIdOf(row) ?? []) : [])));
  const publication = recall(() => publishTables(computer, dataset, calendar, rules, known));
  const figures = new Map([...publication.figures].map(([id, bare]) => [id, withOrigin(bare)]));
  return bookOf(figures, publication, dataset.dimensions, calendar, (indicator, slice) =>
    withOrigin(sayAlone(indicator, slice, computer, rules)),
  );
}

/** A book of figures that were published by whoever holds the records: it answers for them, and for no others. */
export function createStoredBook(
  bare: ReadonlyMap<string, BareFigure>,
  withheld: Withheld,
  { dataset, calendar, published, isDemonstration }: Omit<BookSources, 'rules' | 'recall'>,
): Book {
  const originOf = createOriginOf(published, isDemonstration);
  const figures = new Map([...bare].map(([id, figure]) => [id, { ...figure, origin: originOf(figure) }]));
  return bookOf(figures, { withheld, betrayed: [] }, dataset.dimensions, calendar, null);
}

/** `compute` answers for what is not published; `null` where there are no records to ask. */
function bookOf(
  figures: ReadonlyMap<string, Figure>,
  { withheld, betrayed }: Pick<Book, 'withheld' | 'betrayed'>,
  dimensions: Dimensions,
  calendar: Calendar,
  compute: ((indicator: Indicator, slice: Slice) => Figure) | null,
): Book {
  const read = (id: string, pairs: Pairs): Question => readQuestion(id, pairs, dimensions, calendar);
  return {
    dimensions,
    calendar,
    published: figures,
    withheld,
    betrayed,
    ask(id, pairs) {
      const question = read(id, pairs);
      if (!question.ok) return question;
      const { indicator, slice } = question;
      const figure = figures.get(figureId(id, slice)) ?? compute?.(indicator, slice);
      return figure ? { ok: true, figure } : { ok: false, fault: notPublished(id, slice) };
    },
    askPublished(id, pairs) {
      const question = read(id, pairs);
      if (!question.ok) return question;
      const figure = figures.get(figureId(id, question.slice));
      return figure ? { ok: true, figure } : { ok: false, fault: notPublished(id, question.slice) };
    },
    figure(id, slice) {
      const figure = figures.get(figureId(id, slice));
      if (!figure) throw new Error(`aucun tableau publié ne contient ${figureId(id, slice)}`);
      return figure;
    },
  };
}

type Pairs = Iterable<readonly [string, string | number]>;

type Question =
  | { readonly ok: true; readonly indicator: Indicator; readonly slice: Slice }
  | { readonly ok: false; readonly fault: AskFault };

function readQuestion(id: string, pairs: Pairs, dimensions: Dimensions, calendar: Calendar): Question {
  const indicator = findIndicator(id);
  if (!indicator) {
    return {
      ok: false,
      fault: {
        message: `indicateur inconnu «\u00A0${id}\u00A0»`,
        value: id,
        expected: nearest(
          id,
          INDICATORS.map((known) => known.id),
          3,
        ),
      },
    };
  }
  const reading = readSlice(pairs, dimensions);
  if (!reading.ok) return reading;
  const { slice } = reading;
  const allowed = dimensionsOfMaterial(indicator.material);
  const stranger = dimensionsOf(slice).find((dimension) => !allowed.includes(dimension));
  if (stranger) {
    const message = `«\u00A0${id}\u00A0» ne se calcule pas par ${dimensions.get(stranger)?.label ?? stranger}`;
    return { ok: false, fault: { message, value: stranger, expected: ['annee', 'mois', ...allowed] } };
  }
  const isReference = indicator.material === 'seats' && slice.annee === calendar.referenceYear;
  if (!isReference && !periodOf(slice, calendar)) {
    const expected = [
      ...calendar.years.map(String),
      'cumul',
      `un mois de ${calendar.months[0]} à ${calendar.months.at(-1)}`,
    ];
    return {
      ok: false,
      fault: { message: 'période hors du plan', value: String(slice.mois ?? slice.annee ?? ''), expected },
    };
  }
  return { ok: true, indicator, slice };
}

/** A slice that can be computed, and that no published table holds: it stays inside. */
const notPublished = (indicator: string, slice: Slice): AskFault => ({
  message: 'aucun tableau publié ne contient cette tranche',
  value: figureId(indicator, slice),
  expected: describeTables(indicator),
});
