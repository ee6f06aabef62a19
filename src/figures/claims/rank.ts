import { formatPoints, NBSP } from '../../french/number.ts';
import { type DimensionId, findValue } from '../dimension.ts';
import { isKnown, type KnownFigure } from '../figure.ts';
import { formatFigure } from '../format.ts';
import { rankFault } from '../ranking.ts';
import { dimensionsOf, sliceInWords } from '../slice.ts';
import { LIMITS } from '../tolerances.ts';
import type { Claim } from './claim.ts';
import { comparable, refused, type Subject, type Verdict, verdict } from './subject.ts';

type Rank = Extract<Claim, { form: 'rank' }>;

/** « le plus élevé des bassins », « en tête », « deuxième ». */
export function judgeRank(claim: Rank, subject: Subject): Verdict {
  const { figure, dimensions } = subject;
  const by = rankedBy(claim, subject);
  if (!by.ok) return refused(by.reason);
  const own = figure.slice[by.dimension] ?? '';
  const peers = peersOf(by.dimension, own, subject);
  if (!peers.ok) return refused(peers.reason);
  if (claim.among?.count !== undefined && claim.among.count !== peers.figures.length)
    return { outcome: 'false', truth: `${peers.figures.length} sont comparés` };
  const comparison = comparable(peers.figures, dimensions);
  if (!comparison.ok) return refused(comparison.reason);
  const sign = claim.from === 'high' ? 1 : -1;
  const order = comparison.figures.toSorted((a, b) => (b.value - a.value) * sign);
  const index = order.findIndex(({ id }) => id === figure.id);
  const list = (): string =>
    order.map((peer) => `${labelOf(subject, by.dimension, peer)} ${formatFigure(peer)}`).join(', ');
  if (index !== claim.rank - 1) return verdict(false, list);
  for (const neighbour of [order[index - 1], order[index + 1]]) {
    const reason = neighbour && tooClose([figure, neighbour], subject);
    if (reason) return refused(reason);
  }
  return verdict(true, list);
}

const labelOf = ({ dimensions }: Subject, by: DimensionId, { slice }: KnownFigure): string => {
  const dimension = dimensions.get(by);
  return (dimension && findValue(dimension, slice[by] ?? '')?.label) ?? slice[by] ?? '';
};

/** The dimension that the words, the tag or the figure's only dimension give. */
function rankedBy(
  { among }: Rank,
  { by, figure }: Subject,
): { readonly ok: true; readonly dimension: DimensionId } | { readonly ok: false; readonly reason: string } {
  const own = dimensionsOf(figure.slice);
  const dimension = among?.dimension ?? by ?? (own.length === 1 ? own[0] : undefined);
  if (!dimension) return { ok: false, reason: `on ne sait pas à quoi comparer${NBSP}: ajoutez par="bassin"` };
  if (by && among && by !== among.dimension)
    return { ok: false, reason: `les mots comparent par ${among.dimension}, la balise par ${by}` };
  if (figure.slice[dimension] === undefined)
    return { ok: false, reason: `le chiffre n’a pas de ${dimension}${NBSP}: ajoutez ${dimension}="…"` };
  return { ok: true, dimension };
}

type Peers =
  | { readonly ok: true; readonly figures: readonly KnownFigure[] }
  | { readonly ok: false; readonly reason: string };

/** Whom a place is ranked with: the members of the set it belongs to, or every value of the dimension. */
function peersOf(by: DimensionId, own: string, { figure, ask, dimensions }: Subject): Peers {
  const dimension = dimensions.get(by);
  if (!dimension?.values.some(({ id }) => id === own))
    return { ok: false, reason: `«${NBSP}${own}${NBSP}» est un ensemble, et n’a pas de rang` };
  const group = dimension.groups.find(({ members }) => members.includes(own));
  const ids = group?.members ?? dimension.values.map(({ id }) => id);
  const figures = ids.flatMap((id) => ask(figure.indicator, { ...figure.slice, [by]: id }) ?? []);
  const peers = figures.filter(({ status }) => status !== 'sans-objet');
  const missing = peers.find((peer) => !isKnown(peer));
  if (missing) return { ok: false, reason: `${sliceInWords(missing.slice, dimensions)}${NBSP}: sans valeur montrable` };
  return peers.length > 1
    ? { ok: true, figures: peers.filter(isKnown) }
    : { ok: false, reason: 'rien à quoi comparer' };
}

/** Why two figures are too near to be ranked, or `null`. */
export function tooClose(pair: readonly [KnownFigure, KnownFigure], { dimensions }: Subject): string | null {
  const names = pair.map(({ slice }) => sliceInWords(slice, dimensions)).join(' et ');
  switch (rankFault(...pair)) {
    case 'same':
      return `${names}${NBSP}: ex æquo`;
    case 'small': {
      const small = pair.find(({ denominator }) => denominator !== null && denominator < LIMITS.rank.denominator);
      return `${small ? sliceInWords(small.slice, dimensions) : names}${NBSP}: dénominateur de ${small?.denominator}, sous ${LIMITS.rank.denominator}`;
    }
    case 'close':
      return `${names}${NBSP}: moins de ${formatPoints(LIMITS.rank.points * 100, 0)} d’écart`;
    case null:
      return null;
  }
}
