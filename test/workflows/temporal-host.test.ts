import { historiesOf, stepsFromHistories } from '../../workflows/worker-replay.js';
import { bundleWorkflows } from '../../workflows/bundle.js';
import { accepted, hostContract } from './contract.js';
import { TemporalHost } from '../../workflows/temporal-host.js';
import { RETURNING, TWO_STEPS, WITH_DEADLINE } from './drawings.js';
import { command, eventually, planOf } from './support.js';
import { temporalBench, type TemporalBench } from './temporal-bench.js';

describe('the Temporal host', () => {
  let bench: TemporalBench;
  hostContract(async () => (bench = await temporalBench()));

  test('a history holds the hash of the plan, and never the plan', async () => {
    const plan = bench.shelf.add(await planOf(TWO_STEPS));
    await bench.host.start('d-claim-check', plan.hash, command({ type: 'startProcess' }));
    const history = JSON.stringify(await bench.host.temporal.workflow.getHandle('d-claim-check').fetchHistory());
    const text = [...history.matchAll(/"data":"([A-Za-z0-9+/=]+)"/g)].map((match) => Buffer.from(match[1]!, 'base64').toString()).join('\n');
    expect(text).toContain(plan.hash);
    expect(text).not.toContain('"approve"');
  });

  test('a user task costs at most six events, and 1.4 KB', async () => {
    const plan = bench.shelf.add(await planOf(TWO_STEPS));
    const started = accepted(await bench.host.start('d-cost', plan.hash, command({ type: 'startProcess' })));
    const size = async (): Promise<{ events: number; bytes: number }> => {
      const { historyLength, historySize } = await bench.host.temporal.workflow.getHandle('d-cost').describe();
      return { events: historyLength, bytes: historySize ?? 0 };
    };
    const before = await size();
    await bench.host.submit('d-cost', command({ type: 'completeWorkItem', item: started.settled.open[0]!.id, by: 'lan' }, '3f0e5bd2-7c0e-4d0a-9f57-0d6a6f1f6f10'));
    const after = await size();
    expect(after.events - before.events).toBeLessThanOrEqual(6);
    expect(after.bytes - before.bytes).toBeLessThanOrEqual(1_400);
  });

  test('with the read model away a click is taken all the same, and recorded when it is back', async () => {
    const plan = bench.shelf.add(await planOf(TWO_STEPS));
    const started = accepted(await bench.host.start('d-away', plan.hash, command({ type: 'startProcess' })));
    bench.outcome.away = true;
    const answer = accepted(await bench.host.submit('d-away', command({ type: 'completeWorkItem', item: started.settled.open[0]!.id })));
    expect(answer).toMatchObject({ settled: { open: [{ node: 'approve' }] } });
    expect(bench.outcome.types('d-away')).toEqual(['startProcess']);
    bench.outcome.away = false;
    await eventually(() => bench.outcome.types('d-away').length === 2 || undefined);
    const ended = accepted(await eventually(async () => {
      const each = await bench.host.submit('d-away', command({ type: 'completeWorkItem', item: answer.settled.open[0]!.id }));
      return each.accepted ? each : undefined;
    }));
    expect(ended.settled.status).toBe('completed');
    // A busy machine answers the click before it is recorded.
    await eventually(() => bench.outcome.types('d-away').length >= 3 || undefined);
    expect(bench.outcome.types('d-away')).toEqual(['startProcess', 'completeWorkItem', 'completeWorkItem']);
  }, 60_000);

  test('with the read model away the last step is taken too, and all that was missed is recorded once and in order', async () => {
    const plan = bench.shelf.add(await planOf(TWO_STEPS));
    const started = accepted(await bench.host.start('d-away-last', plan.hash, command({ type: 'startProcess' })));
    bench.outcome.away = true;
    const back = setTimeout(() => { bench.outcome.away = false; }, 3_000);
    const first = await bench.host.submit('d-away-last', command({ type: 'completeWorkItem', item: started.settled.open[0]!.id }));
    const last = await bench.host.submit('d-away-last', command({ type: 'completeWorkItem', item: accepted(first).settled.open[0]!.id }));
    expect(accepted(last).settled.status).toBe('completed');
    await eventually(async () => (await bench.host.temporal.workflow.getHandle('d-away-last').describe()).status.name === 'COMPLETED' || undefined);
    clearTimeout(back);
    expect(bench.outcome.types('d-away-last')).toEqual(['startProcess', 'completeWorkItem', 'completeWorkItem']);
    expect(bench.outcome.batches.filter((batch) => batch.dossierId === 'd-away-last').at(-1)?.state.status).toBe('completed');
  }, 60_000);

  test('a dossier started in the middle goes on from there, and once only', async () => {
    const plan = bench.shelf.add(await planOf(TWO_STEPS));
    await bench.host.start('d-origin', plan.hash, command({ type: 'startProcess' }));
    const standing = await bench.host.standing('d-origin');
    await bench.host.carryOn('d-carried', plan.hash, standing);
    await bench.host.carryOn('d-carried', plan.hash, standing);
    const item = Object.values(standing.state.instances).find((each) => each.work)!.id;
    const answer = accepted(await bench.host.submit('d-carried', command({ type: 'completeWorkItem', item })));
    expect(answer.settled.open.map((each) => each.node)).toEqual(['approve']);
    expect(bench.outcome.types('d-carried')).toEqual(['completeWorkItem']);
  });

  test('a long dossier goes on in a new run: state, timers and handled commands go with it', async () => {
    const plan = bench.shelf.add(await planOf(WITH_DEADLINE));
    const host = TemporalHost.open({ address: bench.env.address, namespace: bench.env.namespace ?? 'default', taskQueue: 'dossiers', deadline: 20_000, updatesPerRun: 4 });
    const item = accepted(await host.start('d-long', plan.hash, command({ type: 'startProcess' }))).settled.open[0]!.id;
    const handle = host.temporal.workflow.getHandle('d-long');
    const { runId } = await handle.describe();
    const first = command({ type: 'claimWorkItem', item, by: 'lan' });
    accepted(await host.submit('d-long', first));
    for (let i = 0; i < 5; i += 1) {
      accepted(await host.submit('d-long', command({ type: 'releaseWorkItem', item, by: 'lan' })));
      accepted(await host.submit('d-long', command({ type: 'claimWorkItem', item, by: 'lan' })));
    }
    expect((await handle.describe()).runId).not.toBe(runId);
    expect(accepted(await host.submit('d-long', first)).settled.open.map((each) => each.id)).toEqual([item]);
    await bench.advance(31 * 86_400_000);
    await eventually(async () => Object.values((await host.inspect('d-long')).instances).find((each) => each.node === 'refuse'));
    const events = bench.outcome.steps('d-long').flatMap((step) => step.events);
    expect(events.map((event) => event.seq)).toEqual(events.map((_event, index) => index + 1));
    const steps = await stepsFromHistories(await historiesOf(host.temporal, 'd-long'), 'd-long', bench.shelf, { code: await bundleWorkflows() });
    expect(steps).toEqual(bench.outcome.steps('d-long'));
    await host.close();
  }, 60_000);

  test('a return loop over many runs: each history is short, and a command sent twice counts once in whatever run it arrives', async () => {
    const plan = bench.shelf.add(await planOf(RETURNING));
    const host = TemporalHost.open({ address: bench.env.address, namespace: bench.env.namespace ?? 'default', taskQueue: 'dossiers', deadline: 20_000, updatesPerRun: 10 });
    const turns = 30;
    let { settled } = accepted(await host.start('d-round', plan.hash, command({ type: 'startProcess', data: { complete: false } })));
    const sent: ReturnType<typeof command>[] = [];
    for (let step = 0; settled.status === 'running'; step += 1) {
      sent.push(command({ type: 'completeWorkItem', item: settled.open[0]!.id, data: { complete: step >= 2 * turns } }));
      settled = accepted(await host.submit('d-round', sent.at(-1)!)).settled;
      if (settled.status !== 'running') break;
      for (const again of [sent.at(-1)!, sent[Math.max(0, sent.length - 15)]!]) accepted(await host.submit('d-round', again));
    }
    const histories = await historiesOf(host.temporal, 'd-round');
    expect(histories.length).toBeGreaterThanOrEqual(6);
    expect(Math.max(...histories.map((each) => each.events!.length))).toBeLessThan(160);
    expect(bench.outcome.types('d-round')).toEqual(['startProcess', ...sent.map(() => 'completeWorkItem')]);
    expect(sent).toHaveLength(2 * turns + 1);
    await host.close();
  }, 120_000);

  test('the log can be told again from the histories', async () => {
    const plan = bench.shelf.add(await planOf(TWO_STEPS));
    const started = accepted(await bench.host.start('d-retold', plan.hash, command({ type: 'startProcess', data: { name: 'An' }, by: 'lan' })));
    const next = accepted(await bench.host.submit('d-retold', command({ type: 'completeWorkItem', item: started.settled.open[0]!.id, by: 'lan', reason: 'complete' })));
    await bench.host.submit('d-retold', command({ type: 'completeWorkItem', item: next.settled.open[0]!.id, by: 'nga' }));
    const histories = await historiesOf(bench.host.temporal, 'd-retold');
    const steps = await stepsFromHistories(histories, 'd-retold', bench.shelf, { code: await bundleWorkflows() });
    expect(steps).toEqual(bench.outcome.steps('d-retold'));
  }, 60_000);
});
