/** The key of the installation: made at the first need, kept in a file of the data folder, known elsewhere by its fingerprint. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface SigningKey { readonly publicKey: string; readonly fingerprint: string; sign(bytes: Buffer): Buffer }

/** Ed25519 (RFC 8032). Of two processes that make one at once the file of the first stays. */
export function signingKey(dataFolder: string): SigningKey {
  const file = join(dataFolder, 'signing', 'key.pem');
  if (!existsSync(file)) makeKey(file);
  const key = createPrivateKey(readFileSync(file));
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
  return { publicKey, fingerprint: fingerprintOf(publicKey), sign: (bytes) => sign(null, bytes, key) };
}

function makeKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  try {
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
    chmodSync(file, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Undefined when the text is no public key of this kind. */
export function readPublicKey(pem: string): KeyObject | undefined {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}
/** SHA-256 of the key itself (SPKI, DER), hex. Throws when the text is no key. */
export function fingerprintOf(pem: string): string {
  return createHash('sha256').update(createPublicKey(pem).export({ type: 'spki', format: 'der' })).digest('hex');
}
export function isSignedBy(bytes: Buffer, signature: Buffer, pem: string): boolean {
  const key = readPublicKey(pem);
  return key !== undefined && verify(null, bytes, key, signature);
}
