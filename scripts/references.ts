import { spawnSync } from 'node:child_process';
import { helpFirst } from '../src/commands/usage.ts';

helpFirst();

/** Takes anew the reference pictures and drawings that tests compare with. Look at what changed before committing it. */
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    'pictures.test',
    'templates.test',
    'src/components',
    'src/charts',
    '--update',
  ],
  { stdio: 'inherit', env: { ...process.env, BILAN_REFERENCES: '1', ASTRO_TELEMETRY_DISABLED: '1' } },
);
process.exit(status ?? 1);
