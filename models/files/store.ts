/** Where the bytes of files are kept. GridFS needs nothing more to be installed; a bucket of S3 stands behind the same interface (s3.ts). */
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
  /** Throws, in words for an operator, while files cannot be read and written. */
  probe(): Promise<void>;
  /** Ends connections of its own. */
  close(): void;
}

/** A bucket of an S3 server, and who we are there. */
export interface S3Place { endpoint: string; region: string; bucket: string; keyId: string; secret: string }

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

  /** They are where the database is, which has a probe of its own. */
  probe(): Promise<void> { return Promise.resolve(); }

  /** The connection is the database's, which closes it. */
  close(): void { /* nothing of its own */ }
}
