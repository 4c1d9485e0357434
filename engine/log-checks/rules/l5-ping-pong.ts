import { likelyPath, unitsAlong } from '../../analysis/likely-path.js';
import type { Dossier, Turn } from '../dossier.js';
import { countBy, groupBy, percent, share, tenth, total } from '../numbers.js';
import { lacks, perCase, type LogAnswer, type LogRule } from '../rule.js';
import type { LogSubject } from '../subject.js';

const LEAST_SHARE = 0.1;
/** What so many dossiers do is how the procedure is drawn, and not for this check. */
const DRAWN = 0.8;
const DESK = 0.8;

interface Bounce { dossier: Dossier; units: string; steps: readonly string[]; hours: number }

/** L5: a dossier goes from one unit to another and back, in a tenth of the dossiers, where the way of most does not. */
export const pingPong: LogRule = {
  check: 'L5',
  run(subject) {
    if (!subject.turns.some((turn) => turn.unit !== undefined)) return lacks('L5', 'org:group');
    const desks = oneStops(subject);
    const bounces = subject.complete.flatMap((dossier) => bouncesOf(subject, dossier, desks));
    return [...groupBy(bounces, ({ units }) => units).values()].flatMap((list) => judge(subject, list));
  },
};

function judge(subject: LogSubject, all: readonly Bounce[]): LogAnswer[] {
  const counts = countBy(all, ({ dossier }) => dossier.id);
  // How often everybody bounces is the drawing's doing; beyond it stands the habit.
  const isDrawn = counts.size / subject.complete.length >= DRAWN || isOnLikelyPath(subject, all[0]!.units);
  const bounces = isDrawn ? all.filter(({ dossier }) => counts.get(dossier.id)! > 1) : all;
  const dossiers = [...new Set(bounces.map(({ dossier }) => dossier))];
  const part = share(dossiers.length, subject.complete.length);
  if (part < LEAST_SHARE) return [];
  const hours = total(bounces.map((each) => each.hours));
  const [{ units, steps }] = bounces as [Bounce];
  return [{
    check: 'L5', severity: 'warning', elements: [...new Set(steps.map((each) => subject.mark(each)))], dossiers,
    message: { key: 'L5.message', values: { units: units.split(' → ').map((unit) => subject.unitName(unit)).join(' → '), percent: percent(part), times: bounces.length, hours: Math.round(hours) } }, suggestion: { key: 'L5.suggestion' },
    evidence: { units: units.split(' → '), times: bounces.length, share: part, hours: tenth(hours) }, lostHours: perCase(subject, hours),
  }];
}

/** The way of most dossiers, as drawn, does the same. */
function isOnLikelyPath({ drawn }: LogSubject, units: string): boolean {
  return drawn !== undefined && ` → ${unitsAlong(drawn, likelyPath(drawn)).units.join(' → ')} → `.includes(` → ${units} → `);
}

/** The one-stop desk has to get the dossier back: by the drawing, else the unit where most cases both begin and end. */
function oneStops(subject: LogSubject): Set<string> {
  const units = new Set(subject.turns.flatMap((turn) => turn.unit ?? []));
  const known = new Set([...subject.byActivity.keys()].flatMap((activity) => (subject.department(activity)?.oneStop ? subject.byActivity.get(activity)!.flatMap((turn) => turn.unit ?? []) : [])));
  if (known.size > 0) return known;
  return new Set([...units].filter((unit) => subject.complete.filter(({ turns }) => turns[0]?.unit === unit).length / subject.complete.length >= DESK));
}

function bouncesOf(subject: LogSubject, dossier: Dossier, desks: ReadonlySet<string>): Bounce[] {
  const runs: { unit: string; turns: Turn[] }[] = [];
  for (const turn of dossier.turns) {
    if (turn.unit === undefined) continue;
    const last = runs[runs.length - 1];
    if (last?.unit === turn.unit) last.turns.push(turn);
    else runs.push({ unit: turn.unit, turns: [turn] });
  }
  return runs.slice(2).flatMap((c, i) => {
    const [a, b] = [runs[i]!, runs[i + 1]!];
    if (a.unit !== c.unit || desks.has(a.unit) || b.turns.some((turn) => subject.kind(turn.activity) === 'supplement')) return [];
    const from = a.turns[a.turns.length - 1]!.completed!;
    const back = c.turns[0]!;
    // Work that was open side by side did not bounce.
    if (b.turns[0]!.ready < from || back.ready < b.turns[b.turns.length - 1]!.completed! || isBeside(subject, b.turns[0]!, back)) return [];
    return [{ dossier, units: [a.unit, b.unit, a.unit].join(' → '), steps: [...b.turns, back].map((turn) => turn.activity), hours: subject.office(from, back.completed!) }];
  });
}

function isBeside(subject: LogSubject, a: Turn, b: Turn): boolean {
  const { drawn } = subject;
  const [one, two] = [subject.node(a)?.id, subject.node(b)?.id];
  return drawn !== undefined && one !== undefined && two !== undefined && drawn.isBeside(one, two);
}
