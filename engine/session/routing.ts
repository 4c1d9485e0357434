/**
 * Who gets a message or a signal, and which process it starts: the same on every host.
 * Routing is a generator: it yields what should be tried, and is told whether it was accepted, at once or after a while.
 */
import type { Data, Id, Instant, Json } from '../graph/types.js';
import type { Command } from '../interpreter/index.js';
import type { Deployment, Trigger } from './deployment.js';
import { nextFiring, dueOfDefinition } from './start-timers.js';

export type CommandBody = Command extends infer C ? (C extends Command ? Omit<C, 'commandId' | 'at'> : never) : never;
export interface Undelivered { name: string; key?: Json; data: Data; from: Id }
/** A process instance, as far as routing looks at it. */
export interface Addressee { readonly id: Id; readonly state: { businessKey?: string; status: string } }
export interface Start { process: Id; data: Data; businessKey?: string; startEvent: Id }
/** A command to an instance, accepted or not, or a new instance. */
export type Attempt<I> = { to: I; body: CommandBody } | { start: Start };
export type Routing<I, Result> = Generator<Attempt<I>, Result, boolean>;
export interface Incoming { name: string; data: Data; match: Data; businessKey?: string; key?: Json }
interface StartTimer { trigger: Trigger; dueAt: Instant; interval?: number; left?: number }

export class Router<I extends Addressee> {
  /** Messages sent before anyone waited are kept until somebody does: they are not lost on the way. */
  readonly undelivered: Undelivered[] = [];
  private startTimers: StartTimer[] = [];
  /** Triggers whose timers have been set. */
  private armed: readonly Trigger[] = [];
  private readonly partialStarts = new Map<string, Set<number>>();

  constructor(private readonly deployment: Deployment, private readonly instances: readonly I[]) {}

  /** Timer start events run from the moment they are deployed: those of earlier deployments go on as they are. */
  armStartTimers(now: Instant): void {
    const armed = new Map(this.armed.map((each) => [JSON.stringify([each.process, each.node, each.definitions]), each]));
    this.armed = [...this.deployment.triggers];
    this.startTimers = this.armed.flatMap((trigger) => {
      const before = armed.get(JSON.stringify([trigger.process, trigger.node, trigger.definitions]));
      if (before) return this.startTimers.filter((each) => each.trigger === before).map((each) => ({ ...each, trigger }));
      return trigger.definitions.flatMap((definition) => {
        const due = dueOfDefinition(definition, now, this.deployment.plan(trigger.process));
        return due ? [{ trigger, ...due }] : [];
      });
    });
  }

  /** A message from an instance: to another, else to itself, else it starts a process, else it is kept. */
  *send(message: Undelivered): Routing<I, void> {
    if (!(yield* this.deliver(message))) this.undelivered.push(message);
  }
  /** Tries what was kept again; true when one was delivered. */
  *deliverWaiting(): Routing<I, boolean> {
    for (const message of [...this.undelivered]) {
      // Taken out meanwhile: what its delivery leads to looks at the others again.
      const index = this.undelivered.indexOf(message);
      if (index < 0) continue;
      this.undelivered.splice(index, 1);
      if (yield* this.deliver(message)) return true;
      this.undelivered.splice(index, 0, message);
    }
    return false;
  }
  private *deliver({ name, key, data, from }: Undelivered): Routing<I, boolean> {
    // What has ended is not asked: messages may start very many instances.
    const running = this.instances.filter((each) => each.state.status === 'running');
    const others = running.filter((each) => each.id !== from);
    const own = running.filter((each) => each.id === from);
    for (const to of [...others, ...own]) {
      if (yield { to, body: { type: 'correlateMessage', name, data, ...(key === undefined ? {} : { key }) } }) return true;
    }
    return yield* this.startByMessage(name, data);
  }

  /** From outside, by name or id. `match` names values the receiver's data must have. False when nobody waits and nothing starts. */
  *receive({ name: given, data, match, businessKey, key }: Incoming): Routing<I, boolean> {
    const name = this.deployment.triggerName(given);
    for (const to of this.instances) {
      if (businessKey !== undefined && to.state.businessKey !== businessKey) continue;
      if (yield { to, body: { type: 'correlateMessage', name, data, match, ...(key === undefined ? {} : { key }) } }) return true;
    }
    return Object.keys(match).length === 0 && (yield* this.startByMessage(name, data, businessKey));
  }
  private *startByMessage(name: string, data: Data, businessKey?: string): Routing<I, boolean> {
    for (const trigger of this.deployment.triggers) {
      const index = trigger.definitions.findIndex((each) => each.kind === 'message' && each.message.name === name);
      if (index < 0) continue;
      yield* this.trigger(trigger, index, data, businessKey);
      return true;
    }
    return false;
  }

  /** A signal reaches everyone who waits, and starts every process that begins with it. */
  *broadcast(given: string, data: Data, except?: Id): Routing<I, void> {
    const name = this.deployment.triggerName(given);
    for (const to of [...this.instances]) if (to.id !== except) yield { to, body: { type: 'broadcastSignal', name, data } };
    for (const trigger of this.deployment.triggers) {
      const index = trigger.definitions.findIndex((each) => each.kind === 'signal' && each.name === name);
      if (index >= 0) yield* this.trigger(trigger, index, data);
    }
  }

  /** A parallel multiple start event needs all its definitions before it starts an instance. */
  private *trigger(trigger: Trigger, index: number, data: Data, businessKey?: string): Routing<I, void> {
    if (trigger.parallelMultiple) {
      const met = this.partialStarts.get(trigger.node) ?? new Set<number>();
      this.partialStarts.set(trigger.node, met.add(index));
      if (met.size < trigger.definitions.length) return;
      this.partialStarts.delete(trigger.node);
    }
    yield { start: { process: trigger.process, data, startEvent: trigger.node, ...(businessKey === undefined ? {} : { businessKey }) } };
  }

  /** When the next timer start event is due. */
  nextStart(): Instant | undefined {
    return this.firstTimer()?.dueAt;
  }
  /** Fires the timer start event that is due first. */
  *fireStart(): Routing<I, void> {
    const timer = this.firstTimer();
    if (!timer) return;
    this.startTimers = this.startTimers.filter((each) => each !== timer);
    const again = nextFiring(timer);
    if (again) this.startTimers.push({ ...timer, ...again });
    yield* this.trigger(timer.trigger, timer.trigger.definitions.findIndex((each) => each.kind === 'timer'), {});
  }
  private firstTimer(): StartTimer | undefined {
    return [...this.startTimers].sort((a, b) => a.dueAt - b.dueAt)[0];
  }
}
