import type { MdastNode } from 'satteri';
import { headingLevels } from './heading-levels.ts';
import { looseStars } from './loose-stars.ts';
import { type Fault, fault, type Remark } from './remark.ts';
import { findTag } from './tags.ts';
import { isTag, startOf, walk } from './tree.ts';

/** Where a text stands: tags of the home page are refused in chapters. */
export type Page = 'chapter' | 'home';

/** What is wrong with the way a text is built, whatever its words say. */
export const structureRemarks = (root: MdastNode, source: string, page: Page): Remark[] => [
  ...[...walk(root)].flatMap((node) => {
    const found = wordlessImage(node) ?? (page === 'chapter' ? homeTag(node) : null);
    return found ? [{ ...found, ...startOf(node, source) }] : [];
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

const homeTag = (node: MdastNode): Fault | null =>
  isTag(node) && findTag(node.name ?? '')?.homeOnly
    ? fault(
        `<${node.name}> ailleurs que sur la page d’accueil`,
        'cette balise dans accueil.mdx seulement',
        'employez <Encadre genre="retenir">, ou déplacez ce texte dans accueil.mdx',
      )
    : null;
