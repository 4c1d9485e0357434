/** Runs one conformance case in a session: what is done, line by line, and what must have happened. */
import type { NodeEvent } from '../../engine/session/observe.js';
import { createVirtualEngine, type Engine } from '../../engine/session/session.js';
import type { Data } from '../../engine/graph/types.js';
import { addDuration } from '../../engine/interpreter/timers.js';

export interface Case {
  /** BPMN 2.0 section that says so. */
  section: string;
  element: string;
  name: string;
  xml: string | readonly string[];
  /**
   * `start [JSON]`, `start PROCESS [JSON]`, `complete NODE [JSON]`, `trigger NODE`, `message NAME [JSON]`, `signal NAME`, `set JSON` (variables of the first instance),
   * `advance DURATION`, `waiting NODE…` (exactly these wait, in any order). Default: start.
   */
  run?: readonly string[];
  /** Completed nodes in order; `expectSet`: in any order. */
  trace?: string;
  traceSet?: string;
  cancelled?: string;
  cancelledSet?: string;
  /** `none`: no instance was started by the case itself. */
  status?: 'running' | 'completed' | 'failed' | 'none';
  error?: 'RUNTIME' | 'BPMN_ERROR';
  data?: Data;
}

export interface Outcome { trace: string; cancelled: string; status: string; error?: string; data: Data; events: readonly NodeEvent[] }

/** Monday 05/01/2026 07:30 in Viet Nam. */
export const BEGIN = Date.UTC(2026, 0, 5, 0, 30);

/** `engine`: where it runs; default: in process, on a virtual clock that begins at `BEGIN`. */
export async function runCase(each: Case, engine: Engine = createVirtualEngine(BEGIN)): Promise<Outcome> {
  const session = await engine.session();
  await session.deploy(typeof each.xml === 'string' ? [each.xml] : each.xml);
  const instances: Awaited<ReturnType<typeof session.start>>[] = [];
  const done: Record<string, (rest: string) => Promise<void>> = {
    start: async (rest) => {
      const [, process, json] = /^([A-Za-z]\w*)?\s*(.*)$/s.exec(rest) ?? [];
      instances.push(await session.start(process ?? 'P', json ? (JSON.parse(json) as Data) : {}));
    },
    complete: async (rest) => {
      const [, node = '', json = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? [];
      const found = (await session.waiting()).find((item) => item.nodeId === node);
      if (!found) throw new Error(`${each.name}: ${node} is not waiting; waiting: ${(await session.waiting()).map((item) => item.nodeId).join(' ')}`);
      await session.complete(found.taskId, json ? (JSON.parse(json) as Data) : {});
    },
    message: async (rest) => {
      const [, name = '', json = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? [];
      await session.message(name, json ? { variables: JSON.parse(json) as Data } : {});
    },
    signal: (rest) => session.signal(rest),
    set: async (rest) => { await instances[0]?.setVariables(JSON.parse(rest) as Data); },
    advance: (rest) => session.advance(addDuration(0, rest) ?? 0),
    waiting: async (rest) => {
      const now = (await session.waiting()).map((item) => item.nodeId).sort().join(' ');
      const wanted = rest.split(' ').filter(Boolean).sort().join(' ');
      if (now !== wanted) throw new Error(`${each.name}: waiting for "${wanted}", found "${now}"`);
    },
  };
  done['trigger'] = done['complete'] ?? (() => Promise.resolve());
  for (const line of each.run ?? ['start']) {
    const [verb = '', ...rest] = line.split(' ');
    const act = done[verb];
    if (!act) throw new Error(`${each.name}: unknown line ${line}`);
    await act(rest.join(' '));
  }
  const events = await session.events();
  const first = await instances[0]?.state();
  await session.dispose();
  const of = (type: string) => events.filter((event) => event.type === type).map((event) => event.nodeId).join(' ');
  return { trace: of('completed'), cancelled: of('cancelled'), status: first?.status ?? 'none', ...(first?.error ? { error: first.error.code } : {}), data: first?.variables ?? {}, events };
}

const sorted = (ids: string): string[] => ids.split(' ').filter(Boolean).sort();

/** One jest test per case. */
export function conformance(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    test.each(cases.map((each) => [`${each.element}: ${each.name}`, each] as const))('%s', async (_name, each) => {
      const outcome = await runCase(each);
      expect(outcome.status).toBe(each.status ?? 'completed');
      if (each.trace !== undefined) expect(outcome.trace).toBe(each.trace);
      if (each.traceSet !== undefined) expect(sorted(outcome.trace)).toEqual(sorted(each.traceSet));
      if (each.cancelled !== undefined) expect(outcome.cancelled).toBe(each.cancelled);
      if (each.cancelledSet !== undefined) expect(sorted(outcome.cancelled)).toEqual(sorted(each.cancelledSet));
      if (each.error !== undefined) expect(outcome.error).toBe(each.error);
      if (each.data !== undefined) expect(outcome.data).toMatchObject(each.data as Record<string, unknown>);
    });
  });
}
