import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { demoFiles } from '../src/demo/files.ts';
import { readEnvironment } from '../src/settings/environment.ts';

const { data } = readEnvironment();
for (const [path, text] of demoFiles()) {
  const file = join(data, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
