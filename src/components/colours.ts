import type { Settings } from '../settings/settings.ts';

type Places = Pick<Settings, 'basins' | 'outside'>;

/** Colours of the places as CSS variables, light and dark: the settings are the only place where they are set. */
export function placeStyles({ basins, outside }: Places): string {
  const places = [...basins, outside];
  const rule = (shade: 'light' | 'dark'): string =>
    `:root{${places.map((place) => `--bassin-${place.id}:${place[shade]}`).join(';')}}`;
  const forced = `svg.drawing{${places.map((place) => `--bassin-${place.id}:CanvasText`).join(';')}}`;
  return `${rule('light')}@media (prefers-color-scheme:dark){${rule('dark')}}@media print{${rule('light')}}@media (forced-colors:active){${forced}}`;
}

/** On a map, pointing at a place, or reaching it with the keyboard, outlines it and shows its facts. */
export const pointingStyles = ({ basins, outside }: Places): string =>
  [...basins, outside]
    .map(({ id }) => {
      const pointed = `svg:has(.on-${id}:is(:hover,:focus-visible))`;
      return `${pointed} .is-${id}{visibility:visible}${pointed} .on-${id} .basin{stroke:var(--ink);stroke-width:2.5}`;
    })
    .join('');
