/** Which store of files the settings name. */
import type { Store } from '../store.js';
import { GridFsFiles, type FileStore, type S3Place } from './store.js';

/** The bucket where one is given, else the database. The S3 client is loaded only for a bucket: a start without one does not pay for it. */
export async function openFiles(store: Store, s3?: S3Place): Promise<FileStore> {
  if (!s3) return new GridFsFiles(store);
  const { S3Files } = await import('./s3.js');
  return new S3Files(s3);
}
