/** One process as the rules see it: look-ups, paths and the soundness verdict, each worked out once. */
import type { ActivityNode, DepartmentFacts, FlowNode, Id, Lane, Model, ProcessGraph } from '../graph/types.js';
import { Documents } from './documents.js';
import type { Answer } from './finding.js';
import type { Words } from './labels.js';
import { standardWords } from './labels.js';
import { PathGraph } from './paths.js';
import type { Soundness } from './soundness/process.js';
import { soundnessOf } from './soundness/process.js';
import { ownerOf } from './soundness/handlers.js';
import { parallelSteps } from './soundness/parallel.js';
import { limitHours } from './time.js';

export class Subject {
  readonly activities: readonly ActivityNode[];
  private readonly laneOf = new Map<Id, Lane>();
  private soundnessResult?: Soundness;
  private pathsResult?: PathGraph;
  private parallelResult?: ReadonlyMap<Id, ReadonlySet<Id>>;
  private documentsResult?: Documents;
  private readonly reached = new Map<Id, ReadonlySet<Id>>();

  constructor(readonly model: Model, readonly graph: ProcessGraph, readonly words: Words = standardWords) {
    this.activities = graph.order.map((id) => graph.nodes[id]!).filter((node): node is ActivityNode => node.kind === 'activity');
    const lanes = new Map(graph.lanes.map((lane) => [lane.id, lane]));
    for (const lane of graph.lanes) for (const id of lane.nodes) this.laneOf.set(id, lane);
    for (const node of Object.values(graph.nodes)) {
      const lane = node.lane === undefined ? undefined : lanes.get(node.lane);
      if (lane) this.laneOf.set(node.id, lane);
    }
  }

  get soundness(): Soundness { return (this.soundnessResult ??= soundnessOf(this.graph)); }
  get paths(): PathGraph { return (this.pathsResult ??= new PathGraph(this.graph)); }
  /** For each activity, those that can be active at the same time. Exact for sound processes. */
  get parallel(): ReadonlyMap<Id, ReadonlySet<Id>> { return (this.parallelResult ??= parallelSteps(this.graph)); }

  /** What the steps read and write. */
  get documents(): Documents { return (this.documentsResult ??= new Documents(this.graph)); }

  /** Whether some path passes `a` and later `b`; loops are not gone round for it. */
  follows(a: Id, b: Id): boolean {
    if (a === b) return false;
    const known = this.reached.get(a) ?? this.paths.reach(a);
    this.reached.set(a, known);
    return known.has(b);
  }
  isBeside(a: Id, b: Id): boolean { return this.parallel.get(a)?.has(b) ?? false; }
  /** Whether one run can execute both. */
  inOneRun(a: Id, b: Id): boolean { return this.follows(a, b) || this.follows(b, a) || this.isBeside(a, b); }
  /** Nodes on some path from `a` to `b`, these two left out. */
  between(a: Id, b: Id): Id[] { return this.paths.order.filter((id) => this.graph.nodes[id] !== undefined && this.follows(a, id) && this.follows(id, b)); }
  /** Elements in the order of the file. */
  inOrder(ids: Iterable<Id>): Id[] {
    const set = new Set(ids);
    return this.graph.order.filter((id) => set.has(id));
  }

  /** Another process of the same file. */
  sibling(graph: ProcessGraph): Subject { return graph === this.graph ? this : new Subject(this.model, graph, this.words); }

  node(id: Id): FlowNode { return this.graph.nodes[id]!; }
  activity(id: Id): ActivityNode | undefined {
    const node = this.graph.nodes[id];
    return node?.kind === 'activity' ? node : undefined;
  }
  /** The sub-process that a node stands in. */
  owner(id: Id): ActivityNode | undefined { return ownerOf(this.graph, this.graph.nodes[id]?.scope ?? this.graph.id); }
  /** Name as drawn, or the id. */
  label(id: Id): string { return this.graph.nodes[id]?.name?.replace(/\s+/g, ' ').trim() || id; }
  labels(ids: readonly Id[]): string { return ids.map((id) => `“${this.label(id)}”`).join(', '); }

  lane(id: Id): Id | undefined { return this.laneOf.get(id)?.id; }
  /** Department of the lane that a node stands in; of the enclosing lane or sub-process when that says nothing. */
  department(id: Id): DepartmentFacts | undefined {
    for (let at: Id | undefined = id; at !== undefined; at = this.owner(at)?.id) {
      for (let lane = this.laneOf.get(at); lane; lane = this.graph.lanes.find((each) => each.id === lane?.parent)) {
        if (lane.department) return lane.department;
      }
    }
    return undefined;
  }

  /** Steps in which somebody has the dossier: not scripts and rules, nor sub-processes, whose inside is on the path. */
  holdsDossier(id: Id): boolean {
    const activity = this.activity(id);
    return activity !== undefined && activity.type !== 'scriptTask' && activity.type !== 'businessRuleTask' && !activity.children?.length;
  }
  /** Name of the lane that a department stands in, or its id. */
  unitName(unit: Id): string { return this.graph.lanes.find((lane) => lane.department?.id === unit)?.name ?? unit; }
  /** Working hours that a step takes: what people work on it, or else what its limit allows. */
  workHours(id: Id): number {
    const step = this.activity(id)?.step;
    return step?.standardMinutes !== undefined ? step.standardMinutes / 60 : limitHours(step) ?? 0;
  }

  get hasDepartments(): boolean { return this.graph.lanes.some((lane) => lane.department !== undefined); }
  /** A drawing without a single `df:` fact about steps, departments, documents or the procedure. */
  get isBare(): boolean {
    return !this.graph.procedure && !this.hasDepartments && !this.hasSteps && Object.values(this.graph.data).every((each) => !each.document)
      && Object.values(this.graph.flows).every((flow) => !flow.facts);
  }
  get hasSteps(): boolean { return this.activities.some((activity) => activity.step !== undefined); }
  /** Steps that people perform; a plain task counts when its facts say who or how long. */
  get humanSteps(): ActivityNode[] {
    return this.activities.filter((each) => each.type === 'userTask' || each.type === 'manualTask' || (each.type === 'task' && each.step !== undefined));
  }
}

/** A rule over one process. */
export interface Rule {
  check: string;
  run(subject: Subject): readonly Answer[];
}
/** A rule over one file: its pools together, its decisions, its text. */
export interface FileRule {
  check: string;
  runFile(file: FileSubject): readonly Answer[] | Promise<readonly Answer[]>;
}

/** One file as the rules see it. */
export class FileSubject {
  readonly subjects: readonly Subject[];

  /** Name of the file for messages. */
  readonly file: string;

  constructor(readonly model: Model, words: Words = standardWords) {
    this.file = model.file ?? model.id;
    this.subjects = model.processes.filter((graph) => !graph.globalTask && graph.order.length > 0).map((graph) => new Subject(model, graph, words));
  }
  label(id: Id | undefined): string {
    const subject = id === undefined ? undefined : this.subjects.find((each) => each.graph.nodes[id]);
    return subject?.labels([id!]) ?? id ?? this.file;
  }
}
