/** Settings in force, held in memory: what was set for the procedure, else for the agency, else for all, else the default. */
import type { ClockRules } from '../calendar.js';
import { Refusal } from '../problem.js';
import type { SettingDoc } from '../schemas/setting.js';
import type { Store } from '../store.js';
import { SETTINGS, type Definition, type SettingKey, type SettingValues } from './definitions.js';

/** A change made in another process is seen within this time. */
const KEPT_MS = 5_000;

export interface Whose { agencyId?: string | undefined; procedureId?: string | undefined }
export interface SettingChange { key: SettingKey; scope: string; value: unknown; by: string; reason: string; at: Date }

export class Settings {
  private docs = new Map<string, SettingDoc>();
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly store: Store, private readonly elapsed: () => number = () => performance.now()) {}

  get<K extends SettingKey>(key: K, { agencyId, procedureId }: Whose = {}): SettingValues[K] {
    const found = this.docs.get(`procedure:${procedureId ?? ''} ${key}`) ?? this.docs.get(`agency:${agencyId ?? ''} ${key}`) ?? this.docs.get(`all ${key}`);
    return found ? (found.value as SettingValues[K]) : SETTINGS[key].default;
  }
  /** What a dossier keeps from its reception on. */
  clockRules(whose: Whose): ClockRules {
    return { afterStop: this.get('clock.afterStop', whose), outsideHours: this.get('clock.outsideHours', whose) };
  }
  changed(): SettingDoc[] {
    return [...this.docs.values()].sort((a, b) => (a._id < b._id ? -1 : 1));
  }

  async upToDate(): Promise<void> {
    if (this.elapsed() - this.readAt > KEPT_MS) await this.refresh();
  }
  async refresh(): Promise<void> {
    this.docs = new Map((await this.store.settings.find().lean()).map((doc) => [doc._id, doc]));
    this.readAt = this.elapsed();
  }

  /** `value` null takes the change back. Throws Refusal bad-data. */
  async change({ key, scope, value, by, reason, at }: SettingChange): Promise<void> {
    const definition: Definition = SETTINGS[key];
    const kind = scope.split(':')[0] as 'all' | 'agency' | 'procedure';
    if (kind !== 'all' && !definition.scopes.includes(kind)) throw new Refusal('bad-data', `${key} cannot be set for one ${kind}`);
    if (value !== null && !definition.isValue(value)) throw new Refusal('bad-data', `${key} cannot have this value`);
    const _id = `${scope} ${key}`;
    if (value === null) await this.store.settings.deleteOne({ _id });
    else await this.store.settings.updateOne({ _id }, { $set: { scope, key, value, changedBy: by, changedAt: at, reason } }, { upsert: true });
    await this.refresh();
  }
}
