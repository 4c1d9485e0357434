/** A department: people who take dossiers from one queue. */
import type { Agenda, WorkClock } from './clock.js';

export interface Job {
  /** Working time that it takes, ms. */
  work: number;
  /** Earlier first under discipline `priority`. */
  rank: readonly [number, number];
  /** False for cases that the figures leave out. */
  counted: boolean;
  /** Wait and stay in ms of the clock on the wall. */
  done(wait: number, stay: number): void;
  /** There was no place in the queue. */
  turnedAway(): void;
}
interface Waiting { job: Job; since: number }
export interface DepartmentSettings { servers: number; clock: WorkClock; queueLimit: number; byRank: boolean }
/** Integrals over time since the last `begin`: dossiers times ms, busy people times working ms. */
export interface Levels { queue: number; inSystem: number; busy: number }

export class Department {
  readonly waits: number[] = [];
  readonly stays: number[] = [];
  /** Dossiers of the figures that came, that had to wait, that were turned away. */
  readonly counts = { arrived: 0, waited: 0, turnedAway: 0 };
  readonly levels: Levels = { queue: 0, inSystem: 0, busy: 0 };
  private queue: Waiting[] = [];
  private head = 0;
  private busy = 0;
  private since = 0;
  private opens: (() => void) | undefined;
  private readonly serving = new Map<Waiting, () => void>();

  constructor(private readonly agenda: Agenda, readonly settings: DepartmentSettings) {}

  /** Returns what takes the job back. */
  take(job: Job): () => void {
    this.advance();
    const { now } = this.agenda;
    if (job.counted) this.counts.arrived += 1;
    const waiting = { job, since: now };
    this.insert(waiting);
    this.dispatch();
    if (this.length > this.settings.queueLimit) {
      this.queue.splice(this.queue.indexOf(waiting, this.head), 1);
      if (job.counted) this.counts.turnedAway += 1;
      job.turnedAway();
      return () => undefined;
    }
    return () => { this.withdraw(waiting); };
  }

  /** Figures over time begin here. */
  begin(): void {
    this.advance();
    Object.assign(this.levels, { queue: 0, inSystem: 0, busy: 0 });
  }

  /** Brings the figures over time up to now. */
  advance(): void {
    const { now } = this.agenda;
    if (now === this.since) return;
    const span = now - this.since;
    this.levels.queue += this.length * span;
    this.levels.inSystem += (this.length + this.busy) * span;
    this.levels.busy += this.busy * (this.settings.clock.worked(now) - this.settings.clock.worked(this.since));
    this.since = now;
  }

  private get length(): number {
    return this.queue.length - this.head;
  }

  private insert(waiting: Waiting): void {
    let at = this.queue.length;
    if (this.settings.byRank) while (at > this.head && before(waiting.job.rank, this.queue[at - 1]!.job.rank)) at -= 1;
    if (at === this.queue.length) this.queue.push(waiting);
    else this.queue.splice(at, 0, waiting);
  }

  private dispatch(): void {
    const { now } = this.agenda;
    const { clock, servers } = this.settings;
    if (this.length === 0 || this.busy >= servers) return;
    const opening = clock.opening(now);
    if (opening > now) {
      this.opens ??= this.agenda.plan(opening, () => {
        this.opens = undefined;
        this.advance();
        this.dispatch();
      });
      return;
    }
    while (this.length > 0 && this.busy < servers) this.serve(this.shift(), now);
  }

  private shift(): Waiting {
    const first = this.queue[this.head]!;
    this.head += 1;
    if (this.head > 1000 && this.head * 2 > this.queue.length) {
      this.queue = this.queue.slice(this.head);
      this.head = 0;
    }
    return first;
  }

  private serve(waiting: Waiting, now: number): void {
    const { job, since } = waiting;
    this.busy += 1;
    if (job.counted && now > since) this.counts.waited += 1;
    const cancel = this.agenda.plan(this.settings.clock.after(now, job.work), () => {
      this.serving.delete(waiting);
      this.advance();
      this.busy -= 1;
      const stay = this.agenda.now - since;
      if (job.counted) {
        this.waits.push(now - since);
        this.stays.push(stay);
      }
      this.dispatch();
      job.done(now - since, stay);
    });
    this.serving.set(waiting, cancel);
  }

  private withdraw(waiting: Waiting): void {
    this.advance();
    const cancel = this.serving.get(waiting);
    if (cancel) {
      cancel();
      this.serving.delete(waiting);
      this.busy -= 1;
      this.dispatch();
      return;
    }
    const at = this.queue.indexOf(waiting, this.head);
    if (at >= 0) this.queue.splice(at, 1);
  }
}

const before = (a: readonly [number, number], b: readonly [number, number]): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
