/** Plays dossiers, each by itself, with times that a log has shown. */
import { hoursOf } from '../analysis/time.js';
import type { WorkCalendar } from '../calendar/compile.js';
import type { ActivityNode, DepartmentFacts, Id, Model, ProcessGraph } from '../graph/types.js';
import { Agenda, HOUR, workClock } from '../simulation/clock.js';
import { timerEnd } from '../simulation/delay.js';
import { type Random, randomOf } from '../simulation/random.js';
import { Prepared, type Work } from '../simulation/scope.js';
import { DossierRun } from '../simulation/tokens.js';
import type { Observed } from './observe.js';
import type { EffectCase } from './types.js';

/** A dossier that has done so many steps goes round in circles. */
const MOST_STEPS = 2_000;

export class Replay {
  private readonly prepared = new Map<Id, Prepared>();
  /** Steps that nobody has carried out yet and that state no limit or time: they take none. */
  readonly unknown = new Set<Id>();

  constructor(private readonly model: Model, private readonly graph: ProcessGraph, private readonly observed: Observed, private readonly calendar: WorkCalendar, private readonly seed: number) {}

  /** Undefined when it never ended. */
  dossier(i: number): EffectCase | undefined {
    const { arrivals } = this.observed;
    const { from, allowed } = arrivals[i % arrivals.length]!;
    const agenda = new Agenda();
    const clock = workClock(this.calendar, from);
    const departments: Id[] = [];
    const times = new Map<Id, number>();
    const open = new OpenSteps();
    let ended: number | undefined;
    let [steps, inHand] = [0, 0];
    const perform: Work['perform'] = (node, graph, done) => {
      steps += 1;
      if (steps > MOST_STEPS) return () => undefined;
      const time = (times.get(node.id) ?? 0) + 1;
      times.set(node.id, time);
      const { stay, work } = this.timeOf(node, this.random(i, `${node.id} ${time}`));
      inHand += work;
      open.begin(node, agenda.now);
      const department = departmentOf(node, graph)?.id;
      const takeBack = agenda.plan(clock.after(agenda.now, stay * HOUR), () => {
        if (department !== undefined) departments.push(department);
        open.end(node, agenda.now);
        done();
      });
      return () => {
        open.end(node, agenda.now);
        takeBack();
      };
    };
    const run = new DossierRun({ ...this.work(agenda, from, i), perform }, (graph) => this.prepare(graph));
    run.start(this.graph, () => { ended = agenda.now; });
    agenda.run();
    if (ended === undefined) return undefined;
    const hours = (clock.worked((this.observed.settles ? open.readyAt : undefined) ?? ended) - clock.worked(0)) / HOUR;
    const handOvers = departments.filter((id, at) => at > 0 && id !== departments[at - 1]).length;
    return { from, hours, handOvers, ...(this.observed.works && { work: inHand }), ...(allowed !== undefined && { late: hours > allowed }), strata: {} };
  }

  private work(agenda: Agenda, from: number, i: number): Omit<Work, 'perform'> {
    return {
      random: this.random(i, ''),
      delay: (node, _graph, done) => {
        const end = timerEnd(node, from + agenda.now, this.calendar);
        if (node.type === 'boundaryEvent') return undefined;
        return agenda.plan(end === undefined ? agenda.now : end - from, done);
      },
      turns: ({ loop }) => (loop?.kind === 'multiInstance' && loop.cardinality?.ast.kind === 'literal' && typeof loop.cardinality.ast.value === 'number' ? loop.cardinality.ast.value : 1),
      called: (node) => (node.calledElement === undefined ? undefined : this.model.processes.find(({ id }) => id === node.calledElement)),
    };
  }

  private timeOf(node: ActivityNode, random: Random): { stay: number; work: number } {
    const seen = this.observed.steps.get(node.id);
    if (seen) return seen[Math.floor(random.next() * seen.length)]!;
    const { step } = node;
    const minutes = step?.standardMinutes ?? 0;
    const limit = step?.limit === undefined ? 0 : hoursOf(step.limit, step.unit) * this.observed.perLimit;
    if (minutes === 0 && limit === 0) this.unknown.add(node.id);
    return { stay: Math.max(limit, minutes / 60), work: minutes / 60 };
  }

  /** The same step of the same dossier meets the same chance in every version. */
  private random(i: number, of: string): Random {
    let mix = 0;
    for (const char of of) mix = (Math.imul(mix, 31) + char.charCodeAt(0)) | 0;
    return randomOf(this.seed ^ mix, i);
  }
  private prepare(graph: ProcessGraph): Prepared {
    const known = this.prepared.get(graph.id) ?? new Prepared(graph, this.observed.branches);
    this.prepared.set(graph.id, known);
    return known;
  }
}

/** As the ledger of a dossier has it: the result is ready once nothing but handing it over is left to do. */
class OpenSteps {
  readyAt: number | undefined;
  private readonly steps: ActivityNode[] = [];

  begin(node: ActivityNode, now: number): void {
    this.steps.push(node);
    this.look(now);
  }
  end(node: ActivityNode, now: number): void {
    const at = this.steps.indexOf(node);
    if (at < 0) return;
    this.steps.splice(at, 1);
    this.look(now);
  }
  private look(now: number): void {
    if (this.steps.length > 0) this.readyAt = this.steps.every(({ step }) => step?.kind === 'return') ? this.readyAt ?? now : undefined;
  }
}

/** Of the innermost lane that names one. */
function departmentOf(node: ActivityNode, graph: ProcessGraph): DepartmentFacts | undefined {
  for (let lane = graph.lanes.find(({ id }) => id === node.lane); lane; lane = graph.lanes.find(({ id }) => id === lane!.parent)) if (lane.department) return lane.department;
  return undefined;
}
