/** `dossierflow seed`: sample data; `--reset` takes everything down first and plays it again up to now. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';

export function register(program: Command): void {
  program.command('seed')
    .description('fill an empty database with sample procedures and dossiers')
    .option('--reset', 'delete everything in the database first (refused with NODE_ENV=production)', false)
    .action(async ({ reset }: { reset: boolean }) => { await run(reset); });
}

async function run(reset: boolean): Promise<void> {
  process.env.TZ = 'UTC';
  const { withInstallation } = await import('./installation.js');
  const { isSeeded, seed, startOpenDossiers } = await import('../scripts/seed/index.js');
  await withInstallation(process.env, async ({ parts, host, root, settings }) => {
    const { store } = parts.context;
    if (reset) {
      if (settings.production) throw new Error('refused with NODE_ENV=production: it would delete real dossiers');
      const open = await store.dossiers.find({ open: true }, { _id: 1 }).lean();
      for (const { _id } of open) await host.discard(_id);
      await store.clear();
      // The heads of a chain that is gone would say that it was cut.
      await rm(settings.trailAnchors, { force: true });
    }
    if (await isSeeded(store)) { process.stdout.write('The database has data already; nothing was changed.\n'); return; }
    await seed(parts, join(root, 'procedures'));
    await startOpenDossiers(parts, host);
    process.stdout.write(`${await store.procedures.countDocuments()} procedures, ${await store.dossiers.countDocuments()} dossiers, ${await store.dossiers.countDocuments({ open: true })} of them open.\n`);
  });
}
