import type { ActivityNode, Id } from '../../graph/types.js';
import { areIndependent, isDeclared } from '../dependency.js';
import type { Answer } from '../finding.js';
import { longestPath } from '../longest-path.js';
import type { Rule, Subject } from '../subject.js';
import { limitHours, rounded } from '../time.js';

/** Steps whose place is given by what they are: what begins a procedure, concludes on the work before and lets it go on, or ends it. */
const fixedKinds: ReadonlySet<string> = new Set(['receive', 'supplement', 'transfer', 'return', 'refuse', 'archive', 'pay', 'decide', 'approve', 'sign', 'numberAndSeal', 'notify']);

/** T8: consecutive steps of different people without any data dependency: they could be done at the same time. */
export const needlessSequence: Rule = {
  check: 'T8',
  run(subject) {
    if (subject.isBare) return subject.activities.some((each) => nextStep(subject, each)) ? [{ check: 'T8', missing: ['df:step role', 'df:step limit', 'dataInputAssociation'] }] : [];
    const pairs = subject.activities.flatMap((a) => {
      const b = nextStep(subject, a);
      return b && isCandidate(subject, a, b) ? [[a.id, b.id] as const] : [];
    });
    const unknown = [...new Set(pairs.flat().filter((id) => !isDeclared(subject, id)))];
    const known = pairs.filter(([a, b]) => isDeclared(subject, a) && isDeclared(subject, b) && areIndependent(subject, a, b));
    const found = chains(subject, known).map((steps) => finding(subject, steps));
    return unknown.length === 0 ? found : [...found, { check: 'T8', missing: unknown.map((id) => `dataInputAssociation, dataOutputAssociation of ${id}`) }];
  },
};

/** The step that directly follows, with no decision, fork, event or other way in between. */
function nextStep(subject: Subject, a: ActivityNode): ActivityNode | undefined {
  if (a.outgoing.length !== 1) return undefined;
  const flow = subject.graph.flows[a.outgoing[0]!]!;
  const b = subject.activity(flow.target);
  return b && b.incoming.length === 1 && !flow.condition && !flow.facts?.isReturn ? b : undefined;
}
function isCandidate(subject: Subject, a: ActivityNode, b: ActivityNode): boolean {
  if (!a.step || !b.step || a.boundary.length + b.boundary.length > 0 || a.children || b.children) return false;
  return !fixedKinds.has(a.step.kind ?? '') && !fixedKinds.has(b.step.kind ?? '') && a.step.clock !== 'stopped' && b.step.clock !== 'stopped' && haveDifferentPeople(subject, a, b);
}
/** A role is one of its department, so that the officers of two departments are different people. */
function haveDifferentPeople(subject: Subject, a: ActivityNode, b: ActivityNode): boolean {
  const [one, two] = [subject.department(a.id)?.id, subject.department(b.id)?.id];
  if (one !== undefined && two !== undefined && one !== two) return true;
  return a.step?.role !== undefined && b.step?.role !== undefined && a.step.role !== b.step.role;
}

/** Longest runs of consecutive steps of which each is independent of all others. */
function chains(subject: Subject, pairs: readonly (readonly [Id, Id])[]): Id[][] {
  const next = new Map(pairs);
  const used = new Set<Id>();
  return pairs.flatMap(([first]) => {
    if (used.has(first)) return [];
    const chain = [first];
    for (let at = next.get(first); at !== undefined && chain.every((each) => areIndependent(subject, each, at!)); at = next.get(at)) chain.push(at);
    for (const id of chain.slice(0, -1)) used.add(id);
    return chain.length > 1 ? [chain] : [];
  });
}

function finding(subject: Subject, steps: readonly Id[]): Answer {
  const missing = steps.filter((id) => hoursOfStep(subject, id) === undefined);
  if (missing.length > 0) return { check: 'T8', missing: missing.map((id) => `df:step limit of ${id}`) };
  const savedHours = rounded(saving(subject, steps));
  return {
    check: 'T8', severity: 'advice', elements: steps, message: { key: 'T8.message', values: { elements: subject.labels(steps), saved: savedHours } },
    suggestion: { key: 'T8.suggestion' }, evidence: { steps, savedHours }, confidence: savedHours > 0 ? 0.9 : 0.5, lostHours: savedHours,
  };
}
function hoursOfStep(subject: Subject, id: Id): number | undefined {
  const step = subject.activity(id)?.step;
  return limitHours(step) ?? (step?.standardMinutes === undefined ? undefined : step.standardMinutes / 60);
}
/** Sum less the longest; on a branch beside others, only what the whole becomes shorter by. */
function saving(subject: Subject, steps: readonly Id[]): number {
  const hours = steps.map((id) => hoursOfStep(subject, id)!);
  const [sum, longest] = [hours.reduce((all, each) => all + each, 0), Math.max(...hours)];
  if ((subject.parallel.get(steps[0]!)?.size ?? 0) === 0) return sum - longest;
  const total = (weight: (id: Id) => number): number => longestPath(subject.paths, weight, () => false).once;
  const before = (id: Id): number => hoursOfStep(subject, id) ?? 0;
  const after = (id: Id): number => (steps.includes(id) ? (id === steps[0] ? longest : 0) : before(id));
  return Math.min(sum - longest, Math.max(0, total(before) - total(after)));
}
