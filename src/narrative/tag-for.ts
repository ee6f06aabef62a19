import type { Figure } from '../figures/figure.ts';
import { formatSlice } from '../figures/slice.ts';

/** Dimensions and time of a figure as `key=value`, without the year that goes without saying. */
const pairsOf = ({ slice }: Pick<Figure, 'slice'>, defaultYear: number): readonly string[] =>
  formatSlice(slice)
    .split(',')
    .filter((pair) => pair !== `annee=${defaultYear}`);

/** A figure as an editor asks for it in a sentence: `<Chiffre de="entrees" bassin="lille" />`. */
export function tagFor(figure: Pick<Figure, 'indicator' | 'slice'>, defaultYear: number): string {
  const attributes = pairsOf(figure, defaultYear).map((pair) => ` ${pair.replace('=', '="')}"`);
  return `<Chiffre de="${figure.indicator}"${attributes.join('')} />`;
}

/** The same where no tag can stand: `[[entrees bassin=lille]]`. */
export const formFor = (figure: Pick<Figure, 'indicator' | 'slice'>, defaultYear: number): string =>
  `[[${[figure.indicator, ...pairsOf(figure, defaultYear)].join(' ')}]]`;
