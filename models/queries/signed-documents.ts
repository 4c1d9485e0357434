/** What anybody may ask of a signed copy: what it is, and whether it is still in force. */
import { deskDay, deskMidnight } from '../desk.js';
import { replacedBy, stateOn } from '../documents/in-force.js';
import { DocumentStore } from '../documents/store.js';
import { VersionsInForce } from '../revisions/in-force.js';
import { RevisionStore } from '../revisions/revision-store.js';
import { typedCode } from '../revisions/signed-documents.js';
import type { Decision, RevisionDoc } from '../schemas/revision.js';
import type { SignedDocumentDoc } from '../schemas/signed-document.js';
import type { QueryContext } from './context.js';
import { dayOf } from './procedures.js';

/** `ended`: when it was replaced or withdrawn, where that is known. */
export interface SignedDocumentState { doc: SignedDocumentDoc; state: RevisionDoc['state']; decision?: Decision; inForceFrom: Date; ended?: Date; replacedBy?: number }

export class SignedDocumentQueries {
  constructor(private readonly context: QueryContext) {}

  /** By the code on the paper, however it was typed. */
  async byCode(code: string): Promise<SignedDocumentState | undefined> {
    return this.stateOf(await this.context.store.signedDocuments.findById(typedCode(code)).lean());
  }

  async byHash(sha256: string): Promise<SignedDocumentDoc | undefined> {
    return (await this.context.store.signedDocuments.findOne({ sha256 }).lean()) ?? undefined;
  }

  /** Whether documents of this installation were signed with the certificate. */
  async isOwn(fingerprint: string): Promise<boolean> {
    return (await this.context.store.signedDocuments.exists({ fingerprint })) !== null;
  }

  private async stateOf(doc: SignedDocumentDoc | null): Promise<SignedDocumentState | undefined> {
    if (!doc) return undefined;
    return doc.kind === 'document' ? this.ofDocument(doc) : this.ofProcedure(doc);
  }

  private async ofProcedure(doc: SignedDocumentDoc): Promise<SignedDocumentState> {
    const { store } = this.context;
    const { procedureId, version } = doc;
    await new VersionsInForce(this.context).upToDate(procedureId);
    const [life, published] = await Promise.all([new RevisionStore(store).find(procedureId, version), store.versions.findOne({ procedureId, version }, { inForceFrom: 1, publishedAt: 1 }).lean()]);
    const { state, history, decision } = life;
    const end = [...history].reverse().find(({ act }) => act === state);
    return {
      doc, state, ...(decision ? { decision } : {}), inForceFrom: published ? deskMidnight(dayOf(published)) : doc.at,
      ...(state === 'replaced' || state === 'withdrawn' ? { ...(end ? { ended: end.at } : {}), ...(state === 'replaced' && end?.note ? { replacedBy: Number(end.note) } : {}) } : {}),
    };
  }

  private async ofDocument(doc: SignedDocumentDoc): Promise<SignedDocumentState | undefined> {
    const day = deskDay(this.context.now());
    const heads = await new DocumentStore(this.context.store).heads(doc.procedureId);
    const own = heads.find(({ version }) => version === doc.version);
    if (!own) return undefined;
    const [state, next] = [stateOn(own, heads, day), replacedBy(own, heads, day)];
    const end = state === 'withdrawn' ? own.history.filter(({ act }) => act === 'withdrawn').at(-1)?.at : next && deskMidnight(next.inForceFrom!);
    return { doc, state, ...(own.decision ? { decision: own.decision } : {}), inForceFrom: own.inForceFrom ? deskMidnight(own.inForceFrom) : doc.at, ...(end ? { ended: end } : {}), ...(next ? { replacedBy: next.version } : {}) };
  }
}
