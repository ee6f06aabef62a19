import { run } from '../src/commands/command.ts';
import { devCommand } from '../src/commands/dev.ts';

await run(devCommand);
