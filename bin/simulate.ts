/** `simulate`: how long dossiers would take, where they would wait, how busy people would be. */
import { dirname, isAbsolute, join } from 'node:path';
import type { Command } from 'commander';
import type { WorkCalendar } from '../engine/calendar/compile.js';
import { CalendarError } from '../engine/calendar/types.js';
import type { Model } from '../engine/graph/types.js';
import { readScenario, type Scenario, ScenarioError } from '../engine/simulation/scenario.js';
import { simulate, type Simulated, type Spread } from '../engine/simulation/simulate.js';
import { loadCalendar } from './calendar.js';
import { BadInput, printJson, printTable, readJsonFile } from './io.js';
import { readModel } from './model.js';

interface Options { scenario: string; replications: string; seed: string; json?: boolean }

const NOTES = `
Several files share the departments of the scenario. The same seed gives the same bytes. docs/simulation.md explains the
scenario file and the answer.

Example: dossierflow simulate procedure.bpmn --scenario scenario.json --seed 7`;

export function register(program: Command): void {
  program.command('simulate <files...>')
    .description('plays many dossiers through procedures with people, queues and calendars')
    .requiredOption('--scenario <file>', 'arrivals, people, durations and branches')
    .option('--replications <n>', 'runs with different chance', '20')
    .option('--seed <n>', 'where chance begins', '1')
    .option('--json', 'print all figures')
    .addHelpText('after', NOTES)
    .action(run);
}

async function run(files: string[], options: Options): Promise<void> {
  const replications = whole(options.replications, '--replications', 1);
  const seed = whole(options.seed, '--seed', 0);
  const json = readJsonFile(options.scenario);
  const models: Model[] = [];
  for (const file of files) models.push(await readable(file));
  const answer = asked(options.scenario, () => {
    const scenario = readScenario(json);
    const beside = (path: string): string => (isAbsolute(path) ? path : join(dirname(options.scenario), path));
    const initial = scenario.initial === undefined ? undefined : readJsonFile(beside(scenario.initial));
    return simulate(models, json, { replications, seed, calendars: calendarsOf(scenario, beside), initial });
  });
  if (options.json) printJson(answer);
  else print(answer);
}

async function readable(file: string): Promise<Model> {
  const model = await readModel(file);
  if (model.processes.some(({ order }) => order.length > 0)) return model;
  const broken = model.diagnostics.find(({ severity }) => severity === 'error');
  throw new BadInput(`${file}: ${broken?.line === undefined ? '' : `line ${broken.line}: `}${broken?.message ?? 'there is no process in it'}`);
}

function calendarsOf(scenario: Scenario, beside: (path: string) => string): Record<string, WorkCalendar> {
  const names = [scenario.calendar, ...Object.values(scenario.resources).map(({ calendar }) => calendar)];
  return Object.fromEntries(names.flatMap((name) => (name === undefined || name === '24x7' ? [] : [[name, loadCalendar(beside(name))]])));
}

function asked<T>(file: string, question: () => T): T {
  try {
    return question();
  } catch (error) {
    if (error instanceof ScenarioError || error instanceof CalendarError) throw new BadInput(`${file}: ${error.message}`);
    throw error;
  }
}

function whole(text: string, option: string, least: number): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least) throw new BadInput(`${option}: "${text}" is not a whole number from ${least}`);
  return value;
}

const hours = (value: number | null): string => (value === null ? '-' : value.toFixed(3));
const spread = ({ mean, p50, p90, ci95: [low, high] }: Spread): string[] => [mean, p50, p90, low, high].map(hours);
const SPREAD = ['mean h', 'median', '9 in 10', 'from', 'to'];

function print({ replications, cases, cycleHours, departments, steps }: Simulated): void {
  process.stdout.write(`${cases} cases in each of ${replications} replications\n\n`);
  printTable(['', ...SPREAD], [['whole case', ...spread(cycleHours)]]);
  process.stdout.write('\n');
  printTable(['department', 'busy', 'has to wait', 'queue', 'turned away', ...SPREAD.map((title) => `wait ${title}`)], Object.entries(departments).map(([id, each]) => [
    id, each.utilisation.toFixed(3), each.probWait.toFixed(3), each.queueLength.toFixed(3), each.blockedShare.toFixed(3), ...spread(each.waitHours),
  ]));
  process.stdout.write('\n');
  printTable(['step', 'per case', ...SPREAD], Object.entries(steps).map(([id, each]) => [id, each.executionsPerCase.toFixed(3), ...spread(each.stayHours)]));
}
