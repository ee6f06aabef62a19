import type { Wording } from '../figures/claims/claim.ts';
import { inFull, judge } from '../figures/claims/judge.ts';
import { FORMS, findClaims, parseClaim } from '../figures/claims/parse.ts';
import type { Subject } from '../figures/claims/subject.ts';
import { suggest } from '../figures/claims/suggest.ts';
import { isDimensionId } from '../figures/dimension.ts';
import { type Figure, isKnown } from '../figures/figure.ts';
import { formatFigure, indicatorOf } from '../figures/format.ts';
import { enumerate } from '../french/agreement.ts';
import { NBSP } from '../french/number.ts';
import type { AttributeValue } from './attributes.ts';
import { readFigure } from './figure-tag.ts';
import { type Fault, fault } from './remark.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface ClaimReading {
  readonly remarks: readonly Fault[];
  readonly figure?: Figure;
}

/** Reads a `<Constat>`: its figure, its words, those between the tags; what is not true of the data is an error. */
export function readClaimTag(
  values: ReadonlyMap<string, AttributeValue>,
  body: string,
  sentence: string,
  vocabulary: Vocabulary,
): ClaimReading {
  const reading = readFigure(values, vocabulary);
  if (!reading.figure) return { remarks: reading.remarks };
  const { figure } = reading;
  const subject = subjectOf(figure, values, vocabulary);
  if (!subject.ok) return { figure, remarks: [subject.fault] };
  const est = String(values.get('est') ?? '');
  const parsing = parseClaim(est);
  if (!parsing.ok) return { figure, remarks: [notUnderstood(est, parsing.at)] };
  const own = judged(est, parsing.wording, subject.value, sentence);
  if (body.trim() === '') return { figure, remarks: own };
  // What is printed is the body: only there can true words mislead.
  return { figure, remarks: saidOnce(est, own.filter(isFatal), bodyFaults(body, subject.value, sentence)) };
}

/** What a claim about a figure is about, as the tag completes it. */
export function subjectOf(
  figure: Figure,
  values: ReadonlyMap<string, AttributeValue>,
  { ask, calendar, dimensions }: Vocabulary,
): { readonly ok: true; readonly value: Subject } | { readonly ok: false; readonly fault: Fault } {
  const [since, by] = [values.get('depuis'), values.get('par')].map((value) =>
    value === undefined ? undefined : String(value),
  );
  if (since !== undefined && !/^\d{4}$/.test(since))
    return {
      ok: false,
      fault: fault(
        'année illisible dans «\u00A0depuis\u00A0»',
        'une année, comme {2022}',
        'écrivez depuis={2022}',
        since,
      ),
    };
  if (by !== undefined && !isDimensionId(by))
    return {
      ok: false,
      fault: fault(
        'dimension inconnue dans «\u00A0par\u00A0»',
        [...dimensions.keys()].join(', '),
        'choisissez une des valeurs attendues',
        by,
      ),
    };
  if (!isKnown(figure))
    return { ok: false, fault: fault('chiffre sans valeur', 'un chiffre connu', 'retirez ce constat', figure.id) };
  return {
    ok: true,
    value: {
      figure,
      indicator: indicatorOf(figure),
      ...(since === undefined ? {} : { since: Number(since) }),
      ...(by === undefined ? {} : { by }),
      ask: (indicator, slice) => {
        const answer = ask(indicator, Object.entries(slice) as [string, string | number][]);
        return answer.ok ? answer.figure : null;
      },
      calendar,
      dimensions,
    },
  };
}

const isFatal = ({ severity }: Fault): boolean => severity === 'error';

/** What is wrong with `est` and with the words that replace it; when both are denied by one truth, it is said once. */
function saidOnce(est: string, [own]: readonly Fault[], body: readonly Fault[]): Fault[] {
  const twin = own && body.find((remark) => isFatal(remark) && remark.value === own.value);
  if (!twin) return own ? [own, ...body] : [...body];
  const both = { ...twin, remedy: `${twin.remedy}\u202F; reprenez aussi est="${est}"` };
  return body.map((remark) => (remark === twin ? both : remark));
}

const quoted = (words: string): string => `«${NBSP}${words}${NBSP}»`;
const inSentence = (sentence: string, words: string): string =>
  sentence === '' || sentence === words ? '' : `, dans ${quoted(sentence)}`;

function judged(words: string, wording: Wording, subject: Subject, sentence: string): Fault[] {
  const verdict = judge(wording, subject);
  const where = inSentence(sentence, words);
  const value = `${subject.figure.id} = ${inFull(subject.figure)}`;
  if (verdict.outcome === 'refused')
    return [
      fault(
        `constat refusé ${quoted(words)}${where}`,
        verdict.reason,
        'changez la phrase ou la période\u202F; un chiffre sans comparaison reste possible',
        value,
      ),
    ];
  if (verdict.outcome === 'false') {
    const others = suggest(wording.claim, subject).map(quoted);
    return [
      fault(
        `constat faux ${quoted(words)}${where}`,
        others.length > 0 ? `des mots vrais, comme ${enumerate(others, 'ou')}` : 'des mots que la valeur justifie',
        'reprenez la phrase avec ces mots, ou vérifiez les données',
        verdict.truth === inFull(subject.figure)
          ? value
          : `${subject.figure.id} = ${formatFigure(subject.figure)}\u202F; ${verdict.truth}`,
      ),
    ];
  }
  return verdict.caveats.map((caveat) => ({
    severity: 'warning',
    message: `constat vrai et fragile ${quoted(words)}${where}`,
    value,
    expected: caveat,
    remedy: 'précisez la phrase, ou gardez-la en le sachant',
  }));
}

/** The words between the tags replace those of `est`: each claim in them must be true too, and there must be one. */
function bodyFaults(body: string, subject: Subject, sentence: string): Fault[] {
  const claims = findClaims(body, { bareOrdinals: true });
  if (claims.length === 0) return [notUnderstood(body, body)];
  return claims.flatMap((claim) =>
    claim.negated
      ? [
          fault(
            `constat nié ${quoted(body)}`,
            'une phrase affirmative',
            'dites ce qui est, et non ce qui n’est pas\u00A0: une négation n’est pas vérifiée',
            claim.text,
          ),
        ]
      : judged(claim.text, claim, subject, sentence),
  );
}

const notUnderstood = (words: string, at: string): Fault =>
  fault(
    `constat incompris ${quoted(words)}`,
    FORMS.join(' · '),
    'reprenez une des formes attendues',
    at === words || at === '' ? words : `à partir de ${quoted(at)}`,
  );
