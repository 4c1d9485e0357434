/** The people of a department: one queue, whoever is there and free takes the oldest dossier that he may do. */
import type { Agenda, WorkClock } from '../clock.js';
import type { Random } from '../random.js';

export interface UnitJob {
  /** Working time, ms. */
  work: number;
  /** Not before then. */
  from: number;
  /** Who did a step that has to stay apart. */
  except: ReadonlySet<string>;
  /** Only this person. */
  only?: string | undefined;
  started(person: string): void;
  done(person: string): void;
}
interface Person { id: string; busy: boolean; done: number; away: ReadonlySet<number> }

const DAY = 86_400_000;
/** Of leave in a year, and so often ill for some days. */
const LEAVE_WEEKS = 3;
const ILLNESSES = 2;

export class Unit {
  private readonly people: Person[];
  private queue: UnitJob[] = [];
  private readonly working = new Map<UnitJob, () => void>();
  private wakes = -1;

  constructor(private readonly agenda: Agenda, private readonly clock: WorkClock, id: string, { size, days, random }: { size: number; days: number; random: Random }) {
    this.people = Array.from({ length: size }, (_, i) => ({ id: `${id}-${i + 1}`, busy: false, done: 0, away: absences(days, random, i, size) }));
  }

  get first(): string { return this.people[0]!.id; }

  /** Returns what takes the job back. */
  take(job: UnitJob): () => void {
    this.queue.push(job);
    // Not within the call: whoever hands in has to know what he handed in first.
    this.wake(this.agenda.now);
    return () => {
      this.queue = this.queue.filter((each) => each !== job);
      this.working.get(job)?.();
      this.working.delete(job);
    };
  }

  private wake(at: number): void {
    if (this.wakes >= this.agenda.now && this.wakes <= at) return;
    this.wakes = at;
    this.agenda.plan(at, () => {
      if (this.wakes === this.agenda.now) this.wakes = -1;
      this.dispatch();
    });
  }

  private dispatch(): void {
    const { now } = this.agenda;
    const opening = this.clock.opening(now);
    if (opening > now) return this.wake(opening);
    for (const job of [...this.queue]) {
      const person = job.from <= now ? this.free(job, now) : undefined;
      if (person) this.serve(job, person);
    }
    if (this.queue.length === 0) return;
    const later = Math.min(...this.queue.map((job) => job.from).filter((from) => from > now), this.people.some((each) => each.busy) ? Infinity : now + DAY);
    if (Number.isFinite(later)) this.wake(this.clock.opening(later));
  }

  private free(job: UnitJob, now: number): Person | undefined {
    const day = Math.floor(now / DAY);
    const able = this.people.filter((each) => !each.busy && !each.away.has(day) && (job.only === undefined ? !job.except.has(each.id) : each.id === job.only));
    return able.length === 0 ? undefined : able.reduce((least, each) => (each.done < least.done ? each : least));
  }

  private serve(job: UnitJob, person: Person): void {
    this.queue = this.queue.filter((each) => each !== job);
    person.busy = true;
    person.done += 1;
    job.started(person.id);
    const free = (): void => {
      this.working.delete(job);
      person.busy = false;
      this.wake(this.agenda.now);
    };
    const cancel = this.agenda.plan(this.clock.after(this.agenda.now, job.work), () => {
      free();
      job.done(person.id);
    });
    this.working.set(job, () => {
      cancel();
      free();
    });
  }
}

/** Days since the start on which the person is away: weeks of leave that colleagues do not share, and illness. */
function absences(days: number, random: Random, person: number, people: number): Set<number> {
  const away = new Set<number>();
  const add = (from: number, length: number): void => { for (let day = from; day < from + length; day += 1) away.add(day); };
  for (let year = 0; year < days; year += 365) {
    for (let week = 0; week < LEAVE_WEEKS; week += 1) add(year + 7 * Math.floor(((week + (person + 0.5) / people) * 52) / LEAVE_WEEKS), 7);
    for (let i = 0; i < ILLNESSES; i += 1) add(year + Math.floor(random.next() * 365), 1 + Math.floor(random.next() * 4));
  }
  return away;
}
