/** Plays one dossier on a virtual clock: made-up people work on it in office hours, as the drawing says, until the present. */
import type { WorkCalendar } from '../../engine/calendar/compile.js';
import { instantAtOpenTime, nextOpen, openTimeBefore } from '../../engine/calendar/open-time.js';
import { outcomesOf } from '../../engine/graph/outcomes.js';
import { haltOf } from '../../engine/casework/fold.js';
import { stepDossier, type DossierCommand } from '../../engine/casework/step.js';
import type { Data, Instant, Plan } from '../../engine/graph/types.js';
import type { Effect } from '../../engine/interpreter/effects.js';
import type { WorkItem } from '../../engine/interpreter/state.js';
import { workItems } from '../../engine/interpreter/work.js';
import { endedWork, newStanding, nextStanding, settledStep, type EndedWork, type SettledStep, type Standing } from '../../engine/record/steps.js';
import { placeOf } from '../../models/projections/place.js';
import type { DossierDoc } from '../../models/schemas/dossier.js';
import type { StaffDoc } from '../../models/schemas/organisation.js';
import type { Service } from '../../workflows/activities/index.js';
import type { BesideTheDrawing } from './beside.js';
import type { Random } from './random.js';

export interface Scene { plan: Plan; calendar: WorkCalendar; staff: readonly StaffDoc[]; services: Readonly<Record<string, Service>>; random: Random; now: Instant; /** The dossier as lists would show it. */ view(standing: Standing): DossierDoc; beside: BesideTheDrawing }
export interface Played { standing: Standing; turns: { step: SettledStep; ended: EndedWork[]; standing: Standing }[] }
export interface Opening { dossierId: string; at: Instant; by: string; data: Data; businessKey: string; /** The first service asked fails for good. */ serviceFails?: boolean }

interface Planned { who: string | undefined; claimAt: Instant; doneAt: Instant }
type Asked = DossierCommand extends infer C ? (C extends DossierCommand ? Omit<C, 'commandId' | 'at'> : never) : never;
const MINUTE = 60_000;
const MOST_TURNS = 400;

export class Player {
  private readonly played: Played = { standing: newStanding(), turns: [] };
  private readonly plans = new Map<string, Planned>();
  private readonly claimed = new Set<string>();
  private count = 0;
  private failed = false;

  constructor(private readonly scene: Scene, private readonly opening: Opening) {}

  async play(): Promise<Played> {
    const { at, by, data, businessKey } = this.opening;
    await this.take({ type: 'startProcess', data, businessKey, by }, at);
    for (let turn = 0; turn < MOST_TURNS && this.played.standing.state.status === 'running'; turn += 1) {
      const next = this.next();
      const beside = this.scene.beside.next(this.scene.view(this.played.standing));
      if (beside && beside.at <= (next?.at ?? Infinity)) {
        if (beside.at > this.scene.now) break;
        this.scene.beside.tried(beside);
        await this.take(beside.asked, beside.at);
        continue;
      }
      if (!next || next.at > this.scene.now) break;
      await this.take(next.asked, next.at);
    }
    return this.played;
  }

  /** The earliest of what is due: a timer, somebody taking a work item, somebody completing one. */
  private next(): { at: Instant; asked: Asked } | undefined {
    const due: { at: Instant; asked: Asked }[] = Object.values(this.played.standing.state.catchers).flatMap((catcher) => catcher.waits.flatMap((wait) => (
      wait.kind === 'timer' && wait.dueAt !== undefined ? [{ at: wait.dueAt, asked: { type: 'fireTimer' as const, timer: wait.id } }] : [])));
    const { casework } = this.played.standing;
    // While the dossier stands still nobody goes on with a step.
    const open = casework && haltOf(casework) ? [] : workItems(this.scene.plan, this.played.standing.state);
    for (const item of open) {
      const planned = this.planOf(item);
      if (planned.who === undefined) continue;
      if (this.claimed.has(item.id)) due.push({ at: planned.doneAt, asked: { type: 'completeWorkItem', item: item.id, by: planned.who, ...this.decision(item) } });
      else due.push({ at: planned.claimAt, asked: { type: 'claimWorkItem', item: item.id, by: planned.who } });
    }
    return due.sort((a, b) => a.at - b.at)[0];
  }

  private planOf(item: WorkItem): Planned {
    const known = this.plans.get(item.id);
    if (known) return known;
    const { random } = this.scene;
    const who = this.performer(item);
    const facts = this.node(item).step;
    const allowed = (facts?.limit ?? 0.25) * (facts?.unit === 'workingHours' ? 60 : 480);
    // Mostly within the limit of the step; applicants take their time; now and then something lies for days.
    const share = facts?.clock === 'stopped' ? random.between(0.1, 0.9) : random.lognormal(0.6, 0.6) + (random.chance(0.05) ? random.between(1, 6) : 0);
    const wait = Math.min(random.between(0.1, 0.6), 0.9);
    const total = Math.max(allowed * share, facts?.kind === 'return' ? random.lognormal(90, 1) : 5);
    const planned = { who, claimAt: this.after(item.since, total * wait), doneAt: this.after(item.since, total) };
    this.plans.set(item.id, planned);
    return planned;
  }

  /** Somebody of the department with the role, who has not done a step that this one must be separate from. */
  private performer(item: WorkItem): string | undefined {
    const { plan, staff, random } = this.scene;
    const node = this.node(item);
    const department = placeOf(plan.processes[item.process]!, node)?.id;
    const apart = (node.step?.separateFrom ?? []).map((each) => this.played.standing.state.performers[each]);
    const able = staff.filter((each) => (department === undefined || each.departmentIds.includes(department))
      && (node.step?.role === undefined || each.roles.includes(node.step.role)) && !apart.includes(each._id));
    return able.length > 0 ? random.pick(able)._id : undefined;
  }

  private readonly decisions = new Map<string, { data?: Data }>();
  private decision(item: WorkItem): { data?: Data } {
    const known = this.decisions.get(item.id);
    if (known) return known;
    const graph = this.scene.plan.processes[item.process]!;
    const outcomes = outcomesOf(graph, this.node(item));
    const weights = outcomes.map((each) => graph.flows[each.id]?.facts?.probability ?? (each.kind === 'forward' ? 0.9 : 0.05));
    const chosen = outcomes.length > 0 ? this.scene.random.weighted(outcomes, weights) : undefined;
    const decided = chosen && Object.keys(chosen.data).length > 0 ? { data: chosen.data } : {};
    this.decisions.set(item.id, decided);
    return decided;
  }

  private node(item: WorkItem) {
    const node = this.scene.plan.processes[item.process]!.nodes[item.node]!;
    if (node.kind !== 'activity') throw new Error(`InvariantViolation: work at ${node.id}, which is no activity`);
    return node;
  }

  /** `minutes` of office time later. */
  private after(from: Instant, minutes: number): Instant {
    const { calendar } = this.scene;
    return instantAtOpenTime(calendar, openTimeBefore(calendar, nextOpen(calendar, from)) + Math.round(minutes) * MINUTE);
  }

  private async take(asked: Asked, at: Instant): Promise<void> {
    const { plan } = this.scene;
    const before = this.played.standing;
    this.count += 1;
    const command = { ...asked, commandId: `seed-${this.count}`, at } as DossierCommand;
    const result = stepDossier(plan, before, command);
    // An interrupted item, a duty that fell to nobody: the virtual people go on with something else.
    if (!result.accepted) { if ('item' in command) this.plans.set(command.item, { who: undefined, claimAt: Infinity, doneAt: Infinity }); return; }
    if (command.type === 'claimWorkItem') this.claimed.add(command.item);
    const standing = nextStanding(plan, before, result.events, result.state);
    this.played.standing = standing;
    this.played.turns.push({ step: settledStep(command, result.events), ended: endedWork(before.state, result.events), standing });
    for (const effect of result.effects) if (effect.type === 'invokeService') await this.serve(effect, at);
  }

  private async serve({ instance, node, attempt, data, implementation }: Effect & { type: 'invokeService' }, at: Instant): Promise<void> {
    const later = at + 2_000;
    if (this.opening.serviceFails && !this.failed) {
      this.failed = true;
      await this.take({ type: 'serviceFailed', instance, message: 'Hệ thống liên thông không trả lời' }, later);
      return;
    }
    const service = implementation === undefined ? undefined : this.scene.services[implementation];
    const result = service ? await service({ dossierId: this.opening.dossierId, instance, node, data, key: `${this.opening.dossierId}.${instance}.${attempt}` }) : {};
    await this.take({ type: 'serviceCompleted', instance, data: result }, later);
  }
}
