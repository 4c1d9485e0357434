/** A library as a map: which procedures are alike, which steps and documents they share. Kept up to date one procedure at a time. */
import type { Id } from '../../graph/types.js';
import type { Subject } from '../subject.js';
import { counterpartsOf, type Counterparts } from './counterparts.js';
import { Library, type Member } from './library.js';
import { Shapes } from './shapes.js';
import { Comparison, type Shape } from './similarity.js';

/** Less alike than this is not worth a line. */
export const LEAST_ALIKE = 0.5;

/** `code`: files of one code are one procedure and are not compared. */
export interface MapEntry { id: string; code: string; subject: Subject }
export interface Alike { a: string; b: string; similarity: number }
/** `in`: the procedures with their steps of that name. */
export interface SharedStep { label: string; in: { id: string; steps: Id[] }[] }
/** `given`: procedures whose result it is. */
export interface SharedDocument { document: string; name: string; asked: string[]; given: string[] }

interface Held { id: string; code: string; member: Member; shape: Shape; labels: ReadonlyMap<string, { label: string; steps: Id[] }>; documents: ReadonlyMap<string, string>; result?: string }

export class ProcedureMap {
  private readonly shapes = new Shapes();
  private readonly held = new Map<string, Held>();
  private readonly similarities = new Map<string, Map<string, number>>();

  /** Compares one procedure, new or changed, with all others. */
  put({ id, code, subject }: MapEntry): void {
    this.remove(id);
    const facts = subject.graph.procedure;
    const result = facts?.result;
    const held: Held = {
      id, code, member: { file: id, model: subject.model, subject, code, ...(facts && { facts }) }, shape: this.shapes.of(subject), labels: labelsOf(subject), documents: documentsOf(subject), ...(result !== undefined && { result }),
    };
    const comparison = new Comparison(held.shape, this.shapes.numbers);
    const own = new Map<string, number>();
    for (const other of this.held.values()) {
      if (other.code === code) continue;
      const similarity = comparison.with(other.shape, LEAST_ALIKE);
      if (similarity < LEAST_ALIKE) continue;
      own.set(other.id, similarity);
      this.similarities.get(other.id)!.set(id, similarity);
    }
    this.held.set(id, held);
    this.similarities.set(id, own);
  }
  remove(id: string): void {
    for (const other of this.similarities.get(id)?.keys() ?? []) this.similarities.get(other)!.delete(id);
    this.similarities.delete(id);
    this.held.delete(id);
  }
  ids(): string[] { return [...this.held.keys()]; }

  /** What is on the map, named by their ids. */
  library(on: string): Library { return new Library(this.members(), { on, shapes: this.shapes }); }
  /** A drawing that does not stay looked at beside what is on the map, in the place of what is there under its own id. */
  beside<T>(about: Member, on: string, look: (library: Library) => T): T {
    return this.shapes.passing(() => look(new Library(this.members().filter((each) => each.file !== about.file), { on, about, shapes: this.shapes })));
  }
  private members(): Member[] { return [...this.held.values()].map((each) => each.member); }

  /** Most alike first. */
  alike(): Alike[] {
    return [...this.similarities].flatMap(([a, others]) => [...others].filter(([b]) => a < b).map(([b, similarity]) => ({ a, b, similarity })))
      .sort((one, two) => two.similarity - one.similarity || compare(one.a, two.a) || compare(one.b, two.b));
  }
  /** Steps of the same meaning in several procedures, those of most procedures first. */
  sharedSteps(): SharedStep[] {
    const found = new Map<string, SharedStep>();
    for (const { id, labels } of this.held.values()) {
      for (const [key, { label, steps }] of labels) {
        const shared = found.get(key) ?? { label, in: [] };
        shared.in.push({ id, steps });
        found.set(key, shared);
      }
    }
    return [...found.values()].filter((each) => each.in.length > 1).sort((a, b) => b.in.length - a.in.length || compare(a.label, b.label));
  }
  /** Documents that several procedures ask for, or that one asks for and another gives; those given elsewhere first. */
  sharedDocuments(): SharedDocument[] {
    const found = new Map<string, SharedDocument>();
    const entry = (document: string, name: string): SharedDocument => {
      const known = found.get(document) ?? { document, name, asked: [], given: [] };
      if (known.name === document) known.name = name;
      found.set(document, known);
      return known;
    };
    for (const { id, documents, result } of this.held.values()) {
      for (const [document, name] of documents) entry(document, name).asked.push(id);
      if (result !== undefined) entry(result, result).given.push(id);
    }
    return [...found.values()].filter((each) => each.asked.length > 1 || (each.given.length > 0 && each.asked.length > 0))
      .sort((a, b) => Number(b.given.length > 0) - Number(a.given.length > 0) || b.asked.length - a.asked.length || compare(a.name, b.name));
  }

  /** Two procedures step by step; undefined when one is not on the map. */
  counterparts(a: string, b: string): Counterparts | undefined {
    const [one, two] = [this.held.get(a), this.held.get(b)];
    return one && two && counterpartsOf(one.member.subject, two.member.subject, this.shapes);
  }
}

function compare(a: string, b: string): number { return a < b ? -1 : a > b ? 1 : 0; }

/** Steps by what their label means; unnamed ones have nothing to share. */
function labelsOf(subject: Subject): Held['labels'] {
  const found = new Map<string, { label: string; steps: Id[] }>();
  for (const { id, name } of subject.activities) {
    const key = subject.words.normalise(name ?? '');
    if (key === '') continue;
    const known = found.get(key) ?? { label: name!, steps: [] };
    known.steps.push(id);
    found.set(key, known);
  }
  return found;
}
/** Documents of the dossier that the applicant brings, by type, with their names. */
function documentsOf({ graph, documents }: Subject): Held['documents'] {
  const asked = (graph.procedure?.requiredDocuments ?? []).filter((each) => each.source === undefined || each.source === 'applicant');
  return new Map(asked.map((each) => [each.type, each.name ?? documents.name(each.type)]));
}
