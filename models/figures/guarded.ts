/** Writes that name what they were made from: where that is no longer there, nothing is written. */
import type { AnyBulkWriteOperation, Collection } from 'mongodb';
import { isDuplicate } from '../store.js';

/** `rev`: another one with each write. */
export interface Kept { _id: string; rev: string }
/** Others may always be faster; so often nobody is. */
export const TRIES = 50;

/** Answers which of them were written. `before`: what each takes the place of; none where it is new. */
export async function replaced<D extends Kept>(collection: Collection<D>, docs: readonly D[], before: (id: string) => D | undefined): Promise<Set<string>> {
  if (docs.length === 0) return new Set();
  const operations = docs.map((doc) => {
    const known = before(doc._id);
    return known ? { replaceOne: { filter: { _id: doc._id, rev: known.rev }, replacement: doc } } : { insertOne: { document: doc } };
  });
  try {
    const { matchedCount, insertedCount } = await collection.bulkWrite(operations as unknown as AnyBulkWriteOperation<D>[], { ordered: false });
    if (matchedCount + insertedCount === docs.length) return new Set(docs.map(({ _id }) => _id));
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  const mine = await collection.find({ _id: { $in: docs.map(({ _id }) => _id) }, rev: { $in: docs.map(({ rev }) => rev) } } as never, { projection: { _id: 1 } }).toArray();
  return new Set(mine.map(({ _id }) => String(_id)));
}

export async function byId<D extends Kept>(collection: Collection<D>, ids: readonly string[]): Promise<Map<string, D>> {
  return new Map((await collection.find({ _id: { $in: [...ids] } } as never).toArray() as D[]).map((each) => [each._id, each]));
}

export function* inParts<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
