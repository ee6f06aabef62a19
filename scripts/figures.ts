import { run } from '../src/commands/command.ts';
import { figuresCommand } from '../src/commands/figures.ts';

await run(figuresCommand);
