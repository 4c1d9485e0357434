/**
 * Claim check for plans: a history holds the content hash of a plan, and the worker hands the workflow the plan itself.
 * Runs on the worker's main thread, outside the sandbox; equal hashes are equal plans, so a replay reads the same.
 */
import type { Payload, PayloadCodec } from '@temporalio/common';
import type { PlanRef } from './dossier/messages.js';

export interface PlanSource {
  /** The plan as JSON text. Throws when the hash is unknown. */
  planJson(hash: string): Promise<string>;
}

const HASH = /^[0-9a-zA-Z_-]{8,128}$/;
const PREFIX = '{"planRef":"';
const LONGEST_REFERENCE = 200;

export const planRef = (hash: string): PlanRef => ({ planRef: hash });

export class PlanCodec implements PayloadCodec {
  /** Plans as the bytes that the workflow decodes, newest last. */
  private readonly kept = new Map<string, Uint8Array>();

  /** `tap` asks the workflow to hand out its settled steps: for replays that restore the event log. */
  constructor(private readonly plans: PlanSource, private readonly tap = false, private readonly most = 200) {}

  encode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads);
  }

  decode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.all(payloads.map((payload) => this.expand(payload)));
  }

  private async expand(payload: Payload): Promise<Payload> {
    const hash = referenceIn(payload);
    return hash === undefined ? payload : { ...payload, data: await this.bytesOf(hash) };
  }

  private async bytesOf(hash: string): Promise<Uint8Array> {
    const known = this.kept.get(hash);
    if (known) return known;
    const json = await this.plans.planJson(hash);
    const bytes = Buffer.from(`{"plan":${json}${this.tap ? ',"tap":true' : ''}}`);
    this.kept.set(hash, bytes);
    const oldest = this.kept.keys().next();
    if (this.kept.size > this.most && !oldest.done) this.kept.delete(oldest.value);
    return bytes;
  }
}

function referenceIn({ data }: Payload): string | undefined {
  if (!data || data.length > LONGEST_REFERENCE || data[0] !== 0x7b) return undefined;
  const text = Buffer.from(data).toString();
  if (!text.startsWith(PREFIX) || !text.endsWith('"}')) return undefined;
  const hash = text.slice(PREFIX.length, -2);
  return HASH.test(hash) ? hash : undefined;
}
