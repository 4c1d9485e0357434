/**
 * How dates, numbers, money and time spans are written. Always in the time zone of the agency, whatever the
 * browser's own; separators follow the language.
 */
export type Language = 'vi' | 'en';
const ZONE = 'Asia/Ho_Chi_Minh';
/** Minutes of an office day of the usual length, for putting working time in days. */
const OFFICE_DAY = 480;

const localeOf = (language: Language): string => (language === 'vi' ? 'vi-VN' : 'en-GB');

const dateParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});

function partsOf(instant: string): Record<string, string> {
  return Object.fromEntries(dateParts.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
}

/** dd/MM/yyyy */
export function formatDate(instant: string): string {
  const part = partsOf(instant);
  return `${part.day}/${part.month}/${part.year}`;
}

/** Of a period that ends when the day after its last begins; also of one that ends now. */
export const formatLastDay = (end: string): string => formatDate(new Date(Date.parse(end) - 1).toISOString());

/** The agency's day of an instant, as YYYY-MM-DD; of the present without one. */
export function deskDay(instant = new Date().toISOString()): string {
  const part = partsOf(instant);
  return `${part.year}-${part.month}-${part.day}`;
}

/** dd/MM/yyyy HH:mm, 24 hours */
export function formatDateTime(instant: string): string {
  const part = partsOf(instant);
  return `${part.day}/${part.month}/${part.year} ${part.hour}:${part.minute}`;
}

export function formatNumber(value: number, language: Language, maximumFractionDigits = 2): string {
  return new Intl.NumberFormat(localeOf(language), { maximumFractionDigits }).format(value);
}

/** 150.000 ₫ in Vietnamese, 150,000 ₫ in English. */
export const formatMoney = (value: number, language: Language): string => `${formatNumber(value, language, 0)}\u00a0₫`;

/** Bytes in KB or MB, of 1,024 each. */
export function formatSize(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB'];
  return `${formatNumber(value, language, 1)}\u00a0${unit}`;
}
export const formatShare = (value: number, language: Language): string => `${formatNumber(value * 100, language, 0)}\u00a0%`;

/** Working time in the unit that reads best; the words come from the catalogue. */
export function workingTime(minutes: number): { unit: 'minutes' | 'hours' | 'days'; count: number } {
  if (minutes >= OFFICE_DAY) return { unit: 'days', count: Math.round((minutes / OFFICE_DAY) * 10) / 10 };
  if (minutes >= 60) return { unit: 'hours', count: Math.round((minutes / 60) * 10) / 10 };
  return { unit: 'minutes', count: Math.round(minutes) };
}

/** "5 workingDays" as the API writes a limit; undefined for anything else. */
export function parseLimit(text: string): { unit: 'workingHours' | 'workingDays' | 'days'; count: number } | undefined {
  const found = /^([\d.]+) (workingHours|workingDays|days)$/.exec(text);
  return found ? { count: Number(found[1]), unit: found[2] as 'workingHours' | 'workingDays' | 'days' } : undefined;
}

const DATE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
/** What was typed as dd/MM/yyyy, as yyyy-MM-dd; undefined when there is no such day. */
export function parseDate(typed: string): string | undefined {
  const [, day = '', month = '', year = ''] = DATE.exec(typed.trim()) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return year && new Date(`${iso}T00:00:00Z`).toJSON()?.startsWith(iso) ? iso : undefined;
}

/** The name of a variable as words, for data that nobody gave a label: hoTenCon is "Ho ten con". */
export function nameInWords(name: string): string {
  const words = name.replace(/_/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Lower case without marks, so that "ho so" finds "Hồ sơ". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
}
