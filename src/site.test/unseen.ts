import { type AxisName, axis } from '../figures/disclosure/axes.ts';
import type { Told } from '../figures/disclosure/cells.ts';
import { EVERYTHING } from '../figures/disclosure/subsets.ts';

/** A record takes the value that another has on an axis: one changed cell of its row. */
export interface Move {
  readonly row: number;
  readonly like: number;
}

/** A count that depends on an axis, term by term: what it asks of that axis, and of the others. */
interface Concerned {
  readonly cell: number;
  readonly isSeen: boolean;
  readonly terms: readonly {
    readonly times: number;
    readonly members: Uint8Array;
    readonly others: readonly (readonly [codes: Int32Array, members: Uint8Array])[];
  }[];
}

/**
 * The first move on an axis that changes no count in sight and does change others, or two moves that do so together;
 * none when there are no such moves. `canMove` tells which records may move; they take values of one another only.
 */
export function findUnseen(
  told: Told,
  isSeen: (cell: number) => boolean,
  name: AxisName,
  canMove: (row: number) => boolean,
): readonly Move[] {
  const codes = told.space.codes[axis(name)] as Int32Array;
  const movers = [...codes.keys()].filter(canMove);
  const examples = new Map(movers.map((row) => [codes[row] as number, row]));
  const concerned = concernedBy(told, isSeen, axis(name));
  const known = new Map<string, Move & { readonly unseen: string }>();
  for (const row of movers) {
    const near = termsAround(row, concerned);
    for (const [value, like] of examples) {
      const effects = effectsOf(near, codes[row] as number, value);
      const [seen, unseen] = [effects.filter((effect) => effect.isSeen), effects.filter((effect) => !effect.isSeen)];
      if (seen.length === 0 && unseen.length > 0) return [{ row, like }];
      const partner = known.get(written(seen, -1));
      if (partner && partner.row !== row && partner.unseen !== written(unseen, -1)) return [partner, { row, like }];
      known.set(written(seen, 1), { row, like, unseen: written(unseen, 1) });
    }
  }
  return [];
}

function concernedBy({ space, cells }: Told, isSeen: (cell: number) => boolean, at: number): Concerned[] {
  const membersOf = (subset: number, of: number): Uint8Array => space.stores[of]?.members(subset) ?? Uint8Array.of();
  return cells.flatMap(({ terms }, cell) => {
    const own = terms
      .filter(({ region }) => region[at] !== EVERYTHING)
      .map(({ times, region }) => ({
        times,
        members: membersOf(region[at] as number, at),
        others: region.flatMap((subset, of) =>
          subset === EVERYTHING || of === at ? [] : [[space.codes[of] as Int32Array, membersOf(subset, of)] as const],
        ),
      }));
    return own.length === 0 ? [] : [{ cell, isSeen: isSeen(cell), terms: own }];
  });
}

/** The terms that hold a record but for its value on the axis. */
const termsAround = (row: number, concerned: readonly Concerned[]): Concerned[] =>
  concerned.flatMap((count) => {
    const terms = count.terms.filter(({ others }) =>
      others.every(([codes, members]) => members[codes[row] as number] === 1),
    );
    return terms.length === 0 ? [] : [{ ...count, terms }];
  });

interface Effect {
  readonly cell: number;
  readonly isSeen: boolean;
  readonly change: number;
}

const effectsOf = (near: readonly Concerned[], from: number, to: number): Effect[] =>
  near.flatMap(({ cell, isSeen, terms }) => {
    const change = terms.reduce(
      (sum, { times, members }) => sum + times * ((members[to] as number) - (members[from] as number)),
      0,
    );
    return change === 0 ? [] : [{ cell, isSeen, change }];
  });

/** Effects as text, made so many times: equal for equal effects. */
const written = (effects: readonly Effect[], times: number): string =>
  effects.map(({ cell, change }) => `${cell}:${times * change}`).join(' ');
