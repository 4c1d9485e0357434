/** `dossierflow rebuild`: the read model again from the event log; the log itself from workflow histories where it has gaps. */
import { join } from 'node:path';
import type { Command } from 'commander';

interface Options { dossier?: string; fromHistories: boolean }

export function register(program: Command): void {
  program.command('rebuild')
    .description('write the lists and dossier pages again from the event log')
    .option('--dossier <id>', 'only this dossier')
    .option('--from-histories', 'first add to the log what is missing in it, from the Temporal histories', false)
    .action(run);
}

async function run({ dossier, fromHistories }: Options): Promise<void> {
  process.env.TZ = 'UTC';
  const { withInstallation } = await import('./installation.js');
  const { rebuildAll, rebuildDossier } = await import('../models/rebuild.js');
  const { FigureSweep } = await import('../models/figures/sweep.js');
  await withInstallation(process.env, async ({ parts, host, keys, root }) => {
    const { context: { store, plans, now }, projector, figures } = parts;
    if (fromHistories) {
      const { historiesOf, stepsFromHistories } = await import('../workflows/worker-replay.js');
      const { installRuntime } = await import('../workflows/worker.js');
      installRuntime((message) => { process.stderr.write(`${message}\n`); });
      const ids = dossier === undefined ? (await store.log.find({ from: 0 }, { dossierId: 1 }).lean()).map((entry) => entry.dossierId) : [dossier];
      let added = 0;
      for (const id of ids) {
        const histories = await historiesOf(host.temporal, id).catch(() => []);
        const steps = await stepsFromHistories(histories, id, plans, { codePath: join(root, 'dist', 'workflow-bundle.js') }, keys);
        added += await projector.append({ dossierId: id, steps });
      }
      process.stdout.write(`${added} log entries restored from histories.\n`);
    }
    if (dossier !== undefined) {
      process.stdout.write(`${dossier}: up to event ${await rebuildDossier(store, plans, projector, dossier)}\n`);
      await figures.settle();
      return;
    }
    const { rebuilt, broken } = await rebuildAll(store, plans, projector);
    process.stdout.write(`${rebuilt} dossiers rebuilt, ${await new FigureSweep(store, figures, now).again()} counted.\n`);
    if (broken.length > 0) {
      process.stdout.write(`Broken logs: ${broken.join(', ')}\n`);
      process.exitCode = 1;
    }
  });
}
