import type { Mention, Readable } from './readable.ts';
import type { Position } from './source.ts';
import { findForms } from './text-form.ts';

/** Stands for a mention, which is one sign among the words. */
export const PLACEHOLDER = '\uFFFC';
/** Stands for a sign that is not the author's: in code, in a quotation. */
const HIDDEN = '\uFFFB';

type Locate = (offset: number) => Position;

/** Puts a readable text together, piece by piece, and remembers where each piece comes from. */
export function createWriter(): {
  /** Words, which may hold text forms. */
  text(value: string, locate: Locate): void;
  /** Signs that nobody reads as words. */
  hide(length: number): void;
  mention(mention: Omit<Mention, 'at'>, locate: Locate): void;
  finish(): Omit<Readable, 'takesTags' | 'quote' | 'slice'>;
} {
  let shown = '';
  const mentions: Mention[] = [];
  const pieces: { readonly at: number; readonly locate: Locate }[] = [];
  const add = (text: string, locate: Locate): void => {
    pieces.push({ at: shown.length, locate });
    shown += text;
  };
  const mention = (parts: Omit<Mention, 'at'>, locate: Locate): void => {
    mentions.push({ ...parts, at: shown.length });
    add(PLACEHOLDER, locate);
  };
  return {
    text(value, locate) {
      let at = 0;
      const from =
        (start: number): Locate =>
        (offset) =>
          locate(start + offset);
      for (const form of findForms(value)) {
        add(value.slice(at, form.start), from(at));
        mention({ name: form.name, values: form.values, body: '', form }, from(form.start));
        at = form.end;
      }
      add(value.slice(at), from(at));
    },
    hide(length) {
      shown += HIDDEN.repeat(length);
    },
    mention,
    finish: () => ({
      shown,
      own: withoutQuotations(shown),
      mentions,
      locate(offset) {
        const piece = pieces.findLast(({ at }) => at <= offset) ?? pieces[0];
        return piece ? piece.locate(Math.max(0, offset - piece.at)) : { line: 1, column: 1 };
      },
    }),
  };
}

/** What is between « » is somebody else's words. */
const withoutQuotations = (text: string): string =>
  text.replace(/«[^»]*»|“[^”]*”|"[^"\n]*"/g, (quotation) => HIDDEN.repeat(quotation.length));
