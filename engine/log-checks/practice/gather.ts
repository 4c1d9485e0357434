/** Figures of a procedure, dossier by dossier, so that no more of them than one is held. */
import type { Id } from '../../graph/types.js';
import { share } from '../numbers.js';
import type { Dossier, Turn } from '../dossier.js';
import { Series } from './series.js';
import type { DoerFigures, MonthFigures, PlaceFigures, PracticeFigures, StepFigures, Timeliness, WayFigures } from './types.js';

/** What the register says of a dossier. */
export interface Standing { agency: string; /** When its result was there, if it was decided; epoch milliseconds. */ settled?: number; due?: number; ended: boolean }
export interface Clock { /** Office hours between two instants. */ office(from: number, to: number): number }
export interface Drawn { /** Office hours that a step may take. */ limit(element: Id): number | undefined; /** Flows that join steps. */ flows(steps: readonly Id[]): Id[]; declaredHours?: number | undefined; drawnHours?: number | undefined }

const MINUTES = 60;
const MOST_WAYS = 20;
const MOST_PEOPLE = 100;
const SAMPLES = 5;
/** Of the desk: months are told apart there. */
const DESK_OFFSET_MS = 7 * 3_600_000;

class Doing { readonly waiting = new Series(); readonly working = new Series(); executions = 0; dossiers = 0; last: Dossier | undefined; withLimit = 0; pastLimit = 0 }
class Step extends Doing { repeats = 0; stood = 0; name = '' }
class Lasting { readonly elapsed = new Series(); late = 0; withDue = 0; dossiers = 0; steps: { element: Id; name: string }[] = []; readonly samples: string[] = []; readonly ways = new Map<string, number>() }

function of<T>(map: Map<string, T>, key: string, make: () => T): T {
  let found = map.get(key);
  if (found === undefined) map.set(key, found = make());
  return found;
}

export class PracticeGatherer {
  private readonly steps = new Map<string, Step>();
  private readonly units = new Map<string, Doing>();
  private readonly people = new Map<string, Doing>();
  private readonly months = new Map<string, Lasting>();
  private readonly ways = new Map<string, Lasting>();
  private readonly agencies = new Map<string, Lasting>();
  private readonly all = new Lasting();
  private open = 0;

  constructor(private readonly drawn: Drawn) {}

  /** Received, and nothing has been to do for it yet. */
  addUntouched({ agency, ended }: Standing): void {
    for (const each of [this.all, of(this.agencies, agency, () => new Lasting())]) each.dossiers += 1;
    if (!ended) this.open += 1;
  }

  add(dossier: Dossier, standing: Standing, clock: Clock): void {
    const running = (from: number, to: number): number => MINUTES * Math.max(0, clock.office(from, to) - stoodHours(dossier, from, to, clock));
    for (const turn of dossier.turns) this.turn(turn, running, clock);
    const agency = of(this.agencies, standing.agency, () => new Lasting());
    for (const each of [this.all, agency]) each.dossiers += 1;
    if (!standing.ended) this.open += 1;
    if (standing.settled !== undefined) {
      const month = of(this.months, new Date(standing.settled + DESK_OFFSET_MS).toISOString().slice(0, 7), () => new Lasting());
      for (const each of [this.all, agency, month]) lasted(each, standing, running(dossier.from, standing.settled));
    }
    if (standing.ended && dossier.turns.length > 0) this.way(dossier, standing, running, agency);
  }

  private way(dossier: Dossier, standing: Standing, running: (from: number, to: number) => number, agency: Lasting): void {
    const key = dossier.turns.map(elementOf).join('>');
    const way = of(this.ways, key, () => new Lasting());
    if (way.dossiers === 0) way.steps = dossier.turns.map((turn) => ({ element: elementOf(turn), name: turn.activity }));
    way.dossiers += 1;
    if (way.samples.length < SAMPLES) way.samples.push(dossier.id);
    agency.ways.set(key, (agency.ways.get(key) ?? 0) + 1);
    lasted(way, standing, running(dossier.from, standing.settled ?? dossier.to));
  }

  private turn(turn: Turn, running: (from: number, to: number) => number, clock: Clock): void {
    const step = of(this.steps, elementOf(turn), () => new Step());
    const taken = turn.started ?? turn.completed!;
    const [waiting, working] = [running(turn.ready, taken), running(taken, turn.completed!)];
    const limit = this.drawn.limit(elementOf(turn));
    step.name = turn.activity;
    if (step.last === turn.dossier) step.repeats += 1;
    step.stood += MINUTES * stoodHours(turn.dossier, turn.ready, turn.completed!, clock);
    const doing = [step, ...(turn.unit ? [of(this.units, turn.unit, () => new Doing())] : []), ...(turn.person === undefined ? [] : [of(this.people, turn.person, () => new Doing())])];
    for (const each of doing) {
      each.executions += 1;
      if (each.last !== turn.dossier) each.dossiers += 1;
      each.last = turn.dossier;
      each.waiting.push(waiting);
      each.working.push(working);
      if (limit === undefined) continue;
      each.withLimit += 1;
      if (waiting + working > limit * MINUTES + 1e-6) each.pastLimit += 1;
    }
  }

  figures(): PracticeFigures {
    const { all, drawn } = this;
    const agencies = [...this.agencies].map(([id, each]) => placeFigures(id, each)).sort((a, b) => b.dossiers - a.dossiers || (a.id < b.id ? -1 : 1));
    const { ways, otherWays } = this.shownWays(new Set(agencies.flatMap(({ way }) => way ?? [])));
    return {
      dossiers: all.dossiers, settled: all.elapsed.size, open: this.open, elapsed: all.elapsed.spread(), ...timeliness(all),
      ...(drawn.declaredHours !== undefined && { declaredMinutes: drawn.declaredHours * MINUTES }), ...(drawn.drawnHours !== undefined && { drawnMinutes: drawn.drawnHours * MINUTES }),
      steps: this.stepFigures(), months: [...this.months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, each]) => monthFigures(month, each)),
      ways, otherWays,
      units: doers(this.units), people: doers(this.people).slice(0, MOST_PEOPLE), agencies,
    };
  }

  private stepFigures(): StepFigures[] {
    const rows = [...this.steps].map(([element, step]) => ({ element, step, waiting: step.waiting.spread(), working: step.working.spread() }));
    const whole = rows.reduce((sum, { waiting, working }) => sum + waiting.total + working.total, 0);
    return rows.map(({ element, step, waiting, working }): StepFigures => {
      const limit = this.drawn.limit(element);
      return {
        element, name: step.name, executions: step.executions, dossiers: step.dossiers, repeats: step.repeats, waiting, working, share: share(waiting.total + working.total, whole), stoodMinutes: step.stood,
        ...(limit !== undefined && { limitMinutes: limit * MINUTES, lateShare: share(step.pastLimit, step.withLimit) }),
      };
    }).sort((a, b) => b.share - a.share || (a.element < b.element ? -1 : 1));
  }

  /** The most frequent ones, and those that an agency takes most often, however rare they are beside others. */
  private shownWays(asked: ReadonlySet<string>): Pick<PracticeFigures, 'ways' | 'otherWays'> {
    const sorted = [...this.ways].sort(([a, one], [b, other]) => other.dossiers - one.dossiers || (a < b ? -1 : 1));
    const ended = sorted.reduce((sum, [, each]) => sum + each.dossiers, 0);
    const shown = sorted.filter(([key], at) => at < MOST_WAYS || asked.has(key));
    const ways = shown.map(([key, way]): WayFigures => {
      const { half, nineInTen } = way.elapsed.spread();
      return { key, steps: way.steps, flows: this.drawn.flows(way.steps.map(({ element }) => element)), dossiers: way.dossiers, share: share(way.dossiers, ended), half, nineInTen, samples: way.samples, ...timeliness(way) };
    });
    return { ways, otherWays: { ways: sorted.length - shown.length, dossiers: ended - ways.reduce((sum, each) => sum + each.dossiers, 0) } };
  }
}

const elementOf = (turn: Turn): string => turn.element ?? turn.activity;
const timeliness = ({ late, withDue }: Lasting): Timeliness => ({ late, withDue });

function lasted(into: Lasting, { settled, due }: Standing, minutes: number): void {
  into.elapsed.push(minutes);
  if (settled === undefined || due === undefined) return;
  into.withDue += 1;
  if (settled > due) into.late += 1;
}

function monthFigures(month: string, each: Lasting): MonthFigures {
  const { n, half, nineInTen } = each.elapsed.spread();
  return { month, settled: n, half, nineInTen, ...timeliness(each) };
}

function placeFigures(id: string, each: Lasting): PlaceFigures {
  const [best] = [...each.ways].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return { id, dossiers: each.dossiers, elapsed: each.elapsed.spread(), ...timeliness(each), ...(best && { way: best[0] }) };
}

function doers(map: ReadonlyMap<string, Doing>): DoerFigures[] {
  return [...map].map(([id, { executions, dossiers, waiting, working, withLimit, pastLimit }]) => ({ id, executions, dossiers, waiting: waiting.spread(), working: working.spread(), withLimit, pastLimit }))
    .sort((a, b) => b.executions - a.executions || (a.id < b.id ? -1 : 1));
}

function stoodHours(dossier: Dossier, from: number, to: number, { office }: Clock): number {
  return dossier.pauses.reduce((sum, pause) => {
    const [begin, end] = [Math.max(from, pause.from), Math.min(to, pause.to ?? to)];
    return end > begin ? sum + office(begin, end) : sum;
  }, 0);
}
