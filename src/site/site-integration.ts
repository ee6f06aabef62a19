import type { AstroIntegration } from 'astro';
import { loadBilan } from '../bilan.ts';
import { currentBilan, handOver, isHandedOver, readingNumber } from '../handover.ts';
import { explainBug } from '../problem/bug.ts';
import { ProblemsError } from '../problem.ts';
import type { Environment } from '../settings/environment.ts';
import { reportInPreview } from './dev-report.ts';

/** Loads the bilan when no command has, and in the preview loads it again whenever data or content change. */
export function bilanIntegration(environment: Environment): AstroIntegration {
  const load = async (): Promise<void> => {
    const { bilan, problems } = await loadBilan(environment);
    if (!bilan) throw new ProblemsError(problems);
    handOver(bilan);
  };
  return {
    name: 'bilan',
    hooks: {
      'astro:config:setup': async () => {
        if (!isHandedOver()) await load();
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.add([environment.data, environment.content]);
        const content = environment.content.replaceAll('\\', '/');
        let loading: Promise<void> = Promise.resolve();
        let isAsked = false;
        const reload = async (): Promise<void> => {
          isAsked = false;
          const { bilan, problems } = await loadBilan(environment, { preview: true });
          reportInPreview(problems, environment.workingFolder);
          // Without settings or edition nothing can be computed: the last bilan stays, and says what has to be mended.
          handOver(bilan ?? { ...currentBilan(), problems });
          // Pages ask for figures when they are rendered: only the texts were compiled from the old ones.
          for (const module of server.moduleGraph.idToModuleMap.values()) {
            if (module.file?.startsWith(content)) server.moduleGraph.invalidateModule(module);
          }
          server.ws.send({ type: 'full-reload' });
        };
        // A page asked for while data are read again waits for them: it never shows yesterday's numbers.
        server.middlewares.use((_request, _response, next) => void loading.finally(() => next()));
        server.ws.on('bilan:reading', (shown: number, client) => {
          if (shown < readingNumber()) client.send({ type: 'full-reload' });
        });
        // A file can go while it is read, when a program writes another in its place: its arrival is the next change.
        const failed = (error: unknown): void => void process.stderr.write(`${explainBug(error, process.env)}\n`);
        const onChange = (path: string): void => {
          if (!path.startsWith(environment.data) && !path.startsWith(environment.content)) return;
          // Many files saved at once are read again once: a reading that has not begun will see them all.
          if (!isAsked) loading = loading.then(reload).catch(failed);
          isAsked = true;
        };
        for (const event of ['change', 'add', 'unlink'] as const) server.watcher.on(event, onChange);
      },
    },
  };
}
