/**
 * Which places can hold a token at the same time: the concurrency relation of free-choice nets (Kovalyov and Esparza),
 * worked out by propagation, never by listing states. It contains every pair that is really concurrent, so a place that is
 * not concurrent with itself never holds two tokens, and an atom whose inputs are not pairwise concurrent never fires.
 */
import type { Atom, AtomGraph } from './atoms.js';

/** Edges are named by their index in the graph. */
export interface Concurrency {
  /** Edges that may hold a token at the same time as this one; itself when it may hold two. */
  with(edge: number): number[];
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

/** Sets of edges as bits. */
type Row = Uint32Array;

class Propagation {
  private readonly edges: number[];
  private readonly at: Map<number, number>;
  private readonly rows: Row[];
  private readonly marked = new Set<number>();
  /** Edges whose consumer is to be looked at again, each at most once at a time. */
  private readonly queue = new Set<number>();
  private readonly reach = new Map<number, Row>();

  constructor(private readonly graph: AtomGraph, private readonly waits: boolean) {
    this.edges = [...graph.edges.keys()];
    this.at = new Map(this.edges.map((edge, at) => [edge, at]));
    this.rows = this.edges.map(() => this.none());
  }

  run(): Concurrency {
    for (const atom of this.graph.atoms.values()) if (atom.kind === 'source') this.produce(atom.outs, this.none());
    for (const edge of this.queue) {
      this.queue.delete(edge);
      this.fire(this.graph.get(this.graph.at(edge).to));
    }
    return { with: (edge) => this.members(this.rows[this.at.get(edge)!]!), marked: this.marked };
  }

  private fire(atom: Atom): void {
    const ins = atom.ins.filter((each) => this.marked.has(each));
    if (ins.length === 0 || atom.kind === 'sink' || atom.kind === 'clear' || atom.kind === 'hole') return;
    const rows = ins.map((each) => this.rows[this.at.get(each)!]!);
    if (atom.kind === 'andJoin') {
      if (ins.length < atom.ins.length || ins.some((a, at) => ins.some((b) => a !== b && !has(rows[at]!, this.at.get(b)!)))) return;
      this.produce(atom.outs, this.common(rows));
      return;
    }
    const context = this.any(rows);
    if (atom.kind === 'orJoin' && this.waits) {
      const reaching = this.reaches(atom);
      for (let word = 0; word < context.length; word += 1) context[word]! &= ~reaching[word]!;
    }
    if (atom.kind === 'xorSplit') for (const out of atom.outs) this.produce([out], context);
    else this.produce(atom.outs, context, atom.give);
  }

  private produce(outs: readonly number[], context: Row, times = 1): void {
    for (const out of outs) {
      if (!this.marked.has(out)) { this.marked.add(out); this.queue.add(out); }
      const row = this.rows[this.at.get(out)!]!;
      for (let word = 0; word < context.length; word += 1) {
        const bits = context[word]! & ~row[word]!;
        if (bits !== 0) this.relateAll(out, word, bits);
      }
      for (const other of outs) if (other !== out || times > 1) this.relate(this.at.get(out)!, this.at.get(other)!);
    }
  }
  private relateAll(out: number, word: number, bits: number): void {
    const at = this.at.get(out)!;
    for (let left = bits; left !== 0; left &= left - 1) this.relate(at, word * 32 + 31 - Math.clz32(left & -left));
  }
  private common(rows: readonly Row[]): Row {
    const all = rows[0]!.slice();
    for (const row of rows) for (let word = 0; word < all.length; word += 1) all[word]! &= row[word]!;
    return all;
  }
  private any(rows: readonly Row[]): Row {
    const all = this.none();
    for (const row of rows) for (let word = 0; word < all.length; word += 1) all[word]! |= row[word]!;
    return all;
  }
  private relate(a: number, b: number): void {
    if (has(this.rows[a]!, b)) return;
    this.rows[a]![b >>> 5]! |= 1 << (b & 31);
    this.rows[b]![a >>> 5]! |= 1 << (a & 31);
    this.queue.add(this.edges[a]!).add(this.edges[b]!);
  }
  private none(): Row { return new Uint32Array(Math.ceil(this.edges.length / 32)); }
  private members(row: Row): number[] {
    const found: number[] = [];
    for (let word = 0; word < row.length; word += 1) for (let left = row[word]!; left !== 0; left &= left - 1) found.push(this.edges[word * 32 + 31 - Math.clz32(left & -left)]!);
    return found;
  }

  /** Edges from which a token can come to the join. */
  private reaches(join: Atom): Row {
    const known = this.reach.get(join.index);
    if (known) return known;
    const before = new Set(join.ins);
    for (const edge of before) for (const each of this.graph.get(this.graph.at(edge).from).ins) before.add(each);
    const row = this.none();
    for (const edge of before) row[this.at.get(edge)! >>> 5]! |= 1 << (this.at.get(edge)! & 31);
    this.reach.set(join.index, row);
    return row;
  }
}

function has(row: Row, at: number): boolean { return ((row[at >>> 5]! >>> (at & 31)) & 1) === 1; }
