/** Until when a due date may be extended: days, whatever the hour of the old date. */
import { vnOffice } from '../../engine/calendar/vn-office.js';
import type { CaseRules } from '../../engine/casework/rules.js';
import { closingOn, windowOf } from '../../models/casework/dates.js';

const calendar = vnOffice();
const at = (text: string): number => Date.parse(`${text}+07:00`);

test.each([['2026-11-18T09:37', '2026-11-26T17:00'], ['2026-11-18T17:00', '2026-11-26T17:00'], ['2027-02-03T08:00', '2027-02-17T17:00']])('due %s: the last new date counts to its close', (due, last) => {
  const rules = { 'extension.longest': { value: 5, unit: 'workingDays' }, 'extension.noticeBefore': { value: -1, unit: 'workingDays' } } as CaseRules;
  const window = windowOf(calendar, at(due), rules)!;
  expect(new Date(window.latest)).toEqual(new Date(at(last)));
  expect(closingOn(calendar, last.slice(0, 10))).toBe(window.latest);
  expect(window.until).toBeLessThanOrEqual(at(due));
});
