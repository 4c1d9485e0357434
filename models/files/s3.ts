/** Bytes of files in a bucket of Amazon S3, or of another server that speaks its protocol. Loaded only where one is configured. */
import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { FileStore, S3Place } from './store.js';

const CONNECT_WITHIN_MS = 5_000;
/** Without a byte in either direction. */
const SILENT_FOR_MS = 30_000;

export class S3Files implements FileStore {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor({ endpoint, region, bucket, keyId, secret }: S3Place) {
    this.bucket = bucket;
    this.client = new S3Client({
      endpoint, region, credentials: { accessKeyId: keyId, secretAccessKey: secret },
      // Servers in an own network rarely have a name per bucket, and many do not know the checksums that the client adds by itself.
      forcePathStyle: true, requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: CONNECT_WITHIN_MS, socketTimeout: SILENT_FOR_MS },
    });
  }

  /** In one request: the object is there whole, or not at all. */
  async write(id: string, bytes: Buffer): Promise<void> {
    await this.client.send(new PutObjectCommand({ Bucket: this.bucket, Key: id, Body: bytes, ContentLength: bytes.length }));
  }

  read(id: string): Readable {
    return Readable.from(this.chunks(id), { objectMode: false });
  }

  async remove(id: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: id }));
  }

  /** A wrong bucket, a wrong key and a server that is away are told before the first clerk brings a file. */
  async probe(): Promise<void> {
    try {
      await this.client.send(new HeadBucketCommand({ Bucket: this.bucket }));
    } catch (error) {
      const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
      throw new Error(`the bucket ${this.bucket} cannot be used (${$metadata?.httpStatusCode ?? name ?? 'no answer'})`, { cause: error });
    }
  }

  close(): void {
    this.client.destroy();
  }

  private async *chunks(id: string): AsyncGenerator<Buffer> {
    const { Body } = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: id }));
    yield* Body as Readable as AsyncIterable<Buffer>;
  }
}
