import type { MDXInstance } from 'astro';
import { currentBilan } from '../handover.ts';

/** Every text of every edition; the folder is set when the site is configured. */
const modules = import.meta.glob<MDXInstance<Record<string, unknown>>>('@content/*/*.mdx');

/** The rendered body of a text of the current edition, by file name; `null` when there is none. */
export async function contentOf(fileName: string): Promise<MDXInstance<Record<string, unknown>>['Content'] | null> {
  const { edition } = currentBilan();
  const key = Object.keys(modules).find((path) => path.endsWith(`/${edition.id}/${fileName}`));
  const load = key && modules[key];
  return load ? (await load()).Content : null;
}
