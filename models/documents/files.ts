/** Documents of the quality system that were written elsewhere: their files. */
import { createHash, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Actor } from '../directory.js';
import { examineContent } from '../files/content.js';
import type { FileStore } from '../files/store.js';
import { Refusal } from '../problem.js';
import type { DocumentFile, QualityDocumentDoc } from '../schemas/quality-document.js';
import type { Store } from '../store.js';
import { mayWriteDocuments, type QualityDocuments } from './documents.js';

export const MOST_BYTES_OF_DOCUMENT = 20 * 1024 * 1024;
/** What people can open anywhere. */
const ACCEPTED = /^application\/(pdf|vnd\.openxmlformats-officedocument\.(wordprocessingml\.document|spreadsheetml\.sheet))$/;

export class DocumentFiles {
  constructor(private readonly store: Store, private readonly files: FileStore, private readonly documents: QualityDocuments) {}

  /** Takes the place of the draft's text, or of its file. Throws Refusal file-refused, stale-draft, in-review. */
  async put(actor: Actor, id: string, { seq, name, bytes }: { seq: number; name: string; bytes: Buffer }): Promise<QualityDocumentDoc> {
    const { agencyId, draft } = await this.documents.kept.document(actor, id);
    if (!mayWriteDocuments(actor, agencyId)) throw new Refusal('forbidden', 'who keeps the quality system writes its documents');
    const examined = await examineContent(name, bytes);
    if ('problem' in examined || !ACCEPTED.test(examined.mediaType)) throw new Refusal('file-refused', 'problem' in examined ? examined.problem : 'kind-not-accepted');
    const file: DocumentFile = { id: `document-${randomUUID()}`, name, mediaType: examined.mediaType, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    // The bytes first: a file that is named can be opened.
    await this.files.write(file.id, bytes);
    try {
      const saved = await this.documents.saveContent(actor, id, seq, ({ objectives }) => ({ file, ...(objectives ? { objectives } : {}) }));
      await this.drop(id, draft?.content.file);
      return saved;
    } catch (error) {
      await this.files.remove(file.id);
      throw error;
    }
  }

  async open(actor: Actor, id: string, version: number): Promise<{ file: DocumentFile; bytes: Readable }> {
    return this.read((await this.documents.kept.find(actor, id, version)).content.file);
  }

  async openDraft(actor: Actor, id: string): Promise<{ file: DocumentFile; bytes: Readable }> {
    const { agencyId, draft } = await this.documents.kept.document(actor, id);
    return this.read(mayWriteDocuments(actor, agencyId) ? draft?.content.file : undefined);
  }

  private read(file: DocumentFile | undefined): { file: DocumentFile; bytes: Readable } {
    if (!file) throw new Refusal('unknown-file', 'it is no file');
    return { file, bytes: this.files.read(file.id) };
  }

  /** Unless a version says it. */
  private async drop(documentId: string, file: DocumentFile | undefined): Promise<void> {
    if (file && !(await this.store.documentRevisions.exists({ documentId, 'content.file.id': file.id }))) await this.files.remove(file.id);
  }
}
