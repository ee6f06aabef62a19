import { formatDecimal, formatInteger, NNBSP } from '../french/number.ts';
import type { Environment } from '../settings/environment.ts';
import type { Measure } from './door.ts';
import { benchScript, middle, runScript } from './run.ts';
import { withFiles } from './synthetic-files.ts';
import { seconds, type Timing } from './table.ts';

const YEAR = 2024;
const RECORDS = 1_000_000;
/** What a record costs is seen between these two: below, the engine's own heap still grows to its working size. */
const MORE = 2_000_000;
/** Three files of about 40 MB, for the workers. */
const YEARS = [2023, 2024, 2025];
const RECORDS_A_YEAR = 290_000;
const ROUNDS = 3;

const times = (value: number): string => `${formatDecimal(value, 2)}${NNBSP}fois`;
const megabytes = (value: number): string => `${formatInteger(Math.round(value))}${NNBSP}Mo`;

/** A million records through the door, beside the bare parser and DuckDB; ratios are taken inside each round. */
export async function timeData({ data, content }: Environment): Promise<Timing[]> {
  const measure = async (folder: string, way: string): Promise<Measure> =>
    JSON.parse((await runScript([benchScript('door.ts'), way], { BILAN_DATA: folder, BILAN_CONTENT: content })).output);
  const peak = (years: readonly number[], count: number): Promise<number> =>
    withFiles(data, years, count, async (folder) => {
      const run = await middle(
        ROUNDS,
        () => measure(folder, 'door'),
        ({ megabytes }) => megabytes,
      );
      return run.megabytes;
    });
  const [one, more, several] = [
    await peak([YEAR], RECORDS),
    await peak([YEAR], MORE),
    await peak(YEARS, RECORDS_A_YEAR),
  ];
  return withFiles(data, [YEAR], RECORDS, async (folder) => {
    const round = async () => {
      const [bare, door] = [await measure(folder, 'bare'), await measure(folder, 'door')];
      return { bare, door, ratio: door.seconds / bare.seconds };
    };
    const { bare, door, ratio } = await middle(ROUNDS, round, (result) => result.ratio);
    const duckdb = await middle(
      ROUNDS,
      () => measure(folder, 'duckdb'),
      (result) => result.seconds,
    );
    const growth = ((more - one) * 1e6) / (MORE - RECORDS);
    return [
      {
        name: 'csv-parse seul',
        value: seconds(bare.seconds),
        remark: `${formatInteger(bare.entries)} lignes, en tableaux`,
      },
      {
        name: 'la porte entière',
        value: seconds(door.seconds),
        remark: 'décoder, lire, valider, typer, compter, chercher les doublons',
      },
      { name: '  rapport', value: times(ratio), remark: 'visé : 1,6 fois au plus' },
      { name: '  en temps de calcul', value: times(door.cpu / bare.cpu), remark: 'tous cœurs, démarrage compris' },
      { name: '  mémoire au plus haut', value: megabytes(one), remark: 'visé : moins de 250 Mo' },
      {
        name: '  par ligne de plus',
        value: `${formatDecimal(growth, 0)}${NNBSP}octets`,
        remark: `jusqu’à ${formatInteger(MORE)} lignes ; visé : 40 au plus`,
      },
      {
        name: '  trois fichiers de 40 Mo',
        value: megabytes(several),
        remark: 'lus par deux fils au moins, s’il y a des cœurs ; visé : moins de 250 Mo',
      },
      {
        name: 'DuckDB, même comptage',
        value: seconds(duckdb.seconds),
        remark: 'sans les contrôles, sur tous les cœurs',
      },
      { name: '  rapport', value: times(door.seconds / duckdb.seconds), remark: 'la porte sur DuckDB' },
      ...(await timeWarmFigures(folder, { data, content })),
    ];
  });
}

/** `npm run figures` when nothing changed since the last run: nothing is parsed, nothing is counted again. */
async function timeWarmFigures(
  folder: string,
  { data, content }: Pick<Environment, 'data' | 'content'>,
): Promise<Timing[]> {
  const compute = (from: string) =>
    runScript(['scripts/figures.ts', '--json'], { BILAN_DATA: from, BILAN_CONTENT: content }, [0, 1]);
  return withFiles(data, [YEAR], 10_000, async (small) => {
    const cold = await compute(folder);
    await compute(small);
    const round = async () => {
      const [few, many] = [await compute(small), await compute(folder)];
      return { few, many, ratio: many.seconds / few.seconds };
    };
    const { few, many, ratio } = await middle(2 * ROUNDS + 1, round, (result) => result.ratio);
    return [
      { name: 'npm run figures, à froid', value: seconds(cold.seconds), remark: 'la première fois' },
      { name: 'npm run figures, à chaud', value: seconds(many.seconds), remark: 'fichiers inchangés' },
      { name: '  le même sur 10 000 lignes', value: seconds(few.seconds), remark: '' },
      { name: '  rapport', value: times(ratio), remark: 'visé : moins de 2 fois' },
    ];
  });
}
