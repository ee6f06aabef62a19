import { run } from '../src/commands/command.ts';
import { buildCommand } from '../src/commands/build.ts';

await run(buildCommand);
