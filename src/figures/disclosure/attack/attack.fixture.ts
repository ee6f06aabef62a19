import loadHighs from 'highs';
import type { Calendar } from '../../calendar.ts';
import type { BareFigure } from '../../compute.ts';
import { findIndicator } from '../../registry.ts';
import { createReader } from '../reading.ts';
import type { Space } from '../space.ts';
import { keyOfTerms, type Term } from '../terms.ts';
import { type Row, UnknownTables } from './tables.fixture.ts';

/** A count that is withheld, and the least and the most an attacker finds it can be. */
export interface Finding {
  readonly name: string;
  low: number;
  high: number;
}

interface Target extends Finding {
  readonly terms: readonly Term[];
  /** A withheld count is not zero: zero is shown. */
  readonly least: number;
}

interface Known {
  readonly terms: readonly Term[];
  readonly value: number;
}

/** No data set holds so many records. */
const MOST = 100_000;

/** How many whole numbers lie between two bounds, less one. */
export const spanOf = ({ low, high }: Finding): number => Math.floor(high + 1e-6) - Math.ceil(low - 1e-6);

/**
 * Attacks published figures by linear programming: the least and the most each withheld count can be, given every
 * figure in sight, that no number of records is negative, that a withheld count is not zero, that nobody leaves before
 * entering, and what another file says of places and formations. Numbers need not be whole, which only widens bounds.
 * Bounds `enough` apart are not looked for further. `suspects` are counts nobody publishes and that are too small.
 */
export async function attack(
  figures: Iterable<BareFigure>,
  suspects: readonly { readonly name: string; readonly terms: readonly Term[] }[],
  seatsOf: (figure: BareFigure) => number,
  space: Space,
  calendar: Calendar,
  enough: number,
): Promise<readonly Finding[]> {
  const { known, targets } = learn(figures, suspects, seatsOf, space, calendar);
  const regions = [...known, ...targets].flatMap(({ terms }) => terms.map(({ region }) => region));
  const tables = new UnknownTables(space, regions);
  const rows = [
    ...known.map(({ terms, value }) => ({ row: tables.row(terms), low: value, high: value })),
    ...targets.map(({ terms, least }) => ({ row: tables.row(terms), low: least, high: MOST })),
    ...tables.agreements().map((row) => ({ row, low: 0, high: 0 })),
  ];
  const highs = await loadHighs();
  highs.withModel(toModel(rows, tables.columns), (model) => {
    model.options.set('output_flag', false);
    const wanted = targets.map(({ terms }) => tables.row(terms));
    const look = (): void => {
      const { modelStatus } = model.run();
      if (modelStatus !== OPTIMAL) throw new Error(`the attack has no solution: status ${modelStatus}`);
      const { colValue } = model.getSolution();
      targets.forEach((target, index) => {
        const value = [...(wanted[index] as Row)].reduce(
          (sum, [column, times]) => sum + times * (colValue[column] as number),
          0,
        );
        target.low = Math.min(target.low, value);
        target.high = Math.max(target.high, value);
      });
    };
    targets.forEach((target, index) => {
      const sorted = [...(wanted[index] as Row)].toSorted(([a], [b]) => a - b);
      const [columns, times] = [sorted.map(([column]) => column), sorted.map(([, own]) => own)];
      const aim = (sign: number): void => {
        model.changeColsCost(
          { kind: 'set', indices: columns },
          times.map((own) => sign * own),
        );
      };
      for (const sign of [-1, 1]) {
        if (spanOf(target) >= enough) break;
        aim(sign);
        look();
      }
      aim(0);
    });
  });
  return targets.map(({ name, low, high }) => ({ name, low, high }));
}

const OPTIMAL = 7;

/** Reads figures as an attacker does: what is in sight, and what is withheld. */
function learn(
  figures: Iterable<BareFigure>,
  suspects: readonly { readonly name: string; readonly terms: readonly Term[] }[],
  seatsOf: (figure: BareFigure) => number,
  space: Space,
  calendar: Calendar,
): { readonly known: readonly Known[]; readonly targets: readonly Target[] } {
  const read = createReader(space, calendar);
  const known: Known[] = [];
  const targets = new Map<string, Target>();
  const target = (name: string, terms: readonly Term[], least: number): void => {
    const key = keyOfTerms(terms);
    if (terms.length > 0 && !targets.has(key))
      targets.set(key, { name, terms, least, low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY });
  };
  for (const figure of figures) {
    const indicator = findIndicator(figure.indicator);
    if (!indicator || 'change' in indicator || !indicator.material.startsWith('records')) continue;
    const { value, numerator, denominator, exposed } = read(indicator, figure.slice);
    if (figure.status === 'secret' && indicator.kind === 'count' && exposed.length === 0) target(figure.id, value, 1);
    if (figure.value === null) continue;
    if (exposed.length > 0)
      known.push({ terms: exposed[0] as readonly Term[], value: figure.numerator ?? seatsOf(figure) - figure.value });
    else if (figure.numerator === null || figure.denominator === null)
      known.push({ terms: value, value: figure.value });
    else known.push({ terms: numerator, value: figure.numerator }, { terms: denominator, value: figure.denominator });
  }
  for (const { name, terms } of suspects) target(name, terms, 0);
  return { known: known.filter(({ terms }) => terms.length > 0), targets: [...targets.values()] };
}

function toModel(rows: readonly { readonly row: Row; readonly low: number; readonly high: number }[], columns: number) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { row } of rows) {
    for (const [column, times] of row) {
      indices.push(column);
      values.push(times);
    }
    starts.push(indices.length);
  }
  return {
    numCols: columns,
    numRows: rows.length,
    colCost: new Float64Array(columns),
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns).fill(MOST),
    rowLower: rows.map(({ low }) => low),
    rowUpper: rows.map(({ high }) => high),
    matrix: { format: 'csr', numRows: rows.length, numCols: columns, starts, indices, values },
  } as const;
}
