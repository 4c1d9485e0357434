/** What people do to a document of the quality system: write it, put it forward, approve, send back, announce and withdraw it. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../directory.js';
import { deskDay } from '../desk.js';
import { Refusal, wrongField } from '../problem.js';
import type { QueryContext } from '../queries/context.js';
import { Approvers } from '../revisions/approvers.js';
import { announcing, approving, returning, withdrawing, type Announcement } from '../revisions/acts.js';
import { approvalRules, isInPreparation, type ApprovalRules } from '../revisions/life.js';
import { hasRole, isOfAgency } from '../rights.js';
import type { DocumentContent, DocumentDraft, DocumentKind, DocumentRevisionDoc, Objective, QualityDocumentDoc, RichNode } from '../schemas/quality-document.js';
import { isDuplicate } from '../store.js';
import { stateOn } from './in-force.js';
import { documentRevisionId, DocumentStore, openOf } from './store.js';

/** `seq`: of the document as it was read. Without a text the file stays that was there. */
export interface DraftWish { seq: number; title?: string | undefined; concerned?: string[] | undefined; text?: RichNode | undefined; objectives?: Objective[] | undefined }
export const mayWriteDocuments = (actor: Actor, agencyId: string): boolean => hasRole(actor, 'designer', 'qmsOfficer', 'administrator') && isOfAgency(actor, agencyId);

export class QualityDocuments {
  readonly kept: DocumentStore;
  private readonly approvers: Approvers;

  constructor(private readonly given: Pick<QueryContext, 'store' | 'directory' | 'settings' | 'now'>) {
    this.kept = new DocumentStore(given.store);
    this.approvers = new Approvers(given);
  }

  async rulesFor(agencyId: string): Promise<ApprovalRules> {
    const { settings } = this.given;
    await settings.upToDate();
    return approvalRules(settings.get('version.approval', { agencyId }), settings.get('version.ownApproval', { agencyId }));
  }

  /** Throws Refusal document-exists. */
  async create(actor: Actor, { kind, code, title }: { kind: DocumentKind; code: string; title: string }): Promise<QualityDocumentDoc> {
    requireWriter(actor, actor.agencyId);
    const doc: QualityDocumentDoc = { _id: `doc-${randomUUID()}`, agencyId: actor.agencyId, kind, code, title, seq: 0 };
    try {
      await this.given.store.qualityDocuments.create(doc);
    } catch (error) {
      if (isDuplicate(error)) throw new Refusal('document-exists', `the agency has a document ${code} already`);
      throw error;
    }
    return doc;
  }

  /** Throws Refusal stale-draft, in-review, bad-request. */
  async saveDraft(actor: Actor, id: string, { text, objectives, ...wish }: DraftWish): Promise<QualityDocumentDoc> {
    const { doc, base } = await this.writable(actor, id);
    if (objectives && doc.kind !== 'objectives') throw wrongField('objectives', 'stand in a document of objectives');
    const kept = text ? { text } : base.content.file ? { file: base.content.file } : {};
    return this.keepDraft(actor, doc, base, { ...wish, content: { ...kept, ...(objectives ? { objectives } : {}) } });
  }

  /** What the draft says is now said otherwise. */
  async saveContent(actor: Actor, id: string, seq: number, content: (before: DocumentContent) => DocumentContent): Promise<QualityDocumentDoc> {
    const { doc, base } = await this.writable(actor, id);
    return this.keepDraft(actor, doc, base, { seq, content: content(base.content) });
  }

  /** Puts the draft forward; one that was sent back goes on under its number. Throws Refusal no-draft, bad-data, in-review. */
  async submit(actor: Actor, id: string, note: string): Promise<DocumentRevisionDoc> {
    const doc = await this.kept.document(actor, id);
    requireWriter(actor, doc.agencyId);
    if (!doc.draft) throw new Refusal('no-draft', 'there is no draft to put forward');
    const { title, content, concerned, authors } = doc.draft;
    if (!saysSomething(content)) throw new Refusal('bad-data', 'the draft says nothing yet');
    const last = await this.kept.last(id);
    const open = openOf(last);
    if (open && isInPreparation(open)) throw new Refusal('in-review', `version ${open.version} is in review`);
    const at = this.given.now();
    const said = { title, content, concerned, draftSeq: doc.seq, note, authors: [...new Set([...(open?.authors ?? []), ...authors, actor.id])], state: 'inReview' as const };
    const step = { act: 'submitted' as const, at, by: actor.id, note };
    if (open) return this.told(open, await this.kept.write(open, said, step));
    const version = (last?.version ?? 0) + 1;
    return this.told(undefined, await this.kept.insertRevision({ _id: documentRevisionId(id, version), documentId: id, agencyId: doc.agencyId, version, code: doc.code, kind: doc.kind, seq: 1, history: [step], comments: [], ...said }));
  }

  async approve(actor: Actor, id: string, version: number, note?: string): Promise<DocumentRevisionDoc> {
    const doc = await this.kept.find(actor, id, version);
    const { change, step } = approving(actor, doc, await this.rulesFor(doc.agencyId), this.given.now(), note);
    return this.told(doc, await this.kept.write(doc, change, step));
  }

  async sendBack(actor: Actor, id: string, version: number, reason: string): Promise<DocumentRevisionDoc> {
    const doc = await this.kept.find(actor, id, version);
    const { change, step } = returning(actor, doc, this.given.now(), reason);
    return this.told(doc, await this.kept.write(doc, change, step));
  }

  async announce(actor: Actor, id: string, version: number, announcement: Announcement): Promise<DocumentRevisionDoc> {
    const { store, now } = this.given;
    const doc = await this.kept.find(actor, id, version);
    const waiting = await store.documentRevisions.find({ documentId: id, state: 'announced', inForceFrom: { $gt: announcement.inForceFrom } }, { version: 1 }).lean();
    const { change, step } = announcing(actor, doc, announcement, now(), waiting);
    const announced = await this.kept.write(doc, change, step);
    await store.qualityDocuments.updateOne({ _id: id, seq: doc.draftSeq }, { $unset: { draft: '' }, $inc: { seq: 1 } });
    return announced;
  }

  async withdraw(actor: Actor, id: string, version: number, reason: string): Promise<DocumentRevisionDoc> {
    const doc = await this.kept.find(actor, id, version);
    const { now } = this.given;
    const { change, step } = withdrawing(actor, { ...doc, state: stateOn(doc, await this.kept.heads(id), deskDay(now())) }, now(), reason);
    return this.kept.write(doc, change, step);
  }

  private async told(before: DocumentRevisionDoc | undefined, doc: DocumentRevisionDoc): Promise<DocumentRevisionDoc> {
    await this.approvers.tell(before, doc, { kind: 'documentWaits', id: doc.documentId, code: doc.code, title: doc.title, rules: await this.rulesFor(doc.agencyId) });
    return doc;
  }

  /** With what a new draft begins with: the one there is, the last version, or nothing. */
  private async writable(actor: Actor, id: string): Promise<{ doc: QualityDocumentDoc; base: Pick<DocumentDraft, 'title' | 'content' | 'concerned' | 'authors'> }> {
    const doc = await this.kept.document(actor, id);
    requireWriter(actor, doc.agencyId);
    const last = await this.kept.last(id);
    if (last && isInPreparation(last)) throw new Refusal('in-review', `version ${last.version} is in review`);
    return { doc, base: doc.draft ?? { title: last?.title ?? doc.title, content: last?.content ?? {}, concerned: last?.concerned ?? [], authors: [] } };
  }

  private async keepDraft(actor: Actor, doc: QualityDocumentDoc, base: Pick<DocumentDraft, 'title' | 'concerned' | 'authors'>, { seq, content, title = base.title, concerned = base.concerned }: { seq: number; content: DocumentContent; title?: string | undefined; concerned?: string[] | undefined }): Promise<QualityDocumentDoc> {
    const { store, directory, now } = this.given;
    const own = new Set(directory.departmentsOf(doc.agencyId).map(({ _id }) => _id));
    const unknown = concerned.find((each) => !own.has(each));
    if (unknown !== undefined) throw wrongField('concerned', `${unknown} is no department of the agency`);
    const draft: DocumentDraft = { title, content, concerned: [...new Set(concerned)], authors: [...new Set([...base.authors, actor.id])], savedAt: now(), savedBy: actor.id };
    const written = await store.qualityDocuments.updateOne({ _id: doc._id, seq }, { $set: { draft, seq: seq + 1 } });
    if (written.matchedCount === 0) throw new Refusal('stale-draft', 'somebody else has saved the draft meanwhile');
    return { ...doc, draft, seq: seq + 1 };
  }
}

function requireWriter(actor: Actor, agencyId: string): void {
  if (!mayWriteDocuments(actor, agencyId)) throw new Refusal('forbidden', 'who keeps the quality system writes its documents');
}

const saysSomething = ({ text, file, objectives }: DocumentContent): boolean => file !== undefined || (objectives?.length ?? 0) > 0 || (text !== undefined && hasWords(text));
const hasWords = ({ text = '', content = [] }: RichNode): boolean => text.trim() !== '' || content.some(hasWords);
