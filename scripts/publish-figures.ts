import { start } from '../src/commands/start.ts';

await start(async () => (await import('../src/commands/publish-figures.ts')).publishFiguresCommand);
