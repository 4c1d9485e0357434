/** Texts of frameworks by the SHA-256 of their bytes: drawings, documents, scenarios. */
import { createHash } from 'node:crypto';
import type { Store } from '../store.js';

export const partIdOf = (text: string): string => createHash('sha256').update(text).digest('hex');

export class FrameworkParts {
  constructor(private readonly store: Store) {}

  /** Its id; the same text again changes nothing. */
  async keep(text: string): Promise<string> {
    const _id = partIdOf(text);
    await this.store.frameworkParts.updateOne({ _id }, { $setOnInsert: { text } }, { upsert: true });
    return _id;
  }
  /** Throws an `Error` when there is none: what names a part was stored after it. */
  async read(id: string): Promise<string> {
    const found = await this.store.frameworkParts.findById(id).lean();
    if (!found) throw new Error(`part ${id} is missing`);
    return found.text;
  }
}
