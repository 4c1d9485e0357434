/** What all replications of a scenario share: processes, departments, clocks. */
import type { WorkCalendar } from '../calendar/compile.js';
import { vnOffice } from '../calendar/vn-office.js';
import type { ActivityNode, Id, Lane, Model, ProcessGraph } from '../graph/types.js';
import { ALWAYS, workClock, type WorkClock } from './clock.js';
import type { DepartmentSettings } from './department.js';
import type { Distribution } from './distributions.js';
import { type Scenario, ScenarioError } from './scenario.js';
import { Prepared } from './scope.js';

export interface HandedIn {
  /** By the names that the scenario gives them. */
  calendars: Readonly<Record<string, WorkCalendar>>;
  /** The file of open dossiers: a list of `{process, elements: [ids]}`. */
  initial?: unknown;
}

export class World {
  readonly clock: WorkClock;
  readonly calendar: WorkCalendar;
  readonly departments = new Map<Id, DepartmentSettings>();
  readonly arrivals: readonly { graph: ProcessGraph; distribution: Distribution }[];
  /** Dossiers that are open at the start, and where they stand. */
  readonly initial: readonly { graph: ProcessGraph; elements: readonly Id[] }[];
  private readonly graphs: readonly ProcessGraph[];

  /** `calendars`: by the names that the scenario gives them. Throws `ScenarioError` naming what fits nothing in the files. */
  constructor(models: readonly Model[], readonly scenario: Scenario, { calendars, initial }: HandedIn) {
    this.graphs = models.flatMap(({ processes }) => processes);
    const known = (name: string | undefined, field: string): WorkCalendar | undefined => {
      if (name === undefined || name === '24x7') return undefined;
      const calendar = calendars[name];
      if (!calendar) throw new ScenarioError(field, `no calendar "${name}" was handed in`);
      return calendar;
    };
    const general = scenario.calendar === undefined ? vnOffice() : known(scenario.calendar, 'calendar');
    this.calendar = general ?? vnOffice();
    const clockOf = (calendar: WorkCalendar | undefined): WorkClock => (calendar ? workClock(calendar, scenario.start) : ALWAYS);
    this.clock = clockOf(general);
    for (const [id, { servers, calendar }] of Object.entries(scenario.resources)) {
      this.departments.set(id, {
        servers, queueLimit: scenario.queueLimit[id] ?? Infinity, byRank: scenario.discipline === 'priority',
        clock: calendar === undefined ? this.clock : clockOf(known(calendar, `resources.${id}.calendar`)),
      });
    }
    this.arrivals = Object.entries(scenario.arrivals).map(([name, distribution]) => ({ graph: this.process(name, `arrivals.${name}`), distribution }));
    if (this.arrivals.length === 0) throw new ScenarioError('arrivals', 'names no process');
    this.initial = openDossiers(initial).map(({ process, elements }, i) => {
      const graph = this.process(process, `initial[${i}].process`);
      const unknown = elements.find((id) => graph.nodes[id]?.scope !== graph.id);
      if (unknown !== undefined) throw new ScenarioError(`initial[${i}].elements`, `no element "${unknown}" at the top of ${graph.id}`);
      return { graph, elements };
    });
    if (scenario.initial !== undefined && initial === undefined) throw new ScenarioError('initial', `the open dossiers of "${scenario.initial}" were not handed in`);
    this.checkNames();
  }

  prepare(graph: ProcessGraph): Prepared {
    return new Prepared(graph, this.scenario.branches);
  }

  /** Of the lane it stands in, the department or the lane that the scenario has people for. */
  departmentOf(node: ActivityNode, graph: ProcessGraph): Id | undefined {
    if (!needsPeople(node)) return undefined;
    for (const lane of lanesOf(node, graph)) {
      const name = [lane.department?.id, lane.id, lane.name].find((each) => each !== undefined && this.departments.has(each));
      if (name !== undefined) return name;
    }
    return undefined;
  }

  /** For work that nobody queues for. */
  clockOf(node: ActivityNode, graph: ProcessGraph): WorkClock {
    const settings = lanesOf(node, graph).map((lane) => this.departments.get(lane.department?.id ?? lane.id)).find((each) => each !== undefined);
    return needsPeople(node) ? settings?.clock ?? this.clock : ALWAYS;
  }

  standard(node: ActivityNode): Distribution | undefined {
    const minutes = node.step?.standardMinutes;
    return minutes === undefined ? undefined : { kind: 'constant', meanHours: minutes / 60 };
  }

  /** As many as the drawing states as a number; once otherwise. */
  turns(node: ActivityNode): number {
    if (node.loop?.kind !== 'multiInstance') return 1;
    const { cardinality } = node.loop;
    return cardinality?.ast.kind === 'literal' && typeof cardinality.ast.value === 'number' ? Math.max(0, Math.floor(cardinality.ast.value)) : 1;
  }

  called(node: ActivityNode): ProcessGraph | undefined {
    return node.calledElement === undefined ? undefined : this.graphs.find(({ id }) => id === node.calledElement);
  }

  private process(name: string, field: string): ProcessGraph {
    const graph = this.graphs.find(({ id }) => id === name) ?? this.graphs.find(({ procedure }) => procedure?.code === name) ?? this.graphs.find((each) => each.name === name);
    if (!graph) throw new ScenarioError(field, `no process "${name}" in the files; there are ${this.graphs.map(({ id }) => id).join(', ')}`);
    return graph;
  }

  private checkNames(): void {
    const { durations, branches, queueLimit } = this.scenario;
    const unknown = (names: object, has: (name: string) => boolean): string | undefined => Object.keys(names).find((name) => !has(name));
    const element = unknown(durations, (name) => this.graphs.some(({ nodes }) => name in nodes));
    if (element !== undefined) throw new ScenarioError(`durations.${element}`, 'no such element in the files');
    const flow = unknown(branches, (name) => this.graphs.some(({ flows }) => name in flows));
    if (flow !== undefined) throw new ScenarioError(`branches.${flow}`, 'no such sequence flow in the files');
    const limited = unknown(queueLimit, (name) => this.departments.has(name));
    if (limited !== undefined) throw new ScenarioError(`queueLimit.${limited}`, 'no such department in resources');
  }
}

/** Machines and senders of messages queue for nobody. */
function needsPeople({ type }: ActivityNode): boolean {
  return !['serviceTask', 'scriptTask', 'sendTask', 'receiveTask'].includes(type);
}

/** The innermost lane first. */
function lanesOf(node: ActivityNode, graph: ProcessGraph): Lane[] {
  const lanes: Lane[] = [];
  for (let id = node.lane; id !== undefined;) {
    const lane = graph.lanes.find((each) => each.id === id);
    if (!lane) break;
    lanes.push(lane);
    id = lane.parent;
  }
  return lanes;
}

function openDossiers(list: unknown): { process: string; elements: Id[] }[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw new ScenarioError('initial', 'is not a list of {process, elements}');
  return list.map((item: unknown, i) => {
    const { process, elements } = (typeof item === 'object' && item !== null ? item : {}) as { process?: unknown; elements?: unknown };
    if (typeof process !== 'string' || !Array.isArray(elements) || !elements.every((id) => typeof id === 'string')) throw new ScenarioError(`initial[${i}]`, 'is not {process, elements: [ids]}');
    return { process, elements };
  });
}
