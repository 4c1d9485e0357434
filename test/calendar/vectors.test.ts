/** The table of due dates: each answer is stored, found again by the minute walk, and found by the engine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dueAt, ledger } from '../../engine/calendar/index.js';
import type { CountingOptions, WorkCalendar } from '../../engine/calendar/index.js';
import { calendar, CALENDAR_NAMES, walk } from './support/calendars.js';
import type { CalendarName } from './support/calendars.js';
import { CASES } from './support/cases.js';
import type { Case } from './support/cases.js';
import { question } from './support/question.js';

const VECTORS = JSON.parse(readFileSync(join(__dirname, 'vectors.json'), 'utf8')) as (Case & { due: string })[];

test('the table holds every case, at least 300, over all rules and three zones', () => {
  expect(VECTORS.map(({ due: _due, ...each }) => each)).toEqual(CASES);
  expect(VECTORS.length).toBeGreaterThanOrEqual(300);
  expect(new Set(VECTORS.map(({ id }) => id)).size).toBe(VECTORS.length);
});

describe.each(CALENDAR_NAMES)('calendar %s', (name) => {
  const vectors = VECTORS.filter((each) => each.calendar === name);
  const text = (instant: number) => new Date(instant).toISOString();

  test('the minute walk finds the stored answers', () => {
    const walker = walk(name as CalendarName);
    const found = vectors.map((each) => `${each.id}: ${text(walker.due(question(each)))}`);
    expect(found).toEqual(vectors.map(({ id, due }) => `${id}: ${due}`));
  });

  test('the engine finds them, with and without the ledger', () => {
    const compiled = calendar(name as CalendarName);
    const answers = vectors.map((each) => answer(compiled, each));
    expect(answers.map(({ due, id }) => `${id}: ${text(due)}`)).toEqual(vectors.map(({ id, due }) => `${id}: ${due}`));
    expect(answers.filter((each) => each.due !== each.ledgerDue)).toEqual([]);
  });
});

function answer(compiled: WorkCalendar, each: Case) {
  const { value, unit, from, ...rules } = question(each);
  const options = rules as CountingOptions;
  return {
    id: each.id,
    due: dueAt(compiled, from, { value, unit }, options),
    ledgerDue: ledger(compiled, from, { value, unit }, options).due,
  };
}
