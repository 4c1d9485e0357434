/** Whether steps depend on each other's data (checks.md 1): on it rests everything about order and parallel work. */
import type { Id } from '../graph/types.js';
import type { Subject } from './subject.js';

/** Whether the drawing says what a step reads or writes; without that nothing can be told about its dependencies. */
export function isDeclared({ documents }: Subject, id: Id): boolean { return documents.readsOf(id).length + documents.writesOf(id).length > 0; }

/** `b` reads a document, or a document with a field, that `a` writes. */
export function needs(subject: Subject, b: Id, a: Id): boolean { return overlaps(subject, subject.documents.writesOf(a), subject.documents.readsOf(b)); }

/** Neither reads what the other writes, nor do both write the same: they could change places or run side by side. */
export function areIndependent(subject: Subject, a: Id, b: Id): boolean {
  const { documents } = subject;
  return !needs(subject, a, b) && !needs(subject, b, a) && !overlaps(subject, documents.writesOf(a), documents.writesOf(b));
}

function overlaps({ documents }: Subject, written: readonly string[], read: readonly string[]): boolean {
  return written.some((doc) => read.some((other) => other === doc || [...documents.fields(doc)].some((field) => documents.fields(other).has(field))));
}
