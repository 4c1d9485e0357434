/** The life of a version as its page shows it, with what the reader may do. */
import type { LifeView, RevisionView, VersionComment } from '../../server/contract.js';
import type { Actor, Directory } from '../directory.js';
import { canWithdraw, mayComment, mayIssue, mayReturn, thisRound, whyNotApprove, type ApprovalRules } from '../revisions/life.js';
import { RevisionStore } from '../revisions/revision-store.js';
import { signedCopy } from '../revisions/signed-documents.js';
import { Revisions } from '../revisions/revisions.js';
import type { ControlledLife, ReviewComment } from '../schemas/revision.js';
import type { QueryContext } from './context.js';

export class RevisionQueries {
  private readonly revisions: RevisionStore;
  private readonly acts: Revisions;

  constructor(private readonly context: QueryContext) {
    this.revisions = new RevisionStore(context.store);
    this.acts = new Revisions(context);
  }

  /** Throws Refusal unknown-version. */
  async view(actor: Actor, procedureId: string, version: number): Promise<RevisionView> {
    const doc = await this.revisions.find(procedureId, version);
    const { code, name } = (await this.context.store.procedures.findById(procedureId, { code: 1, name: 1 }).lean()) ?? { code: procedureId, name: procedureId };
    return {
      ...(await signedCopy(this.context.store, procedureId, version)),
      procedureId, code, name, ...lifeOf(actor, doc, { rules: await this.acts.rulesFor(doc), directory: this.context.directory }),
    };
  }
}

/** Of whatever is controlled: where it stands, what was done and said, and what the reader may do. */
export function lifeOf(actor: Actor, doc: ControlledLife, { rules, directory }: { rules: ApprovalRules; directory: Directory }): LifeView {
  const whyNot = whyNotApprove(actor, doc, rules);
  return {
    version: doc.version, state: doc.state, ...(doc.note ? { note: doc.note } : {}), authors: doc.authors.map((id) => directory.staffName(id)),
    ...(doc.decision ? { decision: doc.decision } : {}), ...(doc.inForceFrom ? { inForceFrom: doc.inForceFrom } : {}),
    history: doc.history.map(({ act, at, by, note }) => ({ act, at: at.toISOString(), ...(by === undefined ? {} : { byName: directory.staffName(by), position: directory.positionOf(by) }), ...(note ? { note } : {}) })),
    comments: doc.comments.map((each) => commentView(each, directory)), approvals: approvalsOf(doc, rules, directory),
    may: {
      comment: mayComment(actor, doc), approve: whyNot === undefined, sendBack: mayReturn(actor, doc),
      announce: doc.state === 'approved' && mayIssue(actor, doc), withdraw: canWithdraw(doc) && mayIssue(actor, doc),
    },
    ...(whyNot === 'four-eyes' || whyNot === 'open-comments' ? { whyNotApprove: whyNot } : {}),
  };
}

function approvalsOf({ history }: ControlledLife, { approvals }: ApprovalRules, directory: Directory): LifeView['approvals'] {
  const round = thisRound(history);
  return approvals.map(({ act, role }) => {
    const given = round.find((step) => step.act === act);
    return { act, role, ...(given ? { given: { at: given.at.toISOString(), byName: directory.staffName(given.by ?? '') } } : {}) };
  });
}

function commentView({ id, element, text, at, by, answers, resolved }: ReviewComment, directory: Directory): VersionComment {
  const told = (each: { at: Date; by: string }): { at: string; byName: string } => ({ at: each.at.toISOString(), byName: directory.staffName(each.by) });
  return { id, ...(element ? { element } : {}), text, ...told({ at, by }), answers: answers.map((each) => ({ ...told(each), text: each.text })), ...(resolved ? { resolved: told(resolved) } : {}) };
}
