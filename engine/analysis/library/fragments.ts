/**
 * Parts of procedures with one way in and one way out that are equal as labelled graphs. A row of nodes in series is the
 * chain that such parts are made of: a node, or a block between a split and where all its branches meet, counts as one link.
 */
import type { FlowNode, Id } from '../../graph/types.js';
import type { Subject } from '../subject.js';

/** A link of a chain: what it looks like, and the steps in it. */
export interface Link { shape: string; steps: Id[] }

const known = new WeakMap<Subject, Link[][]>();
/** Chains of a process, those inside blocks and sub-processes too. Made once: a library is looked at again and again. */
export function chainsOf(subject: Subject): Link[][] {
  const chains = known.get(subject) ?? new Chains(subject).all();
  known.set(subject, chains);
  return chains;
}

class Chains {
  private readonly chains: Link[][] = [];
  private readonly done = new Set<Id>();
  constructor(private readonly subject: Subject) {}

  all(): Link[][] {
    const { subject } = this;
    for (const id of subject.paths.order) if (subject.graph.nodes[id] && !this.done.has(id) && this.isHead(id)) this.chain(id, undefined);
    for (const id of subject.paths.order) if (subject.graph.nodes[id] && !this.done.has(id)) this.chain(id, undefined);
    return this.chains;
  }

  private next(id: Id): Id[] { return this.subject.node(id).outgoing.map((flow) => this.subject.graph.flows[flow]!.target); }
  /** Where no row of nodes can come from. */
  private isHead(id: Id): boolean {
    const before = this.subject.node(id).incoming.map((flow) => this.subject.graph.flows[flow]!.source);
    return before.length !== 1 || this.next(before[0]!).length !== 1;
  }

  /** The links from a node on, up to `end` or to where the row breaks. */
  private chain(from: Id, end: Id | undefined): Link[] {
    const links: Link[] = [];
    for (let at: Id | undefined = from; at !== undefined && at !== end && !this.done.has(at);) {
      const step: { link?: Link; next?: Id } = this.link(at);
      if (step.link) links.push(step.link);
      else { if (links.length > 0) this.chains.push([...links]); links.length = 0; }
      at = step.next;
    }
    if (links.length > 0) this.chains.push(links);
    return links;
  }

  private link(id: Id): { link?: Link; next?: Id } {
    const node = this.subject.node(id);
    const targets = this.next(id);
    this.done.add(id);
    const hasEvents = node.kind === 'activity' && node.boundary.length > 0;
    if (node.kind === 'gateway' && targets.length > 1) return this.block(node);
    const next = targets.length === 1 ? { next: targets[0]! } : {};
    if (node.incoming.length > 1 && node.kind !== 'gateway') return next;
    // A merge from elsewhere, a start and an end break the row: what spans them has more than one way in or out.
    if (hasEvents || node.type === 'startEvent' || node.type === 'endEvent' || (node.kind === 'gateway' && node.incoming.length > 1)) return next;
    return { link: { shape: labelOf(this.subject, node), steps: node.kind === 'activity' ? [id] : [] }, ...next };
  }

  /** From a split to where all its branches meet, when nothing else leads in or out. */
  private block(split: FlowNode): { link?: Link; next?: Id } {
    const join = this.meeting(split);
    if (join === undefined) return {};
    const branches = this.next(split.id).map((target) => (target === join ? [] : this.chain(target, join)));
    const inside = this.between(split.id, join);
    const steps = this.subject.inOrder(inside).filter((id) => this.subject.activity(id));
    this.done.add(join);
    const covered = branches.flat().reduce((sum, link) => sum + link.steps.length, 0);
    const following = this.next(join).length === 1 ? { next: this.next(join)[0]! } : {};
    if (covered !== steps.length) return following;
    const shape = `${labelOf(this.subject, split)}(${branches.map((links) => links.map((link) => link.shape).join('>')).sort().join('|')})${this.subject.node(join).type}`;
    return { link: { shape, steps }, ...following };
  }
  private between(from: Id, to: Id): Set<Id> {
    const inside = new Set(this.next(from));
    inside.delete(to);
    for (const at of inside) for (const each of this.next(at)) if (each !== to) inside.add(each);
    return inside;
  }
  private meeting(split: FlowNode): Id | undefined {
    const { subject } = this;
    const join = subject.paths.order.find((id) => {
      const node = subject.graph.nodes[id];
      if (node?.kind !== 'gateway' || node.incoming.length < 2 || !subject.follows(split.id, id)) return false;
      const inside = this.between(split.id, id);
      return !inside.has(split.id) && [...inside].every((each) => this.next(each).length > 0 && subject.node(each).incoming.every((flow) => inside.has(subject.graph.flows[flow]!.source) || subject.graph.flows[flow]!.source === split.id))
        && node.incoming.every((flow) => inside.has(subject.graph.flows[flow]!.source) || subject.graph.flows[flow]!.source === split.id);
    });
    return join;
  }
}

function labelOf(subject: Subject, node: FlowNode): string {
  const kind = node.kind === 'activity' ? `activity ${node.step?.kind ?? ''}` : node.kind === 'event' ? `${node.type} ${node.definitions.map((each) => each.kind).join(' ')}` : node.type;
  return `${kind} ${subject.words.normalise(node.name ?? '')}`;
}
