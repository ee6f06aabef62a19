import type { APIRoute } from 'astro';
import { createNoteBook } from '../../components/notes/note-book.ts';
import { href, visibleChapters } from '../../components/page.ts';
import { currentBilan } from '../../handover.ts';

export const getStaticPaths = () => [{ params: { edition: currentBilan().edition.id } }];

/** The notes of the figures in sentences, for the pages that open one. */
export const GET: APIRoute = () => {
  const bilan = currentBilan();
  const methodOf = (indicator: string): string => href(`${bilan.edition.id}/definitions/#definition-${indicator}`);
  return new Response(`${JSON.stringify(createNoteBook({ ...bilan, chapters: visibleChapters(bilan) }, methodOf))}\n`);
};
