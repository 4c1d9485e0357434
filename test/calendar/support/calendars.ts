/** The calendars of the tests, as files, compiled, and as minute walks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { combineCalendars, compileCalendar, readCalendar } from '../../../engine/calendar/index.js';
import type { CalendarFile, WorkCalendar } from '../../../engine/calendar/index.js';
import { MinuteWalk } from './minute-walk.js';

const ROOT = join(__dirname, '../../..');
export const CALENDAR_FILES = {
  'vn-office': join(ROOT, 'procedures/calendars/vn-office.json'),
  land: join(ROOT, 'procedures/calendars/vn-dat-dai.json'),
  commune: join(ROOT, 'test/calendar/calendars/commune.json'),
  paris: join(ROOT, 'test/calendar/calendars/paris.json'),
  kathmandu: join(ROOT, 'test/calendar/calendars/kathmandu.json'),
} as const;
export type CalendarName = keyof typeof CALENDAR_FILES;
export const CALENDAR_NAMES = Object.keys(CALENDAR_FILES) as CalendarName[];

export function calendarFile(name: CalendarName): CalendarFile {
  const file = JSON.parse(readFileSync(CALENDAR_FILES[name], 'utf8')) as CalendarFile;
  return file.base ? combineCalendars(calendarFile(file.base as CalendarName), file) : file;
}
export function compile(file: unknown): WorkCalendar {
  const { calendar, problems } = readCalendar(file);
  if (!calendar) throw new Error(problems.map(({ field, message }) => `${field} ${message}`).join('; '));
  return compileCalendar(calendar);
}
export const calendar = (name: CalendarName): WorkCalendar => compile(calendarFile(name));
export const walk = (name: CalendarName): MinuteWalk => new MinuteWalk(calendarFile(name));
