/** Takes the nodes of one scope apart into atoms (BPMN 2.0 sections 13.3 to 13.5). */
import type { ActivityNode, EventNode, FlowNode, Id, ProcessGraph, SequenceFlow } from '../../graph/types.js';
import type { Atom, Edge } from './atoms.js';
import { AtomGraph } from './atoms.js';
import { boundaryEvents, canTrigger, endsScope, isCompensation, linkOf } from './handlers.js';

/** What of a scope is looked at, and how it begins. */
export interface Region {
  graph: ProcessGraph;
  scope: Id;
  nodes: readonly FlowNode[];
  /** Each alternative: nodes that begin together. */
  starts: readonly (readonly Id[])[];
  /** Sub-processes inside that never complete normally. */
  neverCompletes: ReadonlySet<Id>;
}

export function normalise(region: Region): AtomGraph { return new Normaliser(region).build(); }

class Normaliser {
  private readonly atoms = new AtomGraph();
  private readonly entries = new Map<Id, Atom>();
  /** Where each outgoing flow starts. */
  private readonly exits = new Map<Id, Atom>();
  private readonly links: { from: Atom; name: string }[] = [];
  private readonly inside: ReadonlySet<Id>;

  constructor(private readonly region: Region) { this.inside = new Set(region.nodes.map((node) => node.id)); }

  build(): AtomGraph {
    for (const node of this.region.nodes) if (!this.isAttached(node)) this.node(node);
    for (const node of this.region.nodes) {
      for (const id of node.outgoing) this.flow(this.region.graph.flows[id]!);
    }
    this.joinLinks();
    this.begin();
    return this.atoms;
  }

  /** A boundary event whose activity is elsewhere is where a side path begins. */
  private isAttached(node: FlowNode): boolean {
    return node.kind === 'event' && node.type === 'boundaryEvent' && this.inside.has(node.attachedTo ?? '');
  }

  private begin(): void {
    const starts = this.region.starts.map((group) => group.filter((id) => this.entries.has(id)));
    const alternatives = starts.filter((group) => group.length > 0);
    let at = this.atoms.atom('source');
    if (alternatives.length > 1) at = this.next(at, 'xorSplit');
    for (const group of alternatives) {
      const from = group.length > 1 ? this.next(at, 'andSplit') : at;
      for (const id of group) this.atoms.edge(from, this.entries.get(id)!);
    }
  }

  private node(node: FlowNode): void {
    const join = this.atoms.atom(joinKind(node), node.id);
    const core = this.atoms.atom('pass', node.id);
    this.entries.set(node.id, join);
    const quantities = node.kind === 'activity' && (node.startQuantity > 1 || node.completionQuantity > 1);
    if (quantities) {
      const weigh = this.atoms.atom('weigh', node.id, { need: node.startQuantity, give: node.completionQuantity });
      this.atoms.edge(join, weigh, { capacity: node.startQuantity });
      this.atoms.edge(weigh, core, { ...emits(node.id), capacity: node.completionQuantity });
    } else {
      this.atoms.edge(join, core, emits(node.id));
    }
    this.leave(node, core);
  }

  /** Splitting part: what a token that passed the node may do next. */
  private leave(node: FlowNode, core: Atom): void {
    let at = core;
    if (node.kind === 'activity') {
      const events = boundaryEvents(this.region.graph, node).filter((event) => this.inside.has(event.id) && !isCompensation(event) && canTrigger(this.region.graph, node, event));
      at = this.besides(at, events.filter((event) => event.cancelActivity === false));
      at = this.instead(at, node, events.filter((event) => event.cancelActivity !== false));
    }
    if (node.kind === 'activity' && this.region.neverCompletes.has(node.id)) this.atoms.edge(at, this.atoms.atom('hole'));
    else this.split(node, at);
  }

  /** Non-interrupting boundary events: each may start its own token beside the activity's, once. */
  private besides(at: Atom, events: readonly EventNode[]): Atom {
    if (events.length === 0) return at;
    const fork = this.next(at, 'andSplit');
    for (const event of events) {
      const maybe = this.next(fork, 'xorSplit');
      this.atoms.edge(maybe, this.atoms.atom('sink'));
      this.startBoundary(maybe, event);
    }
    return this.next(fork, 'pass');
  }
  /** Interrupting boundary events: one of them, or the normal completion. */
  private instead(at: Atom, node: ActivityNode, events: readonly EventNode[]): Atom {
    if (events.length === 0) return at;
    const choice = this.next(at, 'xorSplit', node.id);
    for (const event of events) this.startBoundary(choice, event);
    return this.next(choice, 'pass');
  }
  private startBoundary(from: Atom, event: EventNode): void {
    const core = this.atoms.atom('pass', event.id);
    this.atoms.edge(from, core, emits(event.id));
    this.split(event, core);
  }

  private split(node: FlowNode, at: Atom): void {
    const { graph, scope } = this.region;
    const throws = node.kind === 'event' && (node.type === 'endEvent' || node.type === 'intermediateThrowEvent') ? node.definitions : [];
    const ending = throws.find((each) => endsScope(graph, scope, each));
    if (ending) { this.atoms.edge(at, this.clear(ending.kind === 'terminate')); return; }
    const link = linkOf(node);
    if (link !== undefined && node.type === 'intermediateThrowEvent') { this.links.push({ from: at, name: link }); return; }
    const flows = node.outgoing.map((id) => graph.flows[id]!);
    if (flows.length === 0) {
      this.atoms.edge(at, this.atoms.atom('sink', node.type === 'endEvent' ? node.id : undefined));
      return;
    }
    this.fork(node, at, flows);
  }
  private clear(completes: boolean): Atom {
    const known = [...this.atoms.atoms.values()].find((atom) => atom.kind === 'clear' && atom.completes === completes);
    return known ?? this.atoms.atom('clear', undefined, { completes });
  }

  private fork(node: FlowNode, at: Atom, flows: readonly SequenceFlow[]): void {
    const isDefault = (flow: SequenceFlow): boolean => node.kind !== 'event' && flow.id === node.defaultFlow;
    if (node.type === 'exclusiveGateway' || (node.type === 'eventBasedGateway' && node.eventGatewayType !== 'Parallel')) {
      this.exitsOf(this.next(at, 'xorSplit', node.id), flows);
      return;
    }
    const inclusive = node.type === 'inclusiveGateway' || node.type === 'complexGateway';
    const choosable = node.kind !== 'gateway' || inclusive;
    const optional = flows.filter((flow) => choosable && !isDefault(flow) && (inclusive || flow.condition !== undefined));
    const always = flows.filter((flow) => !optional.includes(flow) && !(choosable && isDefault(flow)));
    const fallback = choosable ? flows.find(isDefault) : undefined;
    if (optional.length === 0) { this.exitsOf(this.next(at, 'andSplit', node.id), flows); return; }
    const from = always.length > 0 ? this.next(at, 'andSplit', node.id) : at;
    this.exitsOf(from, always);
    this.options(from, node.id, optional, fallback, always.length > 0);
  }

  /** Some of the conditional flows; when none is taken the default one, or nothing when others are taken anyway. */
  private options(from: Atom, node: Id, optional: readonly SequenceFlow[], fallback: SequenceFlow | undefined, mayBeNone: boolean): void {
    let at = from;
    if (fallback || mayBeNone) {
      at = this.next(at, 'xorSplit', node);
      if (fallback) this.exits.set(fallback.id, at);
      else this.atoms.edge(at, this.atoms.atom('sink'));
    }
    this.exitsOf(optional.length > 1 ? this.next(at, 'orSplit', node) : at, optional);
  }

  private exitsOf(atom: Atom, flows: readonly SequenceFlow[]): void { for (const flow of flows) this.exits.set(flow.id, atom); }

  private flow(flow: SequenceFlow): void {
    const from = this.exits.get(flow.id);
    const to = this.entries.get(flow.target);
    if (from && to) this.atoms.edge(from, to, { flows: [flow.id] });
  }
  private joinLinks(): void {
    for (const { from, name } of this.links) {
      for (const node of this.region.nodes) {
        if (node.type === 'intermediateCatchEvent' && linkOf(node) === name) this.atoms.edge(from, this.entries.get(node.id)!);
      }
    }
  }
  private next(from: Atom, kind: Atom['kind'], node?: Id): Atom {
    const atom = this.atoms.atom(kind, node);
    this.atoms.edge(from, atom);
    return atom;
  }
}

function emits(id: Id): Pick<Edge, 'trail' | 'covers'> { return { trail: [id], covers: [id] }; }

function joinKind(node: FlowNode): Atom['kind'] {
  if (node.type === 'parallelGateway') return 'andJoin';
  if (node.type === 'inclusiveGateway') return 'orJoin';
  return 'xorJoin';
}
