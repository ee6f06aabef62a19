import { currentBilan } from './handover.ts';

/** The part of a Vite plugin that is needed here. */
interface LoadPlugin {
  readonly name: string;
  readonly enforce: 'pre';
  load(id: string): string | null;
}

/**
 * Puts a box of problems in the place of a text that no page can be made of, so that one broken chapter does not hide
 * the others in a proof or a preview. A normal build never gets here: it refuses such a text before.
 */
export const brokenTexts = (): LoadPlugin => ({
  name: 'bilan-broken-texts',
  enforce: 'pre',
  load(id) {
    const { chapters, home } = currentBilan();
    const file = id.split('?', 1)[0] ?? '';
    const text = [...chapters, ...(home ? [home] : [])].find((candidate) => candidate.file === file);
    return text && !text.renderable ? `<ErreurChapitre fichier=${JSON.stringify(file)} />\n` : null;
  },
});
