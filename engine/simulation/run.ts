/** One replication: dossiers arrive, are worked on and leave; what is measured of it. */
import type { ActivityNode, EventNode, FlowNode, Id, ProcessGraph } from '../graph/types.js';
import { type Agenda, HOUR } from './clock.js';
import { timerEnd } from './delay.js';
import { Department } from './department.js';
import { type Distribution, sample } from './distributions.js';
import { type Random, randomOf } from './random.js';
import type { Prepared, Work } from './scope.js';
import { DossierRun } from './tokens.js';
import type { World } from './world.js';

export interface StepFigures { executions: number; waits: number[]; stays: number[] }
export interface Measured {
  /** Cases of the figures that came, and hours that those took that came to their end. */
  cases: number;
  cycles: number[];
  departments: ReadonlyMap<Id, Department>;
  steps: ReadonlyMap<Id, StepFigures>;
  /** Time over which levels were measured, ms of the clock on the wall. */
  span: number;
  /** The same in working time, by department. */
  worked: ReadonlyMap<Id, number>;
}
/** A step of a dossier as it completes: hours since the start. */
export type OnStep = (dossier: number, node: FlowNode, hours: number) => void;

export class Replication {
  private readonly departments = new Map<Id, Department>();
  private readonly steps = new Map<Id, StepFigures>();
  private readonly cycles: number[] = [];
  private readonly prepared = new Map<Id, Prepared>();
  private readonly random: { arrivals: readonly Random[]; work: Random; ways: Random };
  private arrived = 0;
  private counted = 0;
  private began = 0;
  private last = 0;

  constructor(private readonly world: World, private readonly agenda: Agenda, seed: number, replication: number, private readonly onStep?: OnStep) {
    const stream = (k: number): Random => randomOf(seed, replication * 1000 + k);
    this.random = { work: stream(0), ways: stream(1), arrivals: world.arrivals.map((_each, i) => stream(2 + i)) };
    for (const [id, settings] of world.departments) this.departments.set(id, new Department(agenda, settings));
  }

  run(): Measured {
    const { horizon } = this.world.scenario;
    for (const { graph, elements } of this.world.initial) this.begin(-1, graph, elements);
    this.world.arrivals.forEach((_each, i) => { this.planArrival(i); });
    const until = 'until' in horizon ? horizon.until - this.world.scenario.start : Infinity;
    this.agenda.run(until);
    if (Number.isFinite(until)) this.agenda.now = until;
    else this.agenda.now = this.last;
    for (const department of this.departments.values()) department.advance();
    const worked = new Map([...this.departments].map(([id, { settings: { clock } }]) => [id, clock.worked(this.agenda.now) - clock.worked(this.began)]));
    return { cases: this.counted, cycles: this.cycles, departments: this.departments, steps: this.steps, span: this.agenda.now - this.began, worked };
  }

  private planArrival(i: number): void {
    const { distribution, graph } = this.world.arrivals[i]!;
    const hours = sample(distribution, this.random.arrivals[i]!);
    this.agenda.plan(this.world.clock.after(this.agenda.now, hours * HOUR), () => {
      const { horizon } = this.world.scenario;
      if ('cases' in horizon && this.arrived >= horizon.cases) return;
      this.arrive(graph);
      this.planArrival(i);
    });
  }

  private arrive(graph: ProcessGraph): void {
    const dossier = this.arrived;
    this.arrived += 1;
    if (dossier === this.world.scenario.warmup) {
      this.began = this.agenda.now;
      for (const department of this.departments.values()) department.begin();
    }
    this.begin(dossier, graph);
  }

  /** A dossier of number -1 was open before the start; it works on people's time and is in no figure of cases. */
  private begin(dossier: number, graph: ProcessGraph, at?: readonly Id[]): void {
    const counted = dossier >= this.world.scenario.warmup;
    if (counted) this.counted += 1;
    const since = this.agenda.now;
    const run: DossierRun = new DossierRun(this.work(dossier, counted, since, graph, () => { run.stop(); }), (of) => this.prepare(of));
    run.start(graph, () => {
      this.last = Math.max(this.last, this.agenda.now);
      if (counted) this.cycles.push((this.agenda.now - since) / HOUR);
    }, at);
  }

  private prepare(graph: ProcessGraph): Prepared {
    let prepared = this.prepared.get(graph.id);
    if (!prepared) {
      prepared = this.world.prepare(graph);
      this.prepared.set(graph.id, prepared);
    }
    return prepared;
  }

  private work(dossier: number, counted: boolean, since: number, root: ProcessGraph, lost: () => void): Work {
    const { world, agenda } = this;
    const priority = world.scenario.priorities[root.id] ?? 0;
    const plan = (at: number, done: () => void): (() => void) => agenda.plan(at, () => {
      this.last = Math.max(this.last, agenda.now);
      done();
    });
    return {
      random: this.random.ways,
      perform: (node, graph, done) => this.perform(node, graph, { counted, rank: [priority, since], lost, plan, done }),
      delay: (node, _graph, done) => {
        const wait = this.delayOf(node);
        return wait === undefined ? undefined : plan(wait, done);
      },
      turns: (node) => world.turns(node),
      called: (node) => world.called(node),
      ...(this.onStep && { completed: (node: FlowNode) => { this.onStep!(dossier, node, agenda.now / HOUR); } }),
    };
  }

  private perform(node: ActivityNode, graph: ProcessGraph, { counted, rank, lost, plan, done }: {
    counted: boolean; rank: readonly [number, number]; lost: () => void; plan: (at: number, done: () => void) => () => void; done: () => void;
  }): () => void {
    const work = this.duration(node.id, this.world.standard(node)) * HOUR;
    const finish = (wait: number, stay: number): void => {
      this.last = Math.max(this.last, this.agenda.now);
      if (counted) this.measure(node.id, wait, stay);
      done();
    };
    const department = this.departments.get(this.world.departmentOf(node, graph) ?? '');
    if (department) return department.take({ work, rank, counted, done: finish, turnedAway: () => { this.agenda.plan(this.agenda.now, lost); } });
    const { now } = this.agenda;
    const clock = this.world.clockOf(node, graph);
    return plan(clock.after(now, work), () => { finish(0, this.agenda.now - now); });
  }

  private measure(id: Id, wait: number, stay: number): void {
    let figures = this.steps.get(id);
    if (!figures) {
      figures = { executions: 0, waits: [], stays: [] };
      this.steps.set(id, figures);
    }
    figures.executions += 1;
    figures.waits.push(wait / HOUR);
    figures.stays.push(stay / HOUR);
  }

  private duration(id: Id, otherwise: Distribution | undefined): number {
    const distribution = this.world.scenario.durations[id] ?? otherwise;
    return distribution ? sample(distribution, this.random.work) : 0;
  }

  /** When the event happens: by the scenario, or by its timer; at once, or never at a border, without either. */
  private delayOf(node: EventNode): number | undefined {
    const { scenario, clock } = this.world;
    const { now } = this.agenda;
    if (scenario.durations[node.id]) return clock.after(now, this.duration(node.id, undefined) * HOUR);
    const due = timerEnd(node, scenario.start + now, this.world.calendar);
    if (due !== undefined) return due - scenario.start;
    return node.type === 'boundaryEvent' ? undefined : now;
  }
}
