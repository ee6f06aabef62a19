import * as v from 'valibot';
import { closedAs, text } from './shapes.ts';

/** Front matter of a chapter. */
export const chapterSchema = closedAs(
  {
    titre: text,
    court: v.optional(text),
    description: text,
    chapeau: text,
    brouillon: v.optional(v.boolean(), false),
  },
  (file) => ({
    title: file.titre,
    /** Where room is short: running head, contents, previous and next. */
    shortTitle: file.court ?? file.titre,
    /** One line for the contents and for search engines. */
    description: file.description,
    /** Opening paragraph, set larger. */
    deck: file.chapeau,
    draft: file.brouillon,
  }),
);

export type ChapterFrontMatter = v.InferOutput<typeof chapterSchema>;
