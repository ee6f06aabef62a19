import { spawnSync } from 'node:child_process';
import { helpFirst } from '../src/commands/usage.ts';

helpFirst();

/**
 * The whole test: style, types, behaviour. Everything runs on a frozen edition, so that a Région that changes its data
 * or an editor who changes a sentence keeps it green.
 */
const FIXTURE = 'src/site.test/fixture';
const env = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  BILAN_DATA: `${FIXTURE}/data`,
  BILAN_CONTENT: `${FIXTURE}/content`,
};

for (const [command, ...args] of [
  ['@biomejs/biome/bin/biome', 'check', '.'],
  ['astro/bin/astro.mjs', 'check'],
  ['vitest/vitest.mjs', 'run', ...process.argv.slice(2)],
] as const) {
  const { status } = spawnSync(process.execPath, [`node_modules/${command}`, ...args], { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}
