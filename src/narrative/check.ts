import type { MdastNode } from 'satteri';
import type { Answer } from '../figures/book.ts';
import { isDimensionId } from '../figures/dimension.ts';
import { type Figure, isKnown } from '../figures/figure.ts';
import { formatFigure, STATUS_SIGNS } from '../figures/format.ts';
import { formatSlice } from '../figures/slice.ts';
import { nearestTo } from '../french/nearest.ts';
import { typeset } from '../french/typography.ts';
import type { AttributeValue } from './attributes.ts';
import { readAttributes } from './attributes.ts';
import { anchorOf, type Exhibit, exhibitOf } from './exhibits.ts';
import { type Heading, headingsOf } from './headings.ts';
import type { Position } from './source.ts';
import { findTag, TAGS, type TagSpec } from './tags.ts';
import { isTag, parseMdx, startOf, type Tag, walk } from './tree.ts';

/** A remark on a chapter; the caller adds the file. */
export interface Remark extends Position {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly value?: string;
  readonly expected?: string;
  readonly remedy: string;
}

/** What chapters may name, from the other rooms. */
export interface Vocabulary {
  readonly ask: (indicator: string, slice: readonly (readonly [string, string | number])[]) => Answer;
  readonly defaultYear: number;
  readonly published: ReadonlyMap<string, { readonly text: string }>;
  readonly charts: readonly string[];
  /** Charts that take a basin. */
  readonly chartsByBasin: readonly string[];
  readonly tables: readonly string[];
  readonly indicators: readonly string[];
  readonly basins: readonly string[];
}

/** What a chapter holds: the figures it names, its headings, its links, and what is wrong with it. */
export interface ChapterReading {
  /** False when a page cannot be made of it: it does not parse, or a tag cannot be printed. */
  readonly renderable: boolean;
  readonly headings: readonly Heading[];
  readonly figures: readonly Figure[];
  readonly links: readonly (Position & { readonly url: string })[];
  readonly published: readonly string[];
  readonly exhibits: readonly (Exhibit & Position)[];
  readonly remarks: readonly Remark[];
}

/** Reads a chapter without building it. Never throws: a text that does not compile gives one remark. */
export function readChapter(text: string, vocabulary: Vocabulary): ChapterReading {
  const parsing = parseMdx(text);
  if (!parsing.ok) {
    return {
      renderable: false,
      headings: [],
      figures: [],
      links: [],
      published: [],
      exhibits: [],
      remarks: [{ severity: 'error', ...parsing.fault }],
    };
  }
  const remarks: Remark[] = [];
  let renderable = true;
  const figures: Figure[] = [];
  const published: string[] = [];
  const links: (Position & { url: string })[] = [];
  const exhibits: (Exhibit & Position)[] = [];
  for (const node of walk(parsing.root)) {
    const place = startOf(node, text);
    if (node.type === 'link' || node.type === 'image') links.push({ ...place, url: node.url });
    const code = codeIn(node);
    if (code) {
      remarks.push(refuseCode(place, code));
      renderable = false;
    }
    if (node.type === 'image' && !node.alt?.trim()) {
      remarks.push({
        ...place,
        severity: 'error',
        message: 'image sans texte de remplacement',
        expected: '![ce que l’image montre](image.png)',
        remedy: 'décrivez l’image entre les crochets',
      });
    }
    if (!isTag(node)) continue;
    const tag = readTag(node, vocabulary);
    renderable &&= tag.printable;
    remarks.push(...tag.remarks.map((remark) => ({ ...remark, ...place })));
    if (tag.figure) figures.push(tag.figure);
    if (tag.published) published.push(tag.published);
    const exhibit = exhibitOf(node.name ?? '', readAttributes(node).values);
    if (!exhibit) continue;
    if (exhibits.some((other) => anchorOf(other) === anchorOf(exhibit))) remarks.push({ ...place, ...twice(exhibit) });
    exhibits.push({ ...exhibit, ...place });
  }
  const print = (tag: Tag): string => printTag(tag, vocabulary);
  return {
    renderable,
    headings: headingsOf(parsing.root, print, typeset),
    figures,
    links,
    published,
    exhibits,
    remarks,
  };
}

/** The same chart twice would have one anchor and two places. */
export const twice = ({ kind, key }: Exhibit): Fault =>
  fault(
    `${kind} «\u00A0${key}\u00A0» déjà placé`,
    'un seul emplacement par édition',
    'renvoyez au premier par un lien',
  );

/** What code a node is, in French; chapters hold none, but comments. */
function codeIn(node: MdastNode): string | null {
  if (node.type === 'mdxjsEsm') return 'import ou export dans un chapitre';
  const isExpression = node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression';
  return isExpression && !isComment(node.value) ? 'expression entre accolades' : null;
}

const isComment = (expression: string): boolean => /^\s*(\/\*[\s\S]*\*\/\s*)?$/.test(expression);

const refuseCode = (place: Position, message: string): Remark => ({
  ...place,
  severity: 'error',
  message,
  expected: 'du texte et des balises du guide',
  remedy: 'retirez le code\u202F; pour un commentaire, écrivez {/* … */}',
});

type Fault = Omit<Remark, keyof Position>;

interface TagReading {
  readonly remarks: readonly Fault[];
  /** False when the tag itself is wrong; a figure without a value can still be shown as one to mend. */
  readonly printable: boolean;
  readonly figure?: Figure;
  readonly published?: string;
}

const fault = (message: string, expected: string, remedy: string, value?: string): Fault => ({
  severity: 'error',
  message,
  ...(value === undefined ? {} : { value }),
  expected,
  remedy,
});

function readTag(tag: Tag, vocabulary: Vocabulary): TagReading {
  const name = tag.name ?? '';
  const spec = findTag(name);
  if (!spec) return { printable: false, remarks: [unknownTag(name)] };
  const { values, unreadable } = readAttributes(tag);
  const remarks = [
    ...unreadable.map(unreadableAttribute),
    ...checkAttributes(spec, values),
    ...checkNames(values, spec, vocabulary),
  ];
  if (remarks.length > 0) return { printable: false, remarks };
  if (name === 'Chiffre') return readFigure(values, vocabulary);
  if (name === 'Publie') return { printable: true, remarks, published: String(values.get('ref')) };
  return { printable: true, remarks };
}

function unknownTag(name: string): Fault {
  const meant = nearestTo(
    name,
    TAGS.map((tag) => tag.name),
  );
  const known = TAGS.map((tag) => `<${tag.name}>`).join(', ');
  return fault(
    `balise inconnue <${name}>`,
    known,
    meant ? `vouliez-vous écrire <${meant}>\u202F?` : 'choisissez une des balises attendues, ou écrivez en Markdown',
  );
}

const unreadableAttribute = (name: string): Fault =>
  fault(`attribut «\u00A0${name}\u00A0» illisible`, 'une valeur entre guillemets droits', 'écrivez nom="valeur"');

function checkAttributes(spec: TagSpec, values: ReadonlyMap<string, AttributeValue>): Fault[] {
  const known = Object.keys(spec.attributes);
  const unknown = [...values.keys()].filter((name) => !known.includes(name));
  const missing = known.filter((name) => spec.attributes[name]?.required && !values.has(name));
  const outside = known.filter((name) => {
    const allowed = spec.attributes[name]?.values;
    return allowed && values.has(name) && !allowed.includes(String(values.get(name)));
  });
  return [
    ...unknown.map((name) =>
      fault(
        `attribut inconnu «\u00A0${name}\u00A0» dans <${spec.name}>`,
        known.join(', '),
        'corrigez le nom de l’attribut, sans accent, ou retirez-le',
      ),
    ),
    ...missing.map((name) =>
      fault(
        `attribut «\u00A0${name}\u00A0» absent de <${spec.name}>`,
        spec.attributes[name]?.description ?? '',
        `ajoutez ${name}="…"`,
      ),
    ),
    ...outside.map((name) =>
      fault(
        `valeur inconnue pour «\u00A0${name}\u00A0»`,
        spec.attributes[name]?.values?.join(', ') ?? '',
        'choisissez une des valeurs attendues',
        String(values.get(name)),
      ),
    ),
  ];
}

/** Names that tags borrow from other rooms: charts, tables, indicators, published references, basins. */
function checkNames(values: ReadonlyMap<string, AttributeValue>, spec: TagSpec, vocabulary: Vocabulary): Fault[] {
  const lists: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
    Graphique: [
      ['nom', vocabulary.charts],
      ['bassin', vocabulary.basins],
    ],
    Tableau: [['nom', vocabulary.tables]],
    Definition: [['de', vocabulary.indicators]],
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

function readFigure(values: ReadonlyMap<string, AttributeValue>, vocabulary: Vocabulary): TagReading {
  const answer = askFigure(values, vocabulary);
  if (!answer.ok) {
    const { message, value, expected } = answer.fault;
    return {
      printable: true,
      remarks: [
        fault(
          message,
          expected.join(', ') || 'un identifiant que donne npm run figures',
          'cherchez le chiffre avec npm run figures',
          value,
        ),
      ],
    };
  }
  const { figure } = answer;
  if (isKnown(figure)) return { printable: true, remarks: [], figure };
  const { meaning } = STATUS_SIGNS[figure.status as keyof typeof STATUS_SIGNS];
  return {
    printable: true,
    remarks: [
      fault(
        `chiffre sans valeur\u00A0: ${meaning}`,
        'un chiffre que le bilan peut montrer',
        'retirez ce chiffre de la phrase, ou demandez une tranche plus large',
        figure.id,
      ),
    ],
  };
}

/** The slice a tag asks for; the year of the edition when it names no time. */
export function sliceOf(values: ReadonlyMap<string, AttributeValue>, defaultYear: number): [string, string | number][] {
  const pairs = [...values]
    .filter(([name]) => name === 'annee' || name === 'mois' || isDimensionId(name))
    .map(([name, value]): [string, string | number] => [name, String(value)]);
  return pairs.some(([name]) => name === 'annee' || name === 'mois') ? pairs : [['annee', defaultYear], ...pairs];
}

const askFigure = (values: ReadonlyMap<string, AttributeValue>, { ask, defaultYear }: Vocabulary): Answer =>
  ask(String(values.get('de')), sliceOf(values, defaultYear));

function printTag(tag: Tag, vocabulary: Vocabulary): string {
  const { values } = readAttributes(tag);
  if (tag.name === 'Publie') return vocabulary.published.get(String(values.get('ref')))?.text ?? '';
  if (tag.name !== 'Chiffre') return '';
  const answer = askFigure(values, vocabulary);
  return answer.ok ? formatFigure(answer.figure) : '';
}

/** « entrees[annee=2024] » as an editor would ask for it in a tag. */
export const tagFor = (figure: Figure): string =>
  `<Chiffre de="${figure.indicator}" ${formatSlice(figure.slice).replace(/([a-z_]+)=([^,]+),?/g, '$1="$2" ')}/>`;
