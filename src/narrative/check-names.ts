import type { AttributeValue } from './attributes.ts';
import { type Fault, fault } from './remark.ts';
import type { TagSpec } from './tags.ts';
import { unknownName } from './unknown-name.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Names that tags borrow from other rooms: charts, tables, indicators, published references, basins. */
export function checkNames(
  values: ReadonlyMap<string, AttributeValue>,
  spec: TagSpec,
  vocabulary: Vocabulary,
): Fault[] {
  const lists: Readonly<Record<string, readonly NameList[]>> = {
    Graphique: [
      ['nom', 'graphique inconnu', vocabulary.charts, GUIDE],
      ['bassin', 'bassin inconnu', vocabulary.basins, 'un bassin de data/reglages.yaml'],
    ],
    Tableau: [['nom', 'tableau inconnu', vocabulary.tables, GUIDE]],
    Definition: [['de', 'indicateur inconnu', vocabulary.indicators, FIGURES]],
    Carte: [['de', 'indicateur inconnu', vocabulary.indicators, FIGURES]],
    Publie: [['ref', 'référence inconnue', [...vocabulary.published.keys()], 'une référence de data/publies.csv']],
  };
  const name = String(values.get('nom'));
  if (
    spec.name === 'Graphique' &&
    values.has('bassin') &&
    vocabulary.charts.includes(name) &&
    !vocabulary.chartsByBasin.includes(name)
  ) {
    return [
      fault(
        `le graphique «\u00A0${name}\u00A0» ne se découpe pas par bassin`,
        vocabulary.chartsByBasin.join(', '),
        'retirez l’attribut bassin',
        String(values.get('bassin')),
      ),
    ];
  }
  return (lists[spec.name] ?? []).flatMap(([attribute, kind, known, source]) => {
    const value = values.get(attribute);
    if (value === undefined || known.includes(String(value))) return [];
    return [unknownName(kind, String(value), known, source)];
  });
}

/** An attribute, what to say of a name that is not in its list, the list, and where it can be read. */
type NameList = readonly [attribute: string, kind: string, known: readonly string[], source: string];

const GUIDE = 'un nom que donne content/README.md';
const FIGURES = 'un identifiant que donne npm run figures';
