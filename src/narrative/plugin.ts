import { basename } from 'node:path';
import { defineMdastPlugin, type MdastPluginDefinition } from 'satteri';
import { typeset } from '../french/typography.ts';
import { createAnchors, wordsOf } from './headings.ts';
import { hrefOf, type LinkTargets, resolveLink } from './links.ts';

export interface PluginContext {
  readonly base: string;
  readonly targets: () => LinkTargets;
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
        const set = typeset(node.value);
        if (set !== node.value) context.setProperty(node, 'value', set);
      },
      heading(node, context) {
        context.setProperty(node, 'data', { hProperties: { id: anchor(wordsOf(node)) } });
      },
      link(node, context) {
        const file = context.fileURL ? basename(decodeURIComponent(context.fileURL.pathname)) : '';
        const link = resolveLink(node.url, file, targets());
        if (link.kind === 'inside') context.setProperty(node, 'url', hrefOf(link, base));
      },
    });
  };
}
