import { isWord } from '../../french/cardinal.ts';
import { type Token, tokenize } from '../../french/tokens.ts';
import { INDICATORS } from '../registry.ts';
import type { Claim, PlacedWording, Wording } from './claim.ts';
import { nounAfter } from './nouns.ts';
import { readClaim } from './read.ts';

/** What an editor may write in `est`, one line a form: for messages and for the guide. */
export const FORMS: readonly string[] = [
  'plus de N, moins de N, au moins N, au plus N, un peu plus de N, un peu moins de N',
  'près de N, presque N, environ N, exactement N, N seul',
  'entre N et M',
  'la moitié, un tiers, les trois quarts, neuf sur dix, neuf sorties sur dix',
  'doublé, triplé, quadruple, plus que triplé, presque doublé, multiplié par N, divisé par N, N fois plus, N fois moins',
  'en hausse, en baisse, en hausse de N, augmenté, diminué, stable',
  'record, au plus haut, au plus bas',
  'le plus élevé des bassins, le moins élevé, en tête, premier, deuxième, dernier, avant-dernier',
];

export type ClaimParsing =
  | { readonly ok: true; readonly wording: Wording }
  /** `at`: the first words that are not understood. */
  | { readonly ok: false; readonly at: string };

/** Verbs and articles that may open `est`: « a doublé », « sont en hausse », « la moitié ». */
const OPENINGS =
  'a ont avait avaient ete est sont etait etaient reste restent fait font represente representent atteint atteignent nombre niveau taux part annee un une l le la les de des d'.split(
    ' ',
  );

/** What may close it: what is counted, as indicators call it. */
const CLOSINGS: ReadonlySet<string> = new Set([
  ...INDICATORS.flatMap(({ noun }) =>
    [noun.singular, noun.plural].flatMap((text) => tokenize(text).map(({ key }) => key)),
  ),
  ...'de des du d la le les l en formation formations sortie sorties cas total ensemble'.split(' '),
]);

/** Reads a whole text as one claim: nothing of it may stay unexplained. */
export function parseClaim(text: string): ClaimParsing {
  const tokens = tokenize(text);
  for (let start = 0; start < tokens.length; start++) {
    const reading = readClaim(tokens, start, { bareOrdinals: true });
    const rest = reading && readRest(tokens, reading.next);
    if (rest && rest.next === tokens.length)
      return {
        ok: true,
        wording: {
          claim: reading.value,
          ...(rest.since ? { since: rest.since } : {}),
          ...counted(reading.value, tokens, reading.next),
        },
      };
    if (reading || !isWord(tokens[start], OPENINGS)) {
      const from = rest?.next ?? start;
      return { ok: false, at: text.slice(tokens[from]?.start ?? 0).trim() };
    }
  }
  return { ok: false, at: text.trim() };
}

/** « depuis 2022 », « des sorties »: what may follow a claim that is the whole text. */
function readRest(tokens: readonly Token[], start: number): { readonly next: number; readonly since?: number } {
  let next = start;
  let since: number | undefined;
  while (next < tokens.length) {
    const year = sinceAt(tokens, next);
    if (year) {
      since = year.since;
      next = year.next;
    } else if (tokens[next]?.kind === 'word' && CLOSINGS.has(tokens[next]?.key ?? '')) next++;
    else break;
  }
  return { next, ...(since === undefined ? {} : { since }) };
}

/** « depuis 2022 », « par rapport à 2022 », « depuis l’année 2022 ». */
function sinceAt(tokens: readonly Token[], start: number): { readonly since: number; readonly next: number } | null {
  const opening = isWord(tokens[start], ['depuis'])
    ? 1
    : ['par', 'rapport', 'a'].every((word, index) => isWord(tokens[start + index], [word]))
      ? 3
      : 0;
  if (opening === 0) return null;
  let at = start + opening;
  while (isWord(tokens[at], ['l', 'annee'])) at++;
  const year = tokens[at];
  return year?.kind === 'digits' && /^(19|20)\d\d$/.test(year.text) ? { since: Number(year.text), next: at + 1 } : null;
}

/** Every claim of a sentence, in order. Quotations and tags are the caller's to hide. */
export function findClaims(text: string, reader = { bareOrdinals: false }): PlacedWording[] {
  const tokens = tokenize(text);
  const found: PlacedWording[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const reading = readClaim(tokens, at, reader);
    if (!reading || (reading.next === at + 1 && isNoClaim(tokens[at], reading.value))) continue;
    const since = sinceAt(tokens, reading.next);
    const next = since?.next ?? reading.next;
    const [start, end] = [tokens[at]?.start ?? 0, tokens[next - 1]?.end ?? 0];
    found.push({
      claim: reading.value,
      ...(since ? { since: since.since } : {}),
      ...counted(reading.value, tokens, next),
      start,
      end,
      text: text.slice(start, end),
      negated: isNegated(tokens, at),
    });
    at = next - 1;
  }
  return found;
}

/** What a claim counts, when its words say it: « neuf sorties sur dix », « plus de 3 000 places ». */
function counted(claim: Claim, tokens: readonly Token[], next: number): { readonly noun?: string } {
  const inside = claim.form === 'amount' ? claim.quantity.noun : '';
  const noun = inside || nounAfter(tokens, next);
  return noun ? { noun } : {};
}

/** « une » alone counts nothing, « 2024 » alone is a year. */
const isNoClaim = (token: Token | undefined, claim: Claim): boolean =>
  claim.form === 'amount' && (isWord(token, ['un', 'une']) || /^(19|20)\d\d$/.test(token?.text ?? ''));

const isNegated = (tokens: readonly Token[], at: number): boolean =>
  tokens
    .slice(Math.max(0, at - 3), at)
    .some((token) => isWord(token, ['pas', 'ni', 'jamais', 'sans', 'aucun', 'aucune']));
