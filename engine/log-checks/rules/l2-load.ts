import { beginOf } from '../../mining/figures/over-time.js';
import type { Turn } from '../dossier.js';
import { countBy, groupBy, mean, percent, total } from '../numbers.js';
import { lacks, type LogAnswer, type LogRule } from '../rule.js';
import { HOUR, type LogSubject } from '../subject.js';
import { unionHours } from '../work.js';

const BUSY = 0.85;
const WEEK = 7 * 24 * HOUR;
const WEEKS = 5;
const GROWING = 4;
/** The queue has to have grown by this part of what is finished in a week. */
const GROWTH = 0.5;

/** L2: the people of a unit are busy more than 85 % of their office hours, or its queue grew in 4 of the last 5 weeks. */
export const load: LogRule = {
  check: 'L2',
  run(subject) {
    const units = groupBy(subject.turns, (turn) => turn.unit);
    if (units.size === 0) return lacks('L2', 'org:group');
    return [...units].flatMap(([unit, turns]) => judge(subject, unit, turns));
  },
};

function judge(subject: LogSubject, unit: string, turns: readonly Turn[]): LogAnswer[] {
  const busy = busyShare(subject, turns);
  const queue = lastWeeks(subject.dossiers.flatMap((dossier) => [...dossier.turns, ...dossier.waiting]).filter((turn) => turn.unit === unit));
  const isGrowing = queue !== undefined && queue.grew >= GROWING && queue.growth >= GROWTH * mean(queue.completions);
  if (!isGrowing && (busy === undefined || busy <= BUSY)) return [];
  const steps = [...new Set(turns.map((turn) => subject.mark(turn.activity)))];
  return [{
    check: 'L2', severity: 'warning', elements: steps, dossiers: turns.map((turn) => turn.dossier),
    message: { key: busy !== undefined && busy > BUSY ? 'L2.busy' : 'L2.growing', values: { unit: subject.unitName(unit), percent: percent(busy ?? 0), weeks: queue?.grew ?? 0, growth: queue?.growth ?? 0 } },
    suggestion: { key: 'L2.suggestion' },
    evidence: { unit, busyShare: busy ?? null, arrivals: queue?.arrivals ?? [], completions: queue?.completions ?? [], queueGrowth: queue?.growth ?? null },
    confidence: busy !== undefined && busy > BUSY ? 0.9 : 0.7,
  }];
}

/** Hours worked over the office hours of the people who worked in each week; undefined without start events. */
function busyShare(subject: LogSubject, turns: readonly Turn[]): number | undefined {
  const worked = turns.filter((turn) => turn.started !== undefined && turn.person !== undefined);
  if (worked.length < turns.length / 2) return undefined;
  const hours = [...groupBy(worked, (turn) => turn.person).values()].map((own) => unionHours(subject, own));
  const weeks = groupBy(worked, (turn) => String(weekOf(turn.completed!)));
  const available = [...weeks].map(([week, own]) => new Set(own.map((turn) => turn.person)).size * subject.office(Number(week), Number(week) + WEEK));
  return total(available) > 0 ? total(hours) / total(available) : undefined;
}

/** Work items that came and went in each of the last full weeks, those still open too. */
function lastWeeks(turns: readonly Turn[]): { arrivals: number[]; completions: number[]; grew: number; growth: number } | undefined {
  const end = weekOf(turns.reduce((last, turn) => Math.max(last, turn.ready), 0));
  const came = countBy(turns, (turn) => String(weekOf(turn.ready)));
  const went = countBy(turns, (turn) => (turn.completed === undefined ? undefined : String(weekOf(turn.completed))));
  const weeks = Array.from({ length: WEEKS }, (_, i) => String(end - (WEEKS - i) * WEEK));
  if (!came.has(weeks[0]!)) return undefined;
  const arrivals = weeks.map((week) => came.get(week) ?? 0);
  const completions = weeks.map((week) => went.get(week) ?? 0);
  return { arrivals, completions, grew: arrivals.filter((n, i) => n > completions[i]!).length, growth: total(arrivals) - total(completions) };
}
const weekOf = (time: number): number => beginOf(time * 1000, 'week') / 1000;
