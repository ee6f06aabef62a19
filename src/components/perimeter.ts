import type { Bilan } from '../bilan.ts';
import { enumerate } from '../french/agreement.ts';
import { formatInteger, NBSP } from '../french/number.ts';
import type { Place } from '../settings/settings.ts';

const NAMED = 5;

/** The perimeter of a basin, or of the rest of the region, in words: communes, inhabitants, largest towns. */
export function describePerimeter({ dataset }: Pick<Bilan, 'dataset'>, place: Pick<Place, 'id' | 'fullName'>): string {
  const communes = [...dataset.communes.values()].filter(({ basin }) => basin === place.id);
  const inhabitants = communes.reduce((sum, { population }) => sum + population, 0);
  const largest = communes
    .toSorted((a, b) => b.population - a.population)
    .slice(0, NAMED)
    .map(({ name }) => name);
  return `${place.fullName} : ${formatInteger(communes.length)}${NBSP}communes, ${formatInteger(inhabitants)}${NBSP}habitants, dont ${enumerate(largest)}.`;
}
