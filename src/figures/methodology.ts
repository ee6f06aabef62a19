import { formatPeriod } from '../french/date.ts';
import { formatInteger, formatPercent } from '../french/number.ts';
import type { Book } from './book.ts';
import { isKnown } from './figure.ts';
import type { Indicator } from './indicator.ts';
import type { ObservationProfile } from './observation.ts';
import { describeTables, tablesOf } from './published-tables.ts';

/** A line of a definition: what it is about, and what it says. Plain French, typeset by whoever shows it. */
export type MethodLine = readonly [label: string, text: string];

/** All that the registry says of an indicator, and the response that its data got in a year. Empty lines are left out. */
export function describeIndicator(indicator: Indicator, book: Book, year: number): MethodLine[] {
  const { numerator, denominator, scope, observation, source, limits, history } = indicator;
  const lines: MethodLine[] = [
    [denominator ? 'Numérateur' : 'Compte', numerator],
    ['Dénominateur', denominator],
    ['Champ', scope],
    ['Période', periodText(indicator, book)],
    ['Observation', observation],
    ['Source', source],
    ['Réponse', responseText(indicator, book, year)],
    ['Limites', limits],
    ['Historique', historyText(history)],
    ['Tranches publiées', describeTables(indicator.id).join(', ')],
  ];
  return lines.filter(([, text]) => text !== '');
}

function periodText({ material }: Indicator, { calendar }: Book): string {
  const { start, cutOff, eventsFrom, eventsTo, years, referenceYear } = calendar;
  if (material === 'seats') return `Années ${referenceYear} à ${years.at(-1)}.`;
  if (material === 'events') return `${capital(formatPeriod(`${eventsFrom}/${eventsTo}`))}.`;
  return `${capital(formatPeriod(`${start}/${cutOff}`))}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How many answered among all that were asked: the denominator of the rate, over the count that the registry names. */
function responseText({ id, answeredBy }: Indicator, book: Book, year: number): string {
  const isTotal = tablesOf(id).some(({ dimensions, times }) => dimensions.length === 0 && times.includes('annee'));
  if (answeredBy === undefined || !isTotal) return '';
  const [answered, asked] = [book.figure(id, { annee: year }), book.figure(answeredBy, { annee: year })];
  if (answered.denominator === null || !isKnown(asked) || asked.value === 0) return '';
  return `en ${year}, ${formatPercent(answered.denominator / asked.value)} (${formatInteger(answered.denominator)} sur ${formatInteger(asked.value)}).`;
}

const historyText = (history: Indicator['history']): string =>
  history?.map(({ edition, change }) => `Édition ${edition} : ${change}`).join(' ') ??
  'Inchangé depuis la première édition.';

/** « de 5 à 7 mois après la sortie, par trois sources réunies : … »: what has to be said of situations put together. */
export function describeObservation(
  { months, sources }: ObservationProfile,
  labelOf: (source: string) => string,
): string {
  if (months === null) return 'Aucune situation n’est connue.';
  const parts = sources.map(
    ({ id, share }) => `${labelOf(id).toLowerCase()}${share === null ? '' : ` ${formatPercent(share, 0)}`}`,
  );
  const joined = sources.length > 1 ? `${sources.length} sources réunies` : 'une seule source';
  return `Situations observées de ${months[0]} à ${months[1]} mois après la sortie, par ${joined} : ${parts.join(', ')}.`;
}
