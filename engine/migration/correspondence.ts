/** Look-ups from the old plan to the new one under a migration plan. */
import type { FlowNode, Id, Plan, ProcessGraph } from '../graph/types.js';
import { definitionsOf } from '../interpreter/catchers.js';
import { canonicalJson } from '../graph/canonical.js';
import type { MigrationPlan } from './types.js';

export type FlowFound = { flow: Id } | { flow?: undefined; why: 'flow-gone' | 'flow-ambiguous' };

export class Correspondence {
  constructor(readonly from: Plan, readonly to: Plan, readonly plan: MigrationPlan) {}

  /** Graphs of a process and of its counterpart; undefined without one. */
  graphs(process: Id): { old: ProcessGraph; next: ProcessGraph } | undefined {
    const old = this.from.processes[process];
    const next = this.to.processes[this.plan.processes[process]?.to ?? ''];
    return old && next && { old, next };
  }
  oldNode(process: Id, id: Id): FlowNode | undefined { return this.from.processes[process]?.nodes[id]; }
  node(process: Id, id: Id): FlowNode | undefined {
    return this.graphs(process)?.next.nodes[this.plan.processes[process]?.nodes[id] ?? ''];
  }
  /** Counterpart of something that contains nodes: the process itself or a sub-process. */
  container(process: Id, element: Id): Id | undefined {
    return element === process ? this.plan.processes[process]?.to : this.node(process, element)?.id;
  }
  /** A flow goes on as the one that the plan names, or as the only one between the counterparts of its ends. */
  flow(process: Id, id: Id): FlowFound {
    const graphs = this.graphs(process);
    const old = graphs?.old.flows[id];
    if (!graphs || !old) return { why: 'flow-gone' };
    const named = this.plan.processes[process]?.flows?.[id];
    if (named !== undefined) return graphs.next.flows[named] ? { flow: named } : { why: 'flow-gone' };
    const target = this.node(process, old.target)?.id;
    const source = this.node(process, old.source)?.id;
    const same = graphs.next.flows[id];
    if (same && same.target === target && (source === undefined || same.source === source)) return { flow: id };
    const between = Object.values(graphs.next.flows).filter((each) => each.target === target && each.source === source);
    if (between[0] && between.length === 1) return { flow: between[0].id };
    return { why: between.length === 0 ? 'flow-gone' : 'flow-ambiguous' };
  }
  /** Whether an element stands at the same place: in counterparts of all that contain it, at the counterpart of its activity. */
  isInPlace(process: Id, id: Id): boolean {
    const old = this.oldNode(process, id);
    const next = this.node(process, id);
    if (!old || !next || this.container(process, old.scope) !== next.scope) return false;
    if (old.kind === 'event' && next.kind === 'event' && old.attachedTo !== undefined && this.node(process, old.attachedTo)?.id !== next.attachedTo) return false;
    return old.scope === process || this.isInPlace(process, old.scope);
  }
  /** New nodes that some old node goes on as. */
  images(process: Id): Set<Id> { return new Set(Object.values(this.plan.processes[process]?.nodes ?? {})); }
  /** Ids of messages do not count: what is waited for is a name and a correlation value. */
  waitsForTheSame(process: Id, id: Id): boolean {
    const [old, next] = [this.oldNode(process, id), this.node(process, id)];
    return !!old && !!next && definitionText(old) === definitionText(next);
  }
}

function definitionText(node: FlowNode): string {
  return canonicalJson(definitionsOf(node).map((each) => (each.kind === 'message' ? { ...each, message: { ...each.message, id: undefined } } : each)));
}
