/** Reads and checks a calendar file (format.md section 2). For Node and the browser: it looks zones up. */
import { DAY, END_DAY, FIRST_DAY, parseDay, parseTimeOfDay } from './instants.js';
import type { CalendarData, CalendarProblem, DayNote, DaySpan, Expected, Weekday, Zone } from './types.js';
import { resolveZone } from './zone.js';

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const KEYS = ['name', 'zone', 'periods', 'closed', 'open', 'notes'];

type Fields = Record<string, unknown>;

/**
 * The calendar as data for `compileCalendar`, or undefined when a problem of severity error was found.
 * All problems are given, each with the path of its field. Throws nothing.
 */
export function readCalendar(json: unknown): { calendar?: CalendarData; problems: CalendarProblem[] } {
  const reader = new Reader();
  const calendar = reader.read(json);
  const bad = reader.problems.some(({ severity }) => severity === 'error');
  return { ...(!bad && calendar && { calendar }), problems: reader.problems };
}

class Reader {
  readonly problems: CalendarProblem[] = [];

  read(json: unknown): CalendarData | undefined {
    const file = this.object(json, '');
    if (!file) return undefined;
    for (const key of Object.keys(file)) {
      if (key === 'base') this.problem(key, 'names a calendar whose days off are known where it is stored only, and were not used', 'warning');
      else if (!KEYS.includes(key)) this.problem(key, 'is not a key of a calendar file and was not used', 'warning');
    }
    const zone = this.zone(file['zone']);
    const periods = this.periods(file['periods']);
    const notes = this.notes(file['notes']);
    const closed = this.days(file['closed'], 'closed', (name, field) => {
      if (typeof name !== 'string') this.problem(field, 'is the name of the day off, as text');
      return { name: String(name) };
    }).map((entry) => ({ ...entry, ...expectedBy(notes.get(entry.day)) }));
    const open = this.days(file['open'], 'open', (spans, field) => ({ spans: this.spans(spans, field) })).map((entry) => {
      const note = notes.get(entry.day);
      return { ...entry, ...(note?.name && { name: note.name }), ...expectedBy(note) };
    });
    if (!zone) return undefined;
    return { ...(typeof file['name'] === 'string' && { name: file['name'] }), zone, periods, closed, open };
  }

  private zone(value: unknown): Zone | undefined {
    const zone = typeof value === 'string' ? resolveZone(value) : undefined;
    if (!zone) this.problem('zone', value === undefined ? 'is missing' : `is not the name of a time zone: ${show(value)}`);
    return zone;
  }

  private periods(value: unknown): CalendarData['periods'] {
    if (!Array.isArray(value) || value.length === 0) {
      this.problem('periods', value === undefined ? 'is missing' : 'is a list with at least one period');
      return [];
    }
    const periods = value.map((item: unknown, i) => this.period(item, `periods[${i}]`));
    periods.forEach(({ from }, i) => {
      const twin = periods.findIndex((other) => other.from === from);
      if (from >= 0 && twin < i) this.problem(`periods[${i}].from`, `is the same day as periods[${twin}].from`);
    });
    return periods.sort((a, b) => a.from - b.from);
  }

  private period(value: unknown, field: string): CalendarData['periods'][number] {
    const period = this.object(value, field) ?? {};
    for (const key of Object.keys(period)) {
      if (!['from', 'name', 'week', 'basis', 'source'].includes(key)) this.problem(`${field}.${key}`, 'is not a key of a period');
    }
    for (const key of ['name', 'basis', 'source']) this.optional(period, key, 'string', field);
    const week = this.object(period['week'], `${field}.week`) ?? {};
    for (const key of Object.keys(week)) {
      if (!WEEKDAYS.includes(key as Weekday)) this.problem(`${field}.week.${key}`, `is not one of ${WEEKDAYS.join(', ')}`);
    }
    return {
      from: this.day(period['from'], `${field}.from`) ?? -1,
      week: WEEKDAYS.map((day) => (week[day] === undefined ? [] : this.spans(week[day], `${field}.week.${day}`))),
    };
  }

  private notes(value: unknown): Map<number, DayNote> {
    const notes = this.days(value, 'notes', (item, field) => {
      const note = this.object(item, field) ?? {};
      for (const key of ['name', 'basis', 'source']) this.optional(note, key, 'string', field);
      this.optional(note, 'confirmed', 'boolean', field);
      return { note: note as DayNote };
    });
    return new Map(notes.map(({ day, note }) => [day, note]));
  }

  private optional(fields: Fields, key: string, type: 'string' | 'boolean', field: string): void {
    if (fields[key] !== undefined && typeof fields[key] !== type) this.problem(`${field}.${key}`, `is not ${type === 'string' ? 'text' : 'true or false'}: ${show(fields[key])}`);
  }

  private days<T>(value: unknown, field: string, read: (item: unknown, field: string) => T): (T & { day: number })[] {
    const entries = value === undefined ? {} : this.object(value, field) ?? {};
    return Object.entries(entries).flatMap(([date, item]) => {
      const path = `${field}["${date}"]`;
      const day = this.day(date, path);
      return day === undefined ? [] : [{ day, ...read(item, path) }];
    });
  }

  private day(value: unknown, field: string): number | undefined {
    const day = typeof value === 'string' ? parseDay(value) : undefined;
    if (day === undefined) this.problem(field, value === undefined ? 'is missing' : `is not a date such as 2026-02-16: ${show(value)}`);
    else if (day < FIRST_DAY || day >= END_DAY) this.problem(field, `lies outside 1970 to 2099: ${show(value)}`);
    else return day;
    return undefined;
  }

  private spans(value: unknown, field: string): DaySpan[] {
    if (!Array.isArray(value)) {
      this.problem(field, `is a list of spans such as "07:30-11:30", not ${show(value)}`);
      return [];
    }
    const spans = value.flatMap((text: unknown, i) => this.span(text, `${field}[${i}]`));
    spans.sort((a, b) => a.start - b.start);
    spans.forEach((span, i) => {
      if (i > 0 && span.start < spans[i - 1]!.end) this.problem(field, 'has spans that overlap');
    });
    return spans;
  }

  private span(text: unknown, field: string): DaySpan[] {
    const [from = '', to = '', ...more] = typeof text === 'string' ? text.split('-') : [];
    const start = parseTimeOfDay(from);
    const end = parseTimeOfDay(to);
    if (start === undefined || end === undefined || start === DAY || more.length > 0) {
      this.problem(field, `is not a span such as "07:30-11:30": ${show(text)}`);
    } else if (end <= start) {
      this.problem(field, `ends before it begins: ${show(text)} (a span over midnight is written as two)`);
    } else return [{ start, end }];
    return [];
  }

  private object(value: unknown, field: string): Fields | undefined {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
    this.problem(field, value === undefined ? 'is missing' : `is not an object: ${show(value)}`);
    return undefined;
  }

  private problem(field: string, message: string, severity: CalendarProblem['severity'] = 'error'): void {
    this.problems.push({ severity, field, message });
  }
}

const expectedBy = (note: DayNote | undefined): Expected => (note?.confirmed === false ? { expected: true } : {});

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
