/** The manager's page: what is where, what is late, and where time goes. */
import { fold } from '../fold.js';
import type { BusinessState, HeatReport, OverviewReport } from '../../server/contract.js';
import { minutesBetween } from '../calendar.js';
import type { Actor } from '../directory.js';
import { dueStateOf, isDecided, type Moment } from '../due-state.js';
import { Refusal } from '../problem.js';
import { OPINION } from '../projections/opinion-items.js';
import { visibleDossiers } from '../rights.js';
import type { DossierDoc, WorkItemDoc } from '../schemas/dossier.js';
import { present, type QueryContext } from './context.js';

export interface Period { from: Date; to: Date }
const MOST_LATE = 100;
const PARTS = { state: 1, open: 1, receivedAt: 1, dueAt: 1, settledAt: 1, endedAt: 1, paused: 1 } as const;
type Part = Pick<DossierDoc, keyof typeof PARTS>;

export class ReportQueries {
  constructor(private readonly context: QueryContext) {}

  async overview(actor: Actor, period: Period): Promise<OverviewReport> {
    const { store } = this.context;
    const moment = present(this.context, actor.agencyId);
    const visible = visibleDossiers(actor);
    const inPeriod = { $or: [{ open: true }, { endedAt: { $gte: period.from, $lt: period.to } }, { receivedAt: { $gte: period.from, $lt: period.to } }] };
    const [byState, parts, byDepartment, late] = await Promise.all([
      store.dossiers.aggregate<{ _id: BusinessState; n: number }>([{ $match: visible }, { $group: { _id: '$state', n: { $sum: 1 } } }]),
      store.dossiers.find({ ...visible, ...inPeriod }, PARTS).lean<Part[]>(),
      this.byDepartment(actor, period, moment), this.late(actor, moment),
    ]);
    return {
      from: period.from.toISOString(), to: period.to.toISOString(), asOf: moment.now.toISOString(),
      byState: byState.map(({ _id, n }) => ({ state: _id, n })).sort((a, b) => b.n - a.n), byDepartment, totals: totalsOf(parts, period, moment), late,
    };
  }

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

  private async byDepartment(actor: Actor, period: Period, { now, soon }: Moment): Promise<OverviewReport['byDepartment']> {
    const { store, directory } = this.context;
    return Promise.all(directory.departmentsOf(actor.agencyId).map(async ({ _id, name }) => {
      const departmentId = { $in: directory.withPredecessors(_id) };
      const open = { departmentId, open: true };
      const [all, overdue, dueSoon, ended] = await Promise.all([
        store.workItems.countDocuments(open), store.workItems.countDocuments({ ...open, paused: false, sortDue: { $lt: now.getTime() } }),
        store.workItems.countDocuments({ ...open, paused: false, sortDue: { $gte: now.getTime(), $lte: soon.getTime() } }),
        store.workItems.find({ departmentId, status: 'completed', endedAt: { $gte: period.from, $lt: period.to } }, { stayMinutes: 1 }).lean<Pick<WorkItemDoc, 'stayMinutes'>[]>(),
      ]);
      const stays = ended.flatMap((item) => item.stayMinutes ?? []).sort((a, b) => a - b);
      return { departmentId: _id, departmentName: name, open: all, overdue, dueSoon, completed: ended.length, ...(stays.length ? { medianMinutes: quantile(stays, 0.5) } : {}) };
    }));
  }

  private async late(actor: Actor, { now }: Moment): Promise<OverviewReport['late']> {
    const { store, directory, calendars } = this.context;
    const docs = await store.dossiers.find({ ...visibleDossiers(actor), open: true, sortDue: { $lt: now.getTime() } }).sort({ sortDue: 1 }).limit(MOST_LATE).lean();
    return docs.filter((doc) => doc.dueAt && !doc.settledAt).map((doc) => {
      const step = doc.steps[0];
      return {
        dossierId: doc._id, dossierNo: doc.dossierNo, procedureName: doc.facts.procedureName, step: doc.steps.map((each) => each.name).join(', '),
        departmentName: step?.departmentId ? directory.departmentName(step.departmentId) : '', ...(step?.assignee ? { assigneeName: directory.staffName(step.assignee) } : {}),
        overdueMinutes: minutesBetween(calendars.of({ agencyId: doc.agencyId }).calendar, doc.dueAt!.getTime(), now.getTime()), dueAt: doc.dueAt!.toISOString(),
      };
    });
  }
}

function totalsOf(parts: readonly Part[], { from, to }: Period, moment: Moment): OverviewReport['totals'] {
  const totals = { received: 0, carriedOver: 0, resolved: 0, early: 0, onTime: 0, late: 0, open: 0, overdue: 0, paused: 0 };
  for (const part of parts) {
    const due = dueStateOf(part, moment);
    if (part.receivedAt >= from && part.receivedAt < to) totals.received += 1;
    else if (part.receivedAt < from && (!part.endedAt || part.endedAt >= from)) totals.carriedOver += 1;
    if (part.settledAt && part.settledAt >= from && part.settledAt < to && isDecided(part.state)) {
      totals.resolved += 1;
      if (due === 'early' || due === 'onTime' || due === 'late') totals[due] += 1;
    }
    if (!part.open || part.settledAt) continue;
    totals.open += 1;
    if (due === 'overdue') totals.overdue += 1;
    if (part.paused) totals.paused += 1;
  }
  return totals;
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
