/**
 * Timer expressions (BPMN 2.0 section 10.5.5.6): when a timer is due, and again. Times are those of ISO 8601, or a
 * working time such as `8 workingHours` counted on the calendar of the plan.
 */
import { compileCalendar } from '../calendar/compile.js';
import type { WorkCalendar } from '../calendar/compile.js';
import { dueAt } from '../calendar/due.js';
import { offsetAt } from '../calendar/offsets.js';
import { parseAllowance } from '../calendar/requests.js';
import type { Pause } from '../calendar/types.js';
import { vnOffice } from '../calendar/vn-office.js';
import { addDuration as add, toDuration, toInstant, type Duration } from '../expression/timing.js';
import type { Instant, Json, Plan } from '../graph/types.js';
import type { ProcessState } from './state.js';

export type Due = { ok: true; dueAt: Instant; interval?: number; left?: number; working?: { limit: string; from: Instant } } | { ok: false; message: string };
export type TimerKind = 'date' | 'duration' | 'cycle';

const compiled = new WeakMap<object, WorkCalendar>();

/** The calendar that the instance was given, else that of the plan, else that of Vietnamese agencies. */
export function calendarOf(plan: Pick<Plan, 'calendar'> | undefined, state?: Pick<ProcessState, 'calendar'>): WorkCalendar {
  const data = state?.calendar ?? plan?.calendar;
  if (!data) return vnOffice();
  const known = compiled.get(data) ?? compileCalendar(data);
  compiled.set(data, known);
  return known;
}

/** Whether a timer of the plan counts working time, or may, because its duration comes from the data. */
export function countsWorkingTime(plan: Plan): boolean {
  return Object.values(plan.processes).some((graph) => Object.values(graph.nodes).some((node) => node.kind === 'event' && node.definitions.some((definition) => {
    if (definition.kind !== 'timer' || definition.timerKind !== 'duration') return false;
    const { ast } = definition.expression;
    return ast.kind !== 'literal' || (typeof ast.value === 'string' && ALLOWANCE.test(ast.value));
  })));
}
const ALLOWANCE = /[a-z]\s*$/;

/** Minutes east of UTC of local times that name no offset. */
function offsetMinutes(calendar: WorkCalendar, at: Instant): number {
  return Math.round(offsetAt(calendar.data.zone, at) / 60_000);
}

/** Instant of `from` plus an ISO 8601 duration; years and months are calendar ones. Undefined for any other text. */
export function addDuration(from: Instant, text: string, calendar: WorkCalendar = vnOffice()): Instant | undefined {
  const parts = durationsOf(text);
  return parts?.reduce((at, part) => add(at, part, offsetMinutes(calendar, at)), from);
}

/** An instant of ISO 8601; without an offset it is local time. Undefined for any other text. */
export function parseInstant(text: string, calendar: WorkCalendar = vnOffice()): Instant | undefined {
  const near = toInstant(text, 0);
  return near === undefined ? undefined : toInstant(text, offsetMinutes(calendar, near));
}

const SECONDS: Readonly<Record<string, number>> = { W: 604_800, D: 86_400, H: 3600, M: 60 };

/** ISO 8601 has years beside days, and a fraction in the last place; FEEL, which reads the parts, has neither. */
function durationsOf(text: string): Duration[] | undefined {
  const whole = toDuration(text);
  if (whole) return [whole];
  const mixed = /^(-?P)(\d+Y)?(\d+M)?(?=[\d.]+[WD]|T)(.+)$/.exec(text);
  const months = mixed && (mixed[2] ?? mixed[3]) !== undefined ? toDuration(`${mixed[1]}${mixed[2] ?? ''}${mixed[3] ?? ''}`) : undefined;
  if (mixed && months) {
    const rest = durationsOf(`${mixed[1]}${mixed[4]}`);
    return rest && [months, ...rest];
  }
  const broken = /^(-?P)([^T]*)(T.*?)?(\d+\.\d+)([WDHM])$/.exec(text);
  if (!broken || (broken[3] === undefined) !== ['W', 'D'].includes(broken[5] ?? '')) return undefined;
  const [, sign, days, time = 'T', value, unit = ''] = broken;
  const exact = toDuration(`${sign}${days}${time}${Math.round(Number(value) * (SECONDS[unit] ?? 0) * 1000) / 1000}S`);
  return exact && [exact];
}

/** FEEL values of dates and durations are tagged; texts are taken as they are. */
function textOf(value: Json): string | undefined {
  if (typeof value === 'string') return value.trim();
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    const tagged = (value as Record<string, Json>)['value'];
    if (typeof tagged === 'string') return tagged;
  }
  return undefined;
}

/** `calendar` counts working time, but for the `pauses`, and says what local time is. */
export function dueOf(kind: TimerKind, value: Json, now: Instant, calendar: WorkCalendar, pauses: readonly Pause[] = []): Due {
  const text = textOf(value);
  if (text === undefined) return { ok: false, message: 'The timer expression gives no date or duration' };
  if (kind === 'cycle') return cycleOf(text, now, calendar);
  const due = kind === 'date' ? parseInstant(text, calendar) : addDuration(now, text, calendar);
  if (due !== undefined) return { ok: true, dueAt: due };
  if (kind === 'duration' && ALLOWANCE.test(text)) return workingTime(text, now, calendar, pauses);
  return { ok: false, message: `Not an ISO 8601 ${kind}: ${text}` };
}

function workingTime(text: string, now: Instant, calendar: WorkCalendar, pauses: readonly Pause[]): Due {
  try {
    return { ok: true, dueAt: dueAt(calendar, now, parseAllowance(text), { pauses }), working: { limit: text, from: now } };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

/** `R3/PT10H`, `R/2026-01-01T00:00:00Z/P1D`, `R2/PT1H/2026-12-31T00:00:00Z`, or a bare duration without end. */
function cycleOf(text: string, now: Instant, calendar: WorkCalendar): Due {
  const parts = text.split('/');
  const repeat = /^R(-1|\d*)$/.exec(parts[0] ?? '');
  const [first, second] = repeat ? parts.slice(1) : parts;
  const left = repeat && repeat[1] !== '' && repeat[1] !== '-1' ? Math.max(Number(repeat[1]) - 1, 0) : -1;
  const start = first === undefined ? undefined : parseInstant(first, calendar);
  const duration = start === undefined ? first : second;
  const base = start ?? now;
  const next = duration === undefined ? undefined : addDuration(base, duration, calendar);
  if (next === undefined || next <= base || parts.length > 3) return { ok: false, message: `Not an ISO 8601 repeating interval: ${text}` };
  return { ok: true, dueAt: start !== undefined && start >= now ? start : next, interval: next - base, left };
}
