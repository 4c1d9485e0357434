/** What people do to a version on its way: put it forward, approve it, send it back, announce it, withdraw it. */
import type { Actor } from '../directory.js';
import { Refusal } from '../problem.js';
import type { QueryContext } from '../queries/context.js';
import { hasRole } from '../rights.js';
import type { RevisionDoc, RevisionStep } from '../schemas/revision.js';
import { announcing, approving, returning, withdrawing, type Announcement } from './acts.js';
import { Approvers } from './approvers.js';
import { examineSound } from './examine.js';
import { VersionsInForce } from './in-force.js';
import { approvalRules, isInPreparation, type ApprovalRules } from './life.js';
import { revisionId, RevisionStore } from './revision-store.js';

type Given = Pick<QueryContext, 'store' | 'directory' | 'plans' | 'settings' | 'words' | 'now'>;

export class Revisions {
  private readonly revisions: RevisionStore;
  private readonly inForce: VersionsInForce;
  private readonly approvers: Approvers;

  constructor(private readonly given: Given) {
    this.revisions = new RevisionStore(given.store);
    this.inForce = new VersionsInForce(given);
    this.approvers = new Approvers(given);
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
    if (open) return this.told(open, await this.revisions.write(open, { state: 'inReview', xml, etag, note, authors }, step));
    const version = await this.revisions.nextVersion(procedureId);
    return this.told(undefined, await this.revisions.insert({ _id: revisionId(procedureId, version), procedureId, agencyId: procedure.agencyId, version, state: 'inReview', seq: 1, xml, etag, note, authors, history: [step], comments: [] }));
  }

  /** The next approval of the rules; with the last one the version is approved. Throws Refusal wrong-state, forbidden, four-eyes, open-comments. */
  async approve(actor: Actor, procedureId: string, version: number, note?: string): Promise<RevisionDoc> {
    const doc = await this.revisions.find(procedureId, version);
    const { change, step } = approving(actor, doc, await this.rulesFor(doc), this.given.now(), note);
    return this.told(doc, await this.revisions.write(doc, change, step));
  }

  /** Back to the author, who may change the draft again. */
  async sendBack(actor: Actor, procedureId: string, version: number, reason: string): Promise<RevisionDoc> {
    const doc = await this.revisions.find(procedureId, version);
    const { change, step } = returning(actor, doc, this.given.now(), reason);
    return this.told(doc, await this.revisions.write(doc, change, step));
  }

  /** By a decision; in force from its day, which brings it by itself. Throws Refusal wrong-state, forbidden, bad-request. */
  async announce(actor: Actor, procedureId: string, version: number, announcement: Announcement): Promise<RevisionDoc> {
    const { store, now, words } = this.given;
    const doc = await this.revisions.find(procedureId, version);
    const waiting = await store.revisions.find({ procedureId, state: 'announced', inForceFrom: { $gt: announcement.inForceFrom } }, { version: 1 }).lean();
    const { change, step } = announcing(actor, doc, announcement, now(), waiting);
    const examined = await examineSound(doc.xml, now(), words);
    const announced = await this.revisions.write(doc, change, step);
    await this.inForce.complete(announced, examined);
    await this.inForce.upToDate(procedureId);
    return this.revisions.find(procedureId, version);
  }

  /** Nothing new begins under it; what runs under it goes on. */
  async withdraw(actor: Actor, procedureId: string, version: number, reason: string): Promise<RevisionDoc> {
    const doc = await this.revisions.find(procedureId, version);
    const { change, step } = withdrawing(actor, doc, this.given.now(), reason);
    const withdrawn = await this.revisions.write(doc, change, step);
    await this.inForce.settle(procedureId);
    return withdrawn;
  }

  private async told(before: RevisionDoc | undefined, doc: RevisionDoc): Promise<RevisionDoc> {
    const { code, name } = (await this.given.store.procedures.findById(doc.procedureId, { code: 1, name: 1 }).lean())!;
    await this.approvers.tell(before, doc, { kind: 'versionWaits', id: doc.procedureId, code, title: name, rules: await this.rulesFor(doc) });
    return doc;
  }
}
