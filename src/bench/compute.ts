import { start } from '../commands/start.ts';

/** What the bench times in a process of its own: from data files to every published figure. */
await start(async () => {
  const { computeFigures } = await import('../computation/computation.ts');
  return async (_, environment, { out }) => {
    const { computation } = await computeFigures(environment);
    out(String(computation?.book.published.size));
    return computation ? 0 : 1;
  };
});
