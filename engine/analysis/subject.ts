/** One process as the rules see it: look-ups, paths and the soundness verdict, each worked out once. */
import type { ActivityNode, DepartmentFacts, FlowNode, Id, Lane, Model, ProcessGraph } from '../graph/types.js';
import type { Answer } from './finding.js';
import { PathGraph } from './paths.js';
import type { Soundness } from './soundness/process.js';
import { soundnessOf } from './soundness/process.js';
import { ownerOf } from './soundness/handlers.js';
import { parallelSteps } from './soundness/parallel.js';

export class Subject {
  readonly activities: readonly ActivityNode[];
  private readonly laneOf = new Map<Id, Lane>();
  private soundnessResult?: Soundness;
  private pathsResult?: PathGraph;
  private parallelResult?: ReadonlyMap<Id, ReadonlySet<Id>>;

  constructor(readonly model: Model, readonly graph: ProcessGraph) {
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

  /** Another process of the same file. */
  sibling(graph: ProcessGraph): Subject { return graph === this.graph ? this : new Subject(this.model, graph); }

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

  /** Department of the lane that a node stands in; of the enclosing lane or sub-process when that says nothing. */
  department(id: Id): DepartmentFacts | undefined {
    for (let at: Id | undefined = id; at !== undefined; at = this.owner(at)?.id) {
      for (let lane = this.laneOf.get(at); lane; lane = this.graph.lanes.find((each) => each.id === lane?.parent)) {
        if (lane.department) return lane.department;
      }
    }
    return undefined;
  }

  get hasDepartments(): boolean { return this.graph.lanes.some((lane) => lane.department !== undefined); }
  get hasSteps(): boolean { return this.activities.some((activity) => activity.step !== undefined); }
  /** Steps that people perform; a plain task counts when its facts say who or how long. */
  get humanSteps(): ActivityNode[] {
    return this.activities.filter((each) => each.type === 'userTask' || each.type === 'manualTask' || (each.type === 'task' && each.step !== undefined));
  }
}

export interface Rule {
  check: string;
  run(subject: Subject): readonly Answer[];
}
