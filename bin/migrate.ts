/** `migrate`: how the elements of one version of a procedure go on in another; a look at two files, no dossier is touched. */
import type { Command } from 'commander';
import { linkPlan } from '../engine/bpmn/plan.js';
import type { Plan } from '../engine/graph/types.js';
import { checkPlan, proposeMigration, readMigrationPlan, unmappedOf, type MigrationPlan, type MigrationProblem, type Unmapped } from '../engine/migration/index.js';
import type { RunningOptions } from './migrate-running.js';
import { BadInput, EXIT, printJson, printTable, readJsonFile } from './io.js';
import { readModel } from './model.js';

interface Options extends Omit<RunningOptions, 'procedure'> { lang: string; procedure?: string }
type Language = 'vi' | 'en';
interface Answer { plan: MigrationPlan; unmapped: Unmapped[]; problems: MigrationProblem[] }

const NOTES = `
Elements go on as those of equal id and type, or else of equal name and type. A plan of your own is JSON:
  {"processes": {"OLD": {"to": "NEW", "nodes": {"old": "new"}, "flows": {"old": "new"}}}}
where "flows" names only what cannot be told from the nodes. The "plan" of the answer with --json can be edited for it.
Exit code 1 when an element has no counterpart or the plan does not fit the files.

Examples:
  dossierflow migrate --lang en old.bpmn new.bpmn
  dossierflow migrate --procedure P05 --from 1 --to 2 --preview
  dossierflow migrate --procedure P05 --from 1 --to 2 --by minh --reason "Decision 123"`;

export function register(program: Command): void {
  program.command('migrate [from] [to]')
    .description('how the elements of one version of a procedure go on in another: two files (dry check), or running dossiers (--procedure)')
    .option('--plan <file>', 'use this migration plan instead of the one that suggests itself')
    .option('--lang <language>', 'language of the answer for two files: vi, en', 'vi')
    .option('--procedure <id>', 'running dossiers of this procedure, in a running installation')
    .option('--from <version>', 'version that they run on')
    .option('--to <version>', 'version that they are to run on')
    .option('--preview', 'only tell what would become of each dossier')
    .option('--dossier <id...>', 'only these dossiers, e.g. one to try')
    .option('--stop-on-error', 'stop at the first dossier that cannot be moved')
    .option('--undo <migration>', 'move back what this migration has moved')
    .option('--by <person>', 'id of the person who orders it')
    .option('--reason <text>', 'why, for the history of each dossier')
    .option('--command <id>', 'id of an interrupted migration, to go on with it')
    .option('--json', 'print {plan, unmapped, problems}; with --procedure the dossiers with their results')
    .addHelpText('after', NOTES)
    .action(run);
}

async function run(fromFile: string | undefined, toFile: string | undefined, options: Options): Promise<void> {
  const { lang, procedure } = options;
  if (procedure !== undefined) { await (await import('./migrate-running.js')).migrateRunning({ ...options, procedure }); return; }
  if (fromFile === undefined || toFile === undefined) throw new BadInput('two files are needed, or --procedure');
  if (lang !== 'vi' && lang !== 'en') throw new BadInput(`--lang: "${lang}" is not vi or en`);
  const [from, to] = [await readPlan(fromFile), await readPlan(toFile)];
  const plan = options.plan === undefined ? proposeMigration(from, to) : readOwn(options.plan, from, to);
  const answer: Answer = { plan, unmapped: unmappedOf(from, plan), problems: checkPlan(from, to, plan) };
  if (options.json) printJson(answer);
  else printAnswer(answer, lang);
  process.exitCode = answer.unmapped.length + answer.problems.length > 0 ? EXIT.NO : EXIT.GOOD;
}

/** The first executable process of the file with what it calls; a called process that stands in another file is left out. */
async function readPlan(file: string): Promise<Plan> {
  const model = await readModel(file);
  const broken = model.diagnostics.find((each) => each.severity === 'error');
  const root = model.processes.find((each) => each.executable) ?? model.processes[0];
  const linked = root && linkPlan([model], root.id, { missing: 'warning' });
  const reason = broken ?? linked?.diagnostics.find((each) => each.severity === 'error');
  if (linked?.plan && !broken) return linked.plan;
  const place = reason?.line === undefined ? '' : `line ${reason.line}: `;
  throw new BadInput(`${file}: ${place}${reason?.message ?? 'there is no process in it'}`);
}

function readOwn(file: string, from: Plan, to: Plan): MigrationPlan {
  const read = readMigrationPlan(readJsonFile(file), from, to);
  if (!read.ok) throw new BadInput(`${file}: ${read.message}`);
  return read.plan;
}

const words = {
  vi: { process: 'quy trình', from: 'bản cũ', to: 'bản mới', unmapped: 'Không có phần tử tương ứng', problems: 'Kế hoạch không khớp với hai tệp', all: 'Mọi phần tử đều có phần tử tương ứng' },
  en: { process: 'process', from: 'old', to: 'new', unmapped: 'Without a counterpart', problems: 'The plan does not fit the two files', all: 'Every element has a counterpart' },
} as const;

function printAnswer({ plan, unmapped, problems }: Answer, language: Language): void {
  const text = words[language];
  printTable([text.process, text.from, text.to], Object.entries(plan.processes).flatMap(([process, { to, nodes, flows = {} }]) => [
    [process, process, to], ...[...Object.entries(nodes), ...Object.entries(flows)].map(([id, next]) => [process, id, next]),
  ]));
  const lines = [
    ...(unmapped.length > 0 ? [`${text.unmapped}:`, ...unmapped.map((each) => `  ${each.element} (${each.type})${each.name === undefined ? '' : ` ${each.name.replace(/\s+/g, ' ')}`}`)] : []),
    ...(problems.length > 0 ? [`${text.problems}:`, ...problems.map((each) => `  ${each.code}: ${each.message}`)] : []),
  ];
  process.stdout.write(`\n${(lines.length > 0 ? lines : [text.all]).join('\n')}\n`);
}
