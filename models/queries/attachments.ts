/** Files of a dossier, for those who may see the dossier. */
import type { Readable } from 'node:stream';
import type { AttachmentRow } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import type { FileStore } from '../files/store.js';
import { mayReadPersonal } from '../personal.js';
import { Refusal } from '../problem.js';
import { mayRemoveFile, visibleDossiers } from '../rights.js';
import type { AttachmentDoc } from '../schemas/attachment.js';
import type { QueryContext } from './context.js';

/** More than a dossier of the largest size holds in ordinary files. */
const MOST_ROWS = 1_000;

export class AttachmentQueries {
  constructor(private readonly context: QueryContext, private readonly files: FileStore) {}

  /** In the order in which they came, those taken out again too; undefined when the dossier is not for this person to see. */
  async list(actor: Actor, dossierId: string): Promise<AttachmentRow[] | undefined> {
    const dossier = await this.seen(actor, dossierId);
    if (!dossier) return undefined;
    const docs = await this.context.store.attachments.find({ dossierId }).sort({ at: 1, _id: 1 }).limit(MOST_ROWS).lean();
    return docs.map((doc) => ({ ...this.toRow(doc, actor), ...(mayReadPersonal(actor, dossier) ? {} : { closed: true as const }) }));
  }

  /** Undefined when it is not there, was taken out, or is not for this person to see. */
  async open(actor: Actor, dossierId: string, id: string): Promise<{ doc: AttachmentDoc; bytes: Readable } | undefined> {
    const dossier = await this.seen(actor, dossierId);
    if (!dossier) return undefined;
    if (!mayReadPersonal(actor, dossier)) throw new Refusal('personal-data', 'files of applicants are for the units that handle the dossier');
    const doc = await this.context.store.attachments.findOne({ _id: id, dossierId, removed: { $exists: false } }).lean();
    return doc ? { doc, bytes: this.files.read(id) } : undefined;
  }

  private seen(actor: Actor, dossierId: string) {
    return this.context.store.dossiers.findOne({ _id: dossierId, ...visibleDossiers(actor) }, { departments: 1, agencyId: 1, procedureId: 1, steps: 1 }).lean();
  }

  private toRow({ _id, part, name, mediaType, size, sha256, at, by, removed }: AttachmentDoc, actor: Actor): AttachmentRow {
    const { directory } = this.context;
    return {
      id: _id, name, mediaType, size, sha256, at: at.toISOString(), byName: directory.staffName(by), mayRemove: !removed && mayRemoveFile(actor, { by }),
      ...(part ? { part } : {}), ...(removed ? { removed: { at: removed.at.toISOString(), byName: directory.staffName(removed.by), reason: removed.reason } } : {}),
    };
  }
}
