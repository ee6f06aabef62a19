import type { Remark } from './remark.ts';
import { positionAt } from './source.ts';

/** What a paste from a word processor leaves, and how to say it. The build takes them out; they hide in the file. */
const LEFTOVERS: readonly (readonly [RegExp, string, string])[] = [
  [/\u00AD/, 'trait d’union invisible', 'supprimez-le'],
  [/[\u2010\u2011]/, 'trait d’union insécable', 'tapez un trait d’union ordinaire'],
  [/[\u200B\u2060\uFEFF]/, 'espace invisible', 'supprimez-la'],
  [/\t/, 'tabulation', 'tapez une espace'],
];

/** Signs pasted from a word processor, one remark a line and a kind. Code between fences is left alone. */
export function leftoverRemarks(source: string): Remark[] {
  let offset = 0;
  let fenced = false;
  return source.split('\n').flatMap((line, index) => {
    const start = offset;
    offset += line.length + 1;
    if (/^\s*```/.test(line)) fenced = !fenced;
    if (fenced) return [];
    return LEFTOVERS.flatMap(([pattern, message, remedy]): Remark[] => {
      const at = line.search(pattern);
      // The mark that opens a file is no leftover.
      if (at < 0 || (index === 0 && at === 0 && line.startsWith('\uFEFF'))) return [];
      return [
        {
          ...positionAt(source, start + at),
          severity: 'warning',
          message: `${message}, collé depuis un traitement de texte`,
          value: line
            .slice(Math.max(0, at - 20), at + 20)
            .replace(pattern, '⟨ici⟩')
            .trim(),
          remedy: `${remedy}\u202F; le site se construit sans ce signe`,
        },
      ];
    });
  });
}
