import type { MessageValue } from '../../analysis/messages.js';
import type { Turn } from '../dossier.js';
import { groupBy, mean, percent, tenth, total } from '../numbers.js';
import { lacks, perCase, type LogAnswer, type LogRule } from '../rule.js';
import { OFFICE_DAY, type LogSubject } from '../subject.js';
import { Desk, MINUTE, union } from '../work.js';

const CAUSES = ['batching', 'contention', 'priority', 'closed', 'other'] as const;
export type Cause = (typeof CAUSES)[number];
export type Split = Record<Cause, number>;
const NAMES: Readonly<Record<Cause, MessageValue>> = {
  batching: { vi: 'gom lại làm một lượt', en: 'work done in batches' }, contention: { vi: 'người làm đang bận việc đến trước', en: 'nobody free: earlier work' },
  priority: { vi: 'việc đến sau được làm trước', en: 'later work taken first' }, closed: { vi: 'ngoài giờ làm việc', en: 'the office was closed' }, other: { vi: 'chờ bên ngoài hoặc lý do khác', en: 'something outside' },
};
const LEAST_HOURS = OFFICE_DAY / 2;
const LEAST = 30;
const BATCH_GAP = 15 * MINUTE;

/** L3: why dossiers wait before a step where they wait half an office day on average: batches, people, order, closed office, other. */
export const whyWaits: LogRule = {
  check: 'L3',
  run(subject) {
    if (!subject.hasStarts || !subject.turns.some((turn) => turn.person !== undefined)) return lacks('L3', 'start events and org:resource');
    return waitingCauses(subject).filter(({ turns, meanHours }) => turns.length >= LEAST && meanHours >= LEAST_HOURS).map((each) => told(subject, each));
  },
};

/** Hours that the executions of a step waited, by cause; all but `closed` are office hours. */
export interface WaitingCauses { activity: string; turns: readonly Turn[]; meanHours: number; hours: Split }

/** Of each step whose work was taken up by somebody the log names. */
export function waitingCauses(subject: LogSubject): WaitingCauses[] {
  const desks = new Map([...groupBy(subject.turns, (turn) => turn.person)].map(([person, turns]) => [person, new Desk(turns)]));
  const steps = new Map([...groupBy(subject.turns, (turn) => turn.person && `${turn.person}\n${turn.activity}`)].map(([key, turns]) => [key, new Desk(turns)]));
  return [...subject.byActivity].flatMap(([activity, all]): WaitingCauses[] => {
    const turns = all.filter((turn) => turn.started !== undefined && turn.person !== undefined);
    const hours: Split = { batching: 0, contention: 0, priority: 0, closed: 0, other: 0 };
    for (const turn of turns) {
      const split = splitOf(subject, turn, { desks, steps });
      for (const cause of CAUSES) hours[cause] += split[cause];
    }
    return turns.length > 0 ? [{ activity, turns, meanHours: mean(turns.map((turn) => subject.wait(turn))), hours }] : [];
  });
}

interface Desks { desks: ReadonlyMap<string, Desk>; steps: ReadonlyMap<string, Desk> }

function told(subject: LogSubject, { activity, turns, meanHours, hours: sum }: WaitingCauses): LogAnswer {
  // A closed office is part of the calendar; the cause to act on is among the others.
  const open = CAUSES.filter((cause) => cause !== 'closed');
  const main = open.reduce((most, cause) => (sum[cause] > sum[most] ? cause : most), open[0]!);
  const office = total(open.map((cause) => sum[cause]));
  return {
    check: 'L3', severity: 'advice', elements: [subject.mark(activity)], dossiers: turns.map((turn) => turn.dossier),
    message: { key: 'L3.message', values: { element: subject.labels([activity]), hours: tenth(meanHours), cause: NAMES[main], percent: percent(office > 0 ? sum[main] / office : 0) } },
    suggestion: { key: `L3.${main}` as 'L3.other' },
    evidence: { n: turns.length, cause: main, hours: Object.fromEntries(CAUSES.map((cause) => [cause, tenth(sum[cause])])) }, lostHours: perCase(subject, office), confidence: 0.7,
  };
}

/** The wait of one execution, hours; all but `closed` are office hours. */
function splitOf(subject: LogSubject, turn: Turn, { desks, steps }: Desks): Split {
  const others = desks.get(turn.person!)!.within(turn.ready, turn.started!, turn);
  const earlier = union(others.filter((each) => each.turn.ready <= turn.ready));
  const all = union(others);
  const covered = (list: readonly { from: number; to: number }[]): number => list.reduce((sum, { from, to }) => sum + subject.office(from, to), 0);
  const office = subject.wait(turn);
  const contention = Math.min(office, covered(earlier));
  const priority = Math.min(office - contention, covered(all) - covered(earlier));
  const idle = Math.max(0, office - contention - priority);
  const inBatch = steps.get(`${turn.person}\n${turn.activity}`)!.isInBatch(turn.completed!, BATCH_GAP);
  return { contention, priority, batching: inBatch ? idle : 0, other: inBatch ? 0 : idle, closed: (turn.started! - turn.ready) / (60 * MINUTE) - office };
}
