/**
 * The rules in force, checked and held in memory: the set that comes with the product, over it what was changed for all
 * and for the agency. A dossier names set and last change known when it was received: later ones never reach it.
 */
import { isRuleKey, readRules, valueProblem, type CaseRules } from '../engine/casework/rules.js';
import type { Json } from '../engine/graph/types.js';
import type { RuleChangeDoc, RuleEntry, RuleSetDoc } from './schemas/rules.js';
import type { Store } from './store.js';

export interface KnownRules { ref: string; rules: CaseRules; entries: readonly EntryInForce[] }
export type EntryInForce = RuleEntry & { /** The change that made the value, unless it is the set's own. */ change?: RuleChangeDoc };
/** A change made in another process is seen within this time. */
const KEPT_MS = 5_000;

/** Throws when anything is wrong with the set: a stored rule that cannot be read must not pass for none. */
export function checkedRules(name: string, entries: readonly Pick<RuleEntry, 'key' | 'value'>[]): CaseRules {
  const { rules, problems } = readRules(Object.fromEntries(entries.map(({ key, value }) => [key, value])));
  if (!rules) throw new Error(`rules ${name}: ${problems.map(({ key, message }) => `${key} ${message}`).join('; ')}`);
  return rules;
}

export const scopeOf = (agencyId: string | undefined): string => (agencyId === undefined ? 'all' : `agency:${agencyId}`);

export class RuleBook {
  private sets = new Map<string, RuleSetDoc>();
  private changes: readonly RuleChangeDoc[] = [];
  private readonly known = new Map<string, KnownRules>();
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly store: Store, private readonly elapsed: () => number = () => performance.now()) {}

  async refresh(): Promise<void> {
    const [sets, changes] = await Promise.all([this.store.ruleSets.find().lean(), this.store.ruleChanges.find().lean()]);
    for (const { _id, key, value } of changes) {
      const problem = isRuleKey(key) ? value !== undefined && valueProblem(key, value as Json) : 'no such rule';
      if (problem) throw new Error(`change ${_id} of the rules: ${key} ${problem}`);
    }
    this.sets = new Map(sets.map((doc) => [doc._id, doc]));
    this.changes = changes.sort((a, b) => a.from.getTime() - b.from.getTime() || a._id - b._id);
    this.readAt = this.elapsed();
  }
  async upToDate(): Promise<void> {
    if (this.elapsed() - this.readAt > KEPT_MS) await this.refresh();
  }

  /** What the agency follows at this time; without one, what all do. Of several sets in force the newest. Throws when none is. */
  inForce(agencyId: string | undefined, at: Date): KnownRules {
    const fits = [...this.sets.values()].filter((doc) => doc.from <= at && (doc.to === undefined || at < doc.to));
    const [set] = fits.sort((a, b) => b.from.getTime() - a.from.getTime() || b.version - a.version);
    if (!set) throw new Error(`no rules are in force on ${at.toISOString()}`);
    return this.layered(set, this.lastChange(), agencyId, at);
  }

  /** Those that the dossier was received under; dossiers that name none are older than the naming. */
  of({ rules, agencyId, receivedAt }: { rules?: string; agencyId: string; receivedAt: Date }): KnownRules {
    const [setId = '', change = '0'] = (rules ?? '').split('+');
    const set = this.sets.get(setId);
    return set ? this.layered(set, Number(change), agencyId, receivedAt) : this.inForce(agencyId, receivedAt);
  }

  /** The number of the last change; 0 when nothing was changed. */
  lastChange(): number {
    return this.changes.reduce((most, { _id }) => Math.max(most, _id), 0);
  }
  setOf(ref: string): RuleSetDoc {
    return this.sets.get(ref.split('+')[0]!)!;
  }
  /** What comes into force later for this agency, or for all; the next first. */
  planned(agencyId: string | undefined, after: Date): RuleChangeDoc[] {
    const scopes = ['all', scopeOf(agencyId)];
    return this.changes.filter(({ scope, from }) => from > after && scopes.includes(scope));
  }

  private layered(set: RuleSetDoc, last: number, agencyId: string | undefined, at: Date): KnownRules {
    const holding = this.changes.filter(({ _id, scope, from }) => _id <= last && from <= at && (scope === 'all' || scope === scopeOf(agencyId)));
    const own = [set._id, ...holding.map(({ _id }) => _id)].join(' ');
    const ref = last === 0 ? set._id : `${set._id}+${last}`;
    let known = this.known.get(own);
    if (!known) {
      const entries = set.rules.map((entry) => entryInForce(entry, holding));
      known = { ref, entries, rules: checkedRules(ref, entries) };
      this.known.set(own, known);
    }
    return known.ref === ref ? known : { ...known, ref };
  }
}

/** `changes` in the order in which they come into force: the last one holds, the agency's own before that of all. */
function entryInForce(entry: RuleEntry, changes: readonly RuleChangeDoc[]): EntryInForce {
  const about = changes.filter(({ key }) => key === entry.key);
  const [forAll, own] = [about.filter(({ scope }) => scope === 'all').at(-1), about.filter(({ scope }) => scope !== 'all').at(-1)];
  const change = own?.value === undefined ? forAll : own;
  if (change?.value === undefined) return entry;
  const { basis, confirmed } = change;
  return { ...entry, value: change.value as Json, basis: basis ?? entry.basis, confirmed: confirmed ?? false, change };
}
