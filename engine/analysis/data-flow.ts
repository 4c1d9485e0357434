/** Which documents have certainly been written when a step begins: a forward analysis over all paths, loops and joins included. */
import type { Id } from '../graph/types.js';
import type { Doc } from './documents.js';
import type { Step } from './paths.js';
import type { Subject } from './subject.js';

export interface Unwritten { step: Id; document: Doc; run: Id[] }

/** Reads of documents that on some run nobody has written before, with a run up to the step. */
export function unwrittenReads(subject: Subject): Unwritten[] { return new WrittenBefore(subject).unwritten(); }

class WrittenBefore {
  /** Documents certainly written before the vertex; absent: not known yet, so all of them. */
  private readonly before = new Map<Id, ReadonlySet<Doc>>();
  private readonly incoming = new Map<Id, Step[]>();

  constructor(private readonly subject: Subject) {
    const { paths } = subject;
    for (const id of paths.order) for (const step of paths.next(id)) this.incoming.set(step.to, [...(this.incoming.get(step.to) ?? []), step]);
    this.settle();
  }

  unwritten(): Unwritten[] {
    const { subject } = this;
    return subject.paths.order.flatMap((id) => {
      if (!subject.activity(id)) return [];
      return subject.documents.readsOf(id).filter((doc) => !subject.documents.isSupplied(doc) && !this.before.get(id)!.has(doc))
        .map((document) => ({ step: id, document, run: this.runWithout(id, document) }));
    });
  }

  /** Greatest solution: starts from "everything is written" and takes away until nothing changes. */
  private settle(): void {
    const { paths } = this.subject;
    let changed = true;
    while (changed) {
      changed = false;
      for (const id of paths.order) {
        const next = this.meet(id);
        const known = this.before.get(id);
        if (!next || (known && known.size === next.size)) continue;
        this.before.set(id, next);
        changed = true;
      }
    }
  }

  private meet(id: Id): ReadonlySet<Doc> | undefined {
    const sets = (this.incoming.get(id) ?? []).map((step) => this.along(step)).filter((each) => each !== undefined);
    if (this.subject.paths.entries.includes(id)) sets.push(new Set());
    if (sets.length === 0) return undefined;
    // A parallel join has seen all its branches; elsewhere one way is taken.
    if (this.subject.graph.nodes[id]?.type === 'parallelGateway') return new Set(sets.flatMap((each) => [...each]));
    return sets.reduce((all, each) => new Set([...all].filter((doc) => each.has(doc))));
  }

  /** What is written when a step of the path has been taken; work that a boundary event interrupts has written nothing. */
  private along(step: Step): ReadonlySet<Doc> | undefined {
    const before = this.before.get(step.from);
    if (!before) return undefined;
    const writes = this.writesAt(step);
    return writes.length === 0 ? before : new Set([...before, ...writes]);
  }
  private writesAt({ from, to }: Step): Doc[] {
    const { graph, documents } = this.subject;
    const target = graph.nodes[to];
    if (target?.kind === 'event' && target.attachedTo === from) return [];
    if (graph.nodes[from]) return isOpened(this.subject, from) ? [] : documents.writesOf(from);
    const sub = from.slice(0, from.lastIndexOf('/'));
    return graph.nodes[sub] ? documents.writesOf(sub) : [];
  }

  /** A shortest way from the start on which the document stays unwritten. */
  private runWithout(step: Id, document: Doc): Id[] {
    const missing = (id: Id): boolean => this.before.has(id) && !this.before.get(id)!.has(document);
    const cameFrom = new Map<Id, Id | undefined>(this.subject.paths.entries.filter(missing).map((id) => [id, undefined]));
    for (const at of cameFrom.keys()) {
      for (const next of this.subject.paths.next(at)) {
        if (!cameFrom.has(next.to) && missing(next.to) && !this.writesAt(next).includes(document)) cameFrom.set(next.to, at);
      }
    }
    const run: Id[] = [];
    for (let at: Id | undefined = step; at !== undefined; at = cameFrom.get(at)) run.unshift(at);
    return run.filter((id) => this.subject.graph.nodes[id]);
  }
}

function isOpened(subject: Subject, id: Id): boolean { return subject.paths.next(id).some((step) => step.flow === undefined && subject.graph.nodes[step.to]?.scope === id); }
