/**
 * What a new version would do, before it is in force: the dossiers of the version that runs are played by both drawings.
 *
 * Method. Each dossier comes when it came in the log and has the time limit it had. A step takes as long as some execution of it in
 * the log took, waiting and work, in office hours; ways at splits are taken as often as the log took them; what the log does not know
 * takes its limit times what steps took of theirs, or its standard time. Both versions meet the same chance step by step. Intervals
 * are 95 % percentiles of repetitions in which dossiers are drawn again in pairs.
 *
 * Assumptions. A step waits as long as it did: queues that become shorter because there is less to do are not counted, so that
 * a saving is rather told too small. People do not change what they do but for the drawing. The interval tells chance, not
 * whether these assumptions hold. The same input and seed give the same numbers.
 */
import type { WorkCalendar } from '../calendar/compile.js';
import type { Model, ProcessGraph } from '../graph/types.js';
import { median, mean } from '../log-checks/numbers.js';
import type { LogSubject } from '../log-checks/subject.js';
import { randomOf } from '../simulation/random.js';
import { percentile } from '../statistics/series.js';
import { FLOOR, verdictOf } from './effect.js';
import { observe } from './observe.js';
import { Replay } from './replay.js';
import { type EffectCase, type Measure, type MeasureEffect, MEASURES, type Prediction, valueOf } from './types.js';

const CASES = 400;
const DRAWS = 499;

/** Drawing and the process in it. */
export interface Version { model: Model; graph: ProcessGraph }

/** `subject`: the dossiers of the version in force. With fewer than 30 complete ones nothing is told. */
export function predictEffect(subject: LogSubject, before: Version, after: Version, { calendar, seed = 1, cases = CASES }: { calendar: WorkCalendar; seed?: number; cases?: number }): Prediction {
  const observed = observe(subject, before.graph);
  if (observed.arrivals.length < FLOOR) return { casesBefore: observed.arrivals.length, played: 0, measures: [], unknownSteps: [], cannotTell: [...MEASURES] };
  const replays = [before, after].map(({ model, graph }) => new Replay(model, graph, observed, calendar, seed)) as [Replay, Replay];
  const pairs = Array.from({ length: cases }, (_each, i) => replays.map((replay) => replay.dossier(i))).filter((pair): pair is [EffectCase, EffectCase] => pair.every((each) => each !== undefined));
  const measures = MEASURES.map((measure, i) => effectOf(measure, pairs, seed + i));
  return {
    casesBefore: observed.arrivals.length, played: pairs.length, unknownSteps: [...replays[1].unknown],
    measures: measures.filter((each) => each !== undefined), cannotTell: MEASURES.filter((_each, i) => measures[i] === undefined),
  };
}

function effectOf(measure: Measure, pairs: readonly (readonly [EffectCase, EffectCase])[], seed: number): MeasureEffect | undefined {
  const rows = pairs.map((pair) => pair.map(valueOf[measure]) as [number | undefined, number | undefined]).filter((row): row is [number, number] => row.every((each) => each !== undefined));
  if (rows.length < FLOOR) return undefined;
  const figure = measure === 'medianHours' ? median : mean;
  const both = (of: readonly (readonly [number, number])[]): [number, number] => [figure(of.map(([x]) => x)), figure(of.map(([, y]) => y))];
  const [x, y] = both(rows);
  const random = randomOf(seed, 7);
  const shifts = Float64Array.from({ length: DRAWS }, () => {
    const [p, q] = both(rows.map(() => rows[Math.floor(random.next() * rows.length)]!));
    return q - p;
  }).sort();
  const [low, high] = [percentile(shifts, 0.025), percentile(shifts, 0.975)];
  return { measure, before: x, after: y, shift: y - x, low, high, casesBefore: rows.length, casesAfter: rows.length, verdict: verdictOf(low, high) };
}
