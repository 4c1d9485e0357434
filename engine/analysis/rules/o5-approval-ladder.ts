import type { ActivityNode, Id } from '../../graph/types.js';
import type { Answer } from '../finding.js';
import type { Rule, Subject } from '../subject.js';

const rungs: ReadonlySet<string> = new Set(['approve', 'sign', 'countersign']);
const SHORTEST = 3;

/** O5: three or more approvals or signatures in a row with no new input between them. */
export const approvalLadder: Rule = {
  check: 'O5',
  run(subject) {
    if (subject.activities.length < SHORTEST) return [];
    if (subject.activities.every((each) => each.step?.kind === undefined)) return [{ check: 'O5', missing: ['df:step kind'] }];
    const next = new Map(subject.activities.filter(isRung).map((step) => [step.id, followers(subject, step)]));
    const followed = new Set([...next.values()].flat());
    return [...next.keys()].filter((id) => !followed.has(id)).flatMap((id): Answer[] => {
      const steps = longestChain(next, id);
      if (steps.length < SHORTEST) return [];
      return [{
        check: 'O5', severity: 'warning', elements: steps,
        message: { key: 'O5.message', values: { count: steps.length, elements: subject.labels(steps) } },
        suggestion: { key: 'O5.suggestion' }, evidence: { steps }, lostHours: steps.slice(0, -1).reduce((sum, each) => sum + subject.workHours(each), 0),
      }];
    });
  },
};

function isRung(activity: ActivityNode): boolean { return rungs.has(activity.step?.kind ?? ''); }

/** Rungs that come next on some path, with only gateways between, and read nothing that the first one did not have. */
function followers(subject: Subject, step: ActivityNode): Id[] {
  const found = new Set<Id>();
  const seen = new Set([step.id]);
  for (const at of seen) {
    for (const { to } of subject.paths.nextForward(at)) {
      const activity = subject.activity(to);
      if (activity && isRung(activity) && !hasNewInput(step, activity)) found.add(to);
      else if (!activity && !bringsInput(subject, to)) seen.add(to);
    }
  }
  return [...found];
}
function hasNewInput(before: ActivityNode, after: ActivityNode): boolean {
  return after.reads.some((id) => !before.reads.includes(id) && !before.writes.includes(id));
}
/** What arrives from outside between two steps: a message, a signal, a condition on data. */
function bringsInput(subject: Subject, id: Id): boolean {
  const node = subject.graph.nodes[id];
  return node?.kind === 'event' && (node.type === 'intermediateCatchEvent' || node.type === 'boundaryEvent')
    && node.definitions.some((each) => each.kind === 'message' || each.kind === 'signal' || each.kind === 'conditional');
}
function longestChain(next: ReadonlyMap<Id, readonly Id[]>, from: Id): Id[] {
  const tails = (next.get(from) ?? []).map((each) => longestChain(next, each));
  return [from, ...tails.reduce((best, tail) => (tail.length > best.length ? tail : best), [] as Id[])];
}
