import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isPublishable, loadBilan } from '../bilan.ts';
import { handOver } from '../handover.ts';
import { type Problem, ProblemsError, UsageError } from '../problem.ts';
import { type Command, EXIT, readOnlyOptions, reportProblems } from './command.ts';
import { keepRunning } from './keep-running.ts';

const DEFAULT_PORT = 4321;
const LAST_PORT = 65_535;

function portOf(options: ReadonlyMap<string, string>): number {
  const text = options.get('port');
  if (text === undefined) return DEFAULT_PORT;
  if (!/^\d{2,5}$/.test(text) || Number(text) > LAST_PORT)
    throw new UsageError(`--port\u00A0: donnez un nombre, de 10 à ${LAST_PORT}. Exemple\u00A0: --port=${DEFAULT_PORT}`);
  return Number(text);
}

/**
 * `npm run dev`: the site as it is being written; a change in content, data or code shows by itself. Pages follow their
 * own code; the rooms that compute have been read once and for all, so when they change the server starts again.
 */
export const devCommand: Command = async (args, _, streams) => {
  const options = readOnlyOptions(args, ['port']);
  const server = fileURLToPath(new URL('../../scripts/dev-server.ts', import.meta.url));
  const source = fileURLToPath(new URL('..', import.meta.url));
  return keepRunning([server, `--port=${portOf(options)}`], source, streams);
};

/** The live preview itself, in a process that `npm run dev` can start again. */
export const devServerCommand: Command = async (args, environment, streams) => {
  const options = readOnlyOptions(args, ['port']);
  const { bilan, problems } = await loadBilan(environment, { preview: true });
  if (!bilan) throw new ProblemsError(problems);
  reportProblems(problems, streams, environment.workingFolder);
  handOver(bilan);
  const [{ dev }, { projectFolder, siteConfig }] = await Promise.all([
    import('astro'),
    import('../site/site-config.ts'),
  ]);
  const { address } = await dev({
    root: projectFolder,
    configFile: false,
    logLevel: 'error',
    ...siteConfig(environment),
    server: { port: portOf(options) },
  });
  streams.out(
    `Aperçu\u00A0: http://localhost:${address.port}${environment.base}${isPublishable(problems) ? '' : ' (des problèmes restent à corriger)'}`,
  );
  return EXIT.done;
};

const noSite = (out: string): Problem => ({
  severity: 'error',
  file: out,
  line: 1,
  column: 1,
  message: 'aucun site construit à montrer',
  expected: 'le dossier qu’écrit npm run build',
  remedy: 'lancez npm run build, puis de nouveau npm run preview',
});

/** `npm run preview`: the built site, as it will be served. */
export const previewCommand: Command = async (args, environment, streams) => {
  const options = readOnlyOptions(args, ['port']);
  if (!existsSync(join(environment.out, 'index.html'))) throw new ProblemsError([noSite(environment.out)]);
  const [{ preview }, { projectFolder, siteConfig }] = await Promise.all([
    import('astro'),
    import('../site/site-config.ts'),
  ]);
  const { bilan, problems } = await loadBilan(environment);
  if (!bilan) throw new ProblemsError(problems);
  handOver(bilan);
  const server = await preview({
    root: projectFolder,
    configFile: false,
    logLevel: 'error',
    ...siteConfig(environment),
    server: { port: portOf(options) },
  });
  streams.out(`Site construit\u00A0: http://localhost:${server.port}${environment.base}`);
  return EXIT.done;
};
