import { run } from '../src/commands/command.ts';
import { checkCommand } from '../src/commands/check.ts';

await run(checkCommand);
