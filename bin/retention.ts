/** `dossierflow retention`: erases personal data of dossiers that have been closed for longer than their rule lets them be kept. */
import type { Command } from 'commander';
import type { DueErasure } from '../models/erasure/retention.js';
import type { ErasedKinds } from '../models/schemas/erasure.js';

interface Options { dryRun: boolean; done: boolean; json: boolean }

export function register(program: Command): void {
  program.command('retention')
    .description('erase personal data of dossiers closed for longer than the setting retention.months says; the server does so every night')
    .option('--dry-run', 'tell what would go and touch nothing', false)
    .option('--done', 'tell what has been erased so far, by which rule', false)
    .option('--json', 'the answer as JSON', false)
    .action(run);
}

const rowOf = ({ dossier, rule }: DueErasure, kinds: ErasedKinds) => ({ dossierNo: dossier.dossierNo, procedure: dossier.procedureCode, closedAt: dossier.endedAt!.toISOString(), rule, kinds });
const inWords = ({ applicant, fields, texts, files, messages }: ErasedKinds): string => `applicant ${applicant}, fields ${fields}, texts ${texts}, files ${files}, messages ${messages}`;

async function run({ dryRun, done, json }: Options): Promise<void> {
  process.env.TZ = 'UTC';
  const [{ withInstallation }, { openFiles }, { s3Of }, { Retention }] = await Promise.all([import('./installation.js'), import('../models/files/open.js'), import('../server/config.js'), import('../models/erasure/retention.js')]);
  await withInstallation(process.env, async ({ parts, settings }) => {
    const { store } = parts.context;
    const files = await openFiles(store, s3Of(settings));
    try {
      const rows = done
        ? (await store.erasures.find().sort({ at: 1 }).lean()).map(({ dossierNo, procedureId, closedAt, at, by, rule, kinds }) => ({ dossierNo, procedure: procedureId, closedAt: closedAt.toISOString(), rule, kinds, at: at.toISOString(), ...(by === undefined ? {} : { by }) }))
        : await erased(new Retention({ ...parts, files }), dryRun);
      if (json) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
      else {
        for (const { dossierNo, closedAt, rule, kinds } of rows) process.stdout.write(`${dossierNo}, closed ${closedAt.slice(0, 10)}, ${rule.months} months (${rule.scope}: ${rule.basis}): ${inWords(kinds)}\n`);
        process.stdout.write(`${rows.length} dossiers ${done ? 'erased so far' : dryRun ? 'would be erased; nothing was touched' : 'erased'}.\n`);
      }
    } finally {
      files.close();
    }
  });
}

async function erased(retention: { run(options: { dry: boolean; by: string; told: (each: DueErasure, kinds: ErasedKinds) => void }): Promise<number> }, dry: boolean) {
  const rows: ReturnType<typeof rowOf>[] = [];
  await retention.run({ dry, by: 'command line', told: (each, kinds) => { rows.push(rowOf(each, kinds)); } });
  return rows;
}
