import { mkdir, writeFile } from 'node:fs/promises';
import { FIXTURES } from '../src/data/fixture-bytes.ts';

for (const [name, files] of Object.entries(FIXTURES)) {
  const folder = new URL(`../src/data/fixtures/${name}/`, import.meta.url);
  await mkdir(folder, { recursive: true });
  for (const [file, bytes] of Object.entries(files)) await writeFile(new URL(file, folder), bytes);
}
