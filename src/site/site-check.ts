import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { htmlFiles } from '../print/links.ts';
import type { Problem } from '../problem.ts';

/** Checks the built site before it is put in place: every link and file inside it leads somewhere. */
export async function checkSite(folder: string, base: string): Promise<Problem[]> {
  const ids = new Map<string, ReadonlySet<string>>();
  const pages = await Promise.all(
    (await htmlFiles(folder)).map(async (file) => ({ file, html: await readFile(file, 'utf8') })),
  );
  for (const { file, html } of pages)
    ids.set(file, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? '')));
  const problems = await Promise.all(pages.map(({ file, html }) => checkPage(file, html, folder, base, ids)));
  return problems.flat();
}

async function checkPage(
  file: string,
  html: string,
  folder: string,
  base: string,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const addresses = new Set(
    [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, address]) => (address ?? '').replaceAll('&amp;', '&')),
  );
  for (const address of addresses) {
    if (!/^[/#.]/.test(address) || address.startsWith('//')) continue;
    const fault = await faultOf(address, file, folder, base, ids);
    if (fault) {
      const name = relative(folder, file).split(sep).join('/');
      problems.push({
        severity: 'error',
        file: name,
        line: 1,
        column: 1,
        message: fault,
        value: address,
        expected: 'une adresse du site',
        remedy: 'corrigez le lien dans le texte ou dans la page',
      });
    }
  }
  return problems;
}

async function faultOf(
  address: string,
  from: string,
  folder: string,
  base: string,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<string | null> {
  const [path = '', anchor = ''] = address.split('#', 2);
  if (path.startsWith('/') && !path.startsWith(base)) return 'lien hors du chemin du site';
  const place =
    path === ''
      ? from
      : path.startsWith('/')
        ? join(folder, decodeURIComponent(path.slice(base.length)))
        : join(dirname(from), path);
  const found = await stat(place).catch(() => null);
  const file = found?.isDirectory() ? join(place, 'index.html') : place;
  if (!found || !(await stat(file).catch(() => null))) return 'lien vers une page ou un fichier qui n’existe pas';
  // Fragments of the definitions of a map are not anchors of the page.
  return anchor && ids.has(file) && !ids.get(file)?.has(anchor) ? 'lien vers une ancre qui n’existe pas' : null;
}
