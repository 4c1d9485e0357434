/** `export`: a procedure of the installation as a BPMN file, byte for byte as it was published or drafted. */
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { BadInput } from './io.js';

interface Options { version?: string; out?: string }

export function register(program: Command): void {
  program.command('export <procedure>')
    .description('a procedure of the installation as a BPMN file')
    .option('--version <n>', 'this version, or "draft" (default: the version in force)')
    .option('--out <file>', 'write to this file instead of standard output')
    .action(run);
}

async function run(procedureId: string, { version, out }: Options): Promise<void> {
  if (version !== undefined && version !== 'draft' && !/^[1-9]\d*$/.test(version)) throw new BadInput(`--version: "${version}" is neither a number nor draft`);
  const { withInstallation } = await import('./installation.js');
  const { ProcedureQueries } = await import('../models/queries/procedures.js');
  const { Refusal } = await import('../models/problem.js');
  await withInstallation(process.env, async ({ parts }) => {
    try {
      const { xml } = await new ProcedureQueries(parts.context).xml(procedureId, version === undefined || version === 'draft' ? version : Number(version));
      if (out === undefined) process.stdout.write(xml);
      else writeFileSync(out, xml);
    } catch (error) {
      if (error instanceof Refusal) throw new BadInput(`${procedureId}: ${error.message}`);
      throw error;
    }
  });
}
