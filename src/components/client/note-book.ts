import type { FigureNote, IndicatorNote, NoteBook } from '../notes/note-book.ts';

/** What is said of a number: its own note, and what it shares with its indicator. */
export interface Note extends FigureNote {
  readonly common: IndicatorNote | undefined;
}

let book: Promise<NoteBook> | undefined;

/** The note of a number; the notes of the edition are fetched once. `null` when they cannot be. */
export async function readNote({ dataset }: HTMLElement): Promise<Note | null> {
  book ??= fetch(document.body.dataset.notes ?? '').then((response) => response.json() as Promise<NoteBook>);
  const { figures, published, indicators } = await book.catch(() => {
    book = undefined;
    return { figures: {}, published: {}, indicators: {} } satisfies Partial<NoteBook>;
  });
  const note =
    (figures as NoteBook['figures'])[dataset.figure ?? ''] ??
    (published as NoteBook['published'])[dataset.published ?? ''];
  return note ? { ...note, common: (indicators as NoteBook['indicators'])[note.indicator] } : null;
}
