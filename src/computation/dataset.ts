import type { LoadedData } from '../data/load.ts';
import { number, type Row, text, textOrNull } from '../data/rows.ts';
import type { Field } from '../data/schema.ts';
import type { Commune, Dataset, Formation } from '../figures/dataset.ts';
import type { Dimension, DimensionId, DimensionValue } from '../figures/dimension.ts';
import type { Settings } from '../settings/settings.ts';

/** From files, as they were read, to what figures are computed from: the border between the two rooms. */
export function toDataset(data: LoadedData, settings: Settings): Dataset {
  const formations = byKey(data.references.formations.map(toFormation), (formation) => formation.code);
  const communes = byKey(
    data.references.communes.map((row) => toCommune(row, settings.outside.id)),
    (commune) => commune.code,
  );
  return {
    entries: data.entries,
    seats: data.references.places.map((row) => ({
      year: number(row, 'annee'),
      formation: text(row, 'code_formation'),
      basin: text(row, 'bassin'),
      seats: number(row, 'places'),
    })),
    events: data.references.attractivite.map((row) => ({
      date: text(row, 'date'),
      kind: text(row, 'type'),
      basin: text(row, 'bassin'),
      participants: row.participants === null ? null : number(row, 'participants'),
    })),
    formations,
    communes,
    dimensions: new Map(listDimensions(data, settings, formations).map((dimension) => [dimension.id, dimension])),
  };
}

const byKey = <Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [key(item), item]));

const toFormation = (row: Row): Formation => ({
  code: text(row, 'code_formation'),
  title: text(row, 'titre'),
  family: text(row, 'famille'),
  familyLabel: text(row, 'libelle_famille'),
  level: text(row, 'niveau'),
  rncp: text(row, 'rncp'),
  rome: textOrNull(row, 'rome') ?? '',
  certifier: text(row, 'certificateur'),
});

const toCommune = (row: Row, outside: string): Commune => ({
  code: text(row, 'code_insee'),
  name: text(row, 'nom'),
  departement: text(row, 'departement'),
  basin: textOrNull(row, 'bassin') ?? outside,
  population: number(row, 'population'),
});

function listDimensions(data: LoadedData, settings: Settings, formations: ReadonlyMap<string, Formation>): Dimension[] {
  const categories = (schema: 'entrees' | 'attractivite', name: string): DimensionValue[] =>
    (data.schemas[schema].fields.find((field: Field) => field.name === name)?.categories ?? []).map(
      ({ value, label }) => ({ id: value, label }),
    );
  const list = [...formations.values()];
  const simple = (id: DimensionId, label: string, values: readonly DimensionValue[]): Dimension => ({
    id,
    label,
    values,
    groups: [],
  });
  return [
    {
      ...simple(
        'bassin',
        'bassin',
        [...settings.basins, settings.outside].map((place) => ({
          id: place.id,
          label: place.name,
          within: place.within,
        })),
      ),
      groups: [
        {
          id: settings.allBasins.id,
          label: settings.allBasins.name,
          within: settings.allBasins.within,
          members: settings.basins.map(({ id }) => id),
        },
      ],
    },
    simple(
      'departement',
      'département',
      settings.region.departements.map(({ code, name }) => ({ id: code, label: name })),
    ),
    simple(
      'famille',
      'famille de formations',
      unique(list.map(({ family, familyLabel }) => ({ id: family, label: familyLabel }))),
    ),
    simple(
      'formation',
      'formation',
      list.map(({ code, title, rncp }) => ({ id: code, label: `${title} (RNCP ${rncp})` })),
    ),
    simple(
      'niveau',
      'niveau de formation',
      unique(list.map(({ level }) => ({ id: level, label: `Niveau ${level}` }))).toSorted((a, b) =>
        a.id.localeCompare(b.id, 'fr'),
      ),
    ),
    simple('voie', 'voie', categories('entrees', 'voie')),
    simple('secteur', 'secteur', categories('entrees', 'secteur')),
    simple('financeur', 'financeur', categories('entrees', 'financeur')),
    simple('sexe', 'sexe', categories('entrees', 'sexe')),
    simple('age', 'tranche d’âge', categories('entrees', 'tranche_age')),
    simple('niveau_entree', 'niveau à l’entrée', categories('entrees', 'niveau_entree')),
    simple('taille', 'taille d’entreprise', categories('entrees', 'taille_entreprise')),
    simple('issue', 'situation après la sortie', categories('entrees', 'situation')),
    simple('type', 'type d’action', categories('attractivite', 'type')),
  ];
}

const unique = (values: readonly DimensionValue[]): DimensionValue[] => [
  ...new Map(values.map((value) => [value.id, value])).values(),
];
