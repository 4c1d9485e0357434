/** Who signs packages: by which name a key was first taken in here. */
import type { Actor } from '../../models/directory.js';
import type { QueryContext } from '../../models/queries/context.js';

type Given = Pick<QueryContext, 'store' | 'now'>;

/** Undefined: nothing was taken in with that key before. */
export async function signerName({ store }: Given, fingerprint: string): Promise<string | undefined> {
  const signer = await store.packageSigners.findById(fingerprint).lean();
  // Frameworks were taken in before signers were noted.
  return signer?.name ?? (await store.frameworks.findOne({ origin: fingerprint }, { publisher: 1 }).lean())?.publisher;
}

export async function noteSigner({ store, now }: Given, fingerprint: string, { name, actor }: { name: string; actor: Actor }): Promise<void> {
  await store.packageSigners.updateOne({ _id: fingerprint }, { $setOnInsert: { name, at: now(), by: actor.id } }, { upsert: true });
}
