import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generatedFiles } from '../data/dictionary.ts';
import { readSchemas } from '../data/schema.ts';
import { ProblemsError } from '../problem.ts';
import { type Command, EXIT, readOnlyOptions } from './command.ts';

/** `npm run dictionary`: writes again what the schemas say of themselves, the dictionary of README.md and the templates. */
export const dictionaryCommand: Command = async (args, { data }, { out }) => {
  readOnlyOptions(args, []);
  const { files, problems } = await generatedFiles(data, await readSchemas(data));
  if (problems.length > 0) throw new ProblemsError(problems);
  for (const [path, text] of files) {
    const file = join(data, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    out(file);
  }
  return EXIT.done;
};
