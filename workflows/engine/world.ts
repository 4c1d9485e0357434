/**
 * Process instances as dossiers on a Temporal server, with the services that succeed and the messages and signals
 * between them. Timers are the server's; everything else is carried out in the order in which steps asked for it,
 * so that the same script makes the same events as in process.
 */
import type { Data, Id, Instant } from '../../engine/graph/types.js';
import { step, type Command, type Rejection } from '../../engine/interpreter/index.js';
import { Router, type CommandBody, type Incoming, type Routing } from '../../engine/session/routing.js';
import type { Deployment } from '../../engine/session/deployment.js';
import type { Running } from '../../engine/session/world.js';
import type { Delivery, ServiceRequest } from '../dossier/messages.js';
import type { DossierHost } from '../host.js';
import { Gates } from './gates.js';
import { Memory, type Asked } from './memory.js';

/** The server's time. A TestWorkflowEnvironment is one; without it, time is real. */
export interface ServerTime { currentTimeMs(): Promise<number>; sleep(ms: number): Promise<void> }
export interface WorldOptions {
  /** Begins the ids of its dossiers. */
  prefix: string;
  host: DossierHost;
  time: ServerTime;
  /** Makes a plan known to the worker. */
  shelve(plan: Running['plan']): void;
  patience: number;
}

/** Effects carried out between two settled states: messages that chase each other for ever end here. */
const EFFECT_BUDGET = 5_000;

export class TemporalWorld {
  readonly memory: Memory;
  readonly gates = new Gates();
  private readonly router: Router<Running>;
  private counter = 0;

  constructor(private readonly deployment: Deployment, private readonly options: WorldOptions) {
    this.memory = new Memory(options.patience);
    this.router = new Router(deployment, this.memory.instances);
  }

  async armStartTimers(): Promise<void> {
    this.router.armStartTimers(await this.options.time.currentTimeMs());
  }

  async start(process: Id, data: Data = {}, businessKey?: string, startEvent?: Id): Promise<Running | undefined> {
    const plan = this.deployment.plan(process);
    if (!plan) return undefined;
    this.options.shelve(plan);
    const running = this.memory.add(`${this.options.prefix}-${this.memory.instances.length + 1}`, plan);
    const body = { type: 'startProcess' as const, data, ...(businessKey === undefined ? {} : { businessKey }), ...(startEvent === undefined ? {} : { startEvent }) };
    const command = this.command(body);
    const answer = await this.options.host.start(running.id, plan.hash, command);
    if (answer.accepted) await this.reported(running, command);
    await this.settle();
    return running;
  }

  /** Carries out a command and everything that follows from it in any instance. */
  async submit(running: Running, body: CommandBody): Promise<Rejection | undefined> {
    const rejection = await this.apply(running, body);
    if (!rejection) await this.settle();
    return rejection;
  }
  private async apply(running: Running, body: CommandBody): Promise<Rejection | undefined> {
    const command = this.command(body);
    const answer = await this.options.host.submit(running.id, command);
    // Only commands of the interpreter are sent here, and only those refuse so.
    if (!answer.accepted) return answer.rejection as Rejection;
    await this.reported(running, command);
    return undefined;
  }
  private command(body: CommandBody): Command {
    this.counter += 1;
    return { ...body, commandId: `c${this.counter}`, at: 0 } as Command;
  }
  private reported(running: Running, { commandId }: Command): Promise<void> {
    return this.memory.until(() => this.memory.hasHandled(running, commandId));
  }

  /** From outside; false when nobody waits and nothing starts. */
  async message(incoming: Incoming): Promise<boolean> {
    const received = await this.drive(this.router.receive(incoming));
    await this.settle();
    return received;
  }
  async signal(name: string, data: Data): Promise<void> {
    await this.drive(this.router.broadcast(name, data));
    await this.settle();
  }

  private async drive<Result>(routing: Routing<Running, Result>): Promise<Result> {
    for (let next = routing.next(); ;) {
      if (next.done) return next.value;
      const attempt = next.value;
      if ('start' in attempt) {
        const { process, data, businessKey, startEvent } = attempt.start;
        await this.start(process, data, businessKey, startEvent);
        next = routing.next(true);
      } else next = routing.next(await this.offer(attempt.to, attempt.body));
    }
  }
  /** Most dossiers wait for something else: those are not asked. The dossier has the last word. */
  private async offer(running: Running, body: CommandBody): Promise<boolean> {
    return wouldAccept(running, body) && (await this.apply(running, body)) === undefined;
  }

  /** Carries out what is under way and waits for timers that are due, until nothing is left to do. */
  async settle(): Promise<void> {
    for (let n = 0; n < EFFECT_BUDGET; n += 1) {
      const next = this.memory.asked.shift();
      if (next) await this.carryOut(next);
      else if (!(await this.drive(this.router.deliverWaiting())) && !(await this.fireDue())) return;
    }
  }

  private async carryOut({ from, effect, id }: Asked): Promise<void> {
    if (effect.type === 'invokeService') {
      const { instance, attempt } = effect;
      this.gates.open(serviceKey(from.id, instance, attempt));
      const answer: CommandBody = { type: 'serviceCompleted', instance };
      await this.memory.until(() => this.memory.hasHandled(from, `service:${instance}:${attempt}`) || !wouldAccept(from, answer));
    } else if (effect.type === 'sendMessage' || effect.type === 'broadcastSignal') {
      const key = deliveryKey(from.id, id);
      await this.gates.reached(key);
      await this.drive<void>(effect.type === 'broadcastSignal' ? this.router.broadcast(effect.name, effect.data, from.id)
        : this.router.send({ name: effect.name, data: effect.data, from: from.id, ...(effect.key === undefined ? {} : { key: effect.key }) }));
      this.gates.open(key);
    }
  }

  /** Waits for the earliest timer that is due, or fires that of a start event; true when there was one. */
  private async fireDue(): Promise<boolean> {
    const [first, start] = [this.firstTimer(), this.router.nextStart()];
    const due = earlier(first?.dueAt, start);
    if (due === undefined || due > await this.options.time.currentTimeMs()) return false;
    if (!first || (start !== undefined && start < first.dueAt)) await this.drive(this.router.fireStart());
    else await this.memory.until(() => !timersOf(first.running).some((timer) => timer.id === first.id && timer.dueAt === first.dueAt));
    return true;
  }
  private firstTimer(): { running: Running; id: Id; dueAt: Instant } | undefined {
    const timers = this.memory.instances.flatMap((running) => timersOf(running).map((timer) => ({ running, ...timer })));
    return timers.sort((a, b) => a.dueAt - b.dueAt)[0];
  }

  /** Lets time pass: from one timer to the next, each followed by all that it causes. */
  async advance(ms: number): Promise<void> {
    await this.settle();
    const { time } = this.options;
    const target = await time.currentTimeMs() + ms;
    const sleepUntil = async (instant: Instant): Promise<void> => {
      const rest = instant - await time.currentTimeMs();
      if (rest > 0) await time.sleep(rest);
    };
    for (let due = this.nextDue(); due !== undefined && due <= target; due = this.nextDue()) {
      await sleepUntil(due);
      await this.settle();
    }
    await sleepUntil(target);
    await this.settle();
  }
  private nextDue(): Instant | undefined {
    return earlier(this.firstTimer()?.dueAt, this.router.nextStart());
  }

  /** Activities of the worker: each answers when its turn has come. */
  async invoke({ key }: ServiceRequest): Promise<Data> {
    await this.gates.pass(key);
    return {};
  }
  deliver(delivery: Delivery): Promise<void> {
    return this.gates.pass(deliveryKey(delivery.dossierId, delivery.id));
  }
}

/** As the dossier's workflow names the call. */
const serviceKey = (dossierId: Id, instance: Id, attempt: number): string => `${dossierId}.${instance}.${attempt}`;
const deliveryKey = (dossierId: Id, id: string): string => `${dossierId} ${id}`;

function wouldAccept(running: Running, body: CommandBody): boolean {
  return step(running.plan, running.state, { ...body, commandId: 'try', at: running.state.at } as Command).accepted;
}
function timersOf({ state }: Running): { id: Id; dueAt: Instant }[] {
  if (state.status !== 'running') return [];
  return Object.values(state.catchers).flatMap((catcher) => catcher.waits.flatMap((wait) =>
    (wait.kind === 'timer' && wait.dueAt !== undefined && !wait.met ? [{ id: wait.id, dueAt: wait.dueAt }] : [])));
}
function earlier(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.min(a, b);
}
