import type { Id } from '../../graph/types.js';
import type { Answer } from '../finding.js';
import type { Rule, Subject } from '../subject.js';

/** T9: a check of completeness or eligibility, all of whose inputs are there at receipt, stands after an appraisal or after the fee. */
export const lateRefusal: Rule = {
  check: 'T9',
  run(subject) {
    if (subject.activities.length < 2) return [];
    if (subject.activities.every((each) => each.step?.kind === undefined)) return [{ check: 'T9', missing: ['df:step kind'] }];
    const late = subject.activities.filter((each) => each.step?.kind === 'check');
    return late.flatMap(({ id }): Answer[] => {
      const after = subject.paths.order.find((other) => isCostly(subject, other) && subject.follows(other, id));
      if (after === undefined) return [];
      const reads = subject.documents.readsOf(id);
      if (reads.length === 0) return [{ check: 'T9', missing: [`dataInputAssociation of ${id}`] }];
      const unknown = reads.filter((doc) => subject.documents.sources(doc).size === 0 && subject.documents.writers(doc).length === 0);
      if (unknown.length > 0) return [{ check: 'T9', missing: unknown.map((doc) => `df:document source of ${doc}`) }];
      return reads.every((doc) => isKnownAtReceipt(subject, doc, id)) ? [finding(subject, id, after)] : [];
    });
  },
};

function isCostly(subject: Subject, id: Id): boolean {
  const kind = subject.activity(id)?.step?.kind;
  return kind === 'appraise' || kind === 'pay';
}
function isKnownAtReceipt({ documents }: Subject, doc: string, step: Id): boolean {
  return documents.isSupplied(doc) && documents.writers(doc).every((writer) => writer === step);
}
function finding(subject: Subject, step: Id, after: Id): Answer {
  return {
    check: 'T9', severity: 'warning', elements: [step], message: { key: 'T9.message', values: { element: subject.labels([step]), after: subject.labels([after]) } },
    suggestion: { key: 'T9.suggestion' }, evidence: { step, after }, confidence: 0.9, lostHours: subject.workHours(after) * refusalBehind(subject, step),
  };
}
/** Share of cases that the check ends, where the decision behind it says so. */
function refusalBehind(subject: Subject, step: Id): number {
  const gateway = subject.paths.nextForward(step).map(({ to }) => subject.graph.nodes[to]).find((node) => node?.type === 'exclusiveGateway');
  const shares = (gateway?.outgoing ?? []).map((flow) => subject.graph.flows[flow]!).filter((flow) => !(gateway?.kind === 'gateway' && gateway.defaultFlow === flow.id)).map((flow) => flow.facts?.probability ?? 0);
  return shares.reduce((sum, each) => sum + each, 0);
}
