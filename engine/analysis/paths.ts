/**
 * The ways through a process, sub-processes opened up: vertices are flow nodes, plus one exit for each opened sub-process.
 * Flows that lead back are set aside, so that what is left has no cycle; a path is a way through that part (checks.md 1).
 */
import type { FlowNode, Id, ProcessGraph, SequenceFlow } from '../graph/types.js';
import { childrenOf, hasInside, ownerOf, successors } from './soundness/handlers.js';
import { mainRegion } from './soundness/regions.js';

export interface Step { from: Id; to: Id; flow?: SequenceFlow }

const exitOf = (sub: Id): Id => `${sub}/exit`;

export class PathGraph {
  /** Steps that lead on, without any cycle. */
  readonly forward = new Map<Id, Step[]>();
  /** Steps that close a cycle. */
  readonly back: Step[] = [];
  /** Vertices that can be reached, each before those its forward steps lead to. */
  readonly order: Id[] = [];
  readonly entries: readonly Id[];
  private readonly all = new Map<Id, Step[]>();

  constructor(private readonly graph: ProcessGraph) {
    for (const id of graph.order) this.addNode(graph.nodes[id]!);
    this.entries = mainRegion(graph, graph.id).starts.flat();
    this.setBackAside();
  }

  /** All steps out of a vertex, those that lead back included. */
  next(vertex: Id): readonly Step[] { return this.all.get(vertex) ?? []; }
  nextForward(vertex: Id): readonly Step[] { return this.forward.get(vertex) ?? []; }

  /** Vertices that can be reached from one, itself included, by forward steps only unless told otherwise. */
  reach(from: Id, without: (vertex: Id) => boolean = () => false, forwardOnly = true): Set<Id> {
    const seen = new Set(without(from) ? [] : [from]);
    for (const at of seen) for (const { to } of forwardOnly ? this.nextForward(at) : this.next(at)) if (!without(to)) seen.add(to);
    return seen;
  }

  /** Nodes of the cycle that a back step closes, in order: those on ways from its target to its source. */
  cycleOf(step: Step): Id[] {
    const before = new Map<Id, Id[]>();
    for (const steps of this.all.values()) for (const each of steps) before.set(each.to, [...(before.get(each.to) ?? []), each.from]);
    const inside = new Set([step.to, step.from]);
    for (const at of inside) if (at !== step.to) for (const each of before.get(at) ?? []) inside.add(each);
    const reached = this.reach(step.to, undefined, false);
    return this.order.filter((id) => inside.has(id) && reached.has(id) && this.graph.nodes[id] !== undefined);
  }

  private addNode(node: FlowNode): void {
    const opened = hasInside(node) && childrenOf(this.graph, node.id).length > 0 && !node.triggeredByEvent;
    const out = opened ? exitOf(node.id) : node.id;
    for (const id of node.outgoing) {
      const flow = this.graph.flows[id]!;
      this.add({ from: out, to: flow.target, flow });
    }
    const targets = new Set(node.outgoing.map((id) => this.graph.flows[id]!.target));
    for (const to of successors(this.graph, node)) if (!targets.has(to)) this.add({ from: node.id, to });
    if (opened) for (const start of mainRegion(this.graph, node.id).starts.flat()) this.add({ from: node.id, to: start });
    const owner = ownerOf(this.graph, node.scope);
    if (node.outgoing.length === 0 && owner && hasInside(owner) && !owner.triggeredByEvent) this.add({ from: node.id, to: exitOf(owner.id) });
  }
  private add(step: Step): void { this.all.set(step.from, [...(this.all.get(step.from) ?? []), step]); }

  /** Flows declared as returns first; then whatever else still leads back, in document order. */
  private setBackAside(): void {
    const declared = new Set<Step>();
    for (const steps of this.all.values()) {
      for (const step of steps) if (step.flow?.facts?.isReturn && this.reach(step.to, undefined, false).has(step.from)) declared.add(step);
    }
    this.back.push(...declared);
    const state = new Map<Id, 'open' | 'done'>();
    const visit = (vertex: Id): void => {
      state.set(vertex, 'open');
      for (const step of this.next(vertex)) {
        if (declared.has(step)) continue;
        if (state.get(step.to) === 'open') { this.back.push(step); continue; }
        this.forward.set(vertex, [...(this.forward.get(vertex) ?? []), step]);
        if (!state.has(step.to)) visit(step.to);
      }
      state.set(vertex, 'done');
      this.order.unshift(vertex);
    };
    for (const entry of this.entries) if (!state.has(entry)) visit(entry);
  }
}
