import type { Settings } from '../settings/settings.ts';

type Places = Pick<Settings, 'basins' | 'outside'>;

const rule = ({ basins, outside }: Places, shade: 'light' | 'dark'): string =>
  `:root{${[...basins, outside].map((place) => `--bassin-${place.id}:${place[shade]}`).join(';')}}`;

/** Colours of the places as CSS variables, light and dark: the settings are the only place where they are set. */
export function placeStyles(places: Places): string {
  const forced = [...places.basins, places.outside].map(({ id }) => `--bassin-${id}:CanvasText`).join(';');
  return [
    rule(places, 'light'),
    `@media screen and (prefers-color-scheme:dark){${rule(places, 'dark')}}`,
    `@media(forced-colors:active){svg.drawing{${forced}}}`,
  ].join('');
}

/** On a map, pointing at a place, or reaching it with the keyboard, outlines it and shows its facts. */
export const pointingStyles = ({ basins, outside }: Places): string =>
  [...basins, outside]
    .map(({ id }) => {
      const pointed = `svg:has(.on-${id}:is(:hover,:focus-visible))`;
      return `${pointed} .is-${id}{visibility:visible}${pointed} .on-${id} .basin{stroke:var(--ink);stroke-width:2.5}`;
    })
    .join('');
