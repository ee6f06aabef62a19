import { enableCompileCache } from 'node:module';

/** What the bench times: data files to figures, in a process of its own. Prints the number of figures. */
enableCompileCache();
const { loadBook } = await import('./load-book.ts');
const { book } = await loadBook();
process.stdout.write(`${book.published.size}\n`);
