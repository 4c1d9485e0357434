/** What the token game is played with: the process prepared once, scopes that are going on, and what takes time. */
import type { ActivityNode, EventNode, FlowNode, Id, ProcessGraph } from '../graph/types.js';
import { InclusiveReach } from './inclusive.js';
import type { Random } from './random.js';
import { Routes } from './routes.js';

export interface Work {
  random: Random;
  /** Carries the activity out; returns what takes it back. `done` is never called before the call returns. */
  perform(node: ActivityNode, graph: ProcessGraph, done: () => void): () => void;
  /** Waits for the event; undefined for an event at the border of an activity that never happens. */
  delay(node: EventNode, graph: ProcessGraph, done: () => void): (() => void) | undefined;
  /** Instances of a multi-instance activity, or turns of a loop. */
  turns(node: ActivityNode): number;
  /** The process that a call activity calls, when it is among the files. */
  called(node: ActivityNode): ProcessGraph | undefined;
  /** Activities as they complete, for logs. */
  completed?(node: FlowNode, graph: ProcessGraph): void;
}

/** What never changes of a process: made once for all dossiers. */
export class Prepared {
  readonly routes: Routes;
  readonly reach: InclusiveReach;
  readonly starts = new Map<Id, readonly Id[]>();

  constructor(readonly graph: ProcessGraph, branches: Readonly<Record<Id, number>>) {
    this.routes = new Routes(graph, branches);
    this.reach = new InclusiveReach(graph);
    const scopes = [graph.id, ...Object.values(graph.nodes).flatMap((node) => (node.kind === 'activity' && node.children && node.children.length > 0 ? [node.id] : []))];
    for (const scope of scopes) this.starts.set(scope, startsOf(graph, scope));
  }
}

/** The first start event; without one, all nodes that nothing leads to. */
function startsOf(graph: ProcessGraph, scope: Id): Id[] {
  const nodes = graph.order.map((id) => graph.nodes[id]!).filter((node) => node.scope === scope);
  const events = nodes.filter((node) => node.type === 'startEvent');
  const start = events.find((node) => node.kind === 'event' && node.definitions.length === 0) ?? events[0];
  if (start) return [start.id];
  return nodes.filter((node) => node.incoming.length === 0 && node.type !== 'boundaryEvent' && !(node.kind === 'activity' && (node.isForCompensation || node.triggeredByEvent))).map(({ id }) => id);
}

/** A process or sub-process that is going on. */
export class Scope {
  /** Tokens at each node, and, for nodes that join flows, at each flow. */
  readonly at = new Map<Id, number>();
  tokens = 0;
  readonly undo = new Set<() => void>();
  over = false;

  constructor(readonly prepared: Prepared, readonly id: Id, readonly finished: () => void, readonly caught?: (thrown: EventNode) => boolean) {}

  add(place: Id, change: number): void {
    const tokens = (this.at.get(place) ?? 0) + change;
    if (tokens === 0) this.at.delete(place);
    else this.at.set(place, tokens);
  }
}
