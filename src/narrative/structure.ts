import type { MdastNode } from 'satteri';
import { headingLevels } from './heading-levels.ts';
import { wordsOf } from './headings.ts';
import { looseStars } from './loose-stars.ts';
import { bodyOf } from './readable.ts';
import { type Fault, fault, type Remark } from './remark.ts';
import { findTag } from './tags.ts';
import { isTag, startOf, walk } from './tree.ts';
import { formOf } from './unread-marks.ts';

/** Where a text stands: tags of the home page are refused in chapters. */
export type Page = 'chapter' | 'home';

/** What is wrong with the way a text is built, whatever its words say. */
export const structureRemarks = (root: MdastNode, source: string, page: Page): Remark[] => [
  ...[...walk(root)].flatMap((node) => {
    const found = [
      wordlessImage(node),
      tagInWords(node, source),
      misfilledTag(node),
      distantLink(node, root),
      numberedList(node),
      page === 'chapter' ? homeTag(node) : null,
    ];
    return found.flatMap((one) => (one ? [{ ...one, ...startOf(node, source) }] : []));
  }),
  ...headingLevels(root, source),
  ...looseStars(root, source),
];

const wordlessImage = (node: MdastNode): Fault | null =>
  node.type === 'image' && !node.alt?.trim()
    ? fault(
        'image sans texte de remplacement',
        '![ce que l’image montre](image.png)',
        'décrivez l’image entre les crochets',
      )
    : null;

/** A tag in the words of an image, which the Markdown engine drops. */
function tagInWords(node: MdastNode, source: string): Fault | null {
  if (node.type !== 'image') return null;
  const [start = 0, end = 0] = [node.position?.start.offset, node.position?.end.offset];
  const tag = /<\p{Lu}[^<>]*>/u.exec(source.slice(start, end))?.[0];
  if (!tag) return null;
  return fault(
    'balise dans le texte d’une image, où elle ne se lit pas',
    'la forme entre crochets, comme [[entrees bassin=lille]]',
    formOf(tag, '"') ? `écrivez ${formOf(tag, '"')}` : 'retirez la balise',
    tag,
  );
}

/** A link or an image whose address stands elsewhere: nothing would check it. */
function distantLink(node: MdastNode, root: MdastNode): Fault | null {
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return null;
  const definition = [...walk(root)].find((one) => one.type === 'definition' && one.identifier === node.identifier);
  const url = definition?.type === 'definition' ? definition.url : 'adresse';
  const [kind, near] =
    node.type === 'imageReference'
      ? ['image', `![${node.alt || 'ce que l’image montre'}](${url})`]
      : ['lien', `[${wordsOf(node).trim()}](${url})`];
  return fault(
    `${kind} dont l’adresse est ailleurs\u00A0: «\u00A0[${node.label ?? node.identifier}]\u00A0»`,
    'l’adresse entre parenthèses, aussitôt après les mots',
    `écrivez ${near}`,
  );
}

/** « 3523. entrées » at the start of a line makes a list of it, and a number that nothing checks. */
const numberedList = (node: MdastNode): Fault | null =>
  node.type === 'list' && node.ordered && (node.start ?? 1) > MOST_ITEMS
    ? fault(
        `ligne qui commence par «\u00A0${node.start}.\u00A0», et que Markdown prend pour une liste`,
        'une phrase, ou une liste numérotée depuis 1',
        'si c’est un nombre, demandez-le par une balise\u202F; si c’est une année, commencez la phrase par un mot',
      )
    : null;

/** A list that goes on after a paragraph may start further than 1. */
const MOST_ITEMS = 20;

/** Words in a tag that prints its own would be lost; a box without any would be empty. */
function misfilledTag(node: MdastNode): Fault | null {
  const spec = isTag(node) ? findTag(node.name ?? '') : undefined;
  if (!isTag(node) || !spec) return null;
  const isEmpty = node.children.length === 0;
  if (!spec.content && !isEmpty)
    return fault(
      `texte entre <${spec.name}> et </${spec.name}>`,
      `<${spec.name} … />`,
      `finissez la balise par « /> »\u202F; ce texte ne paraîtrait pas`,
      bodyOf(node).replace(/\s+/g, ' ').trim().slice(0, LONGEST),
    );
  if (spec.content && isEmpty && !spec.mayBeEmpty)
    return fault(
      `<${spec.name}> sans rien dedans`,
      `<${spec.name} …>un texte</${spec.name}>`,
      'ajoutez le texte, ou retirez la balise',
    );
  return null;
}

/** Signs of lost words that a message repeats. */
const LONGEST = 80;

const homeTag = (node: MdastNode): Fault | null =>
  isTag(node) && findTag(node.name ?? '')?.homeOnly
    ? fault(
        `<${node.name}> ailleurs que sur la page d’accueil`,
        'cette balise dans accueil.mdx seulement',
        'employez <Encadre genre="retenir">, ou déplacez ce texte dans accueil.mdx',
      )
    : null;
