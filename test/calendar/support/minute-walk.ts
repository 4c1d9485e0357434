/**
 * The second method: a due date found by looking at one minute after another. It reads the calendar file itself, asks Intl
 * for local time, and shares no code with engine/calendar; it is slow and has nothing clever in it. Whole minutes only.
 */
import type { CalendarFile } from '../../../engine/calendar/types.js';

const MINUTE = 60_000;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

export interface Question {
  value: number;
  unit: 'workingHours' | 'workingDays' | 'days';
  from: number;
  counting?: string;
  cutOff?: string;
  pauses?: readonly { from: number; to: number }[];
  afterStop?: string;
  outsideHours?: string;
}
interface Day { date: string; spans: [number, number][]; closing: number }
interface Now { day: Day; minute: number }

export class MinuteWalk {
  private readonly format: Intl.DateTimeFormat;
  private readonly quarters = new Map<number, { date: string; minute: number }>();
  private readonly days = new Map<string, Day>();

  constructor(private readonly file: CalendarFile) {
    this.format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: file.zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
    });
  }

  isOpen(t: number): boolean {
    const { day, minute } = this.at(t);
    return day.spans.some(([start, end]) => start <= minute && minute < end);
  }

  /** The clock is watched minute by minute: where it begins anew, each stop that comes before the end throws away what was counted. */
  due(question: Question): number {
    const opened = question.outsideHours === 'nextOpening' ? { ...question, from: this.opening(question.from) } : question;
    const { afterStop, pauses = [], value, counting } = opened;
    if (afterStop !== 'restarts' || (value === 0 && counting !== 'sameDay')) return this.uninterrupted(opened);
    let due = this.uninterrupted({ ...opened, pauses: [] });
    for (let t = opened.from; t < due; t += MINUTE) {
      if (!isPaused({ ...opened, pauses }, t)) continue;
      while (isPaused({ ...opened, pauses }, t)) t += MINUTE;
      due = this.uninterrupted({ ...opened, pauses: [], from: opened.outsideHours === 'nextOpening' ? this.opening(t) : t });
    }
    return due;
  }

  private opening(from: number): number {
    let t = from;
    while (!this.isOpen(t)) t += MINUTE;
    return t;
  }

  private uninterrupted(question: Question): number {
    const rule = question.counting ?? { workingHours: 'hourExact', workingDays: 'dayCount', days: 'calendarDays' }[question.unit];
    if (question.unit === 'days' && rule !== 'sameDay') return this.calendarDays(question);
    if (rule === 'hourExact') return this.hours(question);
    return rule === 'sameDay' ? this.sameDay(question) : this.workingDays(question);
  }

  /** Number of open minutes from one instant up to another. */
  openMinutes(from: number, to: number): number {
    let count = 0;
    for (let t = from; t < to; t += MINUTE) if (this.isOpen(t)) count += 1;
    return count;
  }

  private hours(question: Question): number {
    let left = question.unit === 'workingHours' ? question.value * 60 : question.value * this.usualMinutes(question.from);
    let t = question.from;
    if (left === 0) {
      while (!this.isOpen(t)) t += MINUTE;
      return t;
    }
    for (;;) {
      if (this.isOpen(t) && !isPaused(question, t)) left -= 1;
      t += MINUTE;
      if (left <= 0) return t;
    }
  }

  private workingDays(question: Question): number {
    const days = question.unit === 'workingDays' ? question.value : (question.value * 60) / this.usualMinutes(question.from);
    const n = Math.ceil(days);
    if (n === 0) return this.nextClosing(question.from, () => false);
    let counted = 0;
    let paused = false;
    for (let t = this.midnightAfter(question.from); ; t += MINUTE) {
      const { day, minute } = this.at(t);
      if (isPaused(question, t)) paused = true;
      if (day.closing === minute + 1 && !paused && counted + 1 === n) return t + MINUTE;
      if (this.isLastMinute(t)) {
        if (day.closing > 0 && !paused) counted += 1;
        paused = false;
      }
    }
  }

  private calendarDays(question: Question): number {
    const n = Math.ceil(question.value);
    if (n === 0) return this.nextClosing(question.from, () => false);
    let counted = 0;
    let paused = false;
    for (let t = this.midnightAfter(question.from); ; t += MINUTE) {
      const { day, minute } = this.at(t);
      if (isPaused(question, t)) paused = true;
      if (day.closing === minute + 1 && !paused && counted + 1 === n) return t + MINUTE;
      if (this.isLastMinute(t)) {
        if (!paused) counted += 1;
        paused = false;
        if (counted === n) return this.nextClosing(t + MINUTE, (at) => isPaused(question, at));
      }
    }
  }

  private sameDay(question: Question): number {
    const [hour = 15, minute = 0] = (question.cutOff ?? '15:00').split(':').map(Number);
    const inTime = this.at(question.from).minute < hour * 60 + minute;
    return this.nextClosing(inTime ? question.from : this.midnightAfter(question.from), (at) => isPaused(question, at));
  }

  /** Closing of the first day that closes after `from` and has no stopped minute before that. */
  private nextClosing(from: number, stopped: (t: number) => boolean): number {
    let paused = false;
    for (let t = from; ; t += MINUTE) {
      const { day, minute } = this.at(t);
      if (stopped(t)) paused = true;
      if (day.closing === minute + 1 && !paused) return t + MINUTE;
      if (this.isLastMinute(t)) paused = false;
    }
  }

  private midnightAfter(from: number): number {
    let t = from;
    while (!this.isLastMinute(t)) t += MINUTE;
    return t + MINUTE;
  }

  private isLastMinute(t: number): boolean {
    const { day, minute } = this.at(t);
    return minute > 23 * 60 - 1 && this.at(t + MINUTE).day.date !== day.date;
  }

  /** Minutes of the commonest office day in the week in force; the longer of two as common. */
  private usualMinutes(from: number): number {
    const week = this.periodOn(this.at(from).day.date).week;
    const lengths = Object.values(week).map((spans) => minutesOf(parse(spans ?? []))).filter((length) => length > 0);
    const seen = new Map<number, number>();
    for (const length of lengths) seen.set(length, (seen.get(length) ?? 0) + 1);
    return [...seen].sort(([a, m], [b, n]) => n - m || b - a)[0]![0];
  }

  private periodOn(date: string) {
    return [...this.file.periods].sort((a, b) => (a.from < b.from ? 1 : -1)).find(({ from }) => from <= date)!;
  }

  /** Offsets change on quarters of an hour, so Intl is asked once for each quarter. */
  private at(t: number): Now {
    const quarter = Math.floor(t / (15 * MINUTE));
    let start = this.quarters.get(quarter);
    if (!start) {
      const [date = '', time = ''] = this.format.format(quarter * 15 * MINUTE).split(' ');
      start = { date, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) };
      this.quarters.set(quarter, start);
    }
    return { day: this.dayOf(start.date), minute: start.minute + (t / MINUTE - quarter * 15) };
  }

  private dayOf(date: string): Day {
    let day = this.days.get(date);
    if (!day) {
      const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]!;
      const own = this.file.open?.[date];
      const spans = parse(own ?? (this.file.closed?.[date] !== undefined ? [] : this.periodOn(date).week[weekday] ?? []));
      day = { date, spans, closing: Math.max(0, ...spans.map(([, end]) => end)) };
      this.days.set(date, day);
    }
    return day;
  }
}

function isPaused({ pauses = [] }: Question, t: number): boolean {
  return pauses.some(({ from, to }) => from <= t && t < to);
}

function parse(spans: readonly string[]): [number, number][] {
  return spans.map((span) => span.split('-').map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))  as [number, number]);
}

function minutesOf(spans: [number, number][]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}
