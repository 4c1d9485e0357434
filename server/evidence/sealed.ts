/**
 * An archive that proves itself: a manifest with the SHA-256 of every file, its Ed25519 signature by the key of the installation, and the
 * public key. They come last, because files are hashed as they are written: none is held longer than that, and the whole never.
 */
import { createHash } from 'node:crypto';
import type { SigningKey } from '../signing/key.js';
import type { ZipEntry } from '../zip.js';

export const FORMAT = 'dossierflow-evidence/1';
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'signature.bin';
export const KEY = 'key.pem';
export interface EvidenceFile { path: string; bytes: Buffer }
export interface EvidenceManifest { format: string; content: unknown; files: { path: string; sha256: string }[] }

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export async function* sealed(content: unknown, files: AsyncIterable<EvidenceFile> | Iterable<EvidenceFile>, key: SigningKey): AsyncGenerator<ZipEntry> {
  const listed: EvidenceManifest['files'] = [];
  for await (const { path, bytes } of files) {
    listed.push({ path, sha256: sha256(bytes) });
    yield { name: path, bytes };
  }
  const manifest = Buffer.from(JSON.stringify({ format: FORMAT, content, files: listed } satisfies EvidenceManifest, null, 1));
  yield { name: MANIFEST, bytes: manifest };
  yield { name: SIGNATURE, bytes: key.sign(manifest) };
  yield { name: KEY, bytes: Buffer.from(key.publicKey) };
}
