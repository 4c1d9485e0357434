/** What happens to a dossier by itself, on a Temporal server that skips time: on the right working minute, once, and not when cancelled. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shift } from '../../engine/calendar/shift.js';
import type { CaseRules } from '../../engine/casework/rules.js';
import type { Instant, Plan } from '../../engine/graph/types.js';
import { automaticAnswer, firstWake } from '../../models/casework/automatic.js';
import { officeBook } from '../../models/calendars/book.js';
import { dossierView } from '../../models/projections/dossier-view.js';
import type { DossierFacts } from '../../models/schemas/dossier.js';
import { projectRoot } from '../../services/places.js';
import { historiesOf, stepsFromHistories } from '../../workflows/worker-replay.js';
import { bundleWorkflows } from '../../workflows/bundle.js';
import { TemporalHost } from '../../workflows/temporal-host.js';
import { seededRules } from '../casework/support.js';
import { accepted } from './contract.js';
import { command, eventually, planOf } from './support.js';
import { temporalBench, type TemporalBench } from './temporal-bench.js';

const { calendar } = officeBook.of({});
const rules: CaseRules = seededRules();
const DAY = 86_400_000;
let bench: TemporalBench;
let plan: Plan;
let count = 0;
const registered = new Map<string, DossierFacts>();

beforeAll(async () => {
  bench = await temporalBench();
  plan = bench.shelf.add(await planOf(readFileSync(join(projectRoot(), 'procedures', 'P07-dang-ky-ho-kinh-doanh.bpmn'), 'utf8')));
  // The product's own answer over the product's own row, made of the last batch that was recorded.
  bench.outcome.automatic = ({ dossierId, seq, at }) => {
    const doc = row(dossierId);
    if (doc.seq < seq) throw new Error('not shown yet');
    return automaticAnswer(doc, rules, calendar, at);
  };
}, 90_000);
afterAll(() => bench?.close(), 30_000);

function row(dossierId: string) {
  const batch = bench.outcome.batches.filter((each) => each.dossierId === dossierId).at(-1)!;
  return dossierView(dossierId, registered.get(dossierId)!, batch, { plan, calendars: officeBook, organisation: { agencyOf: () => undefined, staffOf: () => [] } });
}

async function open(host = bench.host): Promise<{ id: string; item: string; dueAt: Instant }> {
  const id = `d-auto-${(count += 1)}`;
  const receivedAt = await bench.env.currentTimeMs();
  const facts: DossierFacts = {
    dossierNo: id, procedureId: 'P07', procedureCode: 'P07', procedureName: 'P07', version: 1, planHash: plan.hash, agencyId: 'a', channel: 'desk', applicant: { kind: 'person', name: 'An' },
    parts: [], receivedAt: new Date(receivedAt), receivedBy: 'lan',
  };
  registered.set(id, facts);
  const wakeAt = firstWake(facts, plan, undefined, rules, calendar)!;
  const { settled } = accepted(await host.start(id, plan.hash, command({ type: 'startProcess', by: 'lan' }), { wakeAt }));
  return { id, item: settled.open[0]!.id, dueAt: row(id).dueAt!.getTime() };
}

const MINUTE = 60_000;
const minute = (at: Instant): number => Math.floor(at / MINUTE);
/** What happened by itself, with the working minute it happened in. */
const happened = (id: string): [string, number][] => bench.outcome.steps(id).flatMap((step) => step.events.flatMap((event): [string, number][] => (
  event.type === 'factRecorded' && event.fact['type'] === 'automaticDone' ? [[String(event.fact['kind']), minute(event.at)]] : [])));
const until = async (at: Instant): Promise<void> => { await bench.advance(Math.max(at - await bench.env.currentTimeMs(), 0)); };
const expected = (dueAt: Instant): [string, number][] => [
  ['apology', minute(shift(calendar, dueAt, { value: -2, unit: 'workingDays' }))], ['reminder', minute(shift(calendar, dueAt, { value: -1, unit: 'workingDays' }))],
  ['escalation:head', minute(shift(calendar, dueAt, { value: -4, unit: 'workingHours' }))], ['escalation:leader', minute(dueAt)],
];

test('draft of the apology, reminder, head, leader: each once, in its working minute, in this order', async () => {
  const { id, dueAt } = await open();
  await until(dueAt + DAY);
  await eventually(() => happened(id).length >= 4 || undefined);
  expect(happened(id)).toEqual(expected(dueAt));
  expect(row(id).casework!.draft).toMatchObject({ newDueAt: shift(calendar, dueAt, { value: 5, unit: 'workingDays' }) });
  await bench.advance(10 * DAY);
  expect(happened(id)).toHaveLength(4);
}, 120_000);

test('the dates move with a stop; what was cancelled does not happen', async () => {
  const { id, dueAt } = await open();
  accepted(await bench.host.submit(id, command({ type: 'cancelAutomatic', kind: 'escalation:head', reason: 'đã trao đổi', by: 'son', rules })));
  accepted(await bench.host.submit(id, command({ type: 'stop', reason: 'chờ bản án', ground: 'Điều 5', by: 'son', rules })));
  await until(dueAt + DAY);
  expect(happened(id)).toEqual([]);
  accepted(await bench.host.submit(id, command({ type: 'resume', reason: 'xong', by: 'son', rules })));
  const moved = row(id).dueAt!.getTime();
  expect(moved).toBeGreaterThan(dueAt);
  await until(moved + DAY);
  await eventually(() => happened(id).some(([kind]) => kind === 'escalation:leader') || undefined);
  const at = minute(bench.outcome.steps(id).find((step) => step.command === 'resume')!.at);
  // What had its time while the dossier stood still happens when it goes on.
  expect(happened(id)).toEqual(expected(moved).filter(([kind]) => kind !== 'escalation:head').map(([kind, when]) => [kind, Math.max(when, at)]));
}, 120_000);

test('a supplement that never comes closes the dossier; one that comes does not', async () => {
  const [silent, answered] = [await open(), await open()];
  const answerBy = await bench.env.currentTimeMs() + 30 * DAY;
  for (const { id, item } of [silent, answered]) {
    // The drawing has a supplement at the desk: past it, the rules beside the token are asked.
    accepted(await bench.host.submit(id, command({ type: 'completeWorkItem', item, by: 'lan', data: { hoSoDayDu: true } })));
    await eventually(() => row(id).situation.ahead.length > 0 || undefined);
    const wish = command({ type: 'requestSupplement', reason: 'thiếu', parts: ['Bản sao hợp đồng'], by: 'duc', answerBy, rules });
    const answer = await bench.host.submit(id, wish);
    if (!answer.accepted) throw new Error(answer.rejection.code);
  }
  await bench.advance(10 * DAY);
  accepted(await bench.host.submit(answered.id, command({ type: 'receiveSupplement', by: 'lan', rules })));
  await until(answerBy - MINUTE);
  expect(row(silent.id)).toMatchObject({ open: true, state: 'awaitingSupplement' });
  await until(answerBy + MINUTE);
  await eventually(() => !row(silent.id).open || undefined);
  expect(row(silent.id)).toMatchObject({ state: 'unresolved', status: 'cancelled' });
  expect(happened(silent.id)).toEqual([['closing', minute(answerBy)]]);
  expect(happened(answered.id).map(([kind]) => kind)).not.toContain('closing');
}, 120_000);

test('a click costs what it did; a new run takes the timer with it; the log can be told again', async () => {
  const host = TemporalHost.open({ address: bench.env.address, namespace: bench.env.namespace ?? 'default', taskQueue: 'dossiers', deadline: 20_000, updatesPerRun: 4 });
  const { id, item, dueAt } = await open(host);
  const length = async (): Promise<number> => (await host.temporal.workflow.getHandle(id).describe()).historyLength;
  const before = await length();
  accepted(await host.submit(id, command({ type: 'claimWorkItem', item, by: 'lan' })));
  expect(await length() - before).toBeLessThanOrEqual(5);
  const { runId } = await host.temporal.workflow.getHandle(id).describe();
  for (let i = 0; i < 3; i += 1) {
    accepted(await host.submit(id, command({ type: 'releaseWorkItem', item, by: 'lan' })));
    accepted(await host.submit(id, command({ type: 'claimWorkItem', item, by: 'lan' })));
  }
  expect((await host.temporal.workflow.getHandle(id).describe()).runId).not.toBe(runId);
  await until(dueAt + MINUTE);
  await eventually(() => happened(id).length >= 4 || undefined);
  expect(happened(id)).toEqual(expected(dueAt));
  const steps = await stepsFromHistories(await historiesOf(host.temporal, id), id, bench.shelf, { code: await bundleWorkflows() });
  expect(steps).toEqual(bench.outcome.steps(id));
  await host.close();
}, 120_000);
