/**
 * Encrypts what goes into workflow histories, whole: form data, decisions, reasons. AES-256-GCM under the first key of a
 * ring; the id of the key stands beside it, so that what older keys wrote stays readable. Runs outside the sandbox.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';

/** By id; the first one encrypts. */
export type KeyRing = ReadonlyMap<string, Uint8Array>;

/** A key that wrote a history and that the ring does not hold, or another key under the same id. */
export class PayloadKeyProblem extends Error {
  constructor(keyId: string, what: string) {
    super(`a workflow history is encrypted with the key "${keyId}", ${what}: see DOSSIERFLOW_PAYLOAD_KEYS`);
    this.name = 'PayloadKeyProblem';
  }
}

const KEY = /^([\w.-]{1,32}):([A-Za-z0-9+/]{43}=)$/;
const { Payload: Wire } = proto.temporal.api.common.v1;

/** `id:key` with 32 bytes as base64, the newest first, a comma or a new line between; or the path of a file of that. Throws when it is none. */
export function readKeyRing(text: string | undefined): KeyRing {
  if (text === undefined) return new Map();
  const content = /^[./]/.test(text) ? readFileSync(text, 'utf8') : text;
  const entries = content.split(/[\s,]+/).filter(Boolean).map((each) => KEY.exec(each));
  // What is wrong is not repeated: it is a key.
  if (entries.length === 0 || entries.some((each) => each === null)) throw new Error('DOSSIERFLOW_PAYLOAD_KEYS must be id:key, with 32 bytes as base64, the newest first');
  const ring = new Map(entries.map((each) => [each![1]!, Buffer.from(each![2]!, 'base64')]));
  if (ring.size < entries.length) throw new Error('DOSSIERFLOW_PAYLOAD_KEYS names a key twice');
  return ring;
}

const ENCODING = Buffer.from('binary/encrypted');
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

export class PayloadCipher implements PayloadCodec {
  private readonly current: { id: string; key: Uint8Array } | undefined;

  /** With an empty ring nothing is encrypted, and what is cannot be read. */
  constructor(private readonly ring: KeyRing) {
    const [first] = ring;
    this.current = first && { id: first[0], key: first[1] };
  }

  encode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(this.current ? payloads.map((payload) => this.sealed(payload, this.current!)) : payloads);
  }

  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => (ENCODING.equals(payload.metadata?.encoding ?? new Uint8Array()) ? this.opened(payload) : payload));
  }

  private sealed(payload: Payload, { id, key }: { id: string; key: Uint8Array }): Payload {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, key, iv);
    const text = Buffer.concat([cipher.update(Wire.encode(payload).finish()), cipher.final()]);
    return { metadata: { encoding: ENCODING, 'key-id': Buffer.from(id) }, data: Buffer.concat([iv, cipher.getAuthTag(), text]) };
  }

  private opened({ metadata, data }: Payload): Payload {
    const id = Buffer.from(metadata?.['key-id'] ?? []).toString();
    const key = this.ring.get(id);
    if (!key) throw new PayloadKeyProblem(id, 'which is not there');
    const bytes = Buffer.from(data ?? []);
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    try {
      return Wire.decode(Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]));
    } catch {
      throw new PayloadKeyProblem(id, 'and it is another key, or the history was altered');
    }
  }
}
