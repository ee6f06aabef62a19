import { join } from 'node:path';
import type { Bilan } from '../bilan.ts';
import type { Problem } from '../problem.ts';

/** An edition that is still being proof-read is not published; its state is a line of its file, not a date. */
export function unreadyEdition({ edition, environment }: Pick<Bilan, 'edition' | 'environment'>): Problem[] {
  if (edition.isReady) return [];
  return [
    {
      severity: 'error',
      file: join(environment.content, edition.id, 'edition.yaml'),
      line: 1,
      column: 1,
      message: 'édition à l’état d’épreuve',
      expected: 'etat: publiable',
      remedy: 'relisez-la avec npm run build -- --epreuve, puis écrivez etat: publiable',
    },
  ];
}
