/** Predicted effect: the dossiers of the log played by the drawing that runs and by the one that shall. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBpmn } from '../../engine/bpmn/read.js';
import { vnOffice } from '../../engine/calendar/vn-office.js';
import type { Model } from '../../engine/graph/types.js';
import { predictEffect, type Version } from '../../engine/improvement/index.js';
import { dossiersOf } from '../../engine/log-checks/dossier.js';
import { LogSubject } from '../../engine/log-checks/subject.js';
import { playAgency } from '../../engine/simulation/agency/play.js';
import { agencyLog } from '../../scripts/agency/log.js';
import { START } from '../../scripts/agency/plan.js';

const folder = join(__dirname, '../../procedures');
async function drawing(file: string): Promise<Version> {
  const model = await readBpmn(readFileSync(join(folder, file), 'utf8'), file);
  return { model, graph: model.processes.find(({ order }) => order.length > 0)! };
}
function played(model: Model, graph: Version['graph'], dossiers = 120): LogSubject {
  const calendar = vnOffice();
  const log = agencyLog(playAgency(model, calendar, { seed: 3, start: START, dossiers, days: 350 }), 'P');
  return new LogSubject({ log, dossiers: dossiersOf(log), calendar, asOf: Infinity, version: '1', drawing: { model, graph } });
}
const calendar = vnOffice();

test('opinions asked at the same time instead of one after another: sooner done, with no more work', async () => {
  const [before, after] = [await drawing('flawed/B6-chung-chi-hanh-nghe-before.bpmn'), await drawing('flawed/B6-chung-chi-hanh-nghe-after.bpmn')];
  const predicted = predictEffect(played(before.model, before.graph), before, after, { calendar });
  expect(predicted.measures.find(({ measure }) => measure === 'medianHours')).toMatchObject({ verdict: 'better' });
  expect(predicted.unknownSteps).toEqual([]);
  expect(predictEffect(played(before.model, before.graph), before, after, { calendar })).toEqual(predicted);
});

test('the same drawing does the same, and what is played is as it was in the log', async () => {
  const version = await drawing('P07-dang-ky-ho-kinh-doanh.bpmn');
  const subject = played(version.model, version.graph);
  const predicted = predictEffect(subject, version, version, { calendar });
  expect(predicted.measures.map(({ shift, verdict }) => [shift, verdict])).toEqual(predicted.measures.map(() => [0, 'notShown']));
  const hours = subject.complete.map((each) => subject.elapsed(each)).sort((a, b) => a - b);
  const told = predicted.measures.find(({ measure }) => measure === 'medianHours')!.before;
  expect(Math.abs(told / hours[Math.floor(hours.length / 2)]! - 1)).toBeLessThan(0.15);
});

test('where the log says when the result lay ready, handing it over counts in neither', async () => {
  const version = await drawing('P07-dang-ky-ho-kinh-doanh.bpmn');
  const whole = played(version.model, version.graph);
  const settled = whole.dossiers.map((each) => { const last = each.turns.find(({ activity }) => whole.kind(activity) === 'return'); return last ? { ...each, settled: last.ready } : each; });
  const subject = new LogSubject({ log: whole.log, dossiers: settled, calendar, asOf: Infinity, version: '1', drawing: version });
  const told = (of: LogSubject): number => predictEffect(of, version, version, { calendar }).measures.find(({ measure }) => measure === 'medianHours')!.before;
  const middle = (of: LogSubject): number => { const hours = of.complete.map((each) => of.elapsed(each)).sort((a, b) => a - b); return hours[Math.floor(hours.length / 2)]!; };
  expect(middle(subject)).toBeLessThan(middle(whole));
  expect(told(subject)).toBeLessThan(told(whole));
  expect(Math.abs(told(subject) / middle(subject) - 1)).toBeLessThan(0.15);
});

test('a log that does not say when work was taken up tells no hours of work', async () => {
  const version = await drawing('P07-dang-ky-ho-kinh-doanh.bpmn');
  const subject = played(version.model, version.graph);
  const unknown = subject.dossiers.map((each) => ({ ...each, turns: each.turns.map(({ started: _, ...turn }) => turn) }));
  const { measures, cannotTell } = predictEffect(new LogSubject({ log: subject.log, dossiers: unknown, calendar, asOf: Infinity, version: '1', drawing: version }), version, version, { calendar });
  expect([measures.map(({ measure }) => measure).includes('workHours'), cannotTell]).toEqual([false, ['workHours']]);
});

test('too few dossiers tell nothing', async () => {
  const version = await drawing('P07-dang-ky-ho-kinh-doanh.bpmn');
  expect(predictEffect(played(version.model, version.graph, 20), version, version, { calendar })).toMatchObject({ played: 0, measures: [] });
});
