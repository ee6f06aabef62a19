import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { agree } from '../french/agreement.ts';
import { formatDecimal, formatInteger, NBSP, NNBSP } from '../french/number.ts';

/** Size of a printed file, for the links that lead to it. */
export interface FileSize {
  readonly pages: number;
  readonly bytes: number;
}

/** « PDF, 24 pages, 1,2 Mo ». */
export function describeFile({ pages, bytes }: FileSize): string {
  const size =
    bytes >= 1e6 ? `${formatDecimal(bytes / 1e6)}${NNBSP}Mo` : `${formatInteger(Math.ceil(bytes / 1000))}${NNBSP}ko`;
  return `PDF, ${formatInteger(pages)}${NBSP}${agree(pages, { singular: 'page', plural: 'pages' })}, ${size}`;
}

/** A link to a PDF, as pages are built with: the link, then the room for its size. */
const SLOT = /<span data-pdf="([^"]+)">([\s\S]*?<\/a>)\s*<span data-pdf-size[^>]*>[\s\S]*?<\/span>\s*<\/span>/g;

const WITHOUT =
  'Le PDF n’est pas joint à cette version du site\u00A0: imprimez la page, ou fabriquez-le avec «\u00A0npm run pdf\u00A0» sur une machine qui a un navigateur.';

/** Writes page counts and sizes into every page, or says, once a page, how to get PDFs when there are none. */
export async function fillPdfLinks(folder: string, files: ReadonlyMap<string, FileSize>): Promise<void> {
  const fill = (html: string): string => {
    let isSaid = false;
    return html.replace(SLOT, (_, path: string, link: string) => {
      const file = files.get(path);
      if (file) return `${link} (${describeFile(file)})`;
      const sentence = isSaid ? '' : WITHOUT;
      isSaid = true;
      return sentence;
    });
  };
  for (const path of await htmlFiles(folder)) {
    const html = await readFile(path, 'utf8');
    const filled = fill(html);
    if (filled !== html) await writeFile(path, filled);
  }
}

/** Every HTML file of a folder. */
export async function htmlFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(folder, name))
    .toSorted();
}
