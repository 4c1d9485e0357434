/** Histories of earlier releases, replayed with the present code. See test/replay/README.md. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporal } from '@temporalio/proto';
import { Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { Data, Plan } from '../../engine/graph/types.js';
import { projectRoot } from '../../services/places.js';
import { bundleWorkflows } from '../../workflows/bundle.js';
import { PlanCodec } from '../../workflows/plan-codec.js';
import { silentSinks } from '../../workflows/recorder.js';
import { seededRules } from '../casework/support.js';
import { accepted } from './contract.js';
import { DECIDING, SENDING, TWO_STEPS, WITH_DEADLINE, WITH_SERVICE } from './drawings.js';
import { command, eventually, planOf } from './support.js';
import { temporalBench, type TemporalBench } from './temporal-bench.js';

const DAY = 86_400_000;
const { History } = temporal.api.history.v1;
const folder = join(projectRoot(), 'test', 'replay');
const plans = { planJson: (hash: string): Promise<string> => Promise.resolve(readFileSync(join(folder, 'plans', `${hash}.json`), 'utf8')) };
const histories = (): { workflowId: string; history: temporal.api.history.v1.IHistory }[] => readdirSync(folder).filter((each) => each.endsWith('.json'))
  .map((file) => ({ workflowId: file.replace('.json', ''), history: History.fromObject(JSON.parse(readFileSync(join(folder, file), 'utf8')) as object) }));

const recording = process.env.RECORD_HISTORIES;
(recording ? describe : describe.skip)('recording', () => {
  let bench: TemporalBench;
  beforeAll(async () => { bench = await temporalBench(); }, 60_000);
  afterAll(() => bench?.close());

  test('the histories of the present code', async () => {
    await keep(bench, 'two-steps', TWO_STEPS, ['claim', {}, {}]);
    await keep(bench, 'deciding', DECIDING, [{ result: 'bad' }, {}]);
    await keep(bench, 'deadline-met', WITH_DEADLINE, [{}]);
    await keep(bench, 'deadline-missed', WITH_DEADLINE, ['wait', {}]);
    await keep(bench, 'sending', SENDING, [{}]);
    bench.outcome.answer = () => Promise.resolve({ number: '42' });
    await keep(bench, 'service', WITH_SERVICE, [{}]);
    bench.outcome.answer = () => Promise.reject(new Error('the register is closed'));
    await keep(bench, 'incident', WITH_SERVICE, ['skip', {}]);
    for (const file of ['P01-dang-ky-khai-sinh', 'P06-giay-phep-xay-dung', 'P05-cap-lai-gcn-bi-mat']) {
      bench.outcome.answer = () => Promise.resolve({ soDinhDanhCaNhan: '000000000000' });
      const script = JSON.parse(readFileSync(join(projectRoot(), 'procedures', `${file}.play.json`), 'utf8')) as { start?: Data; complete?: string; data?: Data; advance?: string }[];
      const moves = script.flatMap((entry): Move[] => (entry.complete ? [{ node: entry.complete, data: entry.data ?? {} }] : entry.advance?.startsWith('P15D') ? ['wait'] : []));
      await keep(bench, file, readFileSync(join(projectRoot(), 'procedures', `${file}.bpmn`), 'utf8'), moves, script.find((entry) => entry.start)?.start);
    }
  }, 120_000);
});

/** With its one timer for what happens by itself: a stop, a reminder, an answer that never comes. */
(recording ? describe : describe.skip)('recording what happens by itself', () => {
  let bench: TemporalBench;
  beforeAll(async () => { bench = await temporalBench(); }, 60_000);
  afterAll(() => bench?.close());

  test('the history of the present code', async () => {
    const id = `${recording}-automatic`;
    const plan = bench.shelf.add(await planOf(TWO_STEPS));
    const begun = await bench.env.currentTimeMs();
    const [first, second] = [begun + 2 * DAY, begun + 5 * DAY];
    bench.outcome.automatic = ({ at }) => (at < first ? { due: [], next: first } : at < second ? { due: [{ kind: 'reminder', for: second }], next: second } : { due: [{ kind: 'escalation:leader', for: second }] });
    const ask = async (asked: Parameters<typeof command>[0]): Promise<void> => { accepted(await bench.host.submit(id, command(asked))); };
    accepted(await bench.host.start(id, plan.hash, command({ type: 'startProcess', by: 'lan' }), { wakeAt: begun + DAY }));
    const rules = seededRules();
    await ask({ type: 'stop', reason: 'r', ground: 'g', by: 'son', rules });
    await bench.advance(DAY * 1.5);
    await ask({ type: 'resume', reason: 'r', by: 'son', rules });
    await bench.advance(DAY * 5);
    await ask({ type: 'requestSupplement', reason: 'r', parts: ['p'], answerBy: begun + 9 * DAY, by: 'lan', rules });
    bench.outcome.automatic = () => ({ due: [{ kind: 'closing', for: begun + 9 * DAY }] });
    await bench.advance(DAY * 5);
    await eventually(async () => (await bench.host.inspect(id)).status === 'cancelled' || undefined);
    await store(bench, id, plan);
  }, 60_000);
});

type Move = 'claim' | 'wait' | 'skip' | Data | { node: string; data: Data };

/** Plays the moves, one work item after another, and stores history and plan. */
async function keep(bench: TemporalBench, name: string, xml: string, moves: Move[], data: Data = {}): Promise<void> {
  const id = `${recording}-${name}`;
  const plan = bench.shelf.add(await planOf(xml));
  accepted(await bench.host.start(id, plan.hash, command({ type: 'startProcess', data, by: 'lan' })));
  const item = (node?: string): Promise<string> => eventually(async () => Object.values((await bench.host.inspect(id)).instances).find((each) => each.work && (node === undefined || each.node === node))?.id);
  for (const move of moves) {
    if (move === 'wait') await bench.advance(45 * 86_400_000);
    else if (move === 'claim') accepted(await bench.host.submit(id, command({ type: 'claimWorkItem', item: await item(), by: 'lan' })));
    else if (move === 'skip') accepted(await bench.host.submit(id, command({ type: 'resolveIncident', incident: await eventually(async () => Object.keys((await bench.host.inspect(id)).incidents)[0]), action: 'skip', reason: 'by hand' })));
    else if ('node' in move && 'data' in move) accepted(await bench.host.submit(id, command({ type: 'completeWorkItem', item: await item(String(move.node)), data: move.data as Data })));
    else accepted(await bench.host.submit(id, command({ type: 'completeWorkItem', item: await item(), data: move as Data, by: 'lan' })));
  }
  await store(bench, id, plan);
}

async function store(bench: TemporalBench, id: string, plan: Plan): Promise<void> {
  mkdirSync(join(folder, 'plans'), { recursive: true });
  writeFileSync(join(folder, 'plans', `${plan.hash}.json`), JSON.stringify(plan));
  const history = await bench.host.temporal.workflow.getHandle(id).fetchHistory();
  const text = JSON.stringify(History.toObject(History.fromObject(history), { longs: String, bytes: String, enums: String }));
  // Stack traces name the folder it was recorded in, which is nobody's business.
  writeFileSync(join(folder, `${id}.json`), `${text.replaceAll(`${projectRoot()}/`, '')}\n`);
}

describe('stored histories', () => {
  let bundle: WorkflowBundleOption;
  beforeAll(async () => { bundle = { code: await bundleWorkflows() }; }, 60_000);
  const replay = async (list: { workflowId: string; history: temporal.api.history.v1.IHistory }[]): Promise<{ workflowId: string; error?: Error }[]> => {
    const results = [];
    for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: bundle, sinks: silentSinks, dataConverter: { payloadCodecs: [new PlanCodec(plans)] } }, list)) results.push({ workflowId, ...(error ? { error } : {}) });
    return results;
  };

  test('every one leads to the same again', async () => {
    const list = histories();
    expect(list.length).toBeGreaterThanOrEqual(10);
    expect((await replay(list)).filter((each) => each.error)).toEqual([]);
  }, 90_000);

  test('a history that the code would not make is noticed', async () => {
    const [one] = histories().filter((each) => each.workflowId.endsWith('-service'));
    for (const event of one!.history.events ?? []) if (event.activityTaskScheduledEventAttributes) event.activityTaskScheduledEventAttributes.activityType = { name: 'another' };
    const [result] = await replay([one!]);
    expect(result?.error).toBeDefined();
  }, 60_000);
});
