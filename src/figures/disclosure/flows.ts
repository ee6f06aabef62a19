import { type AxisName, axis } from './axes.ts';
import type { Cell } from './cells.ts';
import { classesOf, countsOf, type Scope } from './scopes.ts';
import type { Space } from './space.ts';
import type { SubsetStore } from './subsets.ts';

/** Axes crossed with entry and exit, so that nobody leaves before entering: whoever knows the margins knows that. */
const FLOWS: readonly (readonly AxisName[])[] = [[], ['place'], ['formation'], ['voie']];

/** Scopes that no figure tells: whoever works out what records can be knows them all the same. */
export const createFlows = (cells: readonly Cell[], space: Space): readonly Scope[] =>
  FLOWS.map((names) => createFlow(names, cells, space));

/** As fine as any figure tells entries, exits and the other axes apart. */
function createFlow(names: readonly AxisName[], cells: readonly Cell[], space: Space): Scope {
  const axes = [axis('entry'), axis('exit'), ...names.map(axis)];
  const classes = axes.map((at) => {
    const used = new Set(cells.flatMap(({ terms }) => terms.map(({ region }) => region[at] as number)));
    return classesOf(space.stores[at] as SubsetStore, [...used]);
  });
  return { ...countsOf(axes, classes, space), only: () => [], strides: [], cellsAt: [], isFlow: true };
}
