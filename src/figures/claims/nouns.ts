import { foldAccents, type Token } from '../../french/tokens.ts';
import type { Indicator } from '../indicator.ts';
import { INDICATORS } from '../registry.ts';

/** The first word of what an indicator counts, in both numbers: « issue », « issues ». */
const nounsOf = ({ noun }: Indicator): readonly string[] =>
  [noun.singular, noun.plural].map((text) => foldAccents(text.split(' ')[0] ?? ''));

const NOUNS: ReadonlySet<string> = new Set(
  INDICATORS.filter(({ kind }) => kind !== 'multiple').flatMap((indicator) => nounsOf(indicator)),
);

const isNoun = (token: Token | undefined): boolean => token?.kind === 'word' && NOUNS.has(token.key);
const LINKS = ['de', 'des', 'du', 'd', 'la', 'les', 'l'];

/** The noun of an indicator that follows a claim, at once or after « des »: « la moitié des entrées ». */
export function nounAfter(tokens: readonly Token[], start: number): string | undefined {
  let at = start;
  while (tokens[at]?.kind === 'word' && LINKS.includes(tokens[at]?.key ?? '')) at++;
  return isNoun(tokens[at]) ? tokens[at]?.text : undefined;
}

/** Whether words that count something count what the indicator does. */
export function countsTheSame(noun: string, indicator: Indicator): boolean {
  const key = foldAccents(noun.split(' ')[0] ?? '');
  return !NOUNS.has(key) || indicator.kind === 'multiple' || nounsOf(indicator).includes(key);
}
