/** The acts in the life of a controlled document, whatever keeps it: what each changes and leaves behind, or why it is refused. */
import type { Actor } from '../directory.js';
import { deskDay } from '../desk.js';
import { Refusal, wrongField } from '../problem.js';
import type { ControlledLife, Decision, RevisionState, RevisionStep } from '../schemas/revision.js';
import { canWithdraw, isInPreparation, mayIssue, mayReturn, nextApproval, whyNotApprove, type ApprovalRules } from './life.js';

export type Announcement = Decision & { /** YYYY-MM-DD. */ inForceFrom: string };
export interface Act { change: { state?: RevisionState; decision?: Decision; inForceFrom?: string }; step: RevisionStep }

const REFUSALS = {
  'wrong-state': 'it does not wait for an approval', forbidden: 'the next approval is somebody else\'s to give', 'four-eyes': 'who wrote it, or has reviewed it, may not approve it',
  'open-comments': 'there are comments that are not resolved',
} as const;

/** The next approval of the rules; with the last one it is approved. Throws Refusal wrong-state, forbidden, four-eyes, open-comments. */
export function approving(actor: Actor, doc: ControlledLife, rules: ApprovalRules, at: Date, note?: string): Act {
  const whyNot = whyNotApprove(actor, doc, rules);
  if (whyNot) throw new Refusal(whyNot, REFUSALS[whyNot]);
  const { act } = nextApproval(doc, rules)!;
  return { change: act === rules.approvals.at(-1)!.act ? { state: 'approved' } : {}, step: { act, at, by: actor.id, ...(note ? { note } : {}) } };
}

/** Back to the author, who may change the draft again. */
export function returning(actor: Actor, doc: ControlledLife, at: Date, reason: string): Act {
  if (!isInPreparation(doc)) throw new Refusal('wrong-state', 'it is not in preparation');
  if (!mayReturn(actor, doc)) throw new Refusal('forbidden', 'its author and its reviewers send it back');
  return { change: { state: 'returned' }, step: { act: 'returned', at, by: actor.id, note: reason } };
}

/** By a decision, in force from its day. `waiting`: others that were announced for a later day. Throws Refusal wrong-state, forbidden, bad-request. */
export function announcing(actor: Actor, doc: ControlledLife, { inForceFrom, ...decision }: Announcement, at: Date, waiting: readonly { version: number }[]): Act {
  if (doc.state !== 'approved') throw new Refusal('wrong-state', 'only what is approved is announced');
  if (!mayIssue(actor, doc)) throw new Refusal('forbidden', 'who keeps the documents of the agency announces them');
  const today = deskDay(at);
  if (inForceFrom < today) throw wrongField('inForceFrom', 'must not be a day of the past: what was done since then followed another version');
  if (decision.date > today) throw wrongField('date', 'must not be a day to come');
  if (waiting.length > 0) throw wrongField('inForceFrom', `must not be before the day of version ${waiting[0]!.version}, which was announced earlier`);
  return { change: { state: 'announced', decision, inForceFrom }, step: { act: 'announced', at, by: actor.id } };
}

export function withdrawing(actor: Actor, doc: ControlledLife, at: Date, reason: string): Act {
  if (!canWithdraw(doc)) throw new Refusal('wrong-state', 'only what was announced or is in force is withdrawn');
  if (!mayIssue(actor, doc)) throw new Refusal('forbidden', 'who keeps the documents of the agency withdraws them');
  return { change: { state: 'withdrawn' }, step: { act: 'withdrawn', at, by: actor.id, note: reason } };
}
