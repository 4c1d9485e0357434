import { fold, formatDate, formatDateTime, formatMoney, formatNumber, workingTime } from '../../web/format.js';

describe('dates and times in the time zone of the agency', () => {
  test.each([
    ['2026-11-23T17:30:00Z', '24/11/2026 00:30'],
    ['2026-01-05T01:05:00Z', '05/01/2026 08:05'],
    ['2026-12-31T16:59:00Z', '31/12/2026 23:59'],
  ])('%s is %s', (instant, shown) => {
    expect(formatDateTime(instant)).toBe(shown);
    expect(formatDate(instant)).toBe(shown.slice(0, 10));
  });
});

test('numbers and money follow the language', () => {
  expect(formatNumber(1_234_567.89, 'vi')).toBe('1.234.567,89');
  expect(formatNumber(1_234_567.89, 'en')).toBe('1,234,567.89');
  expect(formatMoney(150_000, 'vi')).toBe('150.000\u00a0₫');
});

test('working time is put into the unit that reads best', () => {
  expect(workingTime(45)).toEqual({ unit: 'minutes', count: 45 });
  expect(workingTime(90)).toEqual({ unit: 'hours', count: 1.5 });
  expect(workingTime(1_200)).toEqual({ unit: 'days', count: 2.5 });
});

test.each([['Đăng ký Khai Sinh', 'dang ky khai sinh'], ['ỖẪ', 'oa'], ['hòa', 'hoa'], ['hoà', 'hoa']])('%s is found as %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});
