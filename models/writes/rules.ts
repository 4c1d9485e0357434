/** A rule's value for all, or for one agency, from a day on. What was set before stays on record. */
import { isRuleKey, valueProblem } from '../../engine/casework/rules.js';
import type { Json } from '../../engine/graph/types.js';
import { deskDay, deskMidnight } from '../desk.js';
import type { Actor } from '../directory.js';
import { Refusal } from '../problem.js';
import type { QueryContext } from '../queries/context.js';
import { mayAdminister } from '../rights.js';
import { scopeOf } from '../rules.js';
import type { RuleChangeDoc } from '../schemas/rules.js';
import { isThere } from '../store.js';

export interface WantedRule {
  agency?: string; key: string;
  /** Null: what holds without the change of this agency, or of all. */
  value: Json; basis?: string; confirmed?: boolean;
  /** First day on which dossiers received follow it, `YYYY-MM-DD`; not before today. */
  from: string; reason: string;
  /** Number of the last change that the person has seen. */
  base: number;
}
type Given = Pick<QueryContext, 'store' | 'rules' | 'directory' | 'now'>;

export class RuleWrites {
  constructor(private readonly given: Given) {}

  /** Throws Refusal forbidden, bad-data with the field, stale-rules when somebody else has changed the same rule since. */
  async change(actor: Actor, wanted: WantedRule): Promise<RuleChangeDoc> {
    if (!mayAdminister(actor)) throw new Refusal('forbidden', 'only an administrator changes rules');
    this.check(wanted);
    const { agency, key, value, basis, confirmed, from, reason, base } = wanted;
    const doc: Omit<RuleChangeDoc, '_id'> = {
      scope: scopeOf(agency), key, from: deskMidnight(from), by: actor.id, at: this.given.now(), reason,
      ...(value === null ? {} : { value, confirmed: confirmed ?? false, ...(basis ? { basis } : {}) }),
    };
    const stored = await this.insert(doc, base);
    await this.given.rules.refresh();
    return stored;
  }

  private check({ agency, key, value, from }: WantedRule): void {
    const wrong: { field: string; message: string }[] = [];
    const problem = isRuleKey(key) ? value !== null && valueProblem(key, value) : undefined;
    if (!isRuleKey(key)) wrong.push({ field: 'key', message: 'no such rule' });
    if (problem) wrong.push({ field: 'value', message: problem });
    if (agency !== undefined && !this.given.directory.agency(agency)) wrong.push({ field: 'agency', message: 'no such agency' });
    if (from < deskDay(this.given.now())) wrong.push({ field: 'from', message: 'must not be before today: dossiers already received keep their rules' });
    if (wrong.length > 0) throw new Refusal('bad-data', wrong.map(({ field, message }) => `${field}: ${message}`).join('; '), { fields: wrong });
  }

  /** Under the next number; whoever is slower looks again at what the other has changed. */
  private async insert(doc: Omit<RuleChangeDoc, '_id'>, base: number): Promise<RuleChangeDoc> {
    const { ruleChanges } = this.given.store;
    for (;;) {
      const since = await ruleChanges.find({ _id: { $gt: base } }, { scope: 1, key: 1 }).sort({ _id: 1 }).lean();
      if (since.some(({ scope, key }) => scope === doc.scope && key === doc.key)) throw new Refusal('stale-rules', `somebody else has changed ${doc.key} meanwhile`);
      const stored = { _id: (since.at(-1)?._id ?? base) + 1, ...doc };
      try {
        await ruleChanges.collection.insertOne(stored as never);
        return stored;
      } catch (error) {
        if (!isThere(error)) throw error;
      }
    }
  }
}
