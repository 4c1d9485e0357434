/** Where the bytes of files are kept. GridFS needs nothing more to be installed; another store can stand behind the same interface. */
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import mongoose from 'mongoose';
import type { Store } from '../store.js';

export interface FileStore {
  /** Under an id that is never used again. */
  write(id: string, bytes: Buffer): Promise<void>;
  /** The stream fails when there is no such file. */
  read(id: string): Readable;
  /** Nothing happens when there is no such file. */
  remove(id: string): Promise<void>;
}

export class GridFsFiles implements FileStore {
  private readonly bucket: mongoose.mongo.GridFSBucket;

  constructor({ connection }: Store) {
    if (!connection.db) throw new Error('InvariantViolation: files are stored over an open connection');
    this.bucket = new mongoose.mongo.GridFSBucket(connection.db, { bucketName: 'files' });
  }

  async write(id: string, bytes: Buffer): Promise<void> {
    await pipeline([bytes], this.bucket.openUploadStream(id));
  }

  read(id: string): Readable {
    return this.bucket.openDownloadStreamByName(id);
  }

  async remove(id: string): Promise<void> {
    for await (const file of this.bucket.find({ filename: id })) await this.bucket.delete(file._id);
  }
}
