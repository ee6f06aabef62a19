import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A figure of the registry, as the site publishes it. */
export interface PublishedFigure {
  readonly id: string;
  readonly unit: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: string;
}

/** Reads the figures a built site publishes. */
export async function readRegistry(site: string): Promise<(id: string) => PublishedFigure> {
  const json = await readFile(join(site, '2024/donnees/demonstration-chiffres-2024.json'), 'utf8');
  const { figures } = JSON.parse(json) as { figures: PublishedFigure[] };
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return (id) => {
    const found = byId.get(id);
    if (!found) throw new Error(`no figure ${id}`);
    return found;
  };
}

/** Spaces, and hyphens at the ends of lines, are the page's: texts are compared without. */
export const bare = (text: string): string => text.replaceAll(/[\s\u00AD\u2010-]/g, '');

/** A value as a reader sees it, written without the code that the pages are written with. */
export function shown({ value, unit, status }: PublishedFigure, isChange = false): string {
  if (value === null) return { secret: 's', indisponible: '…', 'sans-objet': '–' }[status] ?? '?';
  const sign = value < 0 ? '−' : isChange && value > 0 ? '+' : '';
  const decimal = (number: number): string => (Math.round(number * 10) / 10).toFixed(1).replace('.', ',');
  if (unit === 'fraction') return `${sign}${decimal(Math.abs(value) * 100)}%`;
  if (unit === 'points') return `${sign}${decimal(Math.abs(value))}point${Math.abs(value) < 2 ? '' : 's'}`;
  return unit === 'fois' ? `×${decimal(value)}` : `${sign}${Math.abs(value)}`;
}

/** Marks of provisional and published values. */
export const MARKS = '(?:p|publié)?';
export const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
