import { DEMONSTRATION_MARK, Desk } from '../charts/catalogue/desk.ts';
import { cellText } from '../charts/catalogue/words.ts';
import { type Figure, isKnown } from '../figures/figure.ts';
import { formatFigure, formatTerms, indicatorOf } from '../figures/format.ts';
import { LIMITS } from '../figures/tolerances.ts';
import { agree } from '../french/agreement.ts';
import { formatPoints } from '../french/number.ts';
import { currentBilan } from '../handover.ts';
import type { MapDescription, MapPlace } from '../map/describe.ts';
import { shadingOf } from '../map/shading.ts';
import type { Place } from '../settings/settings.ts';
import { type MapFact, type MapYear, mapFacts } from './map-facts.ts';
import { href } from './page.ts';

/** A map and the table of the same facts. */
export interface MapExhibit {
  readonly map: MapDescription;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** « Dans le bassin de Lille, 970 entrées en 2024, … » */
  readonly reading: string;
  readonly source: string;
  /** How the shading is to be read. */
  readonly note: string;
}

/** What a map of an indicator says, place by place, in figures of the registry. */
export function describeMap(indicator: string, year: MapYear, linked = true): MapExhibit {
  const { book, settings, charts, isDemonstration } = currentBilan();
  const places = [...settings.basins, settings.outside].map((place) => ({
    place,
    facts: mapFacts(book, indicator, year, place.id),
  }));
  const figures = places.map(({ facts }) => (facts[0] as MapFact).figure);
  const drawn = places.map(({ place, facts }) => toPlace(place, facts, linked));
  const outside = drawn.at(-1) as MapPlace;
  const shading = shadingOf({
    indicator: indicatorOf(figures[0] as (typeof figures)[0]),
    basins: figures.slice(0, -1),
    outside: figures.at(-1) as (typeof figures)[0],
  });
  const desk = new Desk(charts);
  for (const { figure } of places.flatMap(({ facts }) => facts)) desk.figure(figure.indicator, figure.slice);
  return {
    map: {
      name: `carte-${indicator}`,
      places: drawn.slice(0, -1),
      outside: { ...outside, name: OUTSIDE, fullName: OUTSIDE },
      shading,
      mark: isDemonstration ? DEMONSTRATION_MARK : null,
    },
    columns: ['Lieu de formation', ...(places[0]?.facts ?? []).map(({ column }) => column)],
    rows: [
      ...places.map(({ place, facts }) => [place.name, ...facts.map(({ figure }) => cellText(figure))]),
      ['Ensemble de la région', ...(places[0]?.facts ?? []).map(({ figure }) => regionCell(figure))],
    ],
    reading: readingOf(places),
    source: `${desk.credits().source} Fond de carte. ${settings.map.credit}`,
    note: NOTES[shading.kind === 'classes' ? shading.ramp : shading.kind],
  };
}

/** The short name of the rest of the region, on the map. */
const OUTSIDE = 'Hors des bassins';

const APART = 'Le reste de la région n’est pas d’un seul tenant\u202F: sa valeur est écrite, sans couleur.';
const NOTES = {
  basins: `${formatPoints(LIMITS.colour.points * 100, 0)} au plus séparent les bassins\u202F: la carte porte les valeurs, sans dégradé.`,
  circles: 'La surface d’un cercle est proportionnelle au nombre.',
  shares: 'La barre réunit les parts\u202F: les bassins dans leur couleur, le reste de la région évidé.',
  seq: `Classes de même amplitude. ${APART}`,
  div: `Classes de même amplitude, de part et d’autre de la stabilité, entre deux années entières. ${APART}`,
} as const;

/** The same figure for the whole region, when a published table holds it. */
function regionCell({ indicator, slice }: Figure): string {
  const answer = currentBilan().book.askPublished(indicator, [['annee', slice.annee ?? '']]);
  return answer.ok ? cellText(answer.figure) : '–';
}

/** The map of entries beside the list of places: each basin in its colour, which is the list's key. */
export function placesMap(): MapDescription {
  const { map } = describeMap('entrees', currentBilan().edition.year);
  return { ...map, shading: { kind: 'basins' } };
}

function toPlace(place: Place, facts: readonly MapFact[], linked: boolean): MapPlace {
  const { edition } = currentBilan();
  const [value, second, third] = facts.map(({ figure }) => figure);
  if (!value) throw new Error(`no fact on ${place.id}`);
  const indicator = indicatorOf(value);
  const count = agree(value.value ?? 2, indicator.noun);
  const details = {
    entrees: second && { detail: `${count}, ${formatFigure(second)}`, short: formatFigure(second) },
    part_entrees: second && { detail: facts[1]?.words ?? '', short: '' },
  }[value.indicator];
  const years = second && third && 'change' in indicator && `de ${formatFigure(second)} à ${formatFigure(third)}`;
  const provisional = value.status === 'provisoire' ? ', p' : '';
  const plain = indicator.kind === 'count' ? count : termsOf(value);
  return {
    id: place.id,
    name: place.name,
    fullName: place.fullName,
    number: isKnown(value) ? value.value : null,
    value: formatFigure(value),
    detail: `${details?.detail ?? (years || plain)}${provisional}`.replace(/^, /, ''),
    short: `${details?.short ?? ''}${provisional}`.replace(/^, /, ''),
    facts: facts.map(({ words }) => words),
    href: linked ? href(`${edition.id}/bassins/${place.id}/`) : null,
  };
}

/** « 813 sur 922 », under a rate. */
function termsOf(figure: Figure): string {
  const terms = indicatorOf(figure).kind === 'rate' ? formatTerms(figure) : null;
  return terms?.replace(/\u00A0.*$/, '') ?? '';
}

function readingOf(places: readonly { place: Place; facts: readonly MapFact[] }[]): string {
  const told = places.find(({ facts }) => facts[0] && isKnown(facts[0].figure));
  return told ? `${told.place.within}, ${told.facts.map(({ words }) => words).join(', ')}.` : '';
}
