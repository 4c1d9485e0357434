/** Links dossiers of internal audit, corrective action and management review with what they speak of, and finds them from either side. */
import type { DossierQualityView, QualityLinkRow } from '../../server/contract.js';
import { deskDay } from '../desk.js';
import type { Actor } from '../directory.js';
import { inForceOn } from '../documents/in-force.js';
import { DocumentStore } from '../documents/store.js';
import { Refusal, wrongField } from '../problem.js';
import type { QueryContext } from '../queries/context.js';
import { ofAgency, visibleDossiers } from '../rights.js';
import type { DossierRelation } from '../schemas/improvement.js';
import type { QualityLinkDoc, QualityLinkKind } from '../schemas/quality-link.js';
import { isThere } from '../store.js';

/** As the framework for localities names the procedures of the quality system. */
export const AUDIT = 'P14';
export const REVIEW = 'P16';
const RELATIONS: Readonly<Record<string, DossierRelation>> = { [AUDIT]: 'audit', P15: 'correctiveAction', [REVIEW]: 'review' };
/** What which of them may be linked with. */
const KINDS: Readonly<Record<string, readonly QualityLinkKind[]>> = { audit: ['procedure', 'document'], correctiveAction: ['procedure', 'document'], review: ['reviewPack', 'document'] };
const MOST = 100;

export type AskedLink = { kind: 'procedure' | 'document'; ref: string } | { kind: 'reviewPack'; from: string; to: string };
type Named = Pick<QualityLinkDoc, 'ref' | 'title' | 'version'>;

/** Packs, then procedures, then documents, each by name: several are linked within the same moment. */
export const inOrder = <D extends Pick<QualityLinkDoc, 'kind' | 'title'>>(docs: readonly D[]): D[] => [...docs].sort((a, b) => b.kind.localeCompare(a.kind) || a.title.localeCompare(b.title, 'vi'));

export class QualityLinks {
  private readonly documents: DocumentStore;

  constructor(private readonly context: Pick<QueryContext, 'store' | 'directory' | 'now'>) {
    this.documents = new DocumentStore(context.store);
  }

  /** Throws Refusal unknown-dossier. */
  async of(actor: Actor, dossierId: string): Promise<DossierQualityView> {
    const { relation } = await this.dossier(actor, dossierId);
    const docs = relation ? await this.context.store.qualityLinks.find({ dossierId, agencyId: ofAgency(actor) }).limit(MOST).lean() : [];
    return { ...(relation && { relation }), kinds: [...(KINDS[relation ?? ''] ?? [])], links: inOrder(docs).map((doc) => this.rowOf(doc)) };
  }

  /** Dossiers that speak of it, the latest first. */
  async about(actor: Actor, kind: QualityLinkKind, ref: string | undefined): Promise<QualityLinkRow[]> {
    const docs = await this.context.store.qualityLinks.find({ agencyId: ofAgency(actor), kind, ...(ref !== undefined && { ref }) }).sort({ at: -1 }).limit(MOST).lean();
    return docs.map((doc) => this.rowOf(doc));
  }

  /** Once, however often it is asked for. Throws Refusal unknown-dossier, unknown-procedure, unknown-document, bad-request. */
  async add(actor: Actor, dossierId: string, asked: AskedLink): Promise<void> {
    const { store, now } = this.context;
    const { dossierNo, relation } = await this.dossier(actor, dossierId);
    if (!relation || !KINDS[relation]!.includes(asked.kind)) throw wrongField('kind', 'is nothing that a dossier of this procedure speaks of');
    const named = await this.named(actor, asked);
    const doc: QualityLinkDoc = { _id: `${actor.agencyId}:${dossierId}:${asked.kind}:${named.ref}`, agencyId: actor.agencyId, dossierId, dossierNo, relation, kind: asked.kind, ...named, at: now(), by: actor.id };
    await store.qualityLinks.create(doc).catch((error: unknown) => { if (!isThere(error)) throw error; });
  }

  private async named(actor: Actor, asked: AskedLink): Promise<Named> {
    const { store, now } = this.context;
    switch (asked.kind) {
      case 'reviewPack': return { ref: `${asked.from}..${asked.to}`, title: '' };
      case 'procedure': {
        const found = await store.procedures.findById(asked.ref, { code: 1, name: 1, currentVersion: 1 }).lean();
        if (!found) throw new Refusal('unknown-procedure', `no procedure ${asked.ref}`);
        return { ref: found._id, title: `${found.code} ${found.name}`, ...(found.currentVersion !== undefined && { version: found.currentVersion }) };
      }
      case 'document': {
        const { _id, code, title } = await this.documents.document(actor, asked.ref);
        const held = inForceOn(await this.documents.heads(_id), deskDay(now()));
        return { ref: _id, title: `${code} ${held?.title ?? title}`, ...(held && { version: held.version }) };
      }
    }
  }

  private async dossier(actor: Actor, dossierId: string): Promise<{ dossierNo: string; relation: DossierRelation | undefined }> {
    const found = await this.context.store.dossiers.findOne({ _id: dossierId, ...visibleDossiers(actor) }, { dossierNo: 1, procedureCode: 1 }).lean();
    if (!found) throw new Refusal('unknown-dossier', `no dossier ${dossierId}`);
    return { dossierNo: found.dossierNo, relation: RELATIONS[found.procedureCode] };
  }

  private rowOf({ dossierId, dossierNo, relation, kind, ref, title, version, at, by }: QualityLinkDoc): QualityLinkRow {
    return { dossierId, dossierNo, relation, kind, ref, title, ...(version !== undefined && { version }), at: at.toISOString(), byName: this.context.directory.staffName(by) };
  }
}
