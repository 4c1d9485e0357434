/**
 * A package as a ZIP: `manifest.json` with the SHA-256 of every part, `signature.bin` over the bytes of the manifest, `key.pem`, and the parts.
 * What is read is counted before it is unpacked, and nothing is ever written under a name of the archive.
 */
import { createHash } from 'node:crypto';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { Refusal } from '../../models/problem.js';
import { zipRecords } from '../zip-records.js';
import { fingerprintOf, isSignedBy, readPublicKey, type SigningKey } from '../signing/key.js';

export const LARGEST_PACKAGE = 20_000_000;
const LARGEST_CONTENT = 60_000_000;
/** A blank form of the largest size, as base64. */
const LARGEST_PART = 7_000_000;
const MOST_PARTS = 2_000;
const PART = /^parts\/[a-z]+\/[A-Za-z0-9._-]{1,150}$/;
const FORMAT = 'dossierflow-package/1';

export interface Part { path: string; text: string }
export interface Opened { content: unknown; parts: ReadonlyMap<string, string>; fingerprint: string }
interface Manifest { format: string; content: unknown; parts: { path: string; sha256: string }[] }

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const bad = (message: string): Refusal => new Refusal('bad-package', message);

/** The same parts and content give the same bytes. */
export function pack(content: unknown, parts: readonly Part[], key: SigningKey): Buffer {
  const sorted = [...parts].sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ path, text }) => ({ path, bytes: strToU8(text) }));
  const manifest = strToU8(JSON.stringify({ format: FORMAT, content, parts: sorted.map(({ path, bytes }) => ({ path, sha256: sha256(bytes) })) } satisfies Manifest, null, 1));
  const files = { 'manifest.json': manifest, 'signature.bin': new Uint8Array(key.sign(Buffer.from(manifest))), 'key.pem': strToU8(key.publicKey), ...Object.fromEntries(sorted.map(({ path, bytes }) => [path, bytes])) };
  return Buffer.from(zipSync(files, { level: 6, mtime: new Date('2000-01-01T00:00:00Z') }));
}

/** Throws Refusal bad-package that says what is wrong: no ZIP, too large, unsigned, signed otherwise, a part missing, changed or not named. */
export function open(bytes: Buffer): Opened {
  const files = unpacked(bytes);
  const [manifest, signature, pem] = [files.get('manifest.json'), files.get('signature.bin'), files.get('key.pem')];
  if (!manifest) throw bad('it has no manifest.json');
  if (!signature || !pem) throw bad('it is not signed');
  const publicKey = Buffer.from(pem).toString('utf8');
  if (!readPublicKey(publicKey)) throw bad('key.pem is no Ed25519 public key');
  if (!isSignedBy(Buffer.from(manifest), Buffer.from(signature), publicKey)) throw bad('the signature does not fit the manifest: it was changed after it was signed');
  const { content, parts } = readManifest(manifest);
  const read = new Map<string, string>();
  for (const { path, sha256: wanted } of parts) {
    const part = files.get(path);
    if (!part) throw bad(`part ${path} is missing`);
    if (sha256(part) !== wanted) throw bad(`part ${path} was changed after the package was signed`);
    read.set(path, textOf(part, path));
  }
  const extra = [...files.keys()].find((path) => path.startsWith('parts/') && !read.has(path));
  if (extra !== undefined) throw bad(`part ${extra} does not stand in the manifest`);
  return { content, parts: read, fingerprint: fingerprintOf(publicKey) };
}

function unpacked(bytes: Buffer): Map<string, Uint8Array> {
  if (bytes.length > LARGEST_PACKAGE) throw bad('it is larger than 20 MB');
  const records = zipRecords(bytes);
  if (!records) throw bad('it is no ZIP file that can be read');
  const [differing] = records.differing;
  if (differing !== undefined) throw bad(`the two records of ${differing.slice(0, 200)} in the ZIP file differ: it was changed after it was made`);
  let [count, total] = [0, 0];
  let refused: Refusal | undefined;
  try {
    const files = unzipSync(bytes, { filter: ({ name, originalSize, size }) => {
      count += 1;
      total += originalSize;
      const isKnown = ['manifest.json', 'signature.bin', 'key.pem'].includes(name) || PART.test(name);
      if (!isKnown) refused ??= bad(`it has a file that no package has: ${name.slice(0, 200)}`);
      // Sizes of the directory may lie: what is packed tighter than text ever is, is refused unread.
      else if (count > MOST_PARTS || total > LARGEST_CONTENT || originalSize > LARGEST_PART || originalSize > 1_000 + size * 200) refused ??= bad('it unpacks to more than a package holds');
      return refused === undefined;
    } });
    if (refused) throw refused;
    return new Map(Object.entries(files));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw bad('it is no ZIP file that can be read');
  }
}

function readManifest(bytes: Uint8Array): Manifest {
  let read: Partial<Manifest> | null;
  try {
    read = JSON.parse(Buffer.from(bytes).toString('utf8')) as Partial<Manifest> | null;
  } catch {
    throw bad('manifest.json is no JSON');
  }
  if (read?.format !== FORMAT) throw bad(`it is not of the format ${FORMAT}`);
  const isPart = (each: unknown): boolean => typeof each === 'object' && each !== null && PART.test(String((each as { path?: unknown }).path)) && /^[0-9a-f]{64}$/.test(String((each as { sha256?: unknown }).sha256));
  if (!Array.isArray(read.parts) || !read.parts.every(isPart)) throw bad('manifest.json does not name its parts');
  return read as Manifest;
}

function textOf(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw bad(`part ${path} is no UTF-8 text`);
  }
}
