/** `discover`: a drawing from an event log. */
import { basename } from 'node:path';
import type { Command } from 'commander';
import { layoutDefinitions } from '../engine/bpmn/layout.js';
import { departmentsOf } from '../engine/mining/discover/departments.js';
import { discover } from '../engine/mining/discover/discover.js';
import { treeText } from '../engine/mining/discover/tree.js';
import { treeToBpmn } from '../engine/mining/write/bpmn.js';
import { BadInput, printJson, writeTextFile } from './io.js';
import { type LogFileOptions, readLogFile, withLogOptions } from './log-file.js';

interface Options extends LogFileOptions { noise: string; lanes: boolean; out?: string; tree?: boolean; json?: boolean }

const NOTES = `
LOG as for mine. Without --noise every case of the log can be replayed on the drawing. docs/mining.md explains how it is found.

Example: dossierflow discover log.csv --noise 0.2 -o found.bpmn`;

export function register(program: Command): void {
  withLogOptions(program.command('discover <log>').description('draws a procedure from an event log (inductive miner)'))
    .option('--noise <share>', 'leave out what is rarer than this share of the most frequent way on, 0 to 1', '0')
    .option('--no-lanes', 'draw no lanes of departments (org:group)')
    .option('-o, --out <file>', 'write to this file instead of standard output')
    .option('--tree', 'print the process tree instead of BPMN')
    .option('--json', 'print the process tree as JSON')
    .addHelpText('after', NOTES)
    .action(run);
}

async function run(file: string, options: Options): Promise<void> {
  const noise = Number(options.noise);
  if (options.noise.trim() === '' || !(noise >= 0 && noise <= 1)) throw new BadInput(`--noise: "${options.noise}" is not a number from 0 to 1`);
  const log = await readLogFile(file, options);
  const tree = discover(log, { noise });
  if (options.json) return printJson(tree);
  const text = options.tree ? `${treeText(tree)}\n` : await layoutDefinitions(treeToBpmn(tree, basename(file).replace(/\.[\w.]*$/, ''), options.lanes ? departmentsOf(log) : undefined));
  if (options.out === undefined) process.stdout.write(text);
  else writeTextFile(options.out, text);
}
