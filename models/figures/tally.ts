/** Figures of the overview from kept cells: of dossiers, or of the work on them in a department. Pure. */
import { quantile } from '../../engine/log-checks/numbers.js';
import type { BusinessState, OverviewFigures } from '../../server/contract.js';
import type { Moment } from '../due-state.js';
import type { Sums } from '../schemas/figures.js';
import { under } from './cells.js';

/** `ended`, `running`: whatever became of them, what stands open whether or not its result lies ready. */
interface Counts { received: number; resolved: number; delivered: number; early: number; onTime: number; late: number; ended: number; running: number; open: number; overdue: number; dueSoon: number; paused: number }
const NONE: Readonly<Counts> = { received: 0, resolved: 0, delivered: 0, early: 0, onTime: 0, late: 0, ended: 0, running: 0, open: 0, overdue: 0, dueSoon: 0, paused: 0 };
export type Asked = Pick<Moment, 'now' | 'soon' | 'early'>;

function plus(into: Counts, more: Partial<Counts>): Counts {
  for (const [name, n] of Object.entries(more) as [keyof Counts, number][]) into[name] += n;
  return into;
}

/** What happened in a period. Work has no `received` but `came`, and no `settled` but `done`. */
export function flowOf(sums: Sums, early: Moment['early']): Counts {
  const counts = { ...NONE };
  for (const [key, n] of Object.entries(sums)) {
    const [name, of = ''] = key.split('|', 2);
    if (name === 'received' || name === 'came') counts.received += n;
    else if (name === 'settled') plus(counts, { resolved: n, ...(of === 'noDue' ? {} : { [standing(of, early)]: n }) });
    else if (name === 'ended') plus(counts, { ended: n, ...(of === 'delivered' ? { delivered: n } : {}) });
    else if (name === 'done') plus(counts, { resolved: n, onTime: n });
    else if (name === 'late') plus(counts, { late: n, onTime: -n });
  }
  return counts;
}
function standing(how: string, early: Moment['early']): 'early' | 'onTime' | 'late' {
  if (how === 'late') return 'late';
  return how === 'dayBefore' || (how === 'sameDay' && early === 'anyTime') ? 'early' : 'onTime';
}

/** What is open; overdue is known when it is asked. */
export function standOf(sums: Sums, { now, soon }: Asked): Counts {
  const counts = { ...NONE };
  for (const [key, n] of Object.entries(sums)) {
    const [name, of] = key.split('|', 2);
    if (name === 'open') counts.open += n;
    else if (name === 'paused') counts.paused += n;
    else if (name === 'state') counts.running += n;
    else if (name === 'due' && Number(of) < now.getTime()) counts.overdue += n;
    else if (name === 'due' && Number(of) <= soon.getTime()) counts.dueSoon += n;
  }
  return counts;
}

/** What was open when the period began is what is open now, and what has ended since, without what has come since. */
export class Tally {
  private readonly within = { ...NONE };
  private readonly since = { ...NONE };
  private readonly stand = { ...NONE };

  addFlow(flow: Counts, isWithin: boolean): void {
    plus(this.since, flow);
    if (isWithin) plus(this.within, flow);
  }
  addStand(stand: Counts): void {
    plus(this.stand, stand);
  }
  figures(ofWork: boolean): OverviewFigures {
    const { received, resolved, delivered, early, onTime, late } = this.within;
    const { open, overdue, dueSoon, paused } = this.stand;
    const own = ofWork ? {} : { carriedOver: this.stand.running + this.since.ended - this.since.received, delivered, early };
    return { received, resolved, onTime, late, open, overdue, dueSoon, paused, ...own };
  }
}

/** How often each. */
export class States {
  private readonly counts = new Map<string, number>();

  add(sums: Sums, name: 'state' | 'ended'): void {
    for (const [state, n] of under(sums, name)) this.counts.set(state, (this.counts.get(state) ?? 0) + n);
  }
  rows(): { state: BusinessState; n: number }[] {
    return [...this.counts].map(([state, n]) => ({ state: state as BusinessState, n })).sort((a, b) => b.n - a.n || (a.state < b.state ? -1 : 1));
  }
}

/** Half of what was completed took so long, of what is kept to two figures. */
export class Stays {
  private readonly counts = new Map<number, number>();

  add(sums: Sums): void {
    for (const [minutes, n] of under(sums, 'took')) this.counts.set(Number(minutes), (this.counts.get(Number(minutes)) ?? 0) + n);
  }
  median(): number | undefined {
    const values = [...this.counts].flatMap(([minutes, n]) => Array.from({ length: n }, () => minutes));
    return values.length === 0 ? undefined : Math.round(quantile(values, 0.5));
  }
}
