/** What `due` and `elapsed` share: the calendar named on the command line, and instants. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { combineCalendars } from '../engine/calendar/combine.js';
import { compileCalendar } from '../engine/calendar/compile.js';
import type { WorkCalendar } from '../engine/calendar/compile.js';
import { parseInstant } from '../engine/calendar/instants.js';
import { readCalendar } from '../engine/calendar/read.js';
import { CalendarError } from '../engine/calendar/types.js';
import type { CalendarFile, Instant } from '../engine/calendar/types.js';
import { vnOffice } from '../engine/calendar/vn-office.js';
import { BadInput, readJsonFile } from './io.js';

export const CALENDAR_OPTION = ['--calendar <file>', 'calendar file (default: office hours and public holidays of Viet Nam, 2025 to 2027)'] as const;

/** Throws `BadInput` naming the file and the first field that is wrong; warnings go to standard error. */
export function loadCalendar(file: string | undefined): WorkCalendar {
  if (file === undefined) return vnOffice();
  const { calendar, problems } = readCalendar(withBase(file, readJsonFile(file)));
  const told = problems.map(({ severity, field, message }) => ({ severity, text: `${file}: ${field || 'the file'} ${message}` }));
  const errors = told.filter(({ severity }) => severity === 'error');
  if (!calendar) throw new BadInput(errors[0]!.text + (errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''));
  for (const { text } of told) process.stderr.write(`warning: ${text}\n`);
  return compileCalendar(calendar);
}

/** A calendar over the days of another has that one beside it: `base` is its name without `.json`. */
function withBase(file: string, json: unknown): unknown {
  const base = typeof json === 'object' && json !== null && 'base' in json ? json.base : undefined;
  const path = typeof base === 'string' && /^[\w.-]+$/.test(base) ? join(dirname(file), `${base}.json`) : undefined;
  if (path === undefined || !existsSync(path)) return json;
  const days = readJsonFile(path);
  // What is wrong in either is told by its own name.
  if (readCalendar(days).calendar === undefined || readCalendar(json).calendar === undefined) return json;
  return combineCalendars(days as CalendarFile, json as CalendarFile);
}

/** Throws `BadInput` naming the option or field. */
export function readInstant(text: string, field: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new BadInput(`${field}: "${text}" is not an instant with an offset such as 2026-02-13T16:00:00+07:00`);
  return instant;
}

/** Runs a question to the calendar; what it cannot answer becomes `BadInput`, with the place named. */
export function ask<T>(place: string, question: () => T): T {
  try {
    return question();
  } catch (error) {
    if (error instanceof CalendarError) throw new BadInput(place ? `${place}: ${error.message}` : error.message);
    throw error;
  }
}
