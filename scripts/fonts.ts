import { writeFile } from 'node:fs/promises';
import { helpFirst } from '../src/commands/usage.ts';
import { FACES, makeFace } from '../src/fonts/make.ts';

helpFirst();

for (const face of FACES) await writeFile(new URL(`../src/fonts/${face.file}`, import.meta.url), await makeFace(face));
