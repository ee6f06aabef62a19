import type { ChapterReading } from './check.ts';

/** A chapter of an edition: its file, its place, its front matter, and what reading it found. */
export interface Chapter<FrontMatter> {
  readonly file: string;
  readonly fileName: string;
  readonly number: number;
  readonly slug: string;
  readonly source: string;
  readonly frontMatter: FrontMatter;
  /** False when no page can be made of it: a proof shows its problems instead. */
  readonly renderable: boolean;
  readonly reading: ChapterReading;
}

/** « 04-ou-l-on-forme.mdx » → its number and its slug, or `null` for a file that is no chapter. */
export function parseChapterName(fileName: string): { number: number; slug: string } | null {
  const match = /^(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/.exec(fileName);
  return match ? { number: Number(match[1]), slug: match[2] ?? '' } : null;
}
