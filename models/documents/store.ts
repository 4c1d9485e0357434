/** Reads and writes documents of the quality system and their revisions; another agency's are not there. */
import type { Actor } from '../directory.js';
import { Refusal } from '../problem.js';
import { isInPreparation } from '../revisions/life.js';
import { isOfAgency } from '../rights.js';
import type { DocumentRevisionDoc, DocumentStepDoc, QualityDocumentDoc } from '../schemas/quality-document.js';
import type { RevisionStep } from '../schemas/revision.js';
import { isDuplicate, type Store } from '../store.js';

type Change = Partial<Pick<DocumentRevisionDoc, 'state' | 'title' | 'content' | 'concerned' | 'draftSeq' | 'note' | 'authors' | 'comments' | 'decision' | 'inForceFrom'>>;
/** What a list needs of a revision: neither what it says nor what was said of it. */
export type RevisionHead = Omit<DocumentRevisionDoc, 'content' | 'comments'>;
export const HEAD = { content: 0, comments: 0 } as const;
export const documentRevisionId = (documentId: string, version: number): string => `${documentId}@${version}`;

export class DocumentStore {
  constructor(private readonly store: Store) {}

  /** Throws Refusal unknown-document. */
  async document(actor: Actor, id: string): Promise<QualityDocumentDoc> {
    const found = await this.store.qualityDocuments.findById(id).lean();
    if (!found || !isOfAgency(actor, found.agencyId)) throw new Refusal('unknown-document', `no document ${id}`);
    return found;
  }

  /** Throws Refusal unknown-document, unknown-version. */
  async find(actor: Actor, id: string, version: number): Promise<DocumentRevisionDoc> {
    await this.document(actor, id);
    const found = await this.store.documentRevisions.findById(documentRevisionId(id, version)).lean();
    if (!found) throw new Refusal('unknown-version', `document ${id} has no version ${version}`);
    return found;
  }

  /** The latest first. */
  heads(documentId: string): Promise<RevisionHead[]> {
    return this.store.documentRevisions.find({ documentId }, HEAD).sort({ version: -1 }).lean<RevisionHead[]>();
  }

  async last(documentId: string): Promise<DocumentRevisionDoc | undefined> {
    return (await this.store.documentRevisions.find({ documentId }).sort({ version: -1 }).limit(1).lean())[0];
  }

  async insertRevision(doc: DocumentRevisionDoc): Promise<DocumentRevisionDoc> {
    try {
      await this.store.documentRevisions.create(doc);
    } catch (error) {
      if (isDuplicate(error)) throw new Refusal('published-meanwhile', `version ${doc.version} was put forward by somebody else meanwhile`);
      throw error;
    }
    await this.keepSteps(doc);
    return doc;
  }

  /** Throws Refusal stale when it is no longer as it was read. */
  async write(doc: DocumentRevisionDoc, change: Change, step?: RevisionStep): Promise<DocumentRevisionDoc> {
    const next = { ...change, history: step ? [...doc.history, step] : doc.history, seq: doc.seq + 1 };
    const written = await this.store.documentRevisions.updateOne({ _id: doc._id, seq: doc.seq }, { $set: next });
    if (written.matchedCount === 0) throw new Refusal('stale', 'somebody else has acted on this version meanwhile');
    const now = { ...doc, ...next };
    if (step) await this.keepSteps(now);
    return now;
  }

  /** Each act as a document of its own, for the trail. What a process that died has left out comes with the next act. */
  private async keepSteps({ _id, documentId, agencyId, version, history, decision, inForceFrom }: DocumentRevisionDoc): Promise<void> {
    const kept = new Set((await this.store.documentSteps.find({ documentId, version }, { _id: 1 }).lean()).map((each) => each._id));
    const missing = history.map((step, n): DocumentStepDoc => ({
      ...step, _id: `${_id}:${n}`, documentId, agencyId, version, ...(step.act === 'announced' && { ...(decision && { decision }), ...(inForceFrom && { inForceFrom }) }),
    })).filter((each) => !kept.has(each._id));
    for (const each of missing) await this.store.documentSteps.create(each).catch((error: unknown) => { if (!isDuplicate(error)) throw error; });
  }
}

/** In review or waiting to be announced, or back with its author. */
export const openOf = (last: DocumentRevisionDoc | undefined): DocumentRevisionDoc | undefined => (last && (isInPreparation(last) || last.state === 'returned') ? last : undefined);
