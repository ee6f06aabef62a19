import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { schemaOf } from '../data/judge.ts';
import { readSchemas } from '../data/schema.ts';
import { readTable, type TableReading } from '../data/table.ts';
import { createRandom, type Random } from '../demo/random.ts';
import { formatInteger, NNBSP } from '../french/number.ts';
import { isError } from '../problem.ts';
import type { Environment } from '../settings/environment.ts';
import { projectFolder } from '../site/site-config.ts';
import type { Timing } from './table.ts';

const FILES = 10_000;
/** Slower than this, a small file is a hang. */
const PATIENCE = 5_000;

/**
 * Ten thousand damaged files through the door: none may crash it, hang it, or be taken in part without a word.
 * @throws Error with the seed and the number of the first file that does
 */
export async function fuzz({ data }: Environment): Promise<Timing[]> {
  const schemas = await readSchemas(data);
  const seeds = await readSeeds();
  const folder = await mkdtemp(join(tmpdir(), 'bilan-fuzz-'));
  const random = createRandom(20_240_603);
  const counts = { taken: 0, warned: 0, refused: 0 };
  let slowest = 0;
  try {
    for (let number = 0; number < FILES; number++) {
      const seed = seeds[random.below(seeds.length)] as Seed;
      const bytes = damage(seed.bytes, seeds, random);
      const file = join(folder, seed.name);
      await writeFile(file, bytes);
      const from = performance.now();
      const reading = await inTime(readTable(file, schemas[await schemaOf(file, schemas)]), number);
      slowest = Math.max(slowest, performance.now() - from);
      counts[verdictOf(reading, number)] += 1;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return [
    {
      name: 'fichiers abîmés',
      value: formatInteger(FILES),
      remark: 'aucun plantage, aucun blocage, aucune lecture partielle',
    },
    { name: '  refusés', value: formatInteger(counts.refused), remark: 'au moins une erreur, avec sa place' },
    { name: '  lus avec un avertissement', value: formatInteger(counts.warned), remark: '' },
    { name: '  lus', value: formatInteger(counts.taken), remark: 'le dégât n’a rien changé à la forme' },
    { name: 'le plus lent', value: `${formatInteger(Math.round(slowest))}${NNBSP}ms`, remark: '' },
  ];
}

interface Seed {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The fixtures of the data room: sound files and traps. */
async function readSeeds(): Promise<Seed[]> {
  const folder = join(projectFolder, 'src', 'data', 'fixtures');
  const paths = (await readdir(folder, { recursive: true })).filter((path) => /\.csv(\.gz)?$/.test(path)).toSorted();
  return Promise.all(paths.map(async (path) => ({ name: basename(path), bytes: await readFile(join(folder, path)) })));
}

const PIECES = ['"', ';', ',', '\n', '\r', '\r\n', '\t', '\0', 'Ã©', '\uFEFF', '=1+1', ';;;;', '""', '"\n', 'é', ' '];

/** One or two changes, mostly below the header: a byte, a piece, a cut, a repetition, or the end of another file. */
function damage(bytes: Buffer, seeds: readonly Seed[], random: Random): Buffer {
  let result = bytes;
  for (let change = 0; change <= random.below(2); change++) {
    const from = random.chance(80) ? result.indexOf(0x0a) + 1 : 0;
    const at = from + random.below(result.length - from + 1);
    const [before, after] = [result.subarray(0, at), result.subarray(at)];
    const other = (seeds[random.below(seeds.length)] as Seed).bytes;
    const piece = Buffer.from(PIECES[random.below(PIECES.length)] as string);
    const changed = [
      () => [before, Buffer.from([random.below(256)]), after.subarray(1)],
      () => [before, piece, after],
      () => [before, after.subarray(random.below(40))],
      () => [before],
      () => [before, before.subarray(-random.below(200) - 1), after],
      () => [before, other.subarray(random.below(other.length + 1))],
    ][random.below(6)] as () => Buffer[];
    result = Buffer.concat(changed());
  }
  return result;
}

async function inTime(reading: Promise<TableReading>, number: number): Promise<TableReading> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`file ${number}: nothing after ${PATIENCE} ms`)), PATIENCE);
  });
  return Promise.race([reading, late]).finally(() => clearTimeout(timer));
}

function verdictOf({ table, problems }: TableReading, number: number): 'taken' | 'warned' | 'refused' {
  if (problems.some(isError)) return 'refused';
  if (!table || table.size === 0) throw new Error(`file ${number}: nothing was read, and nothing was said`);
  for (const { codes } of table.columns.values()) {
    if (codes.length !== table.size) throw new Error(`file ${number}: columns of different lengths`);
  }
  return problems.length > 0 ? 'warned' : 'taken';
}
