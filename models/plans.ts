/** Plans by content hash: from the database, kept in memory because a hash never comes to mean something else. */
import type { Plan } from '../engine/graph/types.js';
import type { Store } from './store.js';

const MOST_KEPT = 200;

export class PlanStore {
  private readonly kept = new Map<string, { json: string; plan?: Plan }>();

  constructor(private readonly store: Store) {}

  /** Throws when the hash is unknown. */
  async planJson(hash: string): Promise<string> {
    return (await this.entry(hash)).json;
  }

  async plan(hash: string): Promise<Plan> {
    const entry = await this.entry(hash);
    return (entry.plan ??= JSON.parse(entry.json) as Plan);
  }

  async keep(plan: Plan): Promise<void> {
    const json = JSON.stringify(plan);
    await this.store.plans.updateOne({ _id: plan.hash }, { $setOnInsert: { json } }, { upsert: true });
    this.kept.set(plan.hash, { json, plan });
  }

  private async entry(hash: string): Promise<{ json: string; plan?: Plan }> {
    const known = this.kept.get(hash);
    if (known) return known;
    const found = await this.store.plans.findById(hash).lean();
    if (!found) throw new Error(`no plan ${hash}`);
    const entry = { json: found.json };
    this.kept.set(hash, entry);
    const oldest = this.kept.keys().next();
    if (this.kept.size > MOST_KEPT && !oldest.done) this.kept.delete(oldest.value);
    return entry;
  }
}
