/**
 * The normal form in which control flow is checked: every BPMN node is taken apart into joins, a core and splits of one
 * meaning each, so that a handful of rules covers the whole of chapter 13 of BPMN 2.0.
 *
 * Each edge leads to exactly one atom. The net is therefore free-choice but for inclusive joins, which makes every enabled
 * atom a persistent set of its own (used by `deadlock-search.ts`).
 */
import type { Id } from '../../graph/types.js';

export type AtomKind =
  | 'source' | 'pass' | 'sink'
  /** Ends the whole scope at once: terminate, an error that leaves the scope, cancel. */
  | 'clear'
  /** A place that nothing leaves because the sub-process it stands for never completes (reported inside). */
  | 'hole'
  | 'xorJoin' | 'andJoin' | 'orJoin' | 'xorSplit' | 'andSplit' | 'orSplit'
  /** Takes `need` tokens and gives `give` on each outgoing edge (start and completion quantity, section 10.3.3). */
  | 'weigh';

export interface Atom {
  index: number;
  kind: AtomKind;
  /** The BPMN element this is a part of; none for what only the normal form knows. */
  node?: Id;
  ins: number[];
  outs: number[];
  need?: number;
  give?: number;
  /** Of a `clear`: the scope completes normally (terminate), rather than being left by an error. */
  completes?: boolean;
}

export interface Edge {
  index: number;
  from: number;
  to: number;
  /** Elements that a token passes on this edge, one shortest choice of them, in order. */
  trail: Id[];
  /** All elements that can be reached by some token on this edge before the next atom. */
  covers: Id[];
  /** Sequence flows this edge stands for; empty for edges that only the normal form knows. */
  flows: Id[];
  /** Tokens it may hold by design. */
  capacity: number;
}

export class AtomGraph {
  readonly atoms = new Map<number, Atom>();
  readonly edges = new Map<number, Edge>();
  private nextAtom = 0;
  private nextEdge = 0;

  atom(kind: AtomKind, node?: Id, extra: Partial<Atom> = {}): Atom {
    const atom: Atom = { index: this.nextAtom++, kind, ins: [], outs: [], ...(node === undefined ? {} : { node }), ...extra };
    this.atoms.set(atom.index, atom);
    return atom;
  }

  edge(from: Atom, to: Atom, parts: Partial<Omit<Edge, 'index' | 'from' | 'to'>> = {}): Edge {
    const edge: Edge = { index: this.nextEdge++, from: from.index, to: to.index, trail: [], covers: [], flows: [], capacity: 1, ...parts };
    this.edges.set(edge.index, edge);
    from.outs.push(edge.index);
    to.ins.push(edge.index);
    return edge;
  }

  get(index: number): Atom { return this.atoms.get(index)!; }
  at(index: number): Edge { return this.edges.get(index)!; }
  outgoing(atom: Atom): Edge[] { return atom.outs.map((each) => this.at(each)); }
  incoming(atom: Atom): Edge[] { return atom.ins.map((each) => this.at(each)); }

  removeEdge(edge: Edge): void {
    drop(this.get(edge.from).outs, edge.index);
    drop(this.get(edge.to).ins, edge.index);
    this.edges.delete(edge.index);
  }
  /** Removes an atom that no edge touches any more. */
  removeAtom(atom: Atom): void { this.atoms.delete(atom.index); }

  moveTarget(edge: Edge, to: Atom): void {
    drop(this.get(edge.to).ins, edge.index);
    edge.to = to.index;
    to.ins.push(edge.index);
  }
  moveSource(edge: Edge, from: Atom): void {
    drop(this.get(edge.from).outs, edge.index);
    edge.from = from.index;
    from.outs.push(edge.index);
  }

  copy(): AtomGraph {
    const other = new AtomGraph();
    for (const atom of this.atoms.values()) other.atoms.set(atom.index, { ...atom, ins: [...atom.ins], outs: [...atom.outs] });
    for (const edge of this.edges.values()) {
      other.edges.set(edge.index, { ...edge, trail: [...edge.trail], covers: [...edge.covers], flows: [...edge.flows] });
    }
    other.nextAtom = this.nextAtom;
    other.nextEdge = this.nextEdge;
    return other;
  }
}

function drop(list: number[], value: number): void {
  const at = list.indexOf(value);
  if (at >= 0) list.splice(at, 1);
}
