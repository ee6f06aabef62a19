import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { demoFiles } from '../demo/files.ts';
import { type Command, EXIT, readOnlyOptions } from './command.ts';

/** `npm run demo-data`: writes the simulated files again; the same bytes on every machine. */
export const demoDataCommand: Command = async (args, { data }, { out }) => {
  readOnlyOptions(args, []);
  for (const [path, text] of demoFiles()) {
    const file = join(data, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    out(`${file}  ${text.split('\n').length - 2} lignes`);
  }
  return EXIT.done;
};
