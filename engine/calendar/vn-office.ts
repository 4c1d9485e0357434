/**
 * The calendar that is used when none is named, bundled so that pure code needs no file: the content of
 * `procedures/calendars/vn-office.json`, which a test holds equal. Sources and what is not yet announced: its `notes`.
 */
import { compileCalendar } from './compile.js';
import type { WorkCalendar } from './compile.js';
import { HOUR, MINUTE, parseDay } from './instants.js';
import type { CalendarData, DaySpan, Expected } from './types.js';

const OFFICE_DAY: readonly DaySpan[] = [
  { start: 7 * HOUR + 30 * MINUTE, end: 11 * HOUR + 30 * MINUTE },
  { start: 13 * HOUR, end: 17 * HOUR },
];

const CLOSED: Readonly<Record<string, string>> = {
  '2025-01-01': 'Tết Dương lịch',
  '2025-01-27': 'Tết Nguyên đán',
  '2025-01-28': 'Tết Nguyên đán',
  '2025-01-29': 'Tết Nguyên đán',
  '2025-01-30': 'Tết Nguyên đán',
  '2025-01-31': 'Tết Nguyên đán',
  '2025-04-07': 'Giỗ Tổ Hùng Vương',
  '2025-04-30': 'Ngày Chiến thắng',
  '2025-05-01': 'Ngày Quốc tế lao động',
  '2025-05-02': 'Nghỉ hoán đổi, làm bù ngày 26/04/2025',
  '2025-09-01': 'Quốc khánh',
  '2025-09-02': 'Quốc khánh',
  '2026-01-01': 'Tết Dương lịch',
  '2026-01-02': 'Nghỉ hoán đổi, làm bù ngày 10/01/2026',
  '2026-02-16': 'Tết Nguyên đán',
  '2026-02-17': 'Tết Nguyên đán',
  '2026-02-18': 'Tết Nguyên đán',
  '2026-02-19': 'Tết Nguyên đán',
  '2026-02-20': 'Tết Nguyên đán',
  '2026-04-26': 'Giỗ Tổ Hùng Vương',
  '2026-04-27': 'Nghỉ bù Giỗ Tổ Hùng Vương (26/04/2026)',
  '2026-04-30': 'Ngày Chiến thắng',
  '2026-05-01': 'Ngày Quốc tế lao động',
  '2026-08-31': 'Nghỉ hoán đổi, làm bù ngày 22/08/2026',
  '2026-09-01': 'Quốc khánh',
  '2026-09-02': 'Quốc khánh',
  '2026-11-24': 'Ngày Văn hóa Việt Nam',
  '2027-01-01': 'Tết Dương lịch',
  '2027-02-05': 'Tết Nguyên đán',
  '2027-02-06': 'Tết Nguyên đán',
  '2027-02-07': 'Tết Nguyên đán',
  '2027-02-08': 'Tết Nguyên đán',
  '2027-02-09': 'Tết Nguyên đán',
  '2027-02-10': 'Tết Nguyên đán',
  '2027-02-11': 'Tết Nguyên đán',
  '2027-04-16': 'Giỗ Tổ Hùng Vương',
  '2027-04-30': 'Ngày Chiến thắng',
  '2027-05-01': 'Ngày Quốc tế lao động',
  '2027-05-03': 'Nghỉ bù Ngày Quốc tế lao động',
  '2027-09-02': 'Quốc khánh',
  '2027-09-03': 'Quốc khánh',
  '2027-11-24': 'Ngày Văn hóa Việt Nam',
};

/** Make-up Saturdays, by what they make up for. */
const MAKE_UP: Readonly<Record<string, string>> = {
  '2025-04-26': 'làm bù cho 02/05/2025',
  '2026-01-10': 'làm bù cho 02/01/2026',
  '2026-08-22': 'làm bù cho 31/08/2026',
};

/** Not announced, or to be compared with the announcement. */
const EXPECTED: ReadonlySet<string> = new Set([
  '2026-01-02', '2026-01-10', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-05-03', '2027-09-03',
]);
const expected = (date: string): Expected => (EXPECTED.has(date) ? { expected: true } : {});

export const vnOfficeData: CalendarData = {
  name: 'Giờ hành chính Việt Nam',
  zone: { name: 'Asia/Ho_Chi_Minh', offset: 7 * HOUR, transitions: [] },
  periods: [{ from: parseDay('2025-01-01')!, week: [OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, [], []] }],
  closed: Object.entries(CLOSED).map(([date, name]) => ({ day: parseDay(date)!, name, ...expected(date) })),
  open: Object.entries(MAKE_UP).map(([date, name]) => ({ day: parseDay(date)!, spans: OFFICE_DAY, name, ...expected(date) })),
};

let compiled: WorkCalendar | undefined;

/** Working hours of Vietnamese agencies with the public holidays of 2025 to 2027. */
export function vnOffice(): WorkCalendar {
  compiled ??= compileCalendar(vnOfficeData);
  return compiled;
}
