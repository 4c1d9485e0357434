/** Which dossiers have been closed for longer than the rule for their procedure and agency lets personal data be kept. */
import type { RetentionRule } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { visibleDossiers } from '../rights.js';
import type { DossierDoc } from '../schemas/dossier.js';
import type { ErasedKinds, ErasureDoc } from '../schemas/erasure.js';
import { SETTINGS } from '../settings/definitions.js';
import type { Settings } from '../settings/settings.js';
import { eraseDossier, lookAt, type ErasingParts } from './erase.js';

export const KEEP = 'retention.months';
export interface DueErasure { dossier: DossierDoc; rule: RetentionRule }
const MOST_SHOWN = 100;
const DEFAULT: RetentionRule = { months: SETTINGS[KEEP].default, scope: 'default', basis: SETTINGS[KEEP].basis };

export class Retention {
  constructor(private readonly parts: ErasingParts & { context: ErasingParts['context'] & { settings: Settings } }) {}

  /** One after another, the longest closed first; none while no rule is set. `actor`: only those of his agency. */
  async *due(actor?: Actor): AsyncGenerator<DueErasure> {
    const { store, settings } = this.parts.context;
    await settings.upToDate();
    const least = Math.min(...[settings.get(KEEP), ...settings.changed().filter(({ key }) => key === KEEP).map(({ value }) => value as number)].filter((months) => months > 0));
    if (!Number.isFinite(least)) return;
    const filter = { open: false, endedAt: { $lt: this.before(least) }, erasedAt: { $exists: false }, ...(actor ? { ...visibleDossiers(actor), agencyId: actor.agencyId } : {}) };
    for await (const dossier of store.dossiers.find(filter).sort({ endedAt: 1 }).lean().cursor() as AsyncIterable<DossierDoc>) {
      const rule = this.ruleFor(dossier);
      if (rule.months > 0 && dossier.endedAt! < this.before(rule.months)) yield { dossier, rule };
    }
  }

  async count(actor: Actor): Promise<{ due: number; first: DueErasure[] }> {
    const first: DueErasure[] = [];
    let due = 0;
    for await (const each of this.due(actor)) {
      due += 1;
      if (first.length < MOST_SHOWN) first.push(each);
    }
    return { due, first };
  }
  done(actor: Actor): Promise<ErasureDoc[]> {
    return this.parts.context.store.erasures.find({ agencyId: actor.agencyId }).sort({ at: -1, _id: 1 }).limit(MOST_SHOWN).lean();
  }

  /** What has been set, and what holds for everything else. */
  rules(): RetentionRule[] {
    const set = this.parts.context.settings.changed().filter(({ key }) => key === KEEP).map(({ scope, value, reason }) => ({ months: value as number, scope, basis: reason }));
    return set.some(({ scope }) => scope === 'all') ? set : [...set, DEFAULT];
  }

  /** `dry`: told what would go, nothing is touched. */
  async run({ dry, by, told }: { dry: boolean; by?: string; told?: (each: DueErasure, kinds: ErasedKinds) => void }): Promise<number> {
    let found = 0;
    for await (const each of this.due()) {
      const kinds = dry ? await lookAt(this.parts, each.dossier) : (await eraseDossier(this.parts, { ...each, by })).kinds;
      told?.(each, kinds);
      found += 1;
    }
    return found;
  }

  /** That of the procedure, else of the agency, else of all; with what whoever set it gave as the reason. */
  private ruleFor({ agencyId, procedureId }: DossierDoc): RetentionRule {
    const set = this.parts.context.settings.changed().filter(({ key }) => key === KEEP);
    const found = [`procedure:${procedureId}`, `agency:${agencyId}`, 'all'].flatMap((scope) => set.find((each) => each.scope === scope) ?? [])[0];
    return found ? { months: found.value as number, scope: found.scope, basis: found.reason } : DEFAULT;
  }

  /** The same day of the month so many months ago; the last one where that month is shorter. */
  private before(months: number): Date {
    const now = this.parts.context.now();
    const then = new Date(now);
    then.setUTCDate(1);
    then.setUTCMonth(then.getUTCMonth() - months);
    const lastDay = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
    then.setUTCDate(Math.min(now.getUTCDate(), lastDay));
    return then;
  }
}
