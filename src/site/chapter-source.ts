import { currentBilan } from '../handover.ts';
import { expandSource } from '../narrative/expand.ts';
import { mendSource } from '../narrative/mend.ts';
import { createPrint } from '../narrative/print-tag.ts';
import { readTextFile } from '../settings/text-file.ts';

/** The part of a Vite plugin that is needed here. */
interface LoadPlugin {
  readonly name: string;
  readonly enforce: 'pre';
  load(id: string): Promise<string | null>;
}

/**
 * Gives the site's engine the text of a chapter with its text forms expanded. In the place of a text that no page can
 * be made of it puts a box of problems, so that one broken chapter does not hide the others in a proof or a preview; a
 * normal build never gets there: it refuses such a text before.
 */
export const chapterSource = (): LoadPlugin => ({
  name: 'bilan-chapter-source',
  enforce: 'pre',
  async load(id) {
    const { chapters, home, vocabulary } = currentBilan();
    const file = id.split('?', 1)[0] ?? '';
    const text = [...chapters, ...(home ? [home] : [])].find((candidate) => candidate.file === file);
    if (!text) return null;
    if (!text.renderable) return `<ErreurChapitre fichier=${JSON.stringify(file)} />\n`;
    const { text: source } = await readTextFile(file);
    return expandSource(mendSource(source), createPrint(vocabulary));
  },
});
