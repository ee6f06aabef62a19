import { isChange } from '../figures/changes.ts';
import { type Figure, isKnown, type KnownFigure } from '../figures/figure.ts';
import { formatFigure, indicatorOf } from '../figures/format.ts';
import { quantity } from '../french/agreement.ts';
import { inLetters, LARGEST_IN_LETTERS } from '../french/letters.ts';
import {
  formatDecimal,
  formatEuros,
  formatInteger,
  formatMultiple,
  formatOrdinal,
  formatPercent,
  formatPoints,
  isPlural,
  NBSP,
  withSign,
} from '../french/number.ts';
import { isFeminine, nounOf } from '../french/plural.ts';
import { UNIT } from './admitted-numbers.ts';
import type { AttributeValue } from './attributes.ts';
import { statesQuantity } from './quantities.ts';
import { type Fault, fault } from './remark.ts';

type Attributes = ReadonlyMap<string, AttributeValue>;

/** How a `<Chiffre>` may be written; each form suits one kind of value. */
export const FORMATS = ['entier', 'pourcentage', 'points', 'fois', 'euros', 'ordinal'] as const;
type Format = (typeof FORMATS)[number];

/** The form a value takes when the editor asks for none. */
function naturalFormat(figure: Figure): Format {
  const indicator = indicatorOf(figure);
  if (figure.unit === 'points') return 'points';
  if (indicator.kind === 'rate') return 'pourcentage';
  return indicator.kind === 'multiple' ? 'fois' : 'entier';
}

/** Forms in which a value can be said without changing what it is. */
function possibleFormats(figure: Figure): readonly Format[] {
  const natural = naturalFormat(figure);
  if (natural !== 'entier') return [natural];
  return figure.unit === 'euros' ? ['euros', 'entier'] : ['entier', 'ordinal'];
}

/** What a sentence says in the place of a figure: number and noun apart, since only the number is marked. */
export interface Wording {
  readonly number: string;
  /** With the space that joins it to its number; empty when the sentence has its own. */
  readonly noun: string;
}

/** The words of a figure as its tag asks for them. Attributes are those that `wordingFaults` finds nothing against. */
export function wordFigure(figure: Figure, values: Attributes): Wording {
  if (!isKnown(figure)) return { number: String(values.get('repli') ?? formatFigure(figure)), noun: '' };
  if (values.has('en-lettres')) return { number: letters(figure, values), noun: nounAfter(figure, values) };
  if (values.has('nom') && Math.abs(figure.value) >= 1e6) return splitAfterNumber(quantity(figure.value, noun(values)));
  return { number: formatAs(figure, values), noun: nounAfter(figure, values) };
}

/** The same, in one piece. */
export function figureText(figure: Figure, values: Attributes): string {
  const { number, noun: after } = wordFigure(figure, values);
  return number + after;
}

const noun = (values: Attributes) =>
  nounOf(String(values.get('nom')), values.has('pluriel') ? String(values.get('pluriel')) : undefined);

function nounAfter({ value }: KnownFigure, values: Attributes): string {
  if (!values.has('nom')) return '';
  const { singular, plural } = noun(values);
  return `${NBSP}${isPlural(value) ? plural : singular}`;
}

/** « 1,9 million d’entrées » → « 1,9 million » and « d’entrées ». */
function splitAfterNumber(text: string): Wording {
  const end = text.indexOf(' ');
  return { number: text.slice(0, end), noun: text.slice(end) };
}

function letters({ value }: KnownFigure, values: Attributes): string {
  const feminine = values.has('genre') ? values.get('genre') === 'f' : isFeminine(String(values.get('nom') ?? ''));
  const words = inLetters(value, feminine);
  return values.get('en-lettres') === 'minuscule' ? words : words.charAt(0).toUpperCase() + words.slice(1);
}

function formatAs(figure: KnownFigure, values: Attributes): string {
  const format = (values.get('format') as Format | undefined) ?? naturalFormat(figure);
  const decimals = values.has('decimales') ? Number(values.get('decimales')) : undefined;
  const write: Record<Format, (value: number) => string> = {
    entier: formatInteger,
    pourcentage: (value) => formatPercent(value, decimals),
    points: (value) => formatPoints(value, decimals),
    fois: (value) => formatMultiple(value, decimals),
    euros: formatEuros,
    ordinal: (value) => formatOrdinal(value, values.get('genre') === 'f'),
  };
  if (values.get('signe') === 'sans') return write[format](Math.abs(figure.value));
  const signed = isChange(indicatorOf(figure)) || values.get('signe') === 'avec';
  return signed ? withSign(figure.value, write[format]) : write[format](figure.value);
}

/** Forms that do not suit the value, in French; empty when the figure can be written as asked. */
export function wordingFaults(figure: KnownFigure, values: Attributes): Fault[] {
  const formats = possibleFormats(figure);
  const format = values.get('format');
  const faults: Fault[] = [];
  if (format !== undefined && !formats.includes(format as Format)) {
    faults.push(
      fault(
        `format «\u00A0${format}\u00A0» impossible pour ${figure.indicator}`,
        formats.join(', '),
        'retirez l’attribut format',
      ),
    );
  }
  for (const name of ['nom', 'pluriel']) {
    const text = String(values.get(name) ?? '');
    if (statesQuantity(text) || UNIT.test(text))
      faults.push(
        fault(
          `attribut «\u00A0${name}\u00A0» qui dit une quantité`,
          'un nom seul\u00A0: « entrée »',
          'retirez la quantité',
          text,
        ),
      );
  }
  const counts = naturalFormat(figure) === 'entier';
  for (const name of ['nom', 'en-lettres']) {
    if (values.has(name) && !counts) {
      faults.push(
        fault(
          `attribut «\u00A0${name}\u00A0» sur un chiffre qui ne compte rien`,
          'un nombre entier d’entrées, de sorties, de places…',
          `retirez ${name}\u202F; écrivez le nom après la balise`,
          figure.id,
        ),
      );
    }
  }
  if (values.has('en-lettres') && counts && (figure.value < 0 || figure.value > LARGEST_IN_LETTERS)) {
    faults.push(
      fault(
        'nombre trop grand pour être écrit en lettres',
        `de 0 à ${LARGEST_IN_LETTERS}`,
        'retirez l’attribut en-lettres, et tournez la phrase pour qu’elle ne commence pas par le nombre',
        formatDecimal(figure.value, 0),
      ),
    );
  }
  return faults;
}
