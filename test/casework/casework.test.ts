/** What no diagram draws, for every procedure: the rules beside the token. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { haltOf } from '../../engine/casework/fold.js';
import { portalState } from '../../engine/casework/portal.js';
import { refusalOf } from '../../engine/casework/refusals.js';
import { readRules } from '../../engine/casework/rules.js';
import { situationOf } from '../../engine/casework/situation.js';
import type { CaseAction } from '../../engine/casework/types.js';
import { foldStep, newStanding } from '../../engine/record/steps.js';
import type { Plan } from '../../engine/graph/types.js';
import { projectRoot } from '../../services/places.js';
import { TWO_STEPS } from '../workflows/drawings.js';
import { planOf } from '../workflows/support.js';
import { Desk, HOUR, seededRules } from './support.js';

const rules = seededRules();
let plain: Plan;
beforeAll(async () => { plain = await planOf(TWO_STEPS); });

const supplement = { type: 'requestSupplement', reason: 'thiếu giấy tờ', parts: ['Giấy chứng sinh'], by: 'lan', rules } as const;
const window = (desk: Desk) => ({ dueAt: desk.at + 100 * HOUR, until: desk.at + 90 * HOUR, latest: desk.at + 300 * HOUR });

test('a supplement stops the clock and the steps until it is answered, and is asked for once', () => {
  const desk = new Desk(plain);
  desk.do(supplement);
  expect(desk.standing.ledger.stops).toEqual([[desk.at]]);
  expect(desk.ask({ type: 'completeWorkItem', item: desk.item, by: 'lan' })).toMatchObject({ code: 'suspended' });
  expect(desk.ask({ type: 'claimWorkItem', item: desk.item, by: 'lan' })).toBeUndefined();
  const began = desk.at;
  desk.do({ type: 'receiveSupplement', by: 'lan', rules });
  expect(desk.standing.ledger.stops).toEqual([[began - HOUR * 2, desk.at]]);
  expect(desk.ask(supplement)).toMatchObject({ code: 'supplement-used-up' });
  desk.do({ type: 'completeWorkItem', item: desk.item, by: 'lan' });
});

test.each([
  ['no reason', { ...supplement, reason: '  ' }, 'reason-needed'], ['no parts', { ...supplement, parts: [' '] }, 'parts-needed'],
  ['a refusal without a ground', { type: 'refuse', reason: 'x', rules } as const, 'ground-needed'], ['a stop without a ground', { type: 'stop', reason: 'x', rules } as const, 'ground-needed'],
  ['an answer that nobody waits for', { type: 'receiveSupplement', rules } as const, 'not-waiting'], ['resuming what runs', { type: 'resume', reason: 'x', rules } as const, 'not-waiting'],
  ['receiving what nobody handed over', { type: 'receiveHandOver', handOver: 'q1', rules } as const, 'unknown-hand-over'],
])('refused: %s', (_what, command, code) => {
  expect(new Desk(plain).ask(command)).toMatchObject({ code });
});

test('withdrawal, refusal and an answer that never comes end the process with their own outcome', () => {
  const withdrawn = new Desk(plain);
  withdrawn.do({ type: 'withdraw', reason: 'công dân đổi ý', by: 'lan', rules });
  expect(withdrawn.standing).toMatchObject({ state: { status: 'cancelled' }, casework: { outcome: 'withdrawn' } });
  const refused = new Desk(plain);
  refused.do({ type: 'refuse', reason: 'không đủ điều kiện', ground: 'Điều 5', by: 'mai', rules });
  expect(refused.standing.casework).toMatchObject({ outcome: 'refused' });
  const silent = new Desk(plain);
  silent.do({ ...supplement, answerBy: silent.at + 50 * HOUR });
  expect(silent.ask({ type: 'automatic', kind: 'reminder', for: 1 })).toMatchObject({ code: 'nothing-planned' });
  silent.do({ type: 'automatic', kind: 'closing', for: silent.at + 50 * HOUR });
  expect(silent.standing).toMatchObject({ state: { status: 'cancelled' }, casework: { outcome: 'unanswered', done: [{ kind: 'closing' }] }, ledger: { stops: [[expect.any(Number), silent.at]] } });
  expect(silent.ask({ type: 'receiveSupplement', rules })).toMatchObject({ code: 'not-running' });
});

test('an extension: once, in time, to a later date within the rule, approved by another than the drafter', () => {
  const desk = new Desk(plain);
  const dates = window(desk);
  const at = { reason: 'chờ trích đo', window: dates, newDueAt: dates.dueAt + HOUR, rules };
  desk.do({ type: 'draftApology', by: 'son', ...at });
  expect(desk.ask({ type: 'extend', by: 'son', ...at })).toMatchObject({ code: 'four-eyes' });
  expect(desk.ask({ type: 'extend', by: 'tuan', ...at, newDueAt: dates.dueAt })).toMatchObject({ code: 'date-not-later' });
  expect(desk.ask({ type: 'extend', by: 'tuan', ...at, newDueAt: dates.latest + 1 })).toMatchObject({ code: 'date-too-far' });
  expect(desk.ask({ type: 'extend', by: 'tuan', ...at, window: { ...dates, until: desk.at } })).toMatchObject({ code: 'extension-too-late' });
  desk.do({ type: 'extend', by: 'tuan', ...at });
  expect(desk.standing.casework).toMatchObject({ extensions: [{ by: 'tuan', dueAt: dates.dueAt, newDueAt: dates.dueAt + HOUR }] });
  expect(desk.standing.casework!.draft).toBeUndefined();
  expect(desk.ask({ type: 'extend', by: 'tuan', ...at })).toMatchObject({ code: 'extension-used-up' });
});

test('an opinion and a hand-over are work of the unit asked; the dossier stays with the asker', () => {
  const desk = new Desk(plain);
  desk.do({ type: 'askOpinion', department: 'phongKinhTe', reason: 'quy hoạch?', by: 'mai', rules });
  const opinion = desk.standing.casework!.opinions[0]!.id;
  desk.do({ type: 'takeOpinion', opinion, by: 'duc' });
  desk.do({ type: 'completeWorkItem', item: desk.item, by: 'lan' });
  expect(desk.ask({ type: 'answerOpinion', opinion, text: ' ', by: 'duc' })).toMatchObject({ code: 'text-needed' });
  desk.do({ type: 'answerOpinion', opinion, text: 'phù hợp', by: 'duc' });
  expect(desk.ask({ type: 'answerOpinion', opinion, text: 'khác', by: 'duc' })).toMatchObject({ code: 'unknown-opinion' });
  desk.do({ type: 'handOver', to: 'vanThu', reason: 'bản giấy', by: 'lan', rules });
  const handOver = desk.standing.casework!.handOvers[0]!.id;
  desk.do({ type: 'receiveHandOver', handOver, by: 'thu', rules });
  expect(desk.standing.casework).toMatchObject({ opinions: [{ takenBy: 'duc', answer: { by: 'duc', text: 'phù hợp' } }], handOvers: [{ by: 'lan', received: { by: 'thu', at: desk.at } }] });
  expect(desk.standing.state.status).toBe('running');
});

test('what happens by itself can be cancelled with a reason, and then does not happen', () => {
  const desk = new Desk(plain);
  desk.do({ type: 'cancelAutomatic', kind: 'reminder', reason: 'đã trao đổi', by: 'son', rules });
  expect(desk.ask({ type: 'automatic', kind: 'reminder', for: 5 })).toMatchObject({ code: 'nothing-planned' });
  desk.do({ type: 'automatic', kind: 'escalation:head', for: 5 });
  expect(desk.ask({ type: 'automatic', kind: 'escalation:head', for: 5 })).toMatchObject({ code: 'nothing-planned' });
  desk.do({ type: 'automatic', kind: 'escalation:head', for: 6 });
});

const folder = join(projectRoot(), 'procedures');
test.each(readdirSync(folder).filter((file) => file.endsWith('.bpmn')))('%s: what it draws is not offered beside it, everything else works', async (file) => {
  const plan = await planOf(readFileSync(join(folder, file), 'utf8'));
  const desk = new Desk(plan);
  const situation = situationOf(plan, desk.standing.state);
  const drawn = new Set(Object.values(plan.processes).flatMap((graph) => Object.values(graph.nodes).flatMap((node) => (node.kind === 'activity' && node.step?.kind ? [node.step.kind] : []))));
  // From the beginning everything that is drawn is still ahead.
  expect(situation.ahead).toEqual([...drawn].sort());
  const refused = (action: CaseAction) => refusalOf(action, { halts: [], extensions: [], opinions: [], handOvers: [], done: [], cancelled: [] }, situation, rules);
  expect(refused('requestSupplement')).toBe(drawn.has('supplement') ? 'drawn' : undefined);
  expect(refused('refuse')).toBe(drawn.has('refuse') ? 'drawn' : undefined);
  desk.do({ type: 'stop', reason: 'tranh chấp', ground: 'mẫu 05', by: 'son', rules });
  desk.do({ type: 'resume', reason: 'đã xong', by: 'son', rules });
  desk.do({ type: 'withdraw', reason: 'rút', by: 'lan', rules });
  expect(desk.standing.casework!.outcome).toBe('withdrawn');
});

test('folding the log gives the standing again, whatever was done', () => {
  const action = fc.constantFrom(
    supplement, { type: 'receiveSupplement', rules } as const, { type: 'requirePayment', reason: 'lệ phí', rules } as const, { type: 'confirmPayment', rules } as const,
    { type: 'stop', reason: 'r', ground: 'g', by: 'son', rules } as const, { type: 'resume', reason: 'r', rules } as const,
    { type: 'askOpinion', department: 'd', reason: 'r', rules } as const, { type: 'handOver', to: 'd', reason: 'r', rules } as const,
    { type: 'automatic', kind: 'reminder', for: 7 } as const, { type: 'cancelAutomatic', kind: 'apology', reason: 'r', rules } as const, { type: 'refuse', reason: 'r', ground: 'g', rules } as const, 'complete' as const,
  );
  fc.assert(fc.property(fc.array(action, { maxLength: 25 }), (actions) => {
    const desk = new Desk(plain);
    for (const each of actions) {
      if (desk.standing.state.status !== 'running') break;
      const halted = desk.standing.casework !== undefined && haltOf(desk.standing.casework) !== undefined;
      const refused = desk.ask(each === 'complete' ? { type: 'completeWorkItem', item: desk.item, by: 'lan' } : each);
      if (each === 'complete') expect(refused?.code).toBe(halted ? 'suspended' : undefined);
      // The clock of the limit stands still exactly while the case is halted.
      const { stops } = desk.standing.ledger;
      const open = stops.length > 0 && stops[stops.length - 1]![1] === undefined;
      expect(open).toBe(desk.standing.state.status === 'running' && desk.standing.casework !== undefined && haltOf(desk.standing.casework) !== undefined);
    }
    expect(desk.steps.reduce((standing, step) => foldStep(plain, standing, step).standing, newStanding())).toEqual(desk.standing);
  }), { numRuns: 200 });
});

test('a repeated command changes nothing', () => {
  const desk = new Desk(plain);
  desk.do(supplement, 'once');
  const { seq } = desk.standing.state;
  desk.do(supplement, 'once');
  expect(desk.standing.state.seq).toBe(seq);
});

test('rules say what is wrong with them, by key', () => {
  expect(readRules({ ...rules, 'supplement.most': -1, 'supplement.every': 1 } as never).problems).toEqual([
    { key: 'supplement.every', message: 'no such rule' }, { key: 'supplement.most', message: 'must be a whole number from 0 to 1000' },
  ]);
  expect(readRules({}).problems).toHaveLength(Object.keys(rules).length);
});

test('every state that a dossier can be in outside the desk has its state on the National Portal', () => {
  const states = ['submitted', 'received', 'notReceived', 'inProgress', 'awaitingSupplement', 'financialDuty', 'withdrawn', 'stopped', 'resolved', 'delivered', 'refused', 'unresolved'];
  const mapped = states.map((state) => portalState(rules, state));
  expect(mapped.every((each) => each !== undefined)).toBe(true);
  expect([...new Set(mapped)].sort((a, b) => a! - b!)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(portalState(rules, 'draft')).toBeUndefined();
});
