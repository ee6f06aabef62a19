import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../settings/environment.ts';
import { withRecords } from './records.ts';
import { benchScript, middleSeconds, runScript } from './run.ts';
import { seconds, type Timing } from './table.ts';

const RECORDS = 10_000;
const ROUNDS = 7;

/** What earlier runs published; may be removed at any time. */
const PUBLICATIONS = fileURLToPath(new URL('../../.cache/chiffres', import.meta.url));

/** From data files to every published figure, in a process of its own, beyond what Node takes to start. */
export async function timeFigures({ data, content }: Environment): Promise<Timing[]> {
  return withRecords(data, RECORDS, async (folder) => {
    const variables = { BILAN_DATA: folder, BILAN_CONTENT: content };
    const compute = () => runScript([benchScript('compute.ts')], variables);
    const computeAnew = async () => {
      await rm(PUBLICATIONS, { recursive: true, force: true });
      return compute();
    };
    const first = await middleSeconds(ROUNDS, computeAnew);
    const bare = await middleSeconds(ROUNDS, () => runScript(['-e', '0']));
    const computed = await middleSeconds(ROUNDS, compute);
    return [
      { name: 'Node seul', value: seconds(bare), remark: 'démarrage et arrêt, à retrancher' },
      { name: 'chiffres, en plus de Node', value: seconds(computed - bare), remark: 'visé : moins de 0,25 s' },
      {
        name: '  secret à trouver',
        value: seconds(first - bare),
        remark: 'quand les fichiers ou les réglages ont changé',
      },
    ];
  });
}
