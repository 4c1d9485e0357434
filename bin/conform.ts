/** `conform`: does practice, as an event log shows it, follow the model? */
import type { Command } from 'commander';
import { decodeXml } from '../engine/bpmn/charset.js';
import type { Model } from '../engine/graph/types.js';
import { AlignmentError } from '../engine/mining/conform/align.js';
import { conform, type Conformance } from '../engine/mining/conform/conform.js';
import { NetError } from '../engine/mining/conform/from-graph.js';
import type { PetriNet } from '../engine/mining/conform/net.js';
import { LogError } from '../engine/mining/log/types.js';
import { readPnml } from '../engine/mining/read/pnml.js';
import { BadInput, EXIT, printJson, printTable, readBytes } from './io.js';
import { type LogFileOptions, readLogFile, withLogOptions } from './log-file.js';
import { readModel } from './model.js';

interface Options extends LogFileOptions { json?: boolean }

const NOTES = `
FILE is BPMN or PNML; LOG as for mine. docs/mining.md explains the figures. Exit code 1 when some case does not fit.

Example: dossierflow conform procedure.bpmn log.csv --json`;

export function register(program: Command): void {
  withLogOptions(program.command('conform <file> <log>').description('compares an event log with a model: fitness, precision, deviations'))
    .option('--json', 'print all figures')
    .addHelpText('after', NOTES)
    .action(run);
}

async function run(file: string, logFile: string, options: Options): Promise<void> {
  const model = await readModelOrNet(file);
  const log = await readLogFile(logFile, options);
  const answer = compare(file, () => conform(model, log));
  if (options.json) printJson(answer);
  else print(answer);
  process.exitCode = answer.alignment.fittingCases === log.cases.length ? EXIT.GOOD : EXIT.NO;
}

async function readModelOrNet(file: string): Promise<Model | PetriNet> {
  const { xml } = decodeXml(readBytes(file));
  if (xml !== undefined && /<(?:\w+:)?pnml[\s>]/.test(xml.slice(0, 5000))) return compare(file, () => readPnml(xml));
  const model = await readModel(file);
  const broken = model.diagnostics.find(({ severity }) => severity === 'error');
  if (model.processes.every(({ order }) => order.length === 0)) {
    const place = broken?.line === undefined ? '' : `line ${broken.line}: `;
    throw new BadInput(`${file}: ${place}${broken?.message ?? 'there is no process in it'}`);
  }
  return model;
}

function compare<T>(file: string, question: () => T): T {
  try {
    return question();
  } catch (error) {
    if (error instanceof LogError || error instanceof NetError || error instanceof AlignmentError) throw new BadInput(`${file}: ${error.message}`);
    throw error;
  }
}

function print({ tokenReplay, alignment, precision, deviations }: Conformance): void {
  const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
  process.stdout.write(`${[
    `alignment: ${alignment.fittingCases} cases fit, fitness ${percent(alignment.logFitness)} (cost ${alignment.cost})`,
    `token replay: ${tokenReplay.fittingCases} cases fit (${percent(tokenReplay.share)}), fitness ${percent(tokenReplay.logFitness)}`,
    `precision: ${percent(precision)}`,
  ].join('\n')}\n\n`);
  printTable(['events', 'cases', 'element', 'what'], deviations.map((each) => [String(each.events), String(each.cases), each.element ?? '', each.message]));
}
