/** Documents of the quality system as lists and pages show them, with what the reader may do. */
import type { DocumentContent, DocumentList, DocumentRevisionView, DocumentRow, DocumentUnit, DocumentView } from '../../server/contract.js';
import { deskDay } from '../desk.js';
import type { Actor } from '../directory.js';
import { mayWriteDocuments, QualityDocuments } from '../documents/documents.js';
import { inForceOn, stateOn } from '../documents/in-force.js';
import { isConcerned, Reading } from '../documents/reading.js';
import { HEAD, type RevisionHead } from '../documents/store.js';
import { signedCopy } from '../revisions/signed-documents.js';
import { isInPreparation } from '../revisions/life.js';
import { hasRole, ofAgency } from '../rights.js';
import type { DocumentContent as Kept, DocumentKind, QualityDocumentDoc } from '../schemas/quality-document.js';
import { skipOf, type Paging, type QueryContext } from './context.js';
import { lifeOf } from './revisions.js';

export interface DocumentFilter { kind?: DocumentKind | undefined; toRead?: boolean | undefined }
type Named = Pick<QualityDocumentDoc, '_id' | 'code' | 'title' | 'kind'>;

export class DocumentQueries {
  private readonly documents: QualityDocuments;
  private readonly reading: Reading;

  constructor(private readonly context: QueryContext) {
    this.documents = new QualityDocuments(context);
    this.reading = new Reading(context);
  }

  /** By code. */
  async list(actor: Actor, { kind, toRead, ...paging }: DocumentFilter & Paging): Promise<DocumentList> {
    const { store } = this.context;
    const of = { agencyId: ofAgency(actor) };
    const revisions = groupedBy(await store.documentRevisions.find(of, HEAD).lean<RevisionHead[]>());
    const left = await this.leftToRead(actor, revisions);
    const filter = { ...of, ...(kind && { kind }), ...(toRead === undefined ? {} : { _id: toRead ? { $in: [...left] } : { $nin: [...left] } }) };
    const [docs, total] = await Promise.all([store.qualityDocuments.find(filter, { draft: 0 }).sort({ code: 1, _id: 1 }).skip(skipOf(paging)).limit(paging.pageSize).lean<Named[]>(), store.qualityDocuments.countDocuments(filter)]);
    return {
      items: docs.map((doc) => this.rowOf(doc, revisions.get(doc._id) ?? [], left.has(doc._id))), total, page: paging.page, pageSize: paging.pageSize, toRead: left.size, mayWrite: mayWriteDocuments(actor, actor.agencyId),
    };
  }

  async view(actor: Actor, id: string): Promise<DocumentView> {
    const { directory } = this.context;
    const doc = await this.documents.kept.document(actor, id);
    const heads = await this.documents.kept.heads(id);
    const mayWrite = mayWriteDocuments(actor, doc.agencyId);
    const { draft } = doc;
    const day = this.today();
    return {
      ...this.rowOf(doc, heads, (await this.leftToRead(actor, new Map([[id, heads]]))).has(id)), seq: doc.seq, mayWrite,
      versions: heads.map((each) => ({ version: each.version, state: stateOn(each, heads, day), title: each.title, at: each.history.at(-1)!.at.toISOString(), ...(each.note ? { note: each.note } : {}), ...(each.inForceFrom ? { inForceFrom: each.inForceFrom } : {}), ...(each.decision ? { decision: each.decision } : {}) })),
      ...(mayWrite && draft ? { draft: { title: draft.title, content: shown(draft.content), concerned: this.units(draft.concerned), savedAt: draft.savedAt.toISOString(), savedByName: directory.staffName(draft.savedBy) } } : {}),
      departments: mayWrite ? directory.departmentsOf(doc.agencyId).map(({ _id, name }) => ({ id: _id, name })) : [],
    };
  }

  async revision(actor: Actor, id: string, version: number): Promise<DocumentRevisionView> {
    const doc = await this.documents.kept.find(actor, id, version);
    const heads = await this.documents.kept.heads(id);
    const day = this.today();
    const [readAt] = (await this.reading.readBy(actor, [doc._id])).values();
    const concerned = isConcerned(actor, doc);
    const rules = await this.documents.rulesFor(doc.agencyId);
    return {
      ...lifeOf(actor, { ...doc, state: stateOn(doc, heads, day) }, { rules, directory: this.context.directory }),
      ...(await signedCopy(this.context.store, id, version)), documentId: id, code: doc.code, title: doc.title, kind: doc.kind, content: shown(doc.content), concerned: this.units(doc.concerned),
      reading: {
        concerned, ...(readAt ? { readAt: readAt.toISOString() } : {}), mayConfirm: concerned && !readAt && inForceOn(heads, day)?.version === version,
        maySeeReaders: doc.inForceFrom !== undefined && hasRole(actor, 'qmsOfficer', 'leader', 'manager', 'administrator', 'head'),
      },
    };
  }

  /** Documents whose revision in force concerns the reader, and that he has not said to have read. */
  private async leftToRead(actor: Actor, revisions: ReadonlyMap<string, readonly RevisionHead[]>): Promise<Set<string>> {
    const day = this.today();
    const inForce = [...revisions.values()].flatMap((each) => inForceOn(each, day) ?? []).filter((each) => isConcerned(actor, each));
    const read = await this.reading.readBy(actor, inForce.map(({ _id }) => _id));
    return new Set(inForce.filter(({ _id }) => !read.has(_id)).map(({ documentId }) => documentId));
  }

  private rowOf({ _id, code, title, kind }: Named, heads: readonly RevisionHead[], toRead: boolean): DocumentRow {
    const day = this.today();
    const last = heads.reduce<RevisionHead | undefined>((best, each) => (best && best.version > each.version ? best : each), undefined);
    const told = inForceOn(heads, day) ?? last;
    const open = last && (isInPreparation(last) || last.state === 'returned') ? last : undefined;
    return {
      id: _id, code, title: told?.title ?? title, kind, toRead, ...(told ? { version: told.version, state: stateOn(told, heads, day) } : {}), ...(told?.inForceFrom ? { inForceFrom: told.inForceFrom } : {}),
      ...(open ? { inPreparation: { version: open.version, state: open.state } } : {}),
    };
  }

  private readonly units = (ids: readonly string[]): DocumentUnit[] => ids.map((id) => ({ id, name: this.context.directory.departmentName(id) }));
  private readonly today = (): string => deskDay(this.context.now());
}

/** Without where the bytes are. */
function shown({ file, ...content }: Kept): DocumentContent {
  return { ...content, ...(file ? { file: { name: file.name, mediaType: file.mediaType, size: file.size, sha256: file.sha256 } } : {}) };
}

function groupedBy(revisions: readonly RevisionHead[]): Map<string, RevisionHead[]> {
  const of = new Map<string, RevisionHead[]>();
  for (const each of revisions) of.set(each.documentId, [...(of.get(each.documentId) ?? []), each]);
  return of;
}
