import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedFolder } from '../print/browser.ts';
import type { Environment } from '../settings/environment.ts';
import { benchScript, middle, middleSeconds, type Run, runScript } from './run.ts';
import { seconds, type Timing } from './table.ts';

const ROUNDS = 3;

/** The whole build, as `npm run build` runs it, by step; the unpacking of the browser apart. */
export async function timeSite({ data, content }: Environment): Promise<Timing[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bilan-bench-'));
  try {
    const variables = { BILAN_DATA: data, BILAN_CONTENT: content, BILAN_OUT: join(folder, 'dist') };
    const build = () => runScript(['scripts/build.ts'], variables);
    await build();
    const run = await middle(ROUNDS, build, (result) => result.seconds);
    const printing = stepSeconds(run, 'Impression');
    const report = await runScript([benchScript('report.ts')], { ...variables, BILAN_OUT: join(folder, 'pages') });
    return [
      ...(await timeUnpacking(folder)),
      { name: 'site, sans les PDF', value: seconds(run.seconds - printing), remark: 'visé : moins de 4 s' },
      { name: '  dont calcul', value: seconds(stepSeconds(run, 'Calcul')), remark: '' },
      { name: '  dont pages', value: seconds(stepSeconds(run, 'Pages')), remark: '' },
      { name: 'tous les PDF', value: seconds(printing), remark: 'visé : moins de 4 s, navigateur déballé' },
      { name: '  dont le rapport seul', value: seconds(Number(report.output)), remark: 'visé : moins de 1,5 s' },
      { name: 'npm run build en tout', value: seconds(run.seconds), remark: '' },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timeUnpacking(folder: string): Promise<Timing[]> {
  if (!embeddedFolder()) return [];
  const taken = await middleSeconds(1, () => runScript([benchScript('unpack.ts'), join(folder, 'chromium')]));
  return [{ name: 'déballage du navigateur', value: seconds(taken), remark: 'une fois par machine' }];
}

/** What the build itself says a step took; 0 when it did not run. */
function stepSeconds({ output }: Run, step: string): number {
  const found = new RegExp(`^${step}\\s+(\\d+),(\\d+)`, 'm').exec(output);
  return found ? Number(`${found[1]}.${found[2]}`) : 0;
}
