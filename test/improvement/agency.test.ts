/** An agency that changes a procedure in the middle of the time: one change helped, one did nothing. */
import { join } from 'node:path';
import { vnOffice } from '../../engine/calendar/vn-office.js';
import { casesOf, type Effect, measureEffect } from '../../engine/improvement/index.js';
import { playAgency } from '../../engine/simulation/agency/play.js';
import { agencyLog } from '../../scripts/agency/log.js';
import { procedure, START } from '../../scripts/agency/plan.js';

const folder = join(__dirname, '../../procedures');

async function effectOf(code: string, factor: number, seed: number): Promise<Effect> {
  const log = agencyLog(playAgency(await procedure(folder, code), vnOffice(), { seed, start: START, dossiers: 240, days: 700, troubles: [{ kind: 'version', factor }] }), code);
  const { before, after } = casesOf(log, { before: '1', after: '2' });
  return measureEffect(before, after);
}
const verdicts = ({ measures }: Effect): string[] => measures.map(({ measure, verdict }) => `${measure} ${verdict}`);

test('the version that helped has helped', async () => {
  const effect = await effectOf('P08', 0.6, 5);
  expect(effect.adjusted).toContain('channel');
  expect(verdicts(effect)).toEqual(expect.arrayContaining(['medianHours better', 'workHours better', 'handOvers notShown']));
}, 60_000);

test('the version that made it slower has made it worse', async () => {
  expect(verdicts(await effectOf('P04', 1.5, 5))).toEqual(expect.arrayContaining(['medianHours worse', 'workHours worse']));
}, 60_000);

test('of versions that did nothing few are told to have done something', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, (_each, i) => effectOf('P04', 1, i + 1)));
  const told = all.flatMap(({ measures }) => measures.filter(({ verdict }) => verdict !== 'notShown'));
  // 32 intervals of 95 %: more than 6 outside by chance once in a thousand times.
  expect(told.length).toBeLessThanOrEqual(6);
}, 60_000);

test('who is still open after the time in which nearly all ended counts, who came too lately does not', async () => {
  const events = playAgency(await procedure(folder, 'P04'), vnOffice(), { seed: 2, start: START, dossiers: 240, days: 700, troubles: [{ kind: 'version', factor: 1 }] });
  const stuck = events.find(({ version }) => version === '2')!.dossier;
  const whole = agencyLog(events, 'P04');
  const cut = agencyLog(events.filter((each, i) => each.dossier !== stuck || events.findIndex(({ dossier }) => dossier === stuck) === i), 'P04');
  const sides = casesOf(cut, { before: '1', after: '2' });
  const known = casesOf(whole, { before: '1', after: '2' });
  expect(sides.after).toHaveLength(known.after.length);
  expect(Math.max(...sides.after.map(({ hours }) => hours))).toBeGreaterThan(1_000);
  expect(casesOf(whole, { before: '1', after: '2', asOf: Math.max(...known.after.map(({ from }) => from)) }).tooYoung).toBeGreaterThan(0);
}, 60_000);
