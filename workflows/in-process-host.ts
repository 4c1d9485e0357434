/** DossierHost over `step` and a clock: demonstrations without a server, and tests. Nothing survives the process. */
import type { Data, Instant, Plan } from '../engine/graph/types.js';
import type { Effect } from '../engine/interpreter/effects.js';
import type { ProcessState } from '../engine/interpreter/state.js';
import { haltOf } from '../engine/casework/fold.js';
import { stepDossier, type DossierCommand, type DossierStep } from '../engine/casework/step.js';
import { stepMigration, type MigrateCommand } from '../engine/migration/dossier.js';
import { endedWork, newStanding, nextStanding, settledStep, type Batch, type Standing } from '../engine/record/steps.js';
import type { AutomaticAnswer, AutomaticRequest, Delivery, ServiceRequest } from './dossier/messages.js';
import { settledOf, UnknownDossier, type Automatic, type DossierHost, type Submitted } from './host.js';

export interface Clock {
  now(): Instant;
  /** Calls `fire` at `at` or, when that is past, soon; answers a function that cancels. */
  at(at: Instant, fire: () => void): () => void;
}
export interface InProcessOptions {
  clock: Clock;
  plan(hash: string): Promise<Plan>;
  project?(batch: Batch): Promise<void>;
  service?(request: ServiceRequest): Promise<Data>;
  deliver?(delivery: Delivery): Promise<void>;
  automatic?(request: AutomaticRequest): Promise<AutomaticAnswer>;
}
interface Running { plan: Plan; standing: Standing; timers: Map<string, () => void>; answers: Map<string, Submitted>; /** Settles when all steps so far are in the read model. */ recorded: Promise<void> }

const ALARM = 'alarm';

export class InProcessHost implements DossierHost {
  private readonly dossiers = new Map<string, Running>();
  /** Work begun outside `step`: services and deliveries. */
  private readonly under = new Set<Promise<unknown>>();

  constructor(private readonly options: InProcessOptions) {}

  async start(dossierId: string, planHash: string, command: DossierCommand, automatic?: Automatic): Promise<Submitted> {
    const plan = await this.options.plan(planHash);
    if (!this.dossiers.has(dossierId)) this.dossiers.set(dossierId, { plan, standing: newStanding(), timers: new Map(), answers: new Map(), recorded: Promise.resolve() });
    const answer = await this.submit(dossierId, command);
    // A refused start has started nothing.
    if (!answer.accepted && this.find(dossierId).standing.state.status === 'initial') this.dossiers.delete(dossierId);
    if (answer.accepted && automatic?.wakeAt !== undefined) this.wake(dossierId, automatic.wakeAt);
    return answer;
  }

  async submit(dossierId: string, asked: DossierCommand): Promise<Submitted> {
    const running = this.find(dossierId);
    const known = running.answers.get(asked.commandId);
    if (known) return known;
    const command = { ...asked, at: this.options.clock.now() };
    return this.take(dossierId, running, command, stepDossier(running.plan, running.standing, command));
  }

  async migrate(dossierId: string, planHash: string, asked: MigrateCommand): Promise<Submitted> {
    const running = this.find(dossierId);
    const known = running.answers.get(asked.commandId);
    if (known) return known;
    const to = await this.options.plan(planHash);
    const command = { ...asked, at: this.options.clock.now() };
    const result = stepMigration(running.plan, to, running.standing.state, command);
    if (result.accepted && !result.repeated) running.plan = to;
    return this.take(dossierId, running, command, result);
  }

  private async take(dossierId: string, running: Running, command: DossierCommand | MigrateCommand, result: DossierStep): Promise<Submitted> {
    if (!result.accepted) return result;
    const answer: Submitted = { accepted: true, settled: settledOf(result.state) };
    running.answers.set(command.commandId, answer);
    if (result.repeated || result.events.length === 0) return answer;
    const before = running.standing;
    running.standing = nextStanding(running.plan, before, result.events, result.state);
    const settled = settledStep(command, result.events);
    result.effects.forEach((effect, index) => { this.perform(dossierId, running, effect, `${settled.seq}.${index}`); });
    const after = running.standing;
    const batch: Batch = { dossierId, planHash: running.plan.hash, steps: [settled], ended: endedWork(before.state, result.events), ...after };
    await (running.recorded = running.recorded.catch(() => undefined).then(() => this.options.project?.(batch)));
    this.watch(dossierId, command, before, after);
    return answer;
  }

  inspect(dossierId: string): Promise<ProcessState> {
    return Promise.resolve().then(() => this.find(dossierId).standing.state);
  }
  standing(dossierId: string): Standing {
    return this.find(dossierId).standing;
  }

  /** Waits until services and deliveries that are under way have come back. */
  async settle(): Promise<void> {
    while (this.under.size > 0) await Promise.all(this.under);
  }

  async close(): Promise<void> {
    for (const { timers } of this.dossiers.values()) for (const cancel of timers.values()) cancel();
    await this.settle();
  }

  private find(dossierId: string): Running {
    const running = this.dossiers.get(dossierId);
    if (!running) throw new UnknownDossier(`no dossier ${dossierId}`);
    return running;
  }

  private perform(dossierId: string, running: Running, effect: Effect, id: string): void {
    switch (effect.type) {
      case 'startTimer':
        running.timers.set(effect.timer, this.options.clock.at(effect.dueAt, () => {
          running.timers.delete(effect.timer);
          this.begin(this.occur(dossierId, { type: 'fireTimer', timer: effect.timer, commandId: `timer:${effect.timer}`, at: 0 }));
        }));
        break;
      case 'cancelTimer':
        running.timers.get(effect.timer)?.();
        running.timers.delete(effect.timer);
        break;
      case 'invokeService': this.begin(this.invoke(dossierId, effect)); break;
      case 'sendMessage': this.send({ dossierId, kind: 'message', name: effect.name, data: effect.data, id, ...(effect.key === undefined ? {} : { key: effect.key }) }); break;
      case 'broadcastSignal': this.send({ dossierId, kind: 'signal', name: effect.name, data: effect.data, id }); break;
    }
  }

  private async invoke(dossierId: string, { instance, node, attempt, data, implementation }: Effect & { type: 'invokeService' }): Promise<void> {
    const commandId = `service:${instance}:${attempt}`;
    const request: ServiceRequest = { dossierId, instance, node, data, key: `${dossierId}.${instance}.${attempt}`, ...(implementation === undefined ? {} : { implementation }) };
    try {
      const result = (await this.options.service?.(request)) ?? {};
      await this.occur(dossierId, { type: 'serviceCompleted', instance, data: result, commandId, at: 0 });
    } catch (error) {
      const errorCode = (error as { code?: unknown }).code;
      await this.occur(dossierId, {
        type: 'serviceFailed', instance, message: (error as Error).message, commandId, at: 0, ...(typeof errorCode === 'string' ? { errorCode } : {}),
      });
    }
  }

  /** As the alarm of the workflow does: when the clock runs on or is counted anew, and when an answer is due. */
  private watch(dossierId: string, { type }: DossierCommand | MigrateCommand, before: Standing, after: Standing): void {
    const halt = after.casework && haltOf(after.casework);
    if (halt?.answerBy !== undefined) this.wake(dossierId, halt.answerBy);
    const [was, is] = [before.ledger.stops, after.ledger.stops];
    const runsOn = was.length > 0 && was[was.length - 1]![1] === undefined && is[was.length - 1]?.[1] !== undefined;
    if (type === 'correctCalendar' || type === 'migrate' || runsOn) this.begin(this.look(dossierId));
  }
  private wake(dossierId: string, at: Instant): void {
    const { timers } = this.find(dossierId);
    timers.get(ALARM)?.();
    timers.set(ALARM, this.options.clock.at(at, () => { timers.delete(ALARM); this.begin(this.look(dossierId)); }));
  }
  private async look(dossierId: string): Promise<void> {
    const { standing: { state: { seq } }, recorded } = this.find(dossierId);
    await recorded;
    const { due, next } = await this.options.automatic?.({ dossierId, seq, at: this.options.clock.now() }) ?? { due: [] };
    for (const each of due) await this.occur(dossierId, { type: 'automatic', ...each, commandId: `automatic:${each.kind}:${each.for}`, at: 0 });
    if (next !== undefined) this.wake(dossierId, next);
  }

  /** A fact from outside; one that comes too late to matter is rejected and forgotten. */
  private async occur(dossierId: string, command: DossierCommand): Promise<void> {
    if (this.dossiers.has(dossierId)) await this.submit(dossierId, command);
  }
  private send(delivery: Delivery): void {
    if (this.options.deliver) this.begin(this.options.deliver(delivery));
  }
  private begin(work: Promise<unknown>): void {
    const tracked = work.finally(() => this.under.delete(tracked));
    this.under.add(tracked);
    tracked.catch(() => undefined);
  }
}
