/** Files of dossiers: taken in piece by piece so that a broken line costs one piece, checked when whole, kept with their hash. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Actor } from '../directory.js';
import { examineContent, mediaTypeOfName } from '../files/content.js';
import type { FileStore } from '../files/store.js';
import { Refusal } from '../problem.js';
import { mayRemoveFile, visibleDossiers } from '../rights.js';
import type { AttachmentDoc, UploadDoc } from '../schemas/attachment.js';
import { isThere, type Store } from '../store.js';

export const MOST_BYTES_OF_FILE = 20 * 1024 * 1024;
export const MOST_BYTES_OF_DOSSIER = 200 * 1024 * 1024;
const PIECE = 256 * 1024;
/** An upload that nobody goes on with is forgotten after this time. */
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

export interface NewUpload { id: string; dossierId: string; part?: string; name: string; size: number }

export class Attachments {
  constructor(private readonly store: Store, private readonly files: FileStore, private readonly now: () => Date) {}

  async begin(actor: Actor, { id, dossierId, part, name, size }: NewUpload): Promise<void> {
    if (!(await this.store.dossiers.exists({ _id: dossierId, ...visibleDossiers(actor) }))) throw new Refusal('unknown-dossier', `no dossier ${dossierId}`);
    if (mediaTypeOfName(name) === undefined) throw new Refusal('file-refused', 'kind-not-accepted');
    if (size > MOST_BYTES_OF_FILE) throw new Refusal('file-too-large', `a file may have ${MOST_BYTES_OF_FILE} bytes`);
    if ((await this.bytesOf(dossierId)) + size > MOST_BYTES_OF_DOSSIER) throw new Refusal('file-too-large', `the files of a dossier may have ${MOST_BYTES_OF_DOSSIER} bytes together`);
    await this.store.uploads.create({ _id: id, dossierId, name, size, offset: 0, at: this.now(), by: actor.id, ...(part ? { part } : {}) });
  }

  /** How far an upload has come, entered ones too; undefined when it is not there, or not this person's. */
  async progress(actor: Actor, id: string): Promise<Pick<UploadDoc, 'dossierId' | 'name' | 'size' | 'offset'> | undefined> {
    const stored = await this.store.attachments.findOne({ _id: id, by: actor.id }).lean();
    return stored ? { dossierId: stored.dossierId, name: stored.name, size: stored.size, offset: stored.size } : this.pending(actor, id);
  }
  /** Undefined when it is not there, not this person's, or entered already. */
  async pending(actor: Actor, id: string): Promise<UploadDoc | undefined> {
    return (await this.store.uploads.findOne({ _id: id, by: actor.id }).lean()) ?? undefined;
  }

  /** Takes what the stream brings, up to the announced size; answers the bytes that have come in all. A piece that comes twice is the same piece. */
  async append({ _id, size }: UploadDoc, from: number, stream: Readable): Promise<number> {
    let offset = from;
    let rest: Buffer = Buffer.alloc(0);
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        rest = Buffer.concat([rest, chunk]);
        if (offset + rest.length > size) throw new Refusal('file-too-large', 'more bytes came than were announced');
        while (rest.length >= PIECE) {
          offset = await this.keep(_id, offset, rest.subarray(0, PIECE));
          rest = rest.subarray(PIECE);
        }
      }
    } finally {
      // What had come when the line broke need not come again.
      if (rest.length > 0 && offset + rest.length <= size) offset = await this.keep(_id, offset, rest);
    }
    return offset;
  }

  /** Checks the whole, moves it to the file store and enters it. Doing it again finds it entered. */
  async finish(upload: UploadDoc): Promise<AttachmentDoc> {
    const pieces = await this.store.uploadPieces.find({ upload: upload._id }).sort({ offset: 1 }).lean();
    const bytes = Buffer.concat(pieces.map((piece) => Buffer.from(piece.data.buffer)));
    const content = await examineContent(upload.name, bytes);
    if ('problem' in content) {
      await this.forget(upload._id);
      throw new Refusal('file-refused', content.problem);
    }
    const { _id, dossierId, part, name, by } = upload;
    const doc: AttachmentDoc = { _id, dossierId, name, mediaType: content.mediaType, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), at: this.now(), by, ...(part ? { part } : {}) };
    await this.files.write(_id, bytes);
    try {
      await this.store.attachments.create(doc);
    } catch (error) {
      if (!isThere(error)) throw error;
    }
    await this.forget(_id);
    return doc;
  }

  async forget(id: string): Promise<void> {
    await this.store.uploads.deleteOne({ _id: id });
    await this.store.uploadPieces.deleteMany({ upload: id });
  }

  /** Uploads that nobody went on with; answers how many. */
  async forgetOld(): Promise<number> {
    const old = await this.store.uploads.find({ at: { $lt: new Date(this.now().getTime() - FORGOTTEN_AFTER_MS) } }, { _id: 1 }).lean();
    for (const { _id } of old) await this.forget(_id);
    return old.length;
  }

  /** Who brought it, or the desk, takes it out again with a reason; the entry stays and says so. */
  async remove(actor: Actor, dossierId: string, id: string, reason: string): Promise<void> {
    const doc = await this.store.attachments.findOne({ _id: id, dossierId, removed: { $exists: false } }).lean();
    if (!doc || !(await this.store.dossiers.exists({ _id: dossierId, ...visibleDossiers(actor) }))) throw new Refusal('unknown-file', `no file ${id}`);
    if (!mayRemoveFile(actor, doc)) throw new Refusal('forbidden', 'only who brought it, or the desk, takes a file out');
    await this.store.attachments.updateOne({ _id: id }, { $set: { removed: { at: this.now(), by: actor.id, reason } } });
    await this.files.remove(id);
  }

  private async keep(upload: string, offset: number, data: Buffer): Promise<number> {
    const next = offset + data.length;
    try {
      await this.store.uploadPieces.create({ _id: `${upload}:${offset}`, upload, offset, data });
    } catch (error) {
      if (!isThere(error)) throw error;
    }
    await this.store.uploads.updateOne({ _id: upload, offset }, { $set: { offset: next } });
    return next;
  }

  private async bytesOf(dossierId: string): Promise<number> {
    const [stored, coming] = await Promise.all([
      this.store.attachments.find({ dossierId, removed: { $exists: false } }, { size: 1 }).lean(), this.store.uploads.find({ dossierId }, { size: 1 }).lean(),
    ]);
    return [...stored, ...coming].reduce((sum, { size }) => sum + size, 0);
  }
}
