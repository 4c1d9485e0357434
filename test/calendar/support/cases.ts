/** The questions of the vector table. Their answers stand in vectors.json, worked out by the minute walk. */
import type { CalendarName } from './calendars.js';

/** Local times; the offset of the calendar's zone on that day is written behind them. */
interface Group {
  calendar: CalendarName;
  receipts: readonly string[];
  limits: readonly string[];
  pauses: readonly (readonly string[])[];
  /** How the clock runs, where it is not the usual way. */
  rules?: readonly Pick<Case, 'afterStop' | 'outsideHours'>[];
}
export interface Case { id: string; calendar: CalendarName; for: string; from: string; counting?: string; cutOff?: string; pauses?: string[]; afterStop?: string; outsideHours?: string }

const HOURS = ['0 workingHours', '0.5 workingHours', '4 workingHours', '8 workingHours', '37.25 workingHours', '0.25 workingDays hourExact', '2.5 workingDays hourExact'];
const DAYS = ['0 workingDays', '0.25 workingDays', '1 workingDays', '3 workingDays', '10 workingDays', '20 workingHours dayCount'];
const CALENDAR_DAYS = ['0 days', '1 days', '3 days', '15 days'];
const SAME_DAY = ['8 workingHours sameDay', '1 workingDays sameDay 10:30'];
const MIXED = ['8 workingHours', '3 workingDays', '4 days', '1 workingDays sameDay', '1.5 workingDays hourExact', '0 workingDays'];

const VN = '+07:00';
/** Before and inside Tết, before make-up Saturdays and on them, around holidays, outside office hours, at the cut-off. */
const VN_RECEIPTS = [
  '2026-02-13T16:00', '2026-02-12T07:30', '2026-02-18T10:15', '2026-08-21T14:59', '2026-08-22T15:00', '2026-01-09T17:00',
  '2026-04-24T11:45', '2026-11-23T20:10', '2027-02-04T10:29', '2025-04-26T06:00',
];
const at = (offset: string, pairs: readonly string[]) => pairs.map((pair) => pair.split('/').map((time) => time + offset).join('/'));

const GROUPS: readonly Group[] = [
  { calendar: 'vn-office', receipts: VN_RECEIPTS.map((t) => t + VN), limits: [...HOURS, ...DAYS, ...CALENDAR_DAYS, ...SAME_DAY], pauses: [[]] },
  {
    calendar: 'vn-office', receipts: ['2026-02-13T08:00+07:00', '2026-02-12T16:59+07:00', '2026-08-20T10:00+07:00'], limits: MIXED,
    pauses: [
      at(VN, ['2026-02-13T10:00/2026-02-23T10:00', '2026-08-21T08:00/2026-08-21T09:00']),
      at(VN, ['2026-02-10T09:00/2026-02-13T09:30', '2026-02-24T00:00/2026-02-25T00:00', '2026-08-22T07:00/2026-08-24T12:00']),
      at(VN, ['2026-02-13T17:00/2026-02-23T07:30', '2026-02-23T07:30/2026-02-23T08:00', '2026-02-14T08:00/2026-02-26T09:00', '2026-08-20T17:05/2026-08-22T18:00']),
      at(VN, ['2026-02-16T00:00/2026-02-21T00:00', '2026-08-20T11:30/2026-08-20T13:00', '2026-08-30T23:59/2026-09-03T00:00']),
    ],
  },
  {
    calendar: 'commune', receipts: ['2026-02-13T10:00', '2026-02-21T09:00', '2026-04-14T15:10', '2026-04-17T13:00', '2026-12-31T08:00'].map((t) => t + VN),
    limits: [...MIXED, '12 workingDays', '20 workingHours', '9 days'],
    pauses: [[], at(VN, ['2026-02-23T09:00/2026-02-24T09:00', '2026-04-16T15:00/2026-04-20T08:00', '2026-05-02T08:30/2026-05-04T07:00'])],
  },
  {
    calendar: 'paris', receipts: ['2026-03-28T22:30+01:00', '2026-03-29T01:20+01:00', '2026-04-03T16:30+02:00', '2026-10-24T23:10+02:00', '2026-10-25T02:40+02:00'],
    limits: [...MIXED, '5.5 workingHours', '6 days'],
    pauses: [[], ['2026-03-29T01:30+01:00/2026-03-29T04:00+02:00', '2026-04-07T10:00+02:00/2026-04-08T10:00+02:00', '2026-10-25T02:30+02:00/2026-10-25T02:30+01:00']],
  },
  {
    calendar: 'kathmandu', receipts: ['2026-02-27T14:00', '2026-03-02T16:45', '2026-10-16T09:00', '2026-10-17T12:00'].map((t) => `${t}+05:45`),
    limits: [...MIXED, '30 workingHours', '7 days'],
    pauses: [[], at('+05:45', ['2026-03-05T11:00/2026-03-06T00:00', '2026-10-18T12:00/2026-10-24T12:00'])],
  },
];

const RESTARTS = { afterStop: 'restarts' } as const;
const OPENING = { outsideHours: 'nextOpening' } as const;
const LAND: readonly Group[] = [
  {
    // An agency of its own hours over the days of another: Saturday mornings, summer and winter, Tết, make-up days.
    calendar: 'land', receipts: ['2026-02-13T16:00', '2026-04-14T16:30', '2026-08-21T17:45', '2026-08-22T09:00', '2026-10-10T10:30', '2026-11-21T10:59', '2027-02-04T14:00'].map((t) => t + VN),
    limits: [...MIXED, '10 workingDays'], pauses: [[], at(VN, ['2026-02-14T08:00/2026-02-23T10:00', '2026-08-24T07:10/2026-08-24T13:30', '2026-10-12T00:00/2026-10-15T08:00'])],
  },
  {
    calendar: 'vn-office', receipts: ['2026-02-12T09:00', '2026-02-14T20:00', '2026-08-21T16:00', '2026-11-23T14:00'].map((t) => t + VN), limits: MIXED, rules: [RESTARTS, { ...RESTARTS, ...OPENING }],
    pauses: [
      at(VN, ['2026-02-13T10:00/2026-02-23T10:00', '2026-02-24T08:00/2026-02-25T18:00', '2026-08-22T08:00/2026-08-24T12:00', '2026-11-25T07:00/2026-11-26T12:15']),
      at(VN, ['2026-02-10T09:00/2026-02-12T09:30', '2026-08-21T17:05/2026-08-21T18:00', '2026-11-24T08:00/2026-11-24T09:00']),
    ],
  },
  {
    calendar: 'commune', receipts: ['2026-02-14T12:00', '2026-04-17T13:00', '2026-04-25T20:00'].map((t) => t + VN), limits: [...MIXED, '9 days'], rules: [OPENING, RESTARTS],
    pauses: [[], at(VN, ['2026-02-23T09:00/2026-02-24T09:00', '2026-04-20T15:00/2026-04-22T08:00', '2026-04-28T08:30/2026-05-04T07:00'])],
  },
  {
    calendar: 'paris', receipts: ['2026-03-28T22:30+01:00', '2026-10-24T23:10+02:00'], limits: MIXED, rules: [OPENING, { ...RESTARTS, ...OPENING }],
    pauses: [['2026-03-30T09:30+02:00/2026-03-31T14:00+02:00', '2026-10-25T02:30+02:00/2026-10-26T10:30+01:00']],
  },
];

export const CASES: readonly Case[] = [...GROUPS, ...LAND].flatMap(({ calendar, receipts, limits, pauses, rules = [{}] }) =>
  receipts.flatMap((from) => limits.flatMap((limit) => pauses.flatMap((list) => rules.map((rule): Case => {
    const [value = '', unit = '', counting, cutOff] = limit.split(' ');
    const request = { for: `${value} ${unit}`, from, ...(counting && { counting }), ...(cutOff && { cutOff }), ...(list.length > 0 && { pauses: [...list] }), ...rule };
    const key = [calendar, limit.replace(/ /g, '-'), from.slice(0, 16), ...list.map((pause) => pause.slice(5, 16)), ...Object.values(rule)].join(' ');
    return { id: key, calendar, ...request };
  })))));
