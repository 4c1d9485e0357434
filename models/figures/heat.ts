/**
 * What completed work adds to the heat map of a procedure: a cell a day, which keeps of every length of stay how many there were and
 * whose, so that what is told of any days is exact. Not summed into months: they would hold all of it again. Pure.
 */
import type { HeatReport } from '../../server/contract.js';
import { deskDay } from '../desk.js';
import { OPINION } from '../projections/opinion-items.js';
import type { DossierDoc, WorkItemDoc } from '../schemas/dossier.js';
import type { Sums } from '../schemas/figures.js';
import { add, HEAT, named, under } from './cells.js';

export type HeatWork = Pick<WorkItemDoc, 'element' | 'version' | 'status' | 'endedAt' | 'stayMinutes' | 'waitMinutes'>;

/** By the period of the cell. Work of another version than the dossier's is on no drawing that shows it. */
export function heatShares({ _id, version }: Pick<DossierDoc, '_id' | 'version'>, work: readonly HeatWork[]): Map<string, Sums> {
  const shares = new Map<string, Sums>();
  for (const item of work) {
    if (item.status !== 'completed' || !item.endedAt || item.element === OPINION || item.version !== version) continue;
    const day = `${HEAT}${deskDay(item.endedAt)}`;
    const stay = item.stayMinutes ?? 0;
    // Who never took an item before completing it worked on it all the while, as far as anyone can tell.
    shares.set(day, add(shares.get(day) ?? {}, { [named('of', _id)]: 1, [named('stay', `${stay} ${item.element}`)]: 1, [named('wait', item.element)]: Math.min(item.waitMinutes ?? 0, stay) }));
  }
  return shares;
}

/** What the drawing says of an element. */
export interface DrawnStep { name: string; limitMinutes?: number }
type Row = HeatReport['elements'][number];

export function heatTold(cells: readonly Sums[], drawn: (element: string) => DrawnStep): Pick<HeatReport, 'cases' | 'elements'> {
  const whole = cells.reduce<Sums>((sum, cell) => add(sum, cell), {});
  const stays = new Map<string, [minutes: number, n: number][]>();
  for (const [of, n] of under(whole, 'stay')) {
    const at = of.indexOf(' ');
    const element = of.slice(at + 1);
    stays.set(element, [...stays.get(element) ?? [], [Number(of.slice(0, at)), n]]);
  }
  const all = [...stays.values()].flat().reduce((sum, [minutes, n]) => sum + minutes * n, 0);
  const waits = new Map(under(whole, 'wait'));
  const elements = [...stays].map(([element, lengths]) => rowOf(element, lengths, { waits: waits.get(element) ?? 0, all, ...drawn(element) }));
  return { cases: [...under(whole, 'of')].length, elements: elements.sort((a, b) => b.totalMinutes - a.totalMinutes || (a.element < b.element ? -1 : 1)) };
}

function rowOf(element: string, lengths: readonly (readonly [minutes: number, n: number])[], { waits, all, name, limitMinutes }: { waits: number; all: number } & DrawnStep): Row {
  const sorted = [...lengths].sort(([a], [b]) => a - b);
  const sum = (of: (minutes: number) => number): number => sorted.reduce((total, [minutes, n]) => total + of(minutes) * n, 0);
  const [n, totalMinutes] = [sum(() => 1), sum((minutes) => minutes)];
  return {
    element, name, n, medianMinutes: quantileOf(sorted, n, 0.5), p90Minutes: quantileOf(sorted, n, 0.9), totalMinutes, share: all === 0 ? 0 : totalMinutes / all,
    waitMinutes: Math.round(waits / n), workMinutes: Math.round((totalMinutes - waits) / n), ...(limitMinutes === undefined ? {} : { limitMinutes, overLimitShare: sum((minutes) => (minutes > limitMinutes ? 1 : 0)) / n }),
  };
}

/** Linear interpolation between the closest ranks (type 7). */
function quantileOf(sorted: readonly (readonly [minutes: number, n: number])[], n: number, p: number): number {
  const at = (n - 1) * p;
  const ranked = (rank: number): number => {
    let before = 0;
    return sorted.find(([, each]) => (before += each) > rank)![0];
  };
  const below = ranked(Math.floor(at));
  return Math.round(below + (ranked(Math.ceil(at)) - below) * (at - Math.floor(at)));
}
