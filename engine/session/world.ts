/**
 * Process instances in one memory with a virtual clock: messages and signals between them, timers, services that succeed.
 * Synchronous; sessions, `play` and simulations stand on it.
 */
import type { Data, Id, Instant, Json, Plan } from '../graph/types.js';
import { nextFiring, dueOfDefinition } from './start-timers.js';
import { initialState, step, type Command, type Effect, type ProcessEvent, type ProcessState, type Rejection } from '../interpreter/index.js';
import type { Deployment, Trigger } from './deployment.js';

export interface Running { id: Id; plan: Plan; state: ProcessState; events: ProcessEvent[] }
interface Undelivered { name: string; key?: Json; data: Data; from: Id }
interface StartTimer { trigger: Trigger; dueAt: Instant; interval?: number; left?: number }
type CommandBody = Command extends infer C ? (C extends Command ? Omit<C, 'commandId' | 'at'> : never) : never;

export interface WorldOptions {
  now: Instant;
  /** Service tasks that wait to be completed or failed by hand; others succeed at once. */
  holdService?: (node: Id) => boolean;
}

/** Effects carried out between two settled states: messages that chase each other for ever end here. */
const EFFECT_BUDGET = 50_000;

export class World {
  readonly instances: Running[] = [];
  /** Events of all instances in the order they happened. */
  readonly log: { instance: Id; event: ProcessEvent }[] = [];
  readonly undelivered: Undelivered[] = [];
  now: Instant;
  private counter = 0;
  private readonly pending: { from: Id; effect: Effect }[] = [];
  private startTimers: StartTimer[] = [];
  private readonly partialStarts = new Map<string, Set<number>>();

  constructor(readonly deployment: Deployment, private readonly options: WorldOptions) {
    this.now = options.now;
  }

  /** Timer start events run from the moment they are deployed. */
  armStartTimers(): void {
    this.startTimers = this.deployment.triggers.flatMap((trigger) => trigger.definitions.flatMap((definition) => {
      const due = dueOfDefinition(definition, this.now, this.deployment.plan(trigger.process));
      return due ? [{ trigger, ...due }] : [];
    }));
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
    for (let n = 0; n < EFFECT_BUDGET; n += 1) {
      const next = this.pending.shift();
      if (next) this.carryOut(next.from, next.effect);
      else if (!this.deliverWaiting() && !this.fireDue(this.now)) return;
    }
  }

  private carryOut(from: Id, effect: Effect): void {
    if (effect.type === 'invokeService') {
      const running = this.instances.find((each) => each.id === from);
      if (running && !this.options.holdService?.(effect.node)) this.apply(running, { type: 'serviceCompleted', instance: effect.instance });
    } else if (effect.type === 'broadcastSignal') this.broadcast(effect.name, effect.data, from);
    else if (effect.type === 'sendMessage') {
      const message = { name: effect.name, data: effect.data, from, ...(effect.key === undefined ? {} : { key: effect.key }) };
      if (!this.deliver(message)) this.undelivered.push(message);
    }
  }

  /** A message sent before anyone waited is kept until somebody does: messages are not lost on the way. */
  private deliverWaiting(): boolean {
    const index = this.undelivered.findIndex((message) => this.deliver(message));
    if (index >= 0) this.undelivered.splice(index, 1);
    return index >= 0;
  }
  private deliver(message: Undelivered): boolean {
    const { name, key, data, from } = message;
    const others = this.instances.filter((each) => each.id !== from);
    const own = this.instances.filter((each) => each.id === from);
    for (const running of [...others, ...own]) {
      if (!this.apply(running, { type: 'correlateMessage', name, data, ...(key === undefined ? {} : { key }) })) return true;
    }
    return this.startByMessage(name, data);
  }

  /** From outside. `match` names values the receiver's data must have. False when nobody waits and nothing starts. */
  message(name: string, data: Data = {}, match: Data = {}, businessKey?: string, key?: Json): boolean {
    for (const running of this.instances) {
      if (businessKey !== undefined && running.state.businessKey !== businessKey) continue;
      if (!this.apply(running, { type: 'correlateMessage', name, data, match, ...(key === undefined ? {} : { key }) })) { this.settle(); return true; }
    }
    const started = Object.keys(match).length === 0 && this.startByMessage(name, data, businessKey);
    this.settle();
    return started;
  }
  private startByMessage(name: string, data: Data, businessKey?: string): boolean {
    for (const trigger of this.deployment.triggers) {
      const index = trigger.definitions.findIndex((each) => each.kind === 'message' && each.message.name === name);
      if (index >= 0) { this.trigger(trigger, index, data, businessKey); return true; }
    }
    return false;
  }

  signal(name: string, data: Data = {}): void {
    this.broadcast(name, data);
    this.settle();
  }
  private broadcast(name: string, data: Data, except?: Id): void {
    for (const running of [...this.instances]) if (running.id !== except) this.apply(running, { type: 'broadcastSignal', name, data });
    for (const trigger of this.deployment.triggers) {
      const index = trigger.definitions.findIndex((each) => each.kind === 'signal' && each.name === name);
      if (index >= 0) this.trigger(trigger, index, data);
    }
  }

  /** A parallel multiple start event needs all its definitions before it starts an instance. */
  private trigger(trigger: Trigger, index: number, data: Data, businessKey?: string): void {
    if (trigger.parallelMultiple) {
      const met = this.partialStarts.get(trigger.node) ?? new Set<number>();
      this.partialStarts.set(trigger.node, met.add(index));
      if (met.size < trigger.definitions.length) return;
      this.partialStarts.delete(trigger.node);
    }
    this.start(trigger.process, data, businessKey, trigger.node);
  }

  /** The next instant at which something happens by itself. */
  nextDue(): Instant | undefined {
    const due = [...this.timers().map((timer) => timer.dueAt), ...this.startTimers.map((timer) => timer.dueAt)];
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
    const start = this.startTimers.filter((timer) => timer.dueAt <= limit).sort((a, b) => a.dueAt - b.dueAt)[0];
    if (start && (!first || start.dueAt < first.dueAt)) { this.fireStart(start); return true; }
    if (!first) return false;
    this.apply(first.running, { type: 'fireTimer', timer: first.timer });
    return true;
  }
  private fireStart(timer: StartTimer): void {
    this.startTimers = this.startTimers.filter((each) => each !== timer);
    const again = nextFiring(timer);
    if (again) this.startTimers.push({ ...timer, ...again });
    this.trigger(timer.trigger, timer.trigger.definitions.findIndex((each) => each.kind === 'timer'), {});
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
