/** What people do to a version on its way: put it forward, approve it, send it back, announce it, withdraw it. */
import type { Actor } from '../directory.js';
import { deskDay } from '../desk.js';
import { Refusal, wrongField } from '../problem.js';
import type { QueryContext } from '../queries/context.js';
import { hasRole } from '../rights.js';
import type { Decision, RevisionDoc, RevisionStep } from '../schemas/revision.js';
import { examineSound } from './examine.js';
import { VersionsInForce } from './in-force.js';
import { approvalRules, canWithdraw, isInPreparation, mayIssue, mayReturn, nextApproval, whyNotApprove, type ApprovalRules } from './life.js';
import { revisionId, RevisionStore } from './revision-store.js';

export type Announcement = Decision & { /** YYYY-MM-DD. */ inForceFrom: string };
type Given = Pick<QueryContext, 'store' | 'plans' | 'settings' | 'words' | 'now'>;

const REFUSALS = {
  'wrong-state': 'the version does not wait for an approval', forbidden: 'the next approval is somebody else\'s to give', 'four-eyes': 'who drew it, or has reviewed it, may not approve it',
  'open-comments': 'there are comments that are not resolved',
} as const;

export class Revisions {
  private readonly revisions: RevisionStore;
  private readonly inForce: VersionsInForce;

  constructor(private readonly given: Given) {
    this.revisions = new RevisionStore(given.store);
    this.inForce = new VersionsInForce(given);
  }

  async rulesFor({ procedureId, agencyId }: Pick<RevisionDoc, 'procedureId' | 'agencyId'>): Promise<ApprovalRules> {
    const { settings } = this.given;
    await settings.upToDate();
    const whose = { procedureId, agencyId };
    return approvalRules(settings.get('version.approval', whose), settings.get('version.ownApproval', whose));
  }

  /** Puts the draft forward; one that was sent back goes on under its number. Throws Refusal no-draft, cannot-run, in-review. */
  async submit(actor: Actor, procedureId: string, note: string): Promise<RevisionDoc> {
    if (!hasRole(actor, 'designer', 'administrator')) throw new Refusal('forbidden', 'only a process designer puts a version forward');
    const { store, now, words } = this.given;
    const procedure = await store.procedures.findById(procedureId).lean();
    if (!procedure) throw new Refusal('unknown-procedure', `no procedure ${procedureId}`);
    if (!procedure.draft) throw new Refusal('no-draft', 'there is no draft to put forward');
    const { xml, etag, savedBy } = procedure.draft;
    const open = await this.revisions.open(procedureId);
    if (open && isInPreparation(open)) throw new Refusal('in-review', `version ${open.version} is in review`);
    await examineSound(xml, now(), words);
    const authors = [...new Set([...(open?.authors ?? []), savedBy, actor.id])];
    const step: RevisionStep = { act: 'submitted', at: now(), by: actor.id, note };
    if (open) return this.revisions.write(open, { state: 'inReview', xml, etag, note, authors }, step);
    const version = await this.revisions.nextVersion(procedureId);
    return this.revisions.insert({ _id: revisionId(procedureId, version), procedureId, agencyId: procedure.agencyId, version, state: 'inReview', seq: 1, xml, etag, note, authors, history: [step], comments: [] });
  }

  /** The next approval of the rules; with the last one the version is approved. Throws Refusal wrong-state, forbidden, four-eyes, open-comments. */
  async approve(actor: Actor, procedureId: string, version: number, note?: string): Promise<RevisionDoc> {
    const doc = await this.revisions.find(procedureId, version);
    const rules = await this.rulesFor(doc);
    const whyNot = whyNotApprove(actor, doc, rules);
    if (whyNot) throw new Refusal(whyNot, REFUSALS[whyNot]);
    const { act } = nextApproval(doc, rules)!;
    return this.revisions.write(doc, act === rules.approvals.at(-1)!.act ? { state: 'approved' } : {}, { act, at: this.given.now(), by: actor.id, ...(note ? { note } : {}) });
  }

  /** Back to the author, who may change the draft again. */
  async sendBack(actor: Actor, procedureId: string, version: number, reason: string): Promise<RevisionDoc> {
    const doc = await this.revisions.find(procedureId, version);
    if (!isInPreparation(doc)) throw new Refusal('wrong-state', 'the version is not in preparation');
    if (!mayReturn(actor, doc)) throw new Refusal('forbidden', 'its author and its reviewers send a version back');
    return this.revisions.write(doc, { state: 'returned' }, { act: 'returned', at: this.given.now(), by: actor.id, note: reason });
  }

  /** By a decision; in force from its day, which brings it by itself. Throws Refusal wrong-state, forbidden, bad-request. */
  async announce(actor: Actor, procedureId: string, version: number, { inForceFrom, ...decision }: Announcement): Promise<RevisionDoc> {
    const doc = await this.revisions.find(procedureId, version);
    if (doc.state !== 'approved') throw new Refusal('wrong-state', 'only an approved version is announced');
    if (!mayIssue(actor, doc)) throw new Refusal('forbidden', 'who keeps the documents of the agency announces them');
    const { now, words } = this.given;
    const today = deskDay(now());
    if (inForceFrom < today) throw wrongField('inForceFrom', 'must not be a day of the past: dossiers received since then run another version');
    if (decision.date > today) throw wrongField('date', 'must not be a day to come');
    const waiting = await this.given.store.revisions.find({ procedureId, state: 'announced', inForceFrom: { $gt: inForceFrom } }, { version: 1 }).lean();
    if (waiting.length > 0) throw wrongField('inForceFrom', `must not be before the day of version ${waiting[0]!.version}, which was announced earlier`);
    const examined = await examineSound(doc.xml, now(), words);
    const announced = await this.revisions.write(doc, { state: 'announced', decision, inForceFrom }, { act: 'announced', at: now(), by: actor.id });
    await this.inForce.complete(announced, examined);
    await this.inForce.upToDate(procedureId);
    return this.revisions.find(procedureId, version);
  }

  /** Nothing new begins under it; what runs under it goes on. */
  async withdraw(actor: Actor, procedureId: string, version: number, reason: string): Promise<RevisionDoc> {
    const doc = await this.revisions.find(procedureId, version);
    if (!canWithdraw(doc)) throw new Refusal('wrong-state', 'only a version that was announced or is in force is withdrawn');
    if (!mayIssue(actor, doc)) throw new Refusal('forbidden', 'who keeps the documents of the agency withdraws them');
    const withdrawn = await this.revisions.write(doc, { state: 'withdrawn' }, { act: 'withdrawn', at: this.given.now(), by: actor.id, note: reason });
    await this.inForce.settle(procedureId);
    return withdrawn;
  }
}
