import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bilan } from '../bilan.ts';
import { quantity } from '../french/agreement.ts';
import { nounOf } from '../french/plural.ts';
import { documentsToPrint, doesNotHold, printFolder } from '../print/documents.ts';
import { type FileSize, fillPdfLinks, htmlFiles } from '../print/links.ts';
import { type Problem, ProblemsError } from '../problem.ts';
import { checkSite } from '../site/site-check.ts';

/**
 * Removes what was only there to be printed, writes sizes into the links, and checks every link.
 * @throws ProblemsError when a link leads nowhere; a proof, in which a chapter may be missing, only tells of it
 */
export async function finishSite(
  bilan: Bilan,
  folder: string,
  files: ReadonlyMap<string, FileSize>,
): Promise<{ readonly pages: number; readonly problems: readonly Problem[] }> {
  await rm(join(folder, printFolder(bilan)), { recursive: true });
  await fillPdfLinks(folder, files);
  const problems = await checkSite(folder, bilan.environment.base);
  if (problems.length > 0 && !bilan.isProof) throw new ProblemsError(problems);
  return { pages: (await htmlFiles(folder)).length, problems };
}

/** « liens vérifiés », « 2 liens à corriger ». */
export const checkedLinks = (broken: number): string =>
  broken === 0 ? 'liens vérifiés' : `${quantity(broken, nounOf('lien'))} à corriger`;

/** Documents of a proof that took more pages than they have. */
export const overfull = (bilan: Bilan, files: ReadonlyMap<string, FileSize>): Problem[] =>
  documentsToPrint(bilan)
    .filter(({ file, room }) => room && (files.get(file)?.pages ?? room.pages) !== room.pages)
    .map(doesNotHold);
