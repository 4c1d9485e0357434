/** The life of a version as rules without a database: what comes after what, and who may do it. */
import type { Actor } from '../directory.js';
import { hasRole, isOfAgency } from '../rights.js';
import type { RevisionAct, RevisionDoc, RevisionState, RevisionStep } from '../schemas/revision.js';
import type { SettingValues } from '../settings/definitions.js';

export interface Approval { act: Extract<RevisionAct, 'reviewed' | 'approved'>; role: 'qmsOfficer' | 'leader' }
export interface ApprovalRules { approvals: readonly Approval[]; ownAllowed: boolean }

const APPROVALS: Readonly<Record<SettingValues['version.approval'], readonly Approval[]>> = {
  qmsOfficerThenLeader: [{ act: 'reviewed', role: 'qmsOfficer' }, { act: 'approved', role: 'leader' }], leader: [{ act: 'approved', role: 'leader' }],
};
export const approvalRules = (who: SettingValues['version.approval'], own: SettingValues['version.ownApproval']): ApprovalRules => ({ approvals: APPROVALS[who], ownAllowed: own === 'allowed' });

/** In the hands of author, reviewers and whoever announces: a draft beside it would be another version. */
export const IN_PREPARATION: readonly RevisionState[] = ['inReview', 'approved'];
export const isInPreparation = ({ state }: Pick<RevisionDoc, 'state'>): boolean => IN_PREPARATION.includes(state);

/** What has been done since it was put forward last: approvals of an earlier round say nothing of what came after. */
export function thisRound(history: readonly RevisionStep[]): RevisionStep[] {
  return history.slice(history.map(({ act }) => act).lastIndexOf('submitted') + 1);
}

/** The first approval of this round that nobody has given yet. */
export function nextApproval({ state, history }: Pick<RevisionDoc, 'state' | 'history'>, { approvals }: ApprovalRules): Approval | undefined {
  if (state !== 'inReview') return undefined;
  const given = thisRound(history);
  return approvals.find(({ act }) => !given.some((step) => step.act === act));
}

export type WhyNotApprove = 'wrong-state' | 'forbidden' | 'four-eyes' | 'open-comments';
/** Undefined when the person may give the next approval. */
export function whyNotApprove(actor: Actor, doc: Pick<RevisionDoc, 'state' | 'history' | 'agencyId' | 'authors' | 'comments'>, rules: ApprovalRules): WhyNotApprove | undefined {
  const next = nextApproval(doc, rules);
  if (!next) return 'wrong-state';
  if (!hasRole(actor, next.role) || !isOfAgency(actor, doc.agencyId)) return 'forbidden';
  if (thisRound(doc.history).some(({ by }) => by === actor.id)) return 'four-eyes';
  if (!rules.ownAllowed && doc.authors.includes(actor.id)) return 'four-eyes';
  return openComments(doc) > 0 ? 'open-comments' : undefined;
}
export const openComments = ({ comments }: Pick<RevisionDoc, 'comments'>): number => comments.filter(({ resolved }) => resolved === undefined).length;

/** Whoever keeps the documents of the agency, or heads it. */
export function mayIssue(actor: Actor, { agencyId }: Pick<RevisionDoc, 'agencyId'>): boolean {
  return hasRole(actor, 'leader', 'qmsOfficer', 'seal', 'manager', 'administrator') && isOfAgency(actor, agencyId);
}
/** The author takes it back, a reviewer sends it back. */
export function mayReturn(actor: Actor, doc: Pick<RevisionDoc, 'state' | 'agencyId' | 'authors'>): boolean {
  return isInPreparation(doc) && (doc.authors.includes(actor.id) || (hasRole(actor, 'designer', 'qmsOfficer', 'leader', 'manager', 'administrator') && isOfAgency(actor, doc.agencyId)));
}
export const mayComment = (actor: Actor, doc: Pick<RevisionDoc, 'state' | 'agencyId'>): boolean => (doc.state === 'inReview' || doc.state === 'returned') && isOfAgency(actor, doc.agencyId);
export const canWithdraw = ({ state }: Pick<RevisionDoc, 'state'>): boolean => state === 'announced' || state === 'inForce';
