/**
 * Process instances in one memory with a virtual clock: messages and signals between them, timers, services that succeed.
 * Synchronous; sessions, `play` and simulations stand on it.
 */
import type { Data, Id, Instant, Json, Plan } from '../graph/types.js';
import { initialState, step, type Command, type Effect, type ProcessEvent, type ProcessState, type Rejection } from '../interpreter/index.js';
import type { Deployment } from './deployment.js';
import { Router, type CommandBody, type Routing } from './routing.js';

export interface Running { id: Id; plan: Plan; state: ProcessState; events: ProcessEvent[] }

export interface WorldOptions {
  now: Instant;
  /** Service tasks that wait to be completed or failed by hand; others succeed at once. */
  holdService?: (node: Id) => boolean;
}

/** Effects carried out between two settled states: messages that chase each other for ever end here. */
const EFFECT_BUDGET = 5_000;
/** Instances that start each other are settled within each other so deep; deeper ones when the outer are done. */
const MOST_NESTED = 100;

export class World {
  readonly instances: Running[] = [];
  /** Events of all instances in the order they happened. */
  readonly log: { instance: Id; event: ProcessEvent }[] = [];
  now: Instant;
  private counter = 0;
  private nested = 0;
  private effects = 0;
  private readonly pending: { from: Id; effect: Effect }[] = [];
  private readonly router: Router<Running>;

  constructor(readonly deployment: Deployment, private readonly options: WorldOptions) {
    this.now = options.now;
    this.router = new Router(deployment, this.instances);
  }

  /** Timer start events run from the moment they are deployed. */
  armStartTimers(): void {
    this.router.armStartTimers(this.now);
  }

  start(process: Id, data: Data = {}, businessKey?: string, startEvent?: Id): Running | undefined {
    const plan = this.deployment.plan(process);
    if (!plan) return undefined;
    this.counter += 1;
    const running: Running = { id: `instance-${this.counter}`, plan, state: initialState(), events: [] };
    this.instances.push(running);
    this.submit(running, { type: 'startProcess', data, ...(businessKey === undefined ? {} : { businessKey }), ...(startEvent === undefined ? {} : { startEvent }) });
    return running;
  }

  /** Carries out a command and everything that follows from it in any instance. */
  submit(running: Running, body: CommandBody): Rejection | undefined {
    const rejection = this.apply(running, body);
    if (!rejection) this.settle();
    return rejection;
  }

  private apply(running: Running, body: CommandBody): Rejection | undefined {
    this.counter += 1;
    const result = step(running.plan, running.state, { ...body, commandId: `c${this.counter}`, at: this.now } as Command);
    if (!result.accepted) return result.rejection;
    running.state = result.state;
    running.events.push(...result.events);
    for (const event of result.events) this.log.push({ instance: running.id, event });
    for (const effect of result.effects) this.pending.push({ from: running.id, effect });
    return undefined;
  }

  /** Delivers what is under way and fires timers that are due now, until nothing is left to do. */
  settle(): void {
    if (this.nested >= MOST_NESTED) return;
    if (this.nested === 0) this.effects = 0;
    this.nested += 1;
    while (this.effects < EFFECT_BUDGET) {
      this.effects += 1;
      const next = this.pending.shift();
      if (next) this.carryOut(next.from, next.effect);
      else if (!this.drive(this.router.deliverWaiting()) && !this.fireDue(this.now)) break;
    }
    this.nested -= 1;
  }

  private carryOut(from: Id, effect: Effect): void {
    if (effect.type === 'invokeService') {
      const running = this.instances.find((each) => each.id === from);
      if (running && !this.options.holdService?.(effect.node)) this.apply(running, { type: 'serviceCompleted', instance: effect.instance });
    } else if (effect.type === 'broadcastSignal') this.drive(this.router.broadcast(effect.name, effect.data, from));
    else if (effect.type === 'sendMessage') {
      this.drive(this.router.send({ name: effect.name, data: effect.data, from, ...(effect.key === undefined ? {} : { key: effect.key }) }));
    }
  }

  /** Tries at once what routing asks for. */
  private drive<Result>(routing: Routing<Running, Result>): Result {
    for (let next = routing.next(); ;) {
      if (next.done) return next.value;
      const attempt = next.value;
      if ('start' in attempt) this.start(attempt.start.process, attempt.start.data, attempt.start.businessKey, attempt.start.startEvent);
      next = routing.next('start' in attempt || this.apply(attempt.to, attempt.body) === undefined);
    }
  }

  /** From outside. `match` names values the receiver's data must have. False when nobody waits and nothing starts. */
  message(name: string, data: Data = {}, match: Data = {}, businessKey?: string, key?: Json): boolean {
    const received = this.drive(this.router.receive({ name, data, match, ...(businessKey === undefined ? {} : { businessKey }), ...(key === undefined ? {} : { key }) }));
    this.settle();
    return received;
  }
  signal(name: string, data: Data = {}): void {
    this.drive(this.router.broadcast(name, data));
    this.settle();
  }

  /** The next instant at which something happens by itself. */
  nextDue(): Instant | undefined {
    const start = this.router.nextStart();
    const due = [...this.timers().map((timer) => timer.dueAt), ...(start === undefined ? [] : [start])];
    return due.length === 0 ? undefined : due.reduce((a, b) => Math.min(a, b));
  }
  private timers(): { running: Running; timer: Id; dueAt: Instant }[] {
    return this.instances.filter((each) => each.state.status === 'running').flatMap((running) =>
      Object.values(running.state.catchers).flatMap((catcher) => catcher.waits.flatMap((wait) =>
        wait.kind === 'timer' && wait.dueAt !== undefined && !wait.met ? [{ running, timer: wait.id, dueAt: wait.dueAt }] : [])));
  }

  /** Fires the earliest timer that is due at `limit`; true when there was one. */
  private fireDue(limit: Instant): boolean {
    const first = this.timers().filter((timer) => timer.dueAt <= limit).sort((a, b) => a.dueAt - b.dueAt)[0];
    const start = this.router.nextStart();
    if (start !== undefined && start <= limit && (!first || start < first.dueAt)) { this.drive(this.router.fireStart()); return true; }
    if (!first) return false;
    this.apply(first.running, { type: 'fireTimer', timer: first.timer });
    return true;
  }

  /** Lets time pass: timers fire in order, each followed by all that it causes. */
  advanceTo(target: Instant): void {
    this.settle();
    for (let due = this.nextDue(); due !== undefined && due <= target; due = this.nextDue()) {
      this.now = Math.max(this.now, due);
      this.settle();
    }
    this.now = Math.max(this.now, target);
  }
}
