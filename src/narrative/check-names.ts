import type { AttributeValue } from './attributes.ts';
import { type Fault, fault } from './remark.ts';
import type { TagSpec } from './tags.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Names that tags borrow from other rooms: charts, tables, indicators, published references, basins. */
export function checkNames(
  values: ReadonlyMap<string, AttributeValue>,
  spec: TagSpec,
  vocabulary: Vocabulary,
): Fault[] {
  const lists: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
    Graphique: [
      ['nom', vocabulary.charts],
      ['bassin', vocabulary.basins],
    ],
    Tableau: [['nom', vocabulary.tables]],
    Definition: [['de', vocabulary.indicators]],
    Carte: [['de', vocabulary.indicators]],
    Publie: [['ref', [...vocabulary.published.keys()]]],
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
  return (lists[spec.name] ?? []).flatMap(([attribute, known]) => {
    const value = values.get(attribute);
    if (value === undefined || known.includes(String(value))) return [];
    return [
      fault(
        `${attribute} inconnu dans <${spec.name}>`,
        known.join(', '),
        'choisissez un des noms attendus',
        String(value),
      ),
    ];
  });
}
