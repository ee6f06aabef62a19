import { z } from 'zod';

const text = z.string().trim().min(1);

/** Front matter of a chapter. */
export const chapterSchema = z
  .strictObject({
    titre: text,
    court: text.optional(),
    description: text,
    chapeau: text,
    brouillon: z.boolean().default(false),
  })
  .transform((file) => ({
    title: file.titre,
    /** Where room is short: running head, contents, previous and next. */
    shortTitle: file.court ?? file.titre,
    /** One line for the contents and for search engines. */
    description: file.description,
    /** Opening paragraph, set larger. */
    deck: file.chapeau,
    draft: file.brouillon,
  }));

export type ChapterFrontMatter = z.output<typeof chapterSchema>;
