import { run } from '../src/commands/command.ts';
import { pdfCommand } from '../src/commands/build.ts';

await run(pdfCommand);
