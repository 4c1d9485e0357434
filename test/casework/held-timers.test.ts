/** The limit of a step stands still with its dossier; a notice outside the limit runs on. */
import fc from 'fast-check';
import { workingTime } from '../../engine/calendar/open-time.js';
import { vnOffice } from '../../engine/calendar/vn-office.js';
import type { Instant, Plan } from '../../engine/graph/types.js';
import { effectsOf } from '../../engine/interpreter/effects.js';
import type { Wait } from '../../engine/interpreter/state.js';
import { and, boundary, bpmn, end, start, timer, user } from '../support/bpmn.js';
import { planOf } from '../workflows/support.js';
import { Desk, HOUR, seededRules } from './support.js';

const rules = seededRules();
const calendar = vnOffice();
const stopped = '<extensionElements><df:step clock="stopped"/></extensionElements>';
/** A step with a limit of work and one of the calendar, a notice beside it, and a wait outside the limit with a limit of its own. */
const DRAWING = bpmn({
  id: 'held', nodes: start() + and('f') + user('handle') + boundary('limit', 'handle', timer('10 workingHours'), false) + boundary('days', 'handle', timer('P30D'), false)
    + `<intermediateCatchEvent id="notice">${timer('20 workingHours')}</intermediateCatchEvent>` + user('await', stopped) + boundary('answer', 'await', timer('40 workingHours'), false)
    + end('e1') + end('e2') + end('e3') + end('e4') + end('e5') + end('e6'),
  flows: ['s>f', 'f>handle>e1', 'f>notice>e2', 'f>await>e3', 'limit>e4', 'days>e5', 'answer>e6'],
});
let plan: Plan;
beforeAll(async () => { plan = await planOf(DRAWING); });

const waitOf = (desk: Desk, node: string): Wait => Object.values(desk.standing.state.catchers).find((catcher) => catcher.node === node)!.waits[0]!;
const stop = { type: 'stop', reason: 'tranh chấp', ground: 'Điều 5', by: 'son', rules, holdsTimers: true } as const;
const resume = { type: 'resume', reason: 'xong', by: 'son', rules, holdsTimers: true } as const;
const used = (from: Instant, to: Instant): number => workingTime(calendar, from, to);

test('a stop holds the limit of the step, and nothing else; what was used before counts on', () => {
  const desk = new Desk(plan);
  const [limit, others] = [waitOf(desk, 'limit'), ['days', 'notice', 'answer'].map((node) => waitOf(desk, node).dueAt)];
  const began = desk.at;
  desk.do(stop);
  const stoppedAt = desk.at;
  expect(waitOf(desk, 'limit').dueAt).toBeUndefined();
  expect(effectsOf(desk.steps.at(-1)!.events)).toEqual([{ type: 'cancelTimer', timer: limit.id }]);
  expect(['days', 'notice', 'answer'].map((node) => waitOf(desk, node).dueAt)).toEqual(others);
  desk.at += 5 * 24 * HOUR;
  desk.do(resume);
  const due = waitOf(desk, 'limit').dueAt!;
  expect(effectsOf(desk.steps.at(-1)!.events)).toEqual([{ type: 'startTimer', timer: waitOf(desk, 'limit').id, dueAt: due }]);
  expect(used(began, stoppedAt) + used(desk.at, due)).toBe(10 * HOUR);
});

test('one halt after another is one pause; a corrected calendar meanwhile counts when the dossier goes on', () => {
  const desk = new Desk(plan);
  desk.do({ type: 'requestSupplement', reason: 'thiếu', parts: ['x'], by: 'lan', rules, holdsTimers: true });
  const id = waitOf(desk, 'limit').id;
  desk.do(stop);
  desk.do({ type: 'correctCalendar', calendarId: 'vn-office', version: 2, calendar: calendar.data, by: 'an' });
  expect(waitOf(desk, 'limit')).toMatchObject({ id, working: { pauses: [[expect.any(Number)]] } });
  desk.do(resume);
  expect(waitOf(desk, 'limit')).toMatchObject({ dueAt: expect.any(Number), working: { pauses: [[expect.any(Number), desk.at]] } });
});

test('stored histories told of no holding: their timers run on as they did', () => {
  const desk = new Desk(plan);
  const { holdsTimers: _none, ...before } = stop;
  const due = waitOf(desk, 'limit').dueAt;
  desk.do(before);
  desk.do(resume);
  expect(waitOf(desk, 'limit').dueAt).toBe(due);
});

test('whatever stops there are, the step has its ten hours of work, and never more', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 2_000 })), { maxLength: 6 }), (stops) => {
    const desk = new Desk(plan);
    let since = desk.at;
    let worked = 0;
    for (const [before, during] of stops) {
      if (waitOf(desk, 'limit').dueAt! <= desk.at + before * 360_000 + HOUR) break;
      desk.at += before * 360_000;
      desk.do(stop);
      worked += used(since, desk.at);
      desk.at += during * 360_000;
      desk.do(resume);
      since = desk.at;
    }
    expect(worked + used(since, waitOf(desk, 'limit').dueAt!)).toBe(10 * HOUR);
  }), { numRuns: 60 });
});
