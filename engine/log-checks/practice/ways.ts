/** The way that a dossier took on the drawing, of the steps that it shows. */
import type { Id, ProcessGraph } from '../../graph/types.js';

/** Further apart, two steps are not joined. */
const MOST_HOPS = 12;

/** Flows from one step to the next by the fewest elements, past no other step; nothing where no such way is drawn. */
export class Ways {
  private readonly known = new Map<string, Id[]>();
  private readonly steps: ReadonlySet<Id>;

  /** `steps`: elements that dossiers show. */
  constructor(private readonly graph: ProcessGraph, steps: Iterable<Id>) {
    this.steps = new Set(steps);
  }

  between(from: Id, to: Id): Id[] {
    const key = `${from}>${to}`;
    let found = this.known.get(key);
    if (!found) this.known.set(key, found = this.find(from, to));
    return found;
  }

  /** Of steps in the order in which they were completed; each flow once. */
  through(steps: readonly Id[]): Id[] {
    return [...new Set(steps.flatMap((step, at) => (at === 0 ? [] : this.between(steps[at - 1]!, step))))];
  }

  private find(from: Id, to: Id): Id[] {
    const queue: { node: Id; flows: Id[] }[] = [{ node: from, flows: [] }];
    const seen = new Set<Id>();
    for (let at = 0; at < queue.length; at += 1) {
      const { node, flows } = queue[at]!;
      if (flows.length >= MOST_HOPS) return [];
      for (const id of this.outOf(node)) {
        const target = this.graph.flows[id]!.target;
        if (target === to) return [...flows, id];
        if (seen.has(target) || this.steps.has(target)) continue;
        seen.add(target);
        queue.push({ node: target, flows: [...flows, id] });
      }
    }
    return [];
  }

  /** Also out of its boundary events, and into a sub-process. */
  private outOf(id: Id): readonly Id[] {
    const node = this.graph.nodes[id];
    if (!node) return [];
    return node.kind === 'activity' ? [...node.outgoing, ...node.boundary.flatMap((each) => this.graph.nodes[each]?.outgoing ?? [])] : node.outgoing;
  }
}
