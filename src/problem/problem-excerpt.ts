import { readFileSync } from 'node:fs';
import type { Problem } from '../problem.ts';
import { decodeText } from '../settings/text-file.ts';
import { excerptOf } from './excerpt.ts';

/** The lines around a problem of a text; nothing for a row of data, which is never shown, or a file that is gone. */
export function problemExcerpt(problem: Problem): string | null {
  if (!/\.(mdx|ya?ml)$/.test(problem.file)) return null;
  try {
    return excerptOf(decodeText(readFileSync(problem.file), problem.file).text, problem);
  } catch {
    return null;
  }
}
