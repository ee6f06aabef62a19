import { run } from '../src/commands/command.ts';
import { previewCommand } from '../src/commands/dev.ts';

await run(previewCommand);
