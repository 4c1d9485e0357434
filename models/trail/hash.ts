/** What the trail hashes: canonical JSON, so that neither the order of keys nor the way through the database matters. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../engine/graph/canonical.js';
import type { TrailBlockDoc } from '../schemas/trail.js';

export const FIRST = '0'.repeat(64);

/** SHA-256 in hexadecimal; dates count as their ISO text, absent values not at all. */
export function hashOf(doc: unknown): string {
  return createHash('sha256').update(canonicalJson(JSON.parse(JSON.stringify(doc)))).digest('hex');
}

export function blockHash({ agencyId, n, at, prev, items }: Omit<TrailBlockDoc, '_id' | 'hash'>): string {
  return hashOf({ agencyId, n, at, prev, items: items.map(({ source, id, hash }) => ({ source, id, hash })) });
}

export const blockId = (agencyId: string, n: number): string => `${agencyId}:${n}`;
