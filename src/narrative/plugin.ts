import { basename } from 'node:path';
import { defineMdastPlugin, type MdastNode, type MdastPluginDefinition } from 'satteri';
import { type Neighbour, typeset, typesetPiece } from '../french/typography.ts';
import { createAnchors, explicitAnchor, wordsOf } from './headings.ts';
import { hrefOf, type LinkTargets, resolveImage, resolveLink } from './links.ts';
import { isTag } from './tree.ts';

export interface PluginContext {
  readonly base: string;
  readonly targets: () => LinkTargets;
}

/** What typography sees of the node beside a text. */
function neighbour(node: MdastNode | undefined): Neighbour {
  if (!node || node.type === 'break') return 'nothing';
  return isTag(node) && (node.name === 'Chiffre' || node.name === 'Publie') ? 'number' : 'word';
}

/**
 * What is done to a chapter on its way to a page: French typography, anchors on headings, addresses of links.
 * The same text is read by `check`, so nothing here can fail that was not refused before.
 */
export function narrativePlugin({ base, targets }: PluginContext): () => MdastPluginDefinition {
  return () => {
    const anchor = createAnchors();
    return defineMdastPlugin({
      name: 'bilan-narrative',
      text(node, context) {
        const siblings = context.parent(node)?.children ?? [];
        const index = context.indexOf(node) ?? 0;
        const set = typesetPiece(node.value, neighbour(siblings[index - 1]), neighbour(siblings[index + 1]));
        if (set !== node.value) context.setProperty(node, 'value', set);
      },
      image(node, context) {
        const image = resolveImage(node.url, targets());
        // In a proof or a preview, an image that is missing is said in its place: nothing else of the page is lost.
        if (image.kind === 'broken')
          return context.replaceNode(node, { type: 'text', value: `[à corriger\u00A0: ${image.message}]` });
        context.setProperty(node, 'alt', typeset(node.alt ?? ''));
      },
      heading(node, context) {
        context.setProperty(node, 'data', { hProperties: { id: anchor(explicitAnchor(node) ?? wordsOf(node)) } });
      },
      link(node, context) {
        const file = context.fileURL ? basename(decodeURIComponent(context.fileURL.pathname)) : '';
        const link = resolveLink(node.url, file, targets());
        if (node.title) context.setProperty(node, 'title', typeset(node.title));
        if (link.kind === 'inside') context.setProperty(node, 'url', hrefOf(link, base));
      },
    });
  };
}
