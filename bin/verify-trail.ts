/** `dossierflow verify-trail`: whether anything that was written has been altered, taken out, slipped in or cut off since. */
import type { Command } from 'commander';
import { BadInput } from './io.js';

export function register(program: Command): void {
  program.command('verify-trail')
    .description('check the chained hashes of all that was done, against the database and the heads kept outside it')
    .option('--anchors <file...>', 'files of heads, one per server; by default that of this installation')
    .option('--json', 'the whole answer as JSON', false)
    .action(run);
}

async function run({ anchors, json }: { anchors?: string[]; json: boolean }): Promise<void> {
  process.env.TZ = 'UTC';
  const [{ withInstallation }, { readAnchors }, { verifyTrail }] = await Promise.all([import('./installation.js'), import('../models/trail/anchors.js'), import('../models/trail/verify.js')]);
  await withInstallation(process.env, async ({ parts: { context }, settings }) => {
    const kept = (await Promise.all((anchors ?? [settings.trailAnchors]).map((path) => readAnchors(path).catch((error: unknown) => { throw new BadInput(`heads cannot be read: ${(error as Error).message}`); })))).flat();
    const verdict = await verifyTrail(context.store, kept, context.now());
    if (json) process.stdout.write(`${JSON.stringify({ ...verdict, anchors: kept.length }, null, 2)}\n`);
    else {
      for (const { agencyId, blocks, items } of verdict.agencies) process.stdout.write(`${agencyId}: ${blocks} blocks, ${items} seals\n`);
      process.stdout.write(`${verdict.documents} documents, ${verdict.unsealed} of the last minutes not sealed yet, ${kept.length} heads\n`);
      if (verdict.erased > 0) process.stdout.write(`${verdict.erased} documents were shortened by erasures that are sealed; see dossierflow retention --done\n`);
      for (const { kind, agencyId, block, id } of verdict.problems) process.stdout.write(`${kind}: ${[agencyId, block === undefined ? '' : `block ${block}`, id ?? ''].filter(Boolean).join(', ')}\n`);
      process.stdout.write(verdict.problems.length === 0 ? 'Nothing has been altered.\n' : `${verdict.problems.length} places do not hold.\n`);
    }
    if (verdict.problems.length > 0) process.exitCode = 1;
  });
}
