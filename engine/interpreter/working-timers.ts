/** Timers that count working time: counted again by a corrected calendar, held while the dossier stands still. */
import type { Instant } from '../graph/types.js';
import type { WorkCalendar } from '../calendar/compile.js';
import type { Catcher, Wait } from './state.js';
import { calendarOf, dueOf } from './timers.js';
import type { Turn } from './turn.js';

/** By the calendar in force now; one that is due by it fires at once. */
export function recountTimers(turn: Turn): void {
  const calendar = calendarOf(turn.plan, turn.state);
  for (const { catcher, wait } of workingWaits(turn)) {
    const due = wait.dueAt === undefined ? undefined : countedDue(wait.working, calendar);
    if (due !== undefined && due !== wait.dueAt) change(turn, catcher, wait, { ...wait, dueAt: due });
  }
}

/**
 * The limit of a step that cannot be done is held: boundary events that count working time, but for those of a step that
 * is itself outside the limit. Dates, durations of the calendar and waits of their own, such as a public notice, run on.
 */
export function holdTimers(turn: Turn): void {
  for (const { catcher, wait } of workingWaits(turn)) {
    if (wait.dueAt === undefined || catcher.role !== 'boundary' || isOutside(turn, catcher)) continue;
    const { dueAt: _dueAt, ...rest } = wait;
    change(turn, catcher, wait, { ...rest, working: { ...wait.working, pauses: [...wait.working.pauses ?? [], [turn.at]] } });
  }
}

/** Those that are held; what was used before counts on. */
export function goOnTimers(turn: Turn): void {
  const calendar = calendarOf(turn.plan, turn.state);
  for (const { catcher, wait } of workingWaits(turn)) {
    if (!isHeld(wait)) continue;
    const pauses = wait.working.pauses!.map(([from, to]) => [from, to ?? turn.at] as const);
    const working = { ...wait.working, pauses };
    const due = countedDue(working, calendar);
    turn.emit({ type: 'waitChanged', catcher: catcher.id, wait: { ...wait, id: turn.newId('w'), working, dueAt: due ?? turn.at } });
  }
}

export function isHeld({ working, dueAt }: Wait): boolean {
  const last = working?.pauses?.at(-1);
  return dueAt === undefined && last !== undefined && last[1] === undefined;
}

type Working = NonNullable<Wait['working']>;
function workingWaits(turn: Turn): { catcher: Catcher; wait: Wait & { working: Working } }[] {
  return Object.values(turn.state.catchers).flatMap((catcher) => catcher.waits.flatMap((wait) => (wait.working && !wait.met ? [{ catcher, wait: { ...wait, working: wait.working } }] : [])));
}

/** Undefined when the calendar cannot say. */
function countedDue({ limit, from, pauses = [] }: Working, calendar: WorkCalendar): Instant | undefined {
  const due = dueOf('duration', limit, from, calendar, pauses.flatMap(([begin, end]) => (end !== undefined && end > begin ? [{ from: begin, to: end }] : [])));
  return due.ok ? due.dueAt : undefined;
}

function isOutside(turn: Turn, { owner }: Catcher): boolean {
  const instance = turn.state.instances[owner];
  const node = instance && turn.node(instance);
  return node?.kind === 'activity' && node.step?.clock === 'stopped';
}

function change(turn: Turn, catcher: Catcher, before: Wait, wait: Wait): void {
  turn.emit({ type: 'waitChanged', catcher: catcher.id, wait: { ...wait, id: turn.newId('w') }, replaces: before.id });
}
