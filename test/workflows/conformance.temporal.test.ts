/** Every conformance case on a Temporal server makes the same node events as in process, one by one and in the same order. */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { createVirtualEngine, type Engine } from '../../engine/session/session.js';
import { createTemporalEngine } from '../../workflows/engine/index.js';
import { installRuntime } from '../../workflows/worker.js';
import { CASES } from '../conformance/all.cases.js';
import { BEGIN, runCase, type Case } from '../conformance/run.js';
import { timeSkippingEnvironment } from '../support/services.js';
import { SharedClock } from './shared-clock.js';

const WEEK = 7 * 24 * 3_600_000;
/** Cases under way at once on the one server. */
const AT_ONCE = 24;
const MINUTE = 60_000;

const nameOf = (each: Case): string => `${each.section} ${each.element}: ${each.name}`;
const namesAnInstant = (each: Case): boolean => /2026-01-|working/.test(JSON.stringify([each.xml, each.run]));

/**
 * For a case that names an instant: the same in the week of `monday`, a minute before office hours begin, so that the moments
 * which a server needs do not carry a day's work into the next day; each wait is longer by as much and as much again.
 */
function inWeekOf(monday: number, each: Case): Case {
  const later = (day: string): string => new Date(Date.parse(day) + monday - BEGIN).toISOString().slice(0, 10);
  const shifted = (text: string): string => text.replace(/2026-01-\d\d/g, later);
  return {
    ...each, xml: JSON.parse(shifted(JSON.stringify(each.xml))) as Case['xml'],
    run: each.run?.map(shifted).flatMap((line) => (line.startsWith('advance') ? [line, 'advance PT2M'] : [line])),
  };
}

/** What can be compared: ids of instances by their order, and no times, because a server's clock does not stand still. */
async function observed(each: Case, engine: Engine): Promise<unknown> {
  try {
    const { status, error, data: values, events: all } = await runCase(each, engine);
    const ids = [...new Set(all.map((event) => event.instanceId))];
    const lines = all.map((event) => `${event.type} ${event.nodeId} ${ids.indexOf(event.instanceId)}${event.activityInstanceId.slice(event.instanceId.length)}`);
    return { status, error, values, lines };
  } catch (thrown) {
    return { thrown: (thrown as Error).message };
  }
}

describe('conformance on Temporal', () => {
  let env: TestWorkflowEnvironment;
  let engine: Engine;
  let clock: SharedClock;
  const outcomes = new Map<Case, { here: unknown; inProcess: unknown }>();
  const looked = new Set<Case>();

  const compare = async (given: Case, each: Case, startAt: number): Promise<void> => {
    const inProcess = await observed(each, createVirtualEngine(startAt));
    outcomes.set(given, { inProcess, here: await clock.during(() => observed(each, engine)) });
  };
  const compareAll = async (cases: Case[], startAt: number, asRun: (each: Case) => Case): Promise<void> => {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, cases.length) }, async () => {
      for (let each = cases.shift(); each; each = cases.shift()) await compare(each, asRun(each), startAt);
    }));
  };
  const compareInAWeek = async (cases: Case[]): Promise<void> => {
    const now = await clock.currentTimeMs();
    const monday = BEGIN + Math.ceil((now + MINUTE - BEGIN) / WEEK) * WEEK;
    await env.sleep(monday - MINUTE - now);
    await compareAll(cases, monday - MINUTE, (each) => inWeekOf(monday, each));
  };
  /** A test that is tried again runs its case again, alone. */
  const outcomeOf = async (each: Case): Promise<{ here: unknown; inProcess: unknown }> => {
    if (looked.has(each)) await (namesAnInstant(each) ? compareInAWeek([each]) : compare(each, each, await clock.currentTimeMs()));
    looked.add(each);
    return outcomes.get(each)!;
  };

  beforeAll(async () => {
    installRuntime(() => undefined);
    env = await timeSkippingEnvironment();
    clock = new SharedClock(env);
    engine = await createTemporalEngine({ address: env.address, namespace: env.namespace ?? 'default', time: clock });
    await compareAll(CASES.filter((each) => !namesAnInstant(each)), await clock.currentTimeMs(), (each) => each);
    const exact = CASES.filter(namesAnInstant);
    while (exact.length > 0) await compareInAWeek(exact.splice(0, AT_ONCE));
  }, 900_000);
  afterAll(async () => {
    await engine?.close();
    await env?.teardown();
  }, 60_000);

  test.each(CASES.map((each) => [nameOf(each), each] as const))('%s', async (_name, each) => {
    const { here, inProcess } = await outcomeOf(each);
    expect(here).not.toHaveProperty('thrown');
    expect(here).toEqual(inProcess);
  }, 60_000);
});
