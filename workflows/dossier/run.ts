/** A dossier between two waits: takes commands, keeps its standing, and starts what the interpreter asks for. */
import { proxySinks, type Sinks } from '@temporalio/workflow';
import type { Id, Instant, Plan } from '../../engine/graph/types.js';
import type { Effect } from '../../engine/interpreter/effects.js';
import { haltOf } from '../../engine/casework/fold.js';
import { stepDossier, type DossierCommand, type DossierRejection, type DossierStep } from '../../engine/casework/step.js';
import { endedWork, newStanding, nextStanding, settledStep, type SettledStep, type Standing } from '../../engine/record/steps.js';
import { stepMigration, type MigrateCommand } from '../../engine/migration/dossier.js';
import { settledOf, type Settled } from '../host.js';
import { Alarm } from './alarm.js';
import { Deliveries } from './deliveries.js';
import type { Asked, DossierInput, MigrationAsked, Missed } from './messages.js';
import { LocalActivityProjector, WorkerProjector, type Projector } from './projector.js';
import { Services } from './services.js';
import { Timers } from './timers.js';

export interface TapSinks extends Sinks { tap: { settled(step: SettledStep): void } }
type Outcome = { accepted: true; settled: Settled } | { accepted: false; rejection: DossierRejection };

export class DossierRun {
  standing: Standing;
  private readonly projector: Projector;
  private readonly timers = new Timers((timer, dueAt) => { this.occur({ type: 'fireTimer', timer }, `timer:${timer}`, dueAt); });
  private readonly services: Services;
  private readonly deliveries: Deliveries;
  /** Absent in dossiers that were started without one. */
  private readonly alarm: Alarm | undefined;
  /** What the validator worked out for an update, so that the handler need not do it again. */
  private considered: { id: string; seq: number; at: Instant; command: DossierCommand | MigrateCommand; result: DossierStep } | undefined;

  constructor(dossierId: string, public plan: Plan, { carried, schemaVersion, automatic }: DossierInput, private readonly tap: true | undefined) {
    this.standing = carried ?? newStanding();
    const Recording = schemaVersion === 1 ? LocalActivityProjector : WorkerProjector;
    this.projector = new Recording(dossierId, () => this.plan.hash, () => this.standing);
    this.services = new Services(dossierId, (asked, commandId) => { this.occur(asked, commandId); });
    this.deliveries = new Deliveries(dossierId);
    if (!automatic) return;
    this.alarm = new Alarm(dossierId, () => this.standing.state.seq, () => this.isOver, (due) => { this.occur({ type: 'automatic', ...due }, `automatic:${due.kind}:${due.for}`); });
    if (automatic.wakeAt !== undefined) this.alarm.set(automatic.wakeAt);
  }

  get isOver(): boolean {
    return this.standing.state.status !== 'initial' && this.standing.state.status !== 'running';
  }
  /** Nothing is under way that a new run could not take up again by itself; waiting services are for running dossiers only. */
  get isQuiet(): boolean {
    return this.projector.isIdle && this.deliveries.isIdle && (this.isOver || (this.services.isIdle && (this.alarm?.isIdle ?? true)));
  }
  /** What a new run goes on with. */
  get carriedOn(): Pick<DossierInput, 'carried' | 'automatic'> {
    const wakeAt = this.alarm?.wakeAt;
    return { carried: this.standing, ...(this.alarm ? { automatic: wakeAt === undefined ? {} : { wakeAt } } : {}) };
  }

  /** Timers of a carried-over standing are set again, each for the instant it was due at. */
  resume(): void {
    for (const catcher of Object.values(this.standing.state.catchers)) {
      for (const wait of catcher.waits) {
        if (wait.kind === 'timer' && wait.dueAt !== undefined && !wait.met) this.timers.start(wait.id, wait.dueAt);
      }
    }
  }

  /** Validator: what would become of it. A thrown error is a refusal too, and leaves the dossier as it was. */
  consider(asked: Asked, id: string): DossierStep {
    const command = { ...asked, commandId: id, at: now() } as DossierCommand;
    const { state } = this.standing;
    const result = stepDossier(this.plan, this.standing, command);
    this.considered = { id, seq: state.seq, at: command.at, command, result };
    return result;
  }

  submit(asked: Asked, id: string): Outcome {
    const fresh = this.considered;
    this.considered = undefined;
    if (fresh?.id === id && fresh.seq === this.standing.state.seq && fresh.at === now()) return this.settle(fresh.command, fresh.result);
    return this.take({ ...asked, commandId: id, at: now() } as DossierCommand);
  }

  /** Validator of a migration. What it works out is worked out again by the handler: a dossier moves seldom. */
  considerMigration(asked: MigrationAsked, to: Plan, id: string): DossierStep {
    return stepMigration(this.plan, to, this.standing.state, { type: 'migrate', ...asked, commandId: id, at: now() });
  }
  migrate(asked: MigrationAsked, to: Plan, id: string): Outcome {
    const command: MigrateCommand = { type: 'migrate', ...asked, commandId: id, at: now() };
    const result = stepMigration(this.plan, to, this.standing.state, command);
    if (result.accepted && !result.repeated) this.plan = to;
    return this.settle(command, result);
  }

  /** Settles when the read model shows all that has settled, or cannot be reached now. */
  recorded(): Promise<void> {
    return this.projector.flush();
  }
  missed(missed: Missed): void {
    if (this.projector instanceof WorkerProjector) this.projector.missed(missed);
  }

  /** A fact from outside: a timer, a service's answer. One that comes too late to matter is rejected and forgotten. */
  private occur(asked: Asked, commandId: string, notBefore: Instant = 0): void {
    const outcome = this.take({ ...asked, commandId, at: Math.max(now(), notBefore) } as DossierCommand);
    if (outcome.accepted) void this.projector.flush();
  }

  private take(command: DossierCommand): Outcome {
    return this.settle(command, stepDossier(this.plan, this.standing, command));
  }

  private settle(command: DossierCommand | MigrateCommand, result: DossierStep): Outcome {
    if (!result.accepted) return result;
    if (!result.repeated && result.events.length > 0) this.advance(command, result);
    return { accepted: true, settled: settledOf(this.standing.state) };
  }

  private advance(command: DossierCommand | MigrateCommand, result: DossierStep & { accepted: true }): void {
    const before = this.standing;
    const settled = settledStep(command, result.events);
    this.standing = nextStanding(this.plan, before, result.events, result.state);
    this.projector.add(settled, endedWork(before.state, result.events));
    if (this.tap) proxySinks<TapSinks>().tap.settled(settled);
    result.effects.forEach((effect, index) => { this.perform(effect, `${settled.seq}.${index}`); });
    if (this.isOver) this.timers.cancelAll();
    else this.watch(command, before);
  }

  /** The alarm follows the clock: it asks again when that runs on, is counted by another calendar or by another version, and rings when an answer is due. */
  private watch({ type }: DossierCommand | MigrateCommand, before: Standing): void {
    if (!this.alarm) return;
    const { casework, ledger } = this.standing;
    const halt = casework && haltOf(casework);
    if (halt?.answerBy !== undefined) this.alarm.set(halt.answerBy);
    if (type === 'correctCalendar' || type === 'migrate' || isRunningOn(before.ledger.stops, ledger.stops)) this.alarm.ask();
  }

  private perform(effect: Effect, id: Id): void {
    switch (effect.type) {
      case 'startTimer': this.timers.start(effect.timer, effect.dueAt); break;
      case 'cancelTimer': this.timers.cancel(effect.timer); break;
      case 'invokeService': this.services.invoke(effect); break;
      case 'sendMessage': this.deliveries.send({ kind: 'message', name: effect.name, data: effect.data, id, ...(effect.key === undefined ? {} : { key: effect.key }) }); break;
      case 'broadcastSignal': this.deliveries.send({ kind: 'signal', name: effect.name, data: effect.data, id }); break;
    }
  }
}

function isRunningOn(before: Standing['ledger']['stops'], after: Standing['ledger']['stops']): boolean {
  return before.length > 0 && before[before.length - 1]![1] === undefined && after[before.length - 1]?.[1] !== undefined;
}

/** Inside a workflow this is the time of the workflow task: the server's clock, equal in every replay. */
function now(): Instant {
  return Date.now();
}
