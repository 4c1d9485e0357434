/** A working calendar as Excel: its days off and days with hours of their own, and the hours of its weeks. Pure. */
import type { CalendarFile, CalendarFilePeriod } from '../../engine/calendar/types.js';
import { deskMidnight } from '../../models/desk.js';
import { tableOf, type AnyTable, type Column } from './workbook.js';

interface Day { day: string; kind: string; name?: string; hours?: string; basis?: string; source?: string; confirmed?: boolean }

const DAYS: Column<Day>[] = [
  { header: 'Ngày', width: 12, isDay: true, value: (row) => deskMidnight(row.day) }, { header: 'Loại', width: 16, value: (row) => row.kind }, { header: 'Tên', width: 40, value: (row) => row.name }, { header: 'Giờ làm việc', width: 26, value: (row) => row.hours },
  { header: 'Căn cứ', width: 44, value: (row) => row.basis }, { header: 'Nguồn', width: 44, value: (row) => row.source }, { header: 'Đã công bố', width: 12, value: (row) => (row.confirmed === false ? 'Chưa' : 'Rồi') },
];
const WEEK = [['mon', 'Thứ Hai'], ['tue', 'Thứ Ba'], ['wed', 'Thứ Tư'], ['thu', 'Thứ Năm'], ['fri', 'Thứ Sáu'], ['sat', 'Thứ Bảy'], ['sun', 'Chủ Nhật']] as const;
const PERIODS: Column<CalendarFilePeriod>[] = [
  { header: 'Từ ngày', width: 12, isDay: true, value: (row) => deskMidnight(row.from) }, ...WEEK.map(([day, header]): Column<CalendarFilePeriod> => ({ header, width: 24, value: (row) => hoursOf(row.week[day] ?? []) })),
  { header: 'Căn cứ', width: 44, value: (row) => row.basis },
];

const hoursOf = (spans: readonly string[]): string => (spans.length === 0 ? 'nghỉ' : spans.join('; '));

/** `file`: with the days of its base written out. */
export function calendarTables({ closed = {}, open = {}, notes = {}, periods }: CalendarFile): AnyTable[] {
  const off = Object.entries(closed).filter(([day]) => !(day in open)).map(([day, name]): Day => ({ ...notes[day], day, kind: 'Nghỉ', name }));
  const own = Object.entries(open).map(([day, spans]): Day => ({ ...notes[day], day, kind: spans.length === 0 ? 'Nghỉ' : 'Giờ làm riêng', hours: hoursOf(spans) }));
  const days = [...off, ...own].sort((a, b) => a.day.localeCompare(b.day));
  return [tableOf({ name: 'Ngày nghỉ, làm bù', columns: DAYS, rows: days, total: days.length }), tableOf({ name: 'Giờ làm việc', columns: PERIODS, rows: periods, total: periods.length })];
}
