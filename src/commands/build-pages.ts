import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bilan } from '../bilan.ts';
import { printFolder } from '../print/documents.ts';
import { htmlFiles } from '../print/links.ts';
import { move, removeWhenStopped } from './output-folder.ts';

/**
 * Builds every page in a folder that is not there yet. Resolves to their number. Wherever that folder is, pages are built
 * inside the project, where the engine finds its packages, and under a name that no other build uses.
 */
export async function buildPages(bilan: Bilan, folder: string): Promise<number> {
  const [{ build: buildSite }, { projectFolder, siteConfig }] = await Promise.all([
    import('astro'),
    import('../site/site-config.ts'),
  ]);
  const inside = join(projectFolder, '.astro', `site-${process.pid}`);
  const kept = removeWhenStopped(inside);
  try {
    await buildSite({
      root: projectFolder,
      configFile: false,
      logLevel: 'silent',
      ...siteConfig(bilan.environment, inside),
    });
    await move(inside, folder);
  } finally {
    await rm(inside, { recursive: true, force: true });
    kept();
  }
  const printed = join(folder, printFolder(bilan));
  return (await htmlFiles(folder)).filter((path) => !path.startsWith(printed)).length;
}
