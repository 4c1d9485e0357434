/** Blank forms of procedures: designers put them there, everybody downloads them. */
import { createHash, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Actor } from '../directory.js';
import { examineContent } from '../files/content.js';
import type { FileStore } from '../files/store.js';
import { Refusal } from '../problem.js';
import { hasRole } from '../rights.js';
import type { BlankFormDoc } from '../schemas/blank-form.js';
import type { Store } from '../store.js';

export const MOST_BYTES_OF_FORM = 5 * 1024 * 1024;

export class BlankForms {
  constructor(private readonly store: Store, private readonly files: FileStore, private readonly now: () => Date) {}

  list(procedureId: string): Promise<BlankFormDoc[]> {
    return this.store.blankForms.find({ procedureId }).sort({ name: 1, at: -1 }).limit(100).lean();
  }

  async open(procedureId: string, id: string): Promise<{ doc: BlankFormDoc; bytes: Readable } | undefined> {
    const doc = await this.store.blankForms.findOne({ _id: id, procedureId }).lean();
    return doc ? { doc, bytes: this.files.read(id) } : undefined;
  }

  /** Takes the place of the file that the form had. Throws Refusal unknown-procedure, file-refused, forbidden. */
  async put(actor: Actor, procedureId: string, { name, fileName, bytes }: { name: string; fileName: string; bytes: Buffer }): Promise<BlankFormDoc> {
    requireDesigner(actor);
    if (!(await this.store.procedures.exists({ _id: procedureId }))) throw new Refusal('unknown-procedure', `no procedure ${procedureId}`);
    const examined = await examineContent(fileName, bytes);
    if ('problem' in examined) throw new Refusal('file-refused', examined.problem);
    const doc: BlankFormDoc = { _id: `form-${randomUUID()}`, procedureId, name, fileName, mediaType: examined.mediaType, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), at: this.now(), by: actor.id };
    // The bytes first: a form that is listed can be downloaded.
    await this.files.write(doc._id, bytes);
    const before = await this.store.blankForms.find({ procedureId, name }, { _id: 1 }).lean();
    await this.store.blankForms.create(doc);
    for (const { _id } of before) await this.drop(_id);
    return doc;
  }

  async remove(actor: Actor, procedureId: string, id: string): Promise<void> {
    requireDesigner(actor);
    if (!(await this.store.blankForms.exists({ _id: id, procedureId }))) throw new Refusal('unknown-file', `no form ${id}`);
    await this.drop(id);
  }

  private async drop(id: string): Promise<void> {
    await this.store.blankForms.deleteOne({ _id: id });
    await this.files.remove(id);
  }
}

function requireDesigner(actor: Actor): void {
  if (!hasRole(actor, 'designer', 'administrator')) throw new Refusal('forbidden', 'only a process designer changes procedures');
}
