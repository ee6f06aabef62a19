import type { Settings } from '../settings/settings.ts';

/** Colours of the basins as CSS variables, light and dark: the settings are the only place where they are set. */
export function placeStyles({ basins, outside }: Pick<Settings, 'basins' | 'outside'>): string {
  const places = [...basins, outside];
  const rule = (shade: 'light' | 'dark'): string =>
    `:root{${places.map((place) => `--bassin-${place.id}:${place[shade]}`).join(';')}}`;
  const forced = `svg.drawing{${places.map((place) => `--bassin-${place.id}:CanvasText`).join(';')}}`;
  return `${rule('light')}@media (prefers-color-scheme:dark){${rule('dark')}}@media print{${rule('light')}}@media (forced-colors:active){${forced}}`;
}
