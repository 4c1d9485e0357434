/** `dossierflow play`: plays a procedure on a virtual clock, by its script or by itself. */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { parseInstant } from '../engine/interpreter/timers.js';
import { play, type PlayResult } from '../engine/session/play.js';
import { readScript, type ScriptEntry } from '../engine/session/script.js';
import { BadInput, printJson, readJsonFile } from './io.js';
import { readModel } from './model.js';

interface Options { script?: string; until?: string; json?: boolean }

export function register(program: Command): void {
  program.command('play <file>')
    .description('play a procedure from start to end, in process, on a virtual clock')
    .option('--script <file>', 'list of entries to carry out (default: the file NAME.play.json beside the procedure)')
    .option('--until <instant>', 'the virtual clock stops here (ISO 8601 with an offset)')
    .option('--json', 'one JSON document on standard output')
    .action(async (file: string, options: Options) => {
      const model = await readModel(file);
      const broken = model.diagnostics.find((each) => each.severity === 'error');
      if (broken && model.processes.length === 0) throw new BadInput(`${file}: ${place(broken)}${broken.message}`);
      const until = instantOption(options.until);
      const script = scriptOf(file, options.script);
      const result = play(model, { ...(script ? { script } : {}), ...(until === undefined ? {} : { until }) });
      if (options.json) printJson({ ...result, waiting: result.waiting.map((each) => ({ ...each, since: iso(each.since), ...(each.due === undefined ? {} : { due: iso(each.due) }) })) });
      else printTable(file, result);
      process.exitCode = result.completed ? 0 : 1;
    });
}

function place({ line, elementId }: { line?: number; elementId?: string }): string {
  return `${line === undefined ? '' : `line ${line}: `}${elementId === undefined ? '' : `${elementId}: `}`;
}
function instantOption(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const instant = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? parseInstant(text) : undefined;
  if (instant === undefined) throw new BadInput(`--until: not an instant with an offset: ${text}`);
  return instant;
}
function scriptOf(file: string, named: string | undefined): ScriptEntry[] | undefined {
  const beside = file.replace(/\.bpmn$/, '.play.json');
  const path = named ?? (beside !== file && existsSync(beside) ? beside : undefined);
  if (path === undefined) return undefined;
  const script = readScript(readJsonFile(path));
  if (!script.ok) throw new BadInput(`${path}: ${script.message}`);
  return script.entries;
}
const iso = (at: number): string => new Date(at).toISOString();

function printTable(file: string, result: PlayResult): void {
  const lines = [`${file}: ${result.state}${result.error ? ` (${result.error.message})` : ''}`, ...result.trace.map((id, index) => `${String(index + 1).padStart(4)}  ${id}`)];
  for (const each of result.waiting) lines.push(`   …  ${each.element} (${each.kind}) since ${iso(each.since)}${each.due === undefined ? '' : `, due ${iso(each.due)}`}`);
  for (const each of result.incidents) lines.push(`   !  ${each.element}: ${each.code}: ${each.message}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}
