/**
 * Which places can hold a token at the same time: the concurrency relation of free-choice nets (Kovalyov and Esparza),
 * worked out by propagation, never by listing states. It contains every pair that is really concurrent, so a place that is
 * not concurrent with itself never holds two tokens, and an atom whose inputs are not pairwise concurrent never fires.
 */
import type { Atom, AtomGraph } from './atoms.js';

export interface Concurrency {
  /** By edge index: edges that may hold a token at the same time; itself when it may hold two. */
  with: ReadonlyMap<number, ReadonlySet<number>>;
  /** Edges that may hold a token at all. */
  marked: ReadonlySet<number>;
}

/**
 * @param waits when true an inclusive join is taken to wait for every token that can still reach it: right for sound
 *   drawings, and no longer a superset for others.
 */
export function concurrencyOf(graph: AtomGraph, waits = false): Concurrency {
  return new Propagation(graph, waits).run();
}

class Propagation {
  private readonly together = new Map<number, Set<number>>();
  private readonly marked = new Set<number>();
  private readonly queue: number[] = [];
  private readonly reach = new Map<number, Set<number>>();

  constructor(private readonly graph: AtomGraph, private readonly waits: boolean) {}

  run(): Concurrency {
    for (const atom of this.graph.atoms.values()) if (atom.kind === 'source') this.produce(atom.outs, new Set());
    for (let edge = this.queue.shift(); edge !== undefined; edge = this.queue.shift()) this.fire(this.graph.get(this.graph.at(edge).to));
    return { with: this.together, marked: this.marked };
  }

  private fire(atom: Atom): void {
    const ins = atom.ins.filter((each) => this.marked.has(each));
    if (ins.length === 0 || atom.kind === 'sink' || atom.kind === 'clear' || atom.kind === 'hole') return;
    if (atom.kind === 'andJoin') {
      if (ins.length < atom.ins.length || ins.some((a) => ins.some((b) => a !== b && !this.beside(a).has(b)))) return;
      const [first, ...others] = ins;
      this.produce(atom.outs, new Set([...this.beside(first!)].filter((each) => others.every((other) => this.beside(other).has(each)))));
      return;
    }
    const context = new Set(ins.flatMap((each) => [...this.beside(each)]));
    if (atom.kind === 'orJoin' && this.waits) for (const each of context) if (this.reaches(atom).has(each)) context.delete(each);
    if (atom.kind === 'xorSplit') for (const out of atom.outs) this.produce([out], context);
    else this.produce(atom.outs, context, atom.give);
  }

  private produce(outs: readonly number[], context: ReadonlySet<number>, times = 1): void {
    for (const out of outs) {
      if (!this.marked.has(out)) { this.marked.add(out); this.queue.push(out); }
      for (const each of context) this.relate(out, each);
      for (const other of outs) if (other !== out || times > 1) this.relate(out, other);
    }
  }
  private relate(a: number, b: number): void {
    if (this.beside(a).has(b)) return;
    this.beside(a).add(b);
    this.beside(b).add(a);
    this.queue.push(a, b);
  }
  private beside(edge: number): Set<number> {
    let set = this.together.get(edge);
    if (!set) this.together.set(edge, (set = new Set()));
    return set;
  }

  /** Edges from which a token can come to the join. */
  private reaches(join: Atom): ReadonlySet<number> {
    let set = this.reach.get(join.index);
    if (set) return set;
    this.reach.set(join.index, (set = new Set(join.ins)));
    for (const edge of set) for (const before of this.graph.get(this.graph.at(edge).from).ins) set.add(before);
    return set;
  }
}
