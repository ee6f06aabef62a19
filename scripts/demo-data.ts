import { run } from '../src/commands/command.ts';
import { demoDataCommand } from '../src/commands/demo-data.ts';

await run(demoDataCommand);
