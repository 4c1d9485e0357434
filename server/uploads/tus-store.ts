/** Pieces of uploads as the tus protocol wants to store them, over the files of dossiers. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import type { Actor } from '../../models/directory.js';
import { Refusal } from '../../models/problem.js';
import type { UploadDoc } from '../../models/schemas/attachment.js';
import type { Attachments } from '../../models/writes/attachments.js';
import { filled, z } from '../http/validate.js';

/** The protocol's server knows requests, not people: the acting person travels beside it. */
export const acting = new AsyncLocalStorage<Actor>();

const metadata = z.object({ dossierId: z.string().min(1).max(100), name: filled(200).refine((name) => !/[\\/]/.test(name)), part: z.string().max(100).optional() });

export class TusStore extends DataStore {
  constructor(private readonly attachments: Attachments) {
    super();
    this.extensions = ['creation', 'termination'];
  }

  override async create(upload: Upload): Promise<Upload> {
    const read = metadata.safeParse(upload.metadata ?? {});
    if (!read.success || upload.size === undefined) throw new Refusal('bad-data', 'Upload-Metadata needs dossierId and name, and the size must be known');
    const { dossierId, name, part } = read.data;
    await this.attachments.begin(person(), { id: upload.id, dossierId, name, size: upload.size, ...(part ? { part } : {}) });
    return upload;
  }

  /** Whoever asks again after a lost answer is told that all has come; what could not be entered then is entered now. */
  override async getUpload(id: string): Promise<Upload> {
    const { name, dossierId, size, offset } = await this.attachments.progress(person(), id) ?? notFound();
    if (offset === size) await this.finish(id);
    return new Upload({ id, size, offset, metadata: { name, dossierId } });
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    return this.attachments.append(await this.pending(id), offset, stream);
  }

  override async remove(id: string): Promise<void> {
    await this.pending(id);
    await this.attachments.forget(id);
  }

  async finish(id: string): Promise<void> {
    const pending = await this.attachments.pending(person(), id);
    if (pending) await this.attachments.finish(pending);
  }

  private async pending(id: string): Promise<UploadDoc> {
    return await this.attachments.pending(person(), id) ?? notFound();
  }
}

function notFound(): never {
  // The protocol's server knows its errors by their status.
  throw ERRORS.FILE_NOT_FOUND;
}

function person(): Actor {
  const actor = acting.getStore();
  if (!actor) throw new Error('InvariantViolation: an upload without a person');
  return actor;
}
