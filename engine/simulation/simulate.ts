/** Replications of a scenario and what they say together (format.md section 2, "Scenario file of simulate"; docs/simulation.md). */
import type { WorkCalendar } from '../calendar/compile.js';
import type { Id, Model } from '../graph/types.js';
import { percentile, sumOf } from '../statistics/series.js';
import { studentQuantile } from '../statistics/student.js';
import { Agenda, HOUR } from './clock.js';
import type { Department } from './department.js';
import { type Measured, type OnStep, Replication } from './run.js';
import { readScenario } from './scenario.js';
import { World } from './world.js';

export interface SimulateOptions {
  /** Default 20. */
  replications?: number;
  /** Default 1. */
  seed?: number;
  /** Calendars by the names that the scenario gives them. */
  calendars?: Readonly<Record<string, WorkCalendar>>;
  /** The file that the scenario names as `initial`: a list of `{process, elements: [ids]}`. */
  initial?: unknown;
  /** Told of every step of the first replication. */
  onStep?: OnStep;
}
/** Hours. `mean` is the mean of the replications' means, `ci95` its interval by Student's t; null when there is nothing to tell. */
export interface Spread { mean: number | null; p50: number | null; p90: number | null; ci95: [number | null, number | null] }
export interface DepartmentFigures {
  utilisation: number; probWait: number; waitHours: Spread; stayHours: Spread;
  queueLength: number; inSystem: number; arrivalsPerHour: number; blockedShare: number;
}
export interface Simulated {
  seed: number;
  replications: number;
  /** Of each replication, warm-up left out. */
  cases: number;
  cycleHours: Spread;
  departments: Record<Id, DepartmentFigures>;
  steps: Record<Id, { executionsPerCase: number; waitHours: Spread; stayHours: Spread }>;
}

/** `scenario`: as in the file. Throws `ScenarioError`. */
export function simulate(models: Model | readonly Model[], scenario: unknown, options: SimulateOptions = {}): Simulated {
  const { replications = 20, seed = 1, calendars = {}, initial } = options;
  const world = new World(Array.isArray(models) ? models as readonly Model[] : [models as Model], readScenario(scenario), { calendars, initial });
  const runs = Array.from({ length: replications }, (_, i) => summarise(new Replication(world, new Agenda(), seed, i, i === 0 ? options.onStep : undefined).run()));
  const steps = [...new Set(runs.flatMap((run) => [...run.steps.keys()]))].sort();
  return {
    seed, replications, cases: mean(runs.map((run) => run.cases)), cycleHours: together(runs.map((run) => run.cycle)),
    departments: Object.fromEntries([...world.departments.keys()].map((id) => [id, departmentFigures(runs.map((run) => run.departments.get(id)!))])),
    steps: Object.fromEntries(steps.map((id) => {
      const all = runs.map((run) => run.steps.get(id));
      return [id, { executionsPerCase: mean(all.map((step) => step?.perCase ?? 0)), waitHours: together(all.map((step) => step?.wait)), stayHours: together(all.map((step) => step?.stay)) }];
    })),
  };
}

/** Of one replication; undefined without values. */
type Summary = { mean: number; p50: number; p90: number } | undefined;
interface DepartmentSummary { wait: Summary; stay: Summary; numbers: Omit<DepartmentFigures, 'waitHours' | 'stayHours'> }
interface RunSummary { cases: number; cycle: Summary; departments: Map<Id, DepartmentSummary>; steps: Map<Id, { perCase: number; wait: Summary; stay: Summary }> }

function summarise(run: Measured): RunSummary {
  return {
    cases: run.cases, cycle: summaryOf(run.cycles),
    departments: new Map([...run.departments].map(([id, department]) => [id, departmentSummary(department, run.span, run.worked.get(id)!)])),
    steps: new Map([...run.steps].map(([id, step]) => [id, { perCase: share(step.executions, run.cases), wait: summaryOf(step.waits), stay: summaryOf(step.stays) }])),
  };
}

function departmentSummary({ counts, levels, waits, stays, settings }: Department, span: number, worked: number): DepartmentSummary {
  const hours = (values: readonly number[]): Summary => summaryOf(values.map((ms) => ms / HOUR));
  return {
    wait: hours(waits), stay: hours(stays),
    numbers: {
      utilisation: share(levels.busy, settings.servers * worked), probWait: share(counts.waited, counts.arrived - counts.turnedAway),
      queueLength: share(levels.queue, span), inSystem: share(levels.inSystem, span),
      arrivalsPerHour: share(counts.arrived, span / HOUR), blockedShare: share(counts.turnedAway, counts.arrived),
    },
  };
}

function departmentFigures(runs: readonly DepartmentSummary[]): DepartmentFigures {
  const of = (key: keyof DepartmentSummary['numbers']): number => mean(runs.map(({ numbers }) => numbers[key]));
  return {
    utilisation: of('utilisation'), probWait: of('probWait'), waitHours: together(runs.map(({ wait }) => wait)), stayHours: together(runs.map(({ stay }) => stay)),
    queueLength: of('queueLength'), inSystem: of('inSystem'), arrivalsPerHour: of('arrivalsPerHour'), blockedShare: of('blockedShare'),
  };
}

function summaryOf(values: readonly number[]): Summary {
  if (values.length === 0) return undefined;
  const sorted = Float64Array.from(values).sort();
  return { mean: sumOf(sorted) / sorted.length, p50: percentile(sorted, 0.5), p90: percentile(sorted, 0.9) };
}

function together(runs: readonly Summary[]): Spread {
  const known = runs.flatMap((run) => run ?? []);
  if (known.length === 0) return { mean: null, p50: null, p90: null, ci95: [null, null] };
  const means = known.map((run) => run.mean);
  const middle = mean(means);
  return { mean: middle, p50: mean(known.map((run) => run.p50)), p90: mean(known.map((run) => run.p90)), ci95: interval(means, middle) };
}

function interval(means: readonly number[], middle: number): Spread['ci95'] {
  const n = means.length;
  if (n < 2) return [null, null];
  const deviation = Math.sqrt(sumOf(Float64Array.from(means, (each) => (each - middle) ** 2)) / (n - 1));
  const half = (studentQuantile(0.975, n - 1) * deviation) / Math.sqrt(n);
  return [middle - half, middle + half];
}

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
const mean = (values: readonly number[]): number => sumOf(Float64Array.from(values)) / values.length;
