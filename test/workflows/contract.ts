/** What every host of dossiers promises; run against each of them. */
import { compileCalendar } from '../../engine/calendar/compile.js';
import { dueAt } from '../../engine/calendar/due.js';
import type { CalendarData } from '../../engine/calendar/types.js';
import type { Plan } from '../../engine/graph/types.js';
import { UnknownDossier, type Submitted } from '../../workflows/host.js';
import { DECIDING, SENDING, TWO_STEPS, WITH_DEADLINE, WITH_SERVICE, WITH_WORKING_TIME } from './drawings.js';
import { seededRules } from '../casework/support.js';
import { command, eventually, planOf, type Bench } from './support.js';

const DAY = 86_400_000;
const calendarOpen = (hours: number): CalendarData => ({
  zone: { name: 'UTC', offset: 0, transitions: [] }, periods: [{ from: 20_000, week: Array.from({ length: 7 }, () => [{ start: 0, end: hours * 3_600_000 }]) }], closed: [], open: [],
});
const [ALWAYS, MORNINGS] = [calendarOpen(24), calendarOpen(12)];
let n = 0;
const newId = (): string => `d-${process.pid}-${(n += 1)}`;

export function hostContract(open: () => Promise<Bench>): void {
  let bench: Bench;
  const plans: Record<string, Plan> = {};
  beforeAll(async () => {
    bench = await open();
    for (const [name, xml] of Object.entries({ TWO_STEPS, WITH_DEADLINE, WITH_SERVICE, SENDING, DECIDING, WITH_WORKING_TIME })) plans[name] = bench.shelf.add(await planOf(xml));
  }, 90_000);
  afterAll(() => bench?.close(), 30_000);

  const begin = async (name: string, data = {}): Promise<{ id: string; first: string }> => {
    const id = newId();
    const answer = accepted(await bench.host.start(id, plans[name]!.hash, command({ type: 'startProcess', data, by: 'lan' })));
    return { id, first: answer.settled.open[0]?.id ?? '' };
  };

  test('the first click answers with the settled state, already recorded', async () => {
    const { id, first } = await begin('TWO_STEPS', { name: 'An' });
    expect(first).not.toBe('');
    expect(bench.outcome.types(id)).toEqual(['startProcess']);
    const state = await bench.host.inspect(id);
    expect(state.scopes[state.root!]!.data).toEqual({ name: 'An' });
  });

  test('a dossier walks to its end, and every event is recorded once and without a gap', async () => {
    const { id, first } = await begin('TWO_STEPS');
    const second = accepted(await bench.host.submit(id, command({ type: 'completeWorkItem', item: first, by: 'lan' }))).settled.open[0]!;
    expect(second.node).toBe('approve');
    const last = accepted(await bench.host.submit(id, command({ type: 'completeWorkItem', item: second.id, by: 'nga' })));
    expect(last.settled).toMatchObject({ status: 'completed', open: [] });
    const events = bench.outcome.steps(id).flatMap((step) => step.events);
    expect(events.map((event) => event.seq)).toEqual(events.map((_event, index) => index + 1));
    expect(events[events.length - 1]).toMatchObject({ type: 'commandHandled', command: 'completeWorkItem' });
  });

  test('the same command id twice changes nothing twice, at the start and after the end', async () => {
    const id = newId();
    const starting = command({ type: 'startProcess' });
    const [one, two] = await Promise.all([bench.host.start(id, plans.TWO_STEPS!.hash, starting), bench.host.start(id, plans.TWO_STEPS!.hash, starting)]);
    expect(two).toEqual(one);
    const complete = command({ type: 'completeWorkItem', item: accepted(one).settled.open[0]!.id });
    const first = accepted(await bench.host.submit(id, complete));
    const again = accepted(await bench.host.submit(id, complete));
    expect(again.settled).toEqual(first.settled);
    const ending = command({ type: 'completeWorkItem', item: first.settled.open[0]!.id });
    const ended = accepted(await bench.host.submit(id, ending));
    expect(accepted(await bench.host.submit(id, ending)).settled).toEqual(ended.settled);
    expect(bench.outcome.types(id)).toEqual(['startProcess', 'completeWorkItem', 'completeWorkItem']);
  });

  test('of two clerks at the same step one gets it, and the other is told why not', async () => {
    const { id, first } = await begin('TWO_STEPS');
    const answers = await Promise.all(['lan', 'huy'].map((by) => bench.host.submit(id, command({ type: 'claimWorkItem', item: first, by }))));
    expect(answers.map((answer) => answer.accepted).sort()).toEqual([false, true]);
    const loser = answers.find((answer) => !answer.accepted);
    expect(loser).toMatchObject({ rejection: { code: 'already-claimed' } });
    expect(bench.outcome.types(id)).toEqual(['startProcess', 'claimWorkItem']);
  });

  test('a step that is done, a dossier that has ended and one that never was are refused, each by its name', async () => {
    const { id, first } = await begin('TWO_STEPS');
    const next = accepted(await bench.host.submit(id, command({ type: 'completeWorkItem', item: first })));
    expect(await bench.host.submit(id, command({ type: 'completeWorkItem', item: first }))).toMatchObject({ accepted: false, rejection: { code: 'unknown-work-item' } });
    await bench.host.submit(id, command({ type: 'completeWorkItem', item: next.settled.open[0]!.id }));
    expect(await bench.host.submit(id, command({ type: 'claimWorkItem', item: first }))).toMatchObject({ accepted: false, rejection: { code: 'not-running' } });
    await expect(bench.host.inspect('never-was')).rejects.toBeInstanceOf(UnknownDossier);
  });

  test('what a clerk brings decides the way', async () => {
    const { id, first } = await begin('DECIDING');
    const refused = accepted(await bench.host.submit(id, command({ type: 'completeWorkItem', item: first, data: { result: 'bad' } })));
    expect(refused.settled.open.map((each) => each.node)).toEqual(['no']);
  });

  test('a timer fires by itself and takes the work away; one whose step is done never fires', async () => {
    const late = await begin('WITH_DEADLINE');
    const inTime = await begin('WITH_DEADLINE');
    await bench.host.submit(inTime.id, command({ type: 'completeWorkItem', item: late.first }));
    await bench.advance(31 * DAY);
    const refuse = await eventually(async () => Object.values((await bench.host.inspect(late.id)).instances).find((each) => each.node === 'refuse'));
    expect(bench.outcome.types(late.id)).toEqual(['startProcess', 'fireTimer']);
    accepted(await bench.host.submit(late.id, command({ type: 'completeWorkItem', item: refuse.id })));
    expect(bench.outcome.types(inTime.id)).toEqual(['startProcess', 'completeWorkItem']);
  });

  test('a corrected calendar moves a timer that is running, to the minute, and counts for those set later', async () => {
    const id = newId();
    const started = accepted(await bench.host.start(id, plans.WITH_WORKING_TIME!.hash, command({ type: 'startProcess', calendar: ALWAYS })));
    const { at } = await bench.host.inspect(id);
    const timerOf = async () => Object.values((await bench.host.inspect(id)).catchers)[0]?.waits[0];
    expect((await timerOf())?.dueAt).toBe(at + 30 * 3_600_000);
    const correct = { type: 'correctCalendar' as const, calendarId: 'office', version: 2, calendar: MORNINGS, moved: { from: at, to: at + 1 }, reason: 'by decree', by: 'an' };
    accepted(await bench.host.submit(id, command(correct, `calendar-${id}`)));
    accepted(await bench.host.submit(id, command(correct, `calendar-${id}`)));
    const mornings = compileCalendar(MORNINGS);
    const [first, later] = [dueAt(mornings, at, { value: 30, unit: 'workingHours' }), { value: 5, unit: 'workingHours' as const }];
    expect((await timerOf())?.dueAt).toBe(first);
    await bench.advance(6 * DAY);
    await eventually(async () => Object.values((await bench.host.inspect(id)).instances).find((each) => each.node === 'last'));
    const events = bench.outcome.steps(id).flatMap((step) => step.events);
    const fired = events.filter((event) => event.type === 'timerFired').map((event) => event.at);
    // A server rounds its timers up by some milliseconds.
    const late = [fired[0]! - first, fired[1]! - dueAt(mornings, fired[0]!, later)];
    expect(late.filter((ms) => ms >= 0 && ms < 60_000)).toHaveLength(2);
    expect(events.filter((event) => event.type === 'calendarCorrected')).toHaveLength(1);
    expect(started.settled.open.map((each) => each.node)).toEqual(['handle']);
  });

  test('a stop holds the limit of a step: it fires after its hours of work, not counting the stop', async () => {
    const id = newId();
    accepted(await bench.host.start(id, plans.WITH_WORKING_TIME!.hash, command({ type: 'startProcess', calendar: ALWAYS })));
    const began = (await bench.host.inspect(id)).at;
    const waitOf = async () => Object.values((await bench.host.inspect(id)).catchers)[0]!.waits[0]!;
    const rules = seededRules();
    accepted(await bench.host.submit(id, command({ type: 'stop', reason: 'x', ground: 'y', by: 'son', rules, holdsTimers: true })));
    expect((await waitOf()).dueAt).toBeUndefined();
    await bench.advance(5 * DAY);
    accepted(await bench.host.submit(id, command({ type: 'resume', reason: 'x', by: 'son', rules, holdsTimers: true })));
    const { working, dueAt: due } = await waitOf();
    const [[from, to]] = working!.pauses as [[number, number]];
    expect(to - from).toBeGreaterThanOrEqual(5 * DAY);
    expect(due! - began - (to - from)).toBe(30 * 3_600_000);
    await bench.advance(2 * DAY);
    const fired = (await eventually(() => Promise.resolve(bench.outcome.steps(id).flatMap((step) => step.events).find((event) => event.type === 'timerFired')))).at;
    expect(fired - due!).toBeGreaterThanOrEqual(0);
    expect(fired - due!).toBeLessThan(60_000);
  });

  test('a service answers into the data of the dossier', async () => {
    bench.outcome.answer = () => Promise.resolve({ number: '42' });
    const { id } = await begin('WITH_SERVICE');
    await eventually(async () => Object.values((await bench.host.inspect(id)).instances).find((each) => each.node === 'after'));
    const state = await bench.host.inspect(id);
    expect(state.scopes[state.root!]!.data).toMatchObject({ number: '42' });
  });

  test('a service that fails for good becomes an incident; a retry asks it again, a skip goes on without it', async () => {
    for (const action of ['retry', 'skip'] as const) {
      bench.outcome.answer = () => Promise.reject(new Error('the register is closed'));
      const { id } = await begin('WITH_SERVICE');
      const incident = await eventually(async () => Object.values((await bench.host.inspect(id)).incidents)[0], 25_000);
      expect(incident).toMatchObject({ node: 'ask', code: 'service-failed', message: expect.stringContaining('the register is closed') });
      bench.outcome.answer = () => Promise.resolve({ number: '43' });
      accepted(await bench.host.submit(id, command({ type: 'resolveIncident', incident: incident.id, action, reason: 'phoned them' })));
      await eventually(async () => Object.values((await bench.host.inspect(id)).instances).find((each) => each.node === 'after'));
      const state = await bench.host.inspect(id);
      expect(state.incidents).toEqual({});
      expect(state.scopes[state.root!]!.data.number).toBe(action === 'retry' ? '43' : undefined);
    }
  }, 60_000);

  test('a message leaves the dossier once', async () => {
    const { id } = await begin('SENDING');
    const sent = await eventually(() => bench.outcome.deliveries.find((each) => each.dossierId === id));
    expect(sent).toMatchObject({ kind: 'message', name: 'to the tax office' });
    expect(bench.outcome.deliveries.filter((each) => each.dossierId === id)).toHaveLength(1);
  });
}

export function accepted(answer: Submitted): Submitted & { accepted: true } {
  if (!answer.accepted) throw new Error(`rejected: ${JSON.stringify(answer.rejection)}`);
  return answer;
}
