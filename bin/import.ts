/** `import`: what becomes of a diagram made elsewhere, element by element; with `--procedure` it is put into the installation as a draft. */
import type { Command } from 'commander';
import type { ReportEntry } from '../engine/bpmn/report.js';
import { BadInput, EXIT, printJson, printTable, readBytes } from './io.js';

interface Options { procedure?: string; by?: string; json?: boolean }
interface Note { code: string; element?: string; line?: number; message: string }
interface Answer { file: string; processes: string[]; errors: Note[]; warnings: Note[]; report: (Omit<ReportEntry, 'elementId'> & { element: string })[]; draft?: string }

const NOTES = `
Execution attributes of other engines (camunda:, zeebe:) are taken over, translated, or named as not supported; they stay in
the file. Exit code 1 when the diagram could not be published as it is. A draft may be stored all the same.

Example: dossierflow import model.bpmn --procedure P21-cap-the --by chi`;

export function register(program: Command): void {
  program.command('import <file>')
    .description('a diagram made elsewhere: what is taken over; with --procedure stored as a draft')
    .option('--procedure <id>', 'store it as the draft of this procedure of the installation, a new one or one that has no draft')
    .option('--by <staff>', 'id of the designer who stores it')
    .option('--json', 'print {file, processes, errors, warnings, report, draft?}')
    .addHelpText('after', NOTES)
    .action(run);
}

async function run(file: string, options: Options): Promise<void> {
  if ((options.procedure === undefined) !== (options.by === undefined)) throw new BadInput('--procedure and --by go together');
  const { decodeXml } = await import('../engine/bpmn/charset.js');
  const decoded = decodeXml(readBytes(file));
  if (decoded.xml === undefined) throw new BadInput(`${file}: ${decoded.diagnostics[0]?.message ?? 'cannot be decoded'}`);
  const answer = await examined(file, decoded.xml);
  if (options.procedure !== undefined && options.by !== undefined) answer.draft = await store(decoded.xml, options.procedure, options.by);
  if (options.json) printJson(answer);
  else print(answer);
  process.exitCode = answer.errors.length > 0 ? EXIT.NO : EXIT.GOOD;
}

async function examined(file: string, xml: string): Promise<Answer> {
  const { readValidated } = await import('../engine/bpmn/validate.js');
  const { importReport } = await import('../engine/bpmn/report.js');
  const { model, errors, warnings } = await readValidated(xml, file);
  if (model.processes.length === 0 && errors.length > 0) throw new BadInput(`${file}: ${errors[0]!.line === undefined ? '' : `line ${errors[0]!.line}: `}${errors[0]!.message}`);
  const noted = (each: { code: string; elementId?: string; line?: number; message: string }): Note => ({
    code: each.code, ...(each.elementId === undefined ? {} : { element: each.elementId }), ...(each.line === undefined ? {} : { line: each.line }), message: each.message,
  });
  const report = (await importReport(xml)).map(({ elementId, ...entry }) => ({ element: elementId, ...entry }));
  return { file, processes: model.processes.map((each) => each.id), errors: errors.map(noted), warnings: warnings.map(noted), report };
}

async function store(xml: string, procedureId: string, by: string): Promise<string> {
  const { withInstallation } = await import('./installation.js');
  const { ProcedureWrites } = await import('../models/writes/procedures.js');
  const { Refusal } = await import('../models/problem.js');
  await withInstallation(process.env, async ({ parts: { context } }) => {
    const actor = await context.directory.actor(by);
    if (!actor) throw new BadInput(`--by: nobody active has the id ${by}`);
    const writes = new ProcedureWrites(context.store, context.plans, () => context.now());
    try {
      if (await context.store.procedures.exists({ _id: procedureId })) await writes.saveDraft(actor, procedureId, xml);
      else await writes.create(actor, procedureId, xml);
    } catch (error) {
      if (error instanceof Refusal) throw new BadInput(`${procedureId}: ${error.message}`);
      throw error;
    }
  });
  return procedureId;
}

function print({ processes, errors, warnings, report, draft }: Answer): void {
  process.stdout.write(`Processes: ${processes.join(', ')}\n`);
  for (const [kind, notes] of [['error', errors], ['warning', warnings]] as const) {
    for (const { code, element, line, message } of notes) process.stdout.write(`${kind} ${code}${element === undefined ? '' : ` ${element}`}${line === undefined ? '' : ` (line ${line})`}: ${message}\n`);
  }
  if (report.length > 0) printTable(['element', 'attribute', 'treatment', 'note'], report.map(({ element, name, treatment, note }) => [element, name, treatment, note ?? '']));
  if (draft !== undefined) process.stdout.write(`Stored as the draft of ${draft}.\n`);
}
