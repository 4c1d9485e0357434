/** The rules that come with the product, from procedures/rules: one file for each version. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkedRules } from '../../models/rules.js';
import type { RuleEntry, RuleSetDoc } from '../../models/schemas/rules.js';
import type { Store } from '../../models/store.js';

interface RuleFile { id: string; version: number; from: string; to?: string; name: { vi: string; en: string }; rules: RuleEntry[] }

/** What is there already stays. Throws, naming file and key, what cannot be read. */
export async function seedRules(store: Store, folder: string): Promise<void> {
  for (const file of readdirSync(join(folder, 'rules')).filter((each) => each.endsWith('.json')).sort()) {
    const { id, version, from, to, ...rest } = JSON.parse(readFileSync(join(folder, 'rules', file), 'utf8')) as RuleFile;
    const doc: RuleSetDoc = { _id: `${id}:${version}`, setId: id, version, from: new Date(`${from}T00:00:00+07:00`), ...(to ? { to: new Date(`${to}T00:00:00+07:00`) } : {}), ...rest };
    checkedRules(doc._id, doc.rules);
    const { _id, ...content } = doc;
    await store.ruleSets.updateOne({ _id }, { $setOnInsert: content }, { upsert: true });
  }
}
