import type { Id } from '../../graph/types.js';
import type { Doc } from '../documents.js';
import type { Answer } from '../finding.js';
import type { Rule, Subject } from '../subject.js';

/** S10: on some run a document is written twice and nobody reads it between the two. */
export const lostData: Rule = {
  check: 'S10',
  run(subject) {
    const { documents } = subject;
    if (!documents.areDeclared) return subject.activities.length === 0 ? [] : [{ check: 'S10', missing: ['dataInputAssociation', 'dataOutputAssociation'] }];
    return documents.all.flatMap((document) => documents.writers(document).flatMap((first): Answer[] => {
      const run = runToNextWriter(subject, document, first);
      if (!run) return [];
      const steps = [...new Set([first, run[run.length - 1]!])];
      return [{
        check: 'S10', severity: 'warning', elements: steps,
        message: { key: 'S10.message', values: { document: documents.name(document), elements: subject.labels(steps) } },
        suggestion: { key: 'S10.suggestion' }, evidence: { document, steps, run },
      }];
    }));
  },
};

/** A shortest way from one writer to the next, itself in a loop included, past no reader; nor past a branch beside it that reads. */
function runToNextWriter(subject: Subject, doc: Doc, from: Id): Id[] | undefined {
  const { documents, paths } = subject;
  const readers = new Set(documents.readers(doc));
  const writers = new Set(documents.writers(doc));
  const cameFrom = new Map<Id, Id>();
  const queue: Id[] = [from];
  for (const at of queue) {
    for (const { to } of paths.next(at)) {
      const leavesByEvent = at === from && subject.graph.nodes[to]?.type === 'boundaryEvent';
      if (leavesByEvent || cameFrom.has(to) || readers.has(to)) continue;
      cameFrom.set(to, at);
      if (!writers.has(to)) { queue.push(to); continue; }
      const run = wayBack(cameFrom, from, to);
      if (!readBeside(subject, readers, run)) return run.filter((id) => subject.graph.nodes[id]);
    }
  }
  return undefined;
}
function wayBack(cameFrom: ReadonlyMap<Id, Id>, from: Id, to: Id): Id[] {
  const run = [to];
  for (let at = cameFrom.get(to)!; at !== from; at = cameFrom.get(at)!) run.unshift(at);
  return [from, ...run];
}
/** A reader on a branch that runs beside the way and joins it again reads in time. */
function readBeside(subject: Subject, readers: ReadonlySet<Id>, run: readonly Id[]): boolean {
  const [first, last] = [run[0]!, run[run.length - 1]!];
  const inside = run.slice(1, -1);
  const forks = inside.some((id) => subject.graph.nodes[id]?.type === 'parallelGateway');
  return forks && [...readers].some((reader) => subject.follows(first, reader) && subject.follows(reader, last));
}
