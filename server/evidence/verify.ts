/** Whether an evidence pack is as it was signed. Every file that was changed, taken out or slipped in is named; one file is unpacked at a time. */
import { unzipSync } from 'fflate';
import type { EvidenceProblem } from '../contract.js';
import { zipRecords, type ZipRecords } from '../zip-records.js';
import { fingerprintOf, isSignedBy, readPublicKey } from '../signing/key.js';
import { FORMAT, KEY, MANIFEST, sha256, SIGNATURE, type EvidenceManifest } from './sealed.js';

/** Larger or tighter packed than any paper is: not unpacked, and told as changed. */
const LARGEST_FILE = 100_000_000;
const TIGHTEST = 300;
const OWN: readonly string[] = [MANIFEST, SIGNATURE, KEY];
export interface Verdict { problems: EvidenceProblem[]; files: number; fingerprint?: string; content?: unknown }

/** `expected`: fingerprint of the key that should have signed it; without one any key will do, and who reads the answer compares. */
export function verifyEvidence(bytes: Uint8Array, expected?: string): Verdict {
  const records = zipRecords(bytes);
  if (!records) return { problems: [{ kind: 'unreadable' }], files: 0 };
  const [manifest, signature, key] = OWN.map((name) => fileIn(bytes, name));
  if (!manifest) return { problems: [{ kind: 'missing', path: MANIFEST }], files: 0 };
  const pem = key && Buffer.from(key).toString('utf8');
  const publicKey = pem === undefined ? undefined : readPublicKey(pem) && pem;
  const problems: EvidenceProblem[] = [];
  if (!signature || pem === undefined) problems.push({ kind: 'unsigned' });
  else if (publicKey === undefined || !isSignedBy(Buffer.from(manifest), Buffer.from(signature), publicKey)) problems.push({ kind: 'wrongSignature' });
  // The same key in other bytes: nothing is signed over them.
  if (publicKey !== undefined && readPublicKey(publicKey)?.export({ type: 'spki', format: 'pem' }) !== publicKey) problems.push({ kind: 'changed', path: KEY });
  const fingerprint = publicKey === undefined ? undefined : fingerprintOf(publicKey);
  if (expected !== undefined && fingerprint !== undefined && fingerprint !== expected) problems.push({ kind: 'wrongKey' });
  const read = manifestOf(manifest);
  if (!read) return { problems: [...problems, { kind: 'unreadable', path: MANIFEST }], files: 0, ...(fingerprint !== undefined && { fingerprint }) };
  return { problems: [...problems, ...filesBeside(bytes, records, read)], files: read.files.length, content: read.content, ...(fingerprint !== undefined && { fingerprint }) };
}

function filesBeside(bytes: Uint8Array, { names, differing }: ZipRecords, { files }: EvidenceManifest): EvidenceProblem[] {
  const [there, listed] = [new Set(names), new Set(files.map(({ path }) => path))];
  const wrong = files.flatMap(({ path, sha256: wanted }): EvidenceProblem[] => {
    if (!there.has(path)) return [{ kind: 'missing', path }];
    const file = fileIn(bytes, path);
    return file && sha256(file) === wanted && !differing.includes(path) ? [] : [{ kind: 'changed', path }];
  });
  // A second file under a name that is there is one too many: who unpacks it may get either.
  const added = names.filter((name, at) => names.indexOf(name) !== at || (!listed.has(name) && !OWN.includes(name)));
  const own = differing.filter((name) => OWN.includes(name));
  return [...wrong, ...own.map((path): EvidenceProblem => ({ kind: 'changed', path })), ...added.map((path): EvidenceProblem => ({ kind: 'added', path }))];
}

function fileIn(bytes: Uint8Array, wanted: string): Uint8Array | undefined {
  try {
    return unzipSync(bytes, { filter: ({ name, originalSize, size }) => name === wanted && originalSize <= LARGEST_FILE && originalSize <= 1_000 + size * TIGHTEST })[wanted];
  } catch {
    return undefined;
  }
}

function manifestOf(bytes: Uint8Array): EvidenceManifest | undefined {
  try {
    const read = JSON.parse(Buffer.from(bytes).toString('utf8')) as Partial<EvidenceManifest> | null;
    const isFile = (each: unknown): boolean => typeof (each as { path?: unknown } | null)?.path === 'string' && typeof (each as { sha256?: unknown }).sha256 === 'string';
    return read?.format === FORMAT && Array.isArray(read.files) && read.files.every(isFile) ? read as EvidenceManifest : undefined;
  } catch {
    return undefined;
  }
}
