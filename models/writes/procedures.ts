/** Drafts of procedures, and the short way from a draft into force. Published versions never change; a dossier keeps the one it began with. */
import { createHash } from 'node:crypto';
import type { Finding } from '../../engine/analysis/finding.js';
import type { WordList } from '../../engine/check.js';
import type { Diagnostic, ProcessGraph } from '../../engine/graph/types.js';
import { deskDay } from '../desk.js';
import type { Actor } from '../directory.js';
import type { PlanStore } from '../plans.js';
import { Refusal } from '../problem.js';
import { describe, examine, examineSound, type Examined } from '../revisions/examine.js';
import { VersionsInForce } from '../revisions/in-force.js';
import { isInPreparation } from '../revisions/life.js';
import { revisionId, RevisionStore } from '../revisions/revision-store.js';
import { hasRole } from '../rights.js';
import type { DraftPart, ProcedureDoc } from '../schemas/procedure.js';
import type { Settings } from '../settings/settings.js';
import { isDuplicate, type Store } from '../store.js';

export interface Published { version: number; planHash: string; warnings: (Diagnostic | Finding)[] }

export const etagOf = (xml: string): string => `"${createHash('sha256').update(xml).digest('base64url').slice(0, 22)}"`;

export class ProcedureWrites {
  private readonly revisions: RevisionStore;

  constructor(private readonly store: Store, private readonly plans: PlanStore, private readonly now: () => Date, private readonly words?: WordList, private readonly settings?: Settings) {
    this.revisions = new RevisionStore(store);
  }

  /** Without keeping it. */
  examine(xml: string): Promise<Examined> { return examine(xml, undefined, undefined, this.words); }

  /** Stores a draft. `expected` is the ETag of the draft, or of the version, that was edited. Throws Refusal stale-draft, in-review. */
  async saveDraft(actor: Actor, procedureId: string, xml: string, expected?: string): Promise<{ etag: string; savedAt: Date }> {
    requireDesigner(actor);
    const procedure = await this.find(procedureId);
    const current = procedure.draft?.etag;
    if (current !== undefined && expected !== current) throw new Refusal('stale-draft', 'the draft was saved by somebody else meanwhile');
    const draft = { xml, etag: etagOf(xml), savedAt: this.now(), savedBy: actor.id };
    await this.keepDraft(procedureId, draft, current);
    return { etag: draft.etag, savedAt: draft.savedAt };
  }

  /** A new procedure with a first draft; its id is made from the code. */
  async create(actor: Actor, procedureId: string, xml: string): Promise<void> {
    requireDesigner(actor);
    const { root } = await examine(xml);
    await this.insert(procedureId, actor.agencyId, root, { xml, etag: etagOf(xml), savedAt: this.now(), savedBy: actor.id });
  }

  /** Publishes the draft at once, where a setting allows it. Refused with every reason when the drawing cannot run; findings are told, and stay with the version. */
  async publish(actor: Actor, procedureId: string, note: string | undefined): Promise<Published> {
    requireDesigner(actor);
    const { draft, agencyId } = await this.find(procedureId);
    if (!draft) throw new Refusal('no-draft', 'there is no draft to publish');
    await this.settings?.upToDate();
    if (this.settings?.get('version.directIssue', { agencyId, procedureId }) === 'off') throw new Refusal('direct-issue-off', 'the agency lets no version be put in force without review, approval and decision');
    return this.publishXml(procedureId, draft.xml, actor.id, note, draft.etag);
  }

  /** The whole way in one go, and in force from today. What has been put forward goes its own way first. */
  async publishXml(procedureId: string, xml: string, by: string, note?: string, draftEtag?: string): Promise<Published> {
    const examined = await examineSound(xml, this.now(), this.words);
    await this.refuseInReview(procedureId);
    const [procedure, version, open] = await Promise.all([this.find(procedureId), this.revisions.nextVersion(procedureId), this.revisions.open(procedureId)]);
    const issued = { act: 'issued', at: this.now(), by, ...(note && { note }) } as const;
    const facts = { state: 'announced', xml, etag: draftEtag ?? '', ...(note && { note }), inForceFrom: deskDay(this.now()) } as const;
    const doc = open ? await this.revisions.write(open, { ...facts, authors: [...new Set([...open.authors, by])] }, issued)
      : await this.revisions.insert({ _id: revisionId(procedureId, version), procedureId, agencyId: procedure.agencyId, version, seq: 1, ...facts, authors: [by], history: [issued], comments: [] });
    const inForce = new VersionsInForce({ store: this.store, plans: this.plans, now: this.now, words: this.words });
    await inForce.complete(doc, examined);
    await inForce.upToDate(procedureId);
    return { version: doc.version, planHash: examined.plan.hash, warnings: [...examined.warnings, ...examined.findings] };
  }

  /** A former version as a new one: in force at once where a setting allows it, and then its number; else a draft that goes its way. */
  async restore(actor: Actor, procedureId: string, version: number, note: string): Promise<number | undefined> {
    const former = await this.store.versions.findOne({ procedureId, version }, { xml: 1 }).lean();
    if (!former) throw new Refusal('unknown-version', `procedure ${procedureId} has no version ${version}`);
    const { agencyId, draft } = await this.find(procedureId);
    await this.settings?.upToDate();
    if (this.settings?.get('version.directIssue', { agencyId, procedureId }) === 'on') return (await this.publishXml(procedureId, former.xml, actor.id, note)).version;
    if (draft) throw new Refusal('stale-draft', 'there is a draft that has to be dealt with first');
    await this.keepDraft(procedureId, { xml: former.xml, etag: etagOf(former.xml), savedAt: this.now(), savedBy: actor.id }, undefined);
    return undefined;
  }

  async insert(procedureId: string, agencyId: string, root: ProcessGraph | undefined, draft?: ProcedureDoc['draft']): Promise<void> {
    const doc: ProcedureDoc = { _id: procedureId, agencyId, findings: { error: 0, warning: 0, advice: 0 }, ...describe(root, procedureId), ...(draft ? { draft } : {}) };
    try {
      await this.store.procedures.create(doc);
    } catch (error) {
      if (isDuplicate(error)) throw new Refusal('procedure-exists', `there is a procedure ${procedureId} already`);
      throw error;
    }
  }

  /** In place of the draft that has this ETag, or of none. */
  private async keepDraft(procedureId: string, draft: DraftPart, current: string | undefined): Promise<void> {
    await this.refuseInReview(procedureId);
    const unchanged = current === undefined ? { draft: { $exists: false } } : { 'draft.etag': current };
    const written = await this.store.procedures.updateOne({ _id: procedureId, ...unchanged }, { $set: { draft } });
    if (written.matchedCount === 0) throw new Refusal('stale-draft', 'the draft was saved by somebody else meanwhile');
  }

  private async refuseInReview(procedureId: string): Promise<void> {
    const open = await this.revisions.open(procedureId);
    if (open && isInPreparation(open)) throw new Refusal('in-review', `version ${open.version} is in review: it has to be sent back before the draft changes`);
  }

  private async find(procedureId: string): Promise<ProcedureDoc> {
    const found = await this.store.procedures.findById(procedureId).lean();
    if (!found) throw new Refusal('unknown-procedure', `no procedure ${procedureId}`);
    return found;
  }
}

function requireDesigner(actor: Actor): void {
  if (!hasRole(actor, 'designer', 'administrator')) throw new Refusal('forbidden', 'only a process designer changes procedures');
}
