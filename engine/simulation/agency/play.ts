/** Plays a procedure with people, a calendar, absences, seasons and planted troubles; what happens comes out as events. */
import type { WorkCalendar } from '../../calendar/compile.js';
import type { ActivityNode, DepartmentFacts, Id, Model, ProcessGraph } from '../../graph/types.js';
import { Agenda, HOUR, workClock, type WorkClock } from '../clock.js';
import { type Distribution, sample } from '../distributions.js';
import { type Random, randomOf } from '../random.js';
import { Prepared, type Work } from '../scope.js';
import { DossierRun } from '../tokens.js';
import { StepPlayer } from './step.js';
import type { AgencyEvent, AgencyOptions, Trouble } from './types.js';
import { Unit } from './unit.js';
import { ordinaryWays } from './ways.js';

/** How much more comes in each month; before Tet little. */
const SEASON = [0.9, 0.6, 1.2, 1.1, 1, 1, 0.9, 1.1, 1.2, 1.1, 0.9, 1];
const OFFICE_DAY = 8;
/** Nobody is busy more than this part of the time, in the mean. */
const BUSY = 0.3;
const FEWEST = 4;
/** What is to be done at once takes a moment too, hours. */
const LEAST_LIMIT = 0.3;
const CHANNELS = ['online', 'online', 'desk', 'post'];

export interface Playing { id: string; since: number; version: string; channel: string; due?: number; allowed: number; did: Map<Id, Set<string>>; random: Random }

/** `model`: its first process. The same seed gives the same events, in the order of time. */
export function playAgency(model: Model, calendar: WorkCalendar, options: AgencyOptions): AgencyEvent[] {
  return new Agency(model, calendar, options).run();
}

export class Agency {
  readonly agenda = new Agenda();
  readonly clock: WorkClock;
  readonly events: AgencyEvent[] = [];
  readonly troubles: readonly Trouble[];
  readonly graph: ProcessGraph;
  private readonly units = new Map<Id, Unit>();
  private readonly prepared = new Map<Id, Prepared>();
  private readonly steps = new StepPlayer(this);
  private count = 0;

  constructor(private readonly model: Model, calendar: WorkCalendar, readonly options: AgencyOptions) {
    this.clock = workClock(calendar, options.start);
    this.troubles = options.troubles ?? [];
    this.graph = model.processes.find(({ order }) => order.length > 0)!;
  }

  run(): AgencyEvent[] {
    this.planArrival(randomOf(this.options.seed, 0));
    this.agenda.run();
    return this.events.sort((a, b) => a.time - b.time);
  }

  private planArrival(random: Random): void {
    const { now } = this.agenda;
    const { days, dossiers, start } = this.options;
    const hours = (this.clock.worked(days * 24 * HOUR) - this.clock.worked(0)) / HOUR;
    const season = SEASON[new Date(start + now).getUTCMonth()]!;
    const gap = sample({ kind: 'exponential', meanHours: hours / dossiers / season }, random);
    const at = this.clock.after(now, gap * HOUR);
    if (at > days * 24 * HOUR) return;
    this.agenda.plan(at, () => {
      this.arrive();
      this.planArrival(random);
    });
  }

  private arrive(): void {
    this.count += 1;
    const { now } = this.agenda;
    const { seed, days } = this.options;
    const random = randomOf(seed, 100 + this.count);
    const [limit] = this.graph.procedure?.timeLimits ?? [];
    const allowed = limit === undefined ? 0 : limit.value * (limit.unit === 'workingHours' ? 1 : OFFICE_DAY);
    const isSecond = this.troubles.some((each) => each.kind === 'version') && now > (days * 24 * HOUR) / 2;
    const playing: Playing = {
      id: `${this.graph.procedure?.code ?? this.graph.id}-${String(this.count).padStart(5, '0')}`, since: now, version: isSecond ? '2' : '1', allowed, did: new Map(), random,
      channel: CHANNELS[Math.floor(random.next() * CHANNELS.length)]!, ...(allowed > 0 && { due: this.options.start + this.clock.after(now, allowed * HOUR) }),
    };
    new DossierRun(this.work(playing), (graph) => this.prepare(graph)).start(this.graph, () => undefined);
  }

  private work(playing: Playing): Work {
    return {
      random: playing.random,
      perform: (node, graph, done) => this.steps.perform(playing, node, graph, done),
      // What nobody does comes within the day; what would interrupt does not come.
      delay: (node, _graph, done) => (node.type === 'boundaryEvent' ? undefined : this.agenda.plan(this.clock.after(this.agenda.now, (1 + 3 * playing.random.next()) * HOUR), done)),
      turns: (node) => (node.loop?.kind === 'multiInstance' && node.loop.cardinality?.ast.kind === 'literal' && typeof node.loop.cardinality.ast.value === 'number' ? node.loop.cardinality.ast.value : 1),
      called: (node) => (node.calledElement === undefined ? undefined : this.model.processes.find(({ id }) => id === node.calledElement)),
    };
  }
  private prepare(graph: ProcessGraph): Prepared {
    const known = this.prepared.get(graph.id) ?? new Prepared(graph, ordinaryWays(graph));
    this.prepared.set(graph.id, known);
    return known;
  }

  /** Hours of work: a third of the limit in the middle, rarely more than two thirds. */
  duration({ step }: ActivityNode, random: Random): number {
    return sample(this.distribution(step), random);
  }
  private distribution(step: ActivityNode['step']): Distribution {
    const limit = Math.max(LEAST_LIMIT, (step?.limit ?? 1) * (step?.unit === 'workingHours' || step?.limit === undefined ? 1 : OFFICE_DAY));
    return { kind: 'lognormal', meanHours: 0.3 * limit, sigmaLog: 0.4 };
  }

  /** The department of the innermost lane that names one. */
  departmentOf(node: ActivityNode, graph: ProcessGraph): DepartmentFacts | undefined {
    for (let owner = node.id as Id | undefined; owner !== undefined; owner = graph.nodes[owner]?.scope) {
      for (let lane = graph.lanes.find((each) => each.id === graph.nodes[owner!]?.lane || each.nodes.includes(owner!)); lane; lane = graph.lanes.find((each) => each.id === lane!.parent)) if (lane.department) return lane.department;
      if (owner === graph.id) return undefined;
    }
    return undefined;
  }

  unit(id: Id): Unit {
    let unit = this.units.get(id);
    if (!unit) {
      unit = new Unit(this.agenda, this.clock, id, { size: this.sizeOf(id), days: this.options.days + 60, random: randomOf(this.options.seed, 50 + this.units.size) });
      this.units.set(id, unit);
    }
    return unit;
  }

  /** As many people as the work needs, as if every dossier went through every step. */
  private sizeOf(id: Id): number {
    const hours = (this.clock.worked(this.options.days * 24 * HOUR) - this.clock.worked(0)) / HOUR;
    const work = Object.values(this.graph.nodes).reduce((sum, node) => (node.kind === 'activity' && this.departmentOf(node, this.graph)?.id === id && node.step?.kind !== 'supplement' ? sum + (this.distribution(node.step) as { meanHours: number }).meanHours : sum), 0);
    return Math.max(FEWEST, Math.ceil((work * this.options.dossiers) / hours / BUSY));
  }
}
