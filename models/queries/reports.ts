/** Where the time of a procedure goes. */
import { fold } from '../fold.js';
import type { HeatReport } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { Refusal } from '../problem.js';
import { OPINION } from '../projections/opinion-items.js';
import { visibleDossiers } from '../rights.js';
import type { WorkItemDoc } from '../schemas/dossier.js';
import type { QueryContext } from './context.js';

export interface Period { from: Date; to: Date }

export class ReportQueries {
  constructor(private readonly context: QueryContext) {}

  async heat(actor: Actor, procedureId: string, version: number | undefined, period: Period): Promise<HeatReport> {
    const procedure = await this.context.store.procedures.findById(procedureId).lean();
    const wanted = version ?? procedure?.currentVersion;
    const found = wanted === undefined ? null : await this.context.store.versions.findOne({ procedureId, version: wanted }).lean();
    if (!found || wanted === undefined) throw new Refusal('unknown-version', `procedure ${procedureId} has no version ${String(version ?? '')}`.trimEnd());
    const items = await this.context.store.workItems.find({
      procedureId, version: wanted, status: 'completed', element: { $ne: OPINION }, endedAt: { $gte: period.from, $lt: period.to },
    }, { dossierId: 1, element: 1, step: 1, since: 1, endedAt: 1, stepDueAt: 1, waitMinutes: 1, stayMinutes: 1 }).lean<WorkItemDoc[]>();
    const visible = new Set((await this.context.store.dossiers.find({ ...visibleDossiers(actor), procedureId, version: wanted }, { _id: 1 }).lean()).map((doc) => doc._id));
    const seen = items.filter((item) => visible.has(item.dossierId));
    const plan = await this.context.plans.plan(found.planHash);
    const limits = new Map(Object.values(plan.processes).flatMap((process) => Object.values(process.nodes).map((node) => [node.id, node.kind === 'activity' ? node.step : undefined] as const)));
    return {
      procedureId, version: wanted, cases: new Set(seen.map((item) => item.dossierId)).size, from: period.from.toISOString(), to: period.to.toISOString(),
      elements: heatOf(seen).map((each) => ({ ...each, ...limitMinutes(limits.get(each.element), seen.filter((item) => item.element === each.element)) })),
    };
  }
}

function heatOf(items: readonly WorkItemDoc[]): HeatReport['elements'] {
  const byElement = new Map<string, WorkItemDoc[]>();
  for (const item of items) byElement.set(item.element, [...(byElement.get(item.element) ?? []), item]);
  const whole = items.reduce((sum, item) => sum + (item.stayMinutes ?? 0), 0);
  return [...byElement].map(([element, turns]) => {
    const stays = turns.map((item) => item.stayMinutes ?? 0).sort((a, b) => a - b);
    const total = stays.reduce((sum, n) => sum + n, 0);
    // Who never took an item before completing it worked on it all the while, as far as anyone can tell.
    const waits = turns.reduce((sum, item) => sum + Math.min(item.waitMinutes ?? 0, item.stayMinutes ?? 0), 0);
    return {
      element, name: turns[0]!.step, n: turns.length, medianMinutes: quantile(stays, 0.5), p90Minutes: quantile(stays, 0.9), totalMinutes: total,
      share: whole === 0 ? 0 : total / whole, waitMinutes: Math.round(waits / turns.length), workMinutes: Math.round((total - waits) / turns.length),
    };
  }).sort((a, b) => b.totalMinutes - a.totalMinutes || (fold(a.element) < fold(b.element) ? -1 : 1));
}

function limitMinutes(step: { limit?: number; unit?: string } | undefined, turns: readonly WorkItemDoc[]): { limitMinutes?: number; overLimitShare?: number } {
  if (step?.limit === undefined || step.unit === 'days') return {};
  const minutes = Math.round(step.limit * (step.unit === 'workingHours' ? 60 : 480));
  return { limitMinutes: minutes, overLimitShare: turns.filter((item) => (item.stayMinutes ?? 0) > minutes).length / turns.length };
}

/** Linear interpolation between the closest ranks (type 7). `sorted` is ascending and not empty. */
export function quantile(sorted: readonly number[], p: number): number {
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)]!;
  return Math.round(below + (sorted[Math.ceil(at)]! - below) * (at - Math.floor(at)));
}
