import type { ActivityNode, FlowNode } from '../../graph/types.js';
import type { Rule, Subject } from '../subject.js';

/** Kinds whose product is the decision itself, or what passes between the agency and the applicant. */
const productive: ReadonlySet<string> = new Set(['receive', 'decide', 'approve', 'sign', 'refuse', 'return', 'archive', 'supplement', 'pay', 'notify']);

/** T12: a human step without output, decision or legal basis of its own. */
export const noProduct: Rule = {
  check: 'T12',
  run(subject) {
    if (subject.humanSteps.length === 0) return [];
    const declared = subject.activities.some((each) => subject.documents.writesOf(each.id).length > 0);
    const empty = subject.humanSteps.filter((each) => !hasProduct(subject, each));
    if (empty.length === 0) return [];
    if (subject.isBare || !declared) return [{ check: 'T12', missing: ['dataOutputAssociation', 'df:step legalBasis'] }];
    return empty.map(({ id, step }) => ({
      check: 'T12', severity: 'warning', elements: [id], message: { key: 'T12.message', values: { element: subject.labels([id]) } },
      suggestion: { key: 'T12.suggestion' }, evidence: { step: id, kind: step?.kind ?? null }, confidence: step?.kind === undefined ? 0.5 : 0.8, lostHours: subject.workHours(id),
    }));
  },
};

function hasProduct(subject: Subject, activity: ActivityNode): boolean {
  if (productive.has(activity.step?.kind ?? '') || activity.step?.applicantContact || activity.legalBasis?.length) return true;
  if (subject.documents.writesOf(activity.id).length > 0 || (activity.outputs?.length ?? 0) > 0) return true;
  if (subject.model.messageFlows.some((each) => each.source === activity.id)) return true;
  return decidesNext(subject, activity);
}
/** A decision is made by what directly precedes its gateway. */
function decidesNext(subject: Subject, activity: ActivityNode): boolean {
  const next: (FlowNode | undefined)[] = subject.paths.nextForward(activity.id).map(({ to }) => subject.graph.nodes[to]);
  return next.some((node) => node?.kind === 'gateway' && node.outgoing.length > 1 && node.type !== 'parallelGateway' && node.type !== 'eventBasedGateway')
    || activity.outgoing.some((flow) => subject.graph.flows[flow]!.condition !== undefined);
}
