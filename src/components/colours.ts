import type { Settings } from '../settings/settings.ts';

type Places = Pick<Settings, 'basins' | 'outside'>;

const rule = ({ basins, outside }: Places, shade: 'light' | 'dark'): string =>
  `:root{${[...basins, outside].map((place) => `--bassin-${place.id}:${place[shade]}`).join(';')}}`;

/** Colours of the basins as CSS variables, light and dark: the settings are the only place where they are set. */
export function placeStyles(places: Places): string {
  const forced = [...places.basins, places.outside].map(({ id }) => `--bassin-${id}:CanvasText`).join(';');
  return [
    rule(places, 'light'),
    `@media(prefers-color-scheme:dark){${rule(places, 'dark')}}`,
    `@media print{${rule(places, 'light')}}`,
    `@media(forced-colors:active){svg.drawing{${forced}}}`,
  ].join('');
}

/** Only the light ones, for a drawing that leaves its page. */
export const lightPlaceStyles = (places: Places): string => rule(places, 'light');
