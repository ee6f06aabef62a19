import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import type { AstroUserConfig } from 'astro';
import { currentBilan } from '../handover.ts';
import { narrativePlugin } from '../narrative/plugin.ts';
import { FEATURES } from '../narrative/tree.ts';
import { type Environment, readEnvironment } from '../settings/environment.ts';
import { chapterSource } from './chapter-source.ts';
import { bilanIntegration } from './site-integration.ts';

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The site's Astro configuration. Commands give their environment after handing a bilan over; the type checker and the
 * preview call it bare, and the integration loads the bilan itself.
 */
export function siteConfig(
  environment: Environment = readEnvironment(),
  outDir: string = environment.out,
): AstroUserConfig {
  return {
    srcDir: './src',
    outDir,
    base: environment.base,
    trailingSlash: 'always',
    build: { format: 'directory', inlineStylesheets: 'never' },
    devToolbar: { enabled: false },
    markdown: {
      syntaxHighlight: false,
      processor: satteri({
        features: FEATURES,
        mdastPlugins: [narrativePlugin({ base: environment.base, targets: () => currentBilan().targets })],
      }),
    },
    integrations: [bilanIntegration(environment), mdx()],
    vite: {
      resolve: { alias: { '@content': environment.content } },
      build: { assetsInlineLimit: 0 },
      server: { fs: { strict: false } },
      plugins: [chapterSource()],
    },
  };
}
