/** The rules in force, checked and held in memory: by the reference a dossier keeps, or by agency and day of reception. */
import { readRules, type CaseRules } from '../engine/casework/rules.js';
import type { RuleSetDoc } from './schemas/rules.js';
import type { Store } from './store.js';

export interface KnownRules { ref: string; doc: RuleSetDoc; rules: CaseRules }
/** A version made in another process is seen within this time. */
const KEPT_MS = 30_000;

/** Throws when anything is wrong with the set: a stored rule that cannot be read must not pass for none. */
export function checkedRules(doc: RuleSetDoc): KnownRules {
  const { rules, problems } = readRules(Object.fromEntries(doc.rules.map(({ key, value }) => [key, value])));
  if (!rules) throw new Error(`rules ${doc._id}: ${problems.map(({ key, message }) => `${key} ${message}`).join('; ')}`);
  return { ref: doc._id, doc, rules };
}

export class RuleBook {
  private known = new Map<string, KnownRules>();
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly store: Store, private readonly elapsed: () => number = () => performance.now()) {}

  async refresh(): Promise<void> {
    const docs = await this.store.ruleSets.find().lean();
    this.known = new Map(docs.map((doc) => [doc._id, this.known.get(doc._id) ?? checkedRules(doc)]));
    this.readAt = this.elapsed();
  }
  async upToDate(): Promise<void> {
    if (this.elapsed() - this.readAt > KEPT_MS) await this.refresh();
  }

  /** Of the agency itself before those of all; of several in force the newest. Throws when none is. */
  inForce(agencyId: string, at: Date): KnownRules {
    const fits = [...this.known.values()].filter(({ doc }) => doc.from <= at && (doc.to === undefined || at < doc.to) && (doc.agencies === undefined || doc.agencies.includes(agencyId)));
    const own = fits.filter(({ doc }) => doc.agencies !== undefined);
    const [found] = (own.length > 0 ? own : fits).sort((a, b) => b.doc.from.getTime() - a.doc.from.getTime() || b.doc.version - a.doc.version);
    if (!found) throw new Error(`no rules are in force for ${agencyId} on ${at.toISOString()}`);
    return found;
  }

  /** Those that the dossier was received under; dossiers that name none are older than the naming. */
  of({ rules, agencyId, receivedAt }: { rules?: string; agencyId: string; receivedAt: Date }): KnownRules {
    return (rules === undefined ? undefined : this.known.get(rules)) ?? this.inForce(agencyId, receivedAt);
  }
  all(): KnownRules[] {
    return [...this.known.values()].sort((a, b) => b.doc.from.getTime() - a.doc.from.getTime());
  }
}
