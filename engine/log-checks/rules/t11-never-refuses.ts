import { isNegative } from '../kinds.js';
import type { Turn } from '../dossier.js';
import { median, total } from '../numbers.js';
import { perCase, type LogAnswer, type LogRule } from '../rule.js';
import type { LogSubject } from '../subject.js';

const LEAST = 200;
const QUICK_MINUTES = 2;

/** T11: an approval carried out 200 times or more, that refused or returned nothing, with a median working time under 2 minutes. */
export const neverRefuses: LogRule = {
  check: 'T11',
  run(subject) {
    const approvals = [...subject.byActivity.keys()].filter((activity) => subject.kind(activity) === 'approve' && subject.byActivity.get(activity)!.length >= LEAST);
    if (approvals.length > 0 && !subject.hasStarts) return [{ check: 'T11', missing: ['start events of the approvals'] }];
    return approvals.flatMap((activity) => judge(subject, activity));
  },
};

function judge(subject: LogSubject, activity: string): LogAnswer[] {
  const turns = subject.byActivity.get(activity)!;
  const minutes = turns.flatMap((turn) => (turn.started === undefined ? [] : [subject.office(turn.started, turn.completed!) * 60]));
  if (minutes.length < LEAST || median(minutes) >= QUICK_MINUTES || turns.some((turn) => refuses(subject, turn))) return [];
  const waited = total(turns.map((turn) => subject.stay(turn)));
  return [{
    check: 'T11', severity: 'advice', elements: [subject.mark(activity)], dossiers: turns.map((turn) => turn.dossier),
    message: { key: 'T11.message', values: { element: subject.labels([activity]), times: turns.length, minutes: Math.round(median(minutes) * 10) / 10 } },
    suggestion: { key: 'T11.suggestion' }, evidence: { executions: turns.length, refusals: 0, medianMinutes: Math.round(median(minutes) * 100) / 100, waitedHours: Math.round(waited) },
    lostHours: perCase(subject, waited),
  }];
}

/** By its outcome, or by what comes next: a refusal, a request to supplement, or a step that was done before. */
function refuses(subject: LogSubject, turn: Turn): boolean {
  if (turn.isNegative ?? isNegative(turn.outcome)) return true;
  const { turns } = turn.dossier;
  const at = turns.indexOf(turn);
  const next = turns[at + 1];
  if (!next) return false;
  const kind = subject.kind(next.activity);
  return kind === 'refuse' || kind === 'supplement' || turns.slice(0, at).some((each) => each.activity === next.activity);
}
