import { writeFile } from 'node:fs/promises';
import { FACES, makeFace } from '../src/fonts/make.ts';

for (const face of FACES) await writeFile(new URL(`../src/fonts/${face.file}`, import.meta.url), await makeFace(face));
