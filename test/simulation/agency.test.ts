/** An agency with planted troubles: each is found, nothing else is told; a clean agency raises nothing. */
import { join } from 'node:path';
import { vnOffice } from '../../engine/calendar/vn-office.js';
import type { TellingFinding } from '../../engine/check.js';
import type { Model } from '../../engine/graph/types.js';
import { checkLog } from '../../engine/log-checks/check-log.js';
import { conform } from '../../engine/mining/conform/conform.js';
import { readLog } from '../../engine/mining/read/read.js';
import { writeCsv } from '../../engine/mining/write/csv.js';
import { playAgency } from '../../engine/simulation/agency/play.js';
import type { Trouble } from '../../engine/simulation/agency/types.js';
import { agencyLog } from '../../scripts/agency/log.js';
import { CLEAN, PLANTED, procedure, START } from '../../scripts/agency/plan.js';

const folder = join(__dirname, '../../procedures');
const DAYS = 700;
const play = (model: Model, dossiers: number, troubles: readonly Trouble[] = [], seed = 5) => playAgency(model, vnOffice(), { seed, start: START, dossiers, days: DAYS, troubles });
const told = (model: Model, dossiers: number, troubles: readonly Trouble[] = []): TellingFinding[] =>
  checkLog(agencyLog(play(model, dossiers, troubles), 'P'), { model, language: 'en' }).filter((each): each is TellingFinding => each.canTell);

test.each(PLANTED.map((each) => [each.trouble.kind, each.procedure, each] as const))('%s in %s is found and ranked', async (_kind, code, { trouble, check, names, follows }) => {
  const found = told(await procedure(folder, code), 450, [trouble]);
  const own = found.filter((each) => each.check === check && names(each));
  expect(own).toHaveLength(1);
  expect(found.filter((each) => each.check !== check && !follows.includes(each.check)).map((each) => `${each.check} ${each.message}`)).toEqual([]);
  // What brings no hours in (a version that helped, or did not) has nothing to rank by.
  if (trouble.kind !== 'version') expect(own[0]!.hoursPerYear).toBeGreaterThan(0);
}, 60_000);

test.each(CLEAN)('%s in a clean agency raises nothing', async (code) => {
  expect(told(await procedure(folder, code), 250).map(({ check, message }) => `${check} ${message}`)).toEqual([]);
}, 60_000);

test('the same seed gives the same events, another seed others', async () => {
  const model = await procedure(folder, 'P07');
  expect(play(model, 60)).toEqual(play(model, 60));
  expect(play(model, 60, [], 6)).not.toEqual(play(model, 60));
});

test('people work in office hours, one thing at a time, and keep apart what has to be', async () => {
  const model = await procedure(folder, 'P07');
  const events = play(model, 200);
  const busy = new Map<string, string>();
  for (const { person, transition, dossier, element } of events.filter((each) => each.person !== undefined)) {
    if (transition === 'start') expect(busy.get(person!)).toBeUndefined();
    if (transition === 'start') busy.set(person!, `${dossier} ${element}`);
    else busy.delete(person!);
  }
  expect(checkLog(agencyLog(events, 'P07'), { model, checks: ['T14', 'L20'] }).filter((each) => each.canTell)).toEqual([]);
});

test('what is played follows the drawing, also when it was written and read again', async () => {
  const model = await procedure(folder, 'P04');
  const log = agencyLog(play(model, 80), 'P04');
  const again = readLog([...writeCsv(log)].join(''), { keepAttributes: true });
  expect(conform(model, again).alignment.fittingCases).toBe(log.cases.length);
  expect(checkLog(again, { model })).toEqual(checkLog(log, { model }));
});
