/** Checks the chains against what is kept and against the heads kept elsewhere; reads everything once, a block at a time. */
import { SOURCES, type SealedItem, type Source, type TrailBlockDoc } from '../schemas/trail.js';
import type { Store } from '../store.js';
import type { Anchor } from './anchors.js';
import { blockHash, FIRST } from './hash.js';
import { collectionOf, KINDS, sealedItem } from './sources.js';

/** `block`: where in the agency's chain; `id`: the document, as `source id`. */
export interface TrailProblem { kind: 'changed' | 'removed' | 'inserted' | 'block changed' | 'chain broken' | 'truncated' | 'rewritten'; agencyId: string; block?: number; id?: string }
export interface TrailVerdict { agencies: { agencyId: string; blocks: number; items: number }[]; documents: number; /** Written within the last moments: the next block names them. */ unsealed: number; /** Documents that say less than they did, by a rule that a sealed record names. */ erased: number; problems: TrailProblem[] }

/** Sealed later than this after it was written, a document counts as slipped in. */
const MOMENTS_MS = 10 * 60_000;

export async function verifyTrail(store: Store, anchors: readonly Anchor[], now: Date): Promise<TrailVerdict> {
  const verdict: TrailVerdict = { agencies: [], documents: 0, unsealed: 0, erased: 0, problems: [] };
  /** The last seal of each document: one that the program itself wrote again is sealed again. */
  const sealed = new Map<string, { hash: string; agencyId: string; block: number }>();
  const heads = new Map<string, string>();
  for (const agencyId of (await store.trailBlocks.distinct('agencyId')).sort()) await readChain(store, agencyId, { verdict, sealed, heads });
  await compare(store, sealed, verdict, now);
  compareAnchors(anchors, heads, verdict);
  return verdict;
}

interface Reading { verdict: TrailVerdict; sealed: Map<string, { hash: string; agencyId: string; block: number }>; /** Hash of each block, by agency and number. */ heads: Map<string, string> }

async function readChain(store: Store, agencyId: string, { verdict, sealed, heads }: Reading): Promise<void> {
  let [n, prev, items] = [0, FIRST, 0];
  for await (const block of store.trailBlocks.find({ agencyId }).sort({ n: 1 }).lean().cursor() as AsyncIterable<TrailBlockDoc>) {
    const at = { agencyId, block: block.n };
    if (block.n !== n + 1 || block.prev !== prev) verdict.problems.push({ kind: 'chain broken', ...at });
    if (blockHash(block) !== block.hash) verdict.problems.push({ kind: 'block changed', ...at });
    [n, prev] = [block.n, block.hash];
    heads.set(`${agencyId} ${n}`, block.hash);
    items += block.items.length;
    for (const item of block.items) sealed.set(nameOf(item), { hash: item.hash, ...at });
  }
  verdict.agencies.push({ agencyId, blocks: n, items });
}

/** Each document that there is, once; what a block names and is not met has been removed. */
async function compare(store: Store, sealed: Reading['sealed'], verdict: TrailVerdict, now: Date): Promise<void> {
  const met = new Set<string>();
  const erased = await erasures(store);
  for (const source of SOURCES) {
    for await (const doc of collectionOf(store, source).find({})) {
      verdict.documents += 1;
      const item = sealedItem(source, doc);
      const [name, seal] = [nameOf(item), sealed.get(nameOf(item))];
      met.add(name);
      if (!seal) unsealed(source, doc, name, verdict, now);
      else if (seal.hash !== item.hash && erased.has(`${name} ${seal.hash} ${item.hash}`)) verdict.erased += 1;
      else if (seal.hash !== item.hash) verdict.problems.push({ kind: 'changed', agencyId: seal.agencyId, block: seal.block, id: name });
    }
  }
  for (const [name, { agencyId, block }] of sealed) if (!met.has(name)) verdict.problems.push({ kind: 'removed', agencyId, block, id: name });
}

/** By document, what it said and what it says since; the records are sealed themselves. */
async function erasures(store: Store): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const { altered } of store.erasures.find({}, { altered: 1 }).lean().cursor()) for (const { source, id, before, after } of altered) found.add(`${nameOf({ source, id })} ${before} ${after}`);
  return found;
}

function unsealed(source: Source, doc: object, name: string, verdict: TrailVerdict, now: Date): void {
  const { agencyId = '', [KINDS[source].time]: at } = doc as { agencyId?: string } & Record<string, unknown>;
  if (at instanceof Date && now.getTime() - at.getTime() < MOMENTS_MS) verdict.unsealed += 1;
  else verdict.problems.push({ kind: 'inserted', agencyId, id: name });
}

/** A head that was kept elsewhere and is not there, or is another one. */
function compareAnchors(anchors: readonly Anchor[], heads: Reading['heads'], verdict: TrailVerdict): void {
  for (const { agencyId, n, hash } of anchors) {
    const head = heads.get(`${agencyId} ${n}`);
    if (head === hash) continue;
    verdict.problems.push({ kind: head === undefined ? 'truncated' : 'rewritten', agencyId, block: n });
  }
}

const nameOf = ({ source, id }: Pick<SealedItem, 'source' | 'id'>): string => `${source} ${id}`;
