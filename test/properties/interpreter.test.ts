/** What must hold of every run of every well-formed drawing. */
import fc from 'fast-check';
import { evolve, initialState, step, type Command, type ProcessEvent, type ProcessState } from '../../engine/interpreter/index.js';
import type { Plan } from '../../engine/graph/types.js';
import { block, planOf } from './models.js';

interface Run { state: ProcessState; events: ProcessEvent[]; commands: Command[] }

/** Plays to the end: `choices` decide which of the things that can happen next does. */
function playAtRandom(plan: Plan, data: Record<string, number>, choices: readonly number[]): Run {
  const run: Run = { state: initialState(), events: [], commands: [] };
  let at = Date.UTC(2026, 0, 5);
  const submit = (body: Record<string, unknown>) => {
    const command = { ...body, commandId: `c${run.commands.length}`, at } as Command;
    const result = step(plan, run.state, command);
    if (!result.accepted) throw new Error(`${command.type}: ${result.rejection.message}`);
    run.commands.push(command);
    run.state = result.state;
    run.events.push(...result.events);
  };
  submit({ type: 'startProcess', data });
  for (let n = 0; run.state.status === 'running'; n += 1) {
    const options = possible(run.state);
    if (options.length === 0) throw new Error(`stuck: ${JSON.stringify(run.state)}`);
    const chosen = options[(choices[n % choices.length] ?? 0) % options.length];
    if (chosen?.['type'] === 'fireTimer') at = Math.max(at, chosen['dueAt'] as number);
    const { dueAt: _dueAt, ...body } = chosen ?? {};
    submit(body);
  }
  return run;
}
function possible(state: ProcessState): Record<string, unknown>[] {
  const items = Object.values(state.instances).flatMap((each): Record<string, unknown>[] => (each.work ? [{ type: 'completeWorkItem', item: each.id }]
    : each.attempts === undefined ? [] : [{ type: 'serviceCompleted', instance: each.id }]));
  const waits = Object.values(state.catchers).flatMap((catcher) => catcher.waits.flatMap((wait): Record<string, unknown>[] => (
    wait.kind === 'timer' ? [{ type: 'fireTimer', timer: wait.id, dueAt: wait.dueAt }] : wait.kind === 'message' ? [{ type: 'correlateMessage', name: wait.name, catcher: catcher.id }] : [])));
  return [...items, ...waits];
}

const input = fc.record({
  root: block,
  values: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 8 }),
  choices: fc.array(fc.nat(7), { minLength: 1, maxLength: 20 }),
});
function runOf({ root, values, choices }: { root: Parameters<typeof planOf>[0]; values: number[]; choices: number[] }) {
  const { plan, variables } = planOf(root);
  const data = Object.fromEntries(variables.map((name, index) => [name, name.startsWith('n') ? 0 : (values[index % values.length] ?? 0)]));
  return { plan, data, run: playAtRandom(plan, data, choices) };
}

const RUNS = { numRuns: 400 };

test('every run of a well-formed drawing ends, and leaves nothing behind', () => {
  fc.assert(fc.property(input, (given) => {
    const { run } = runOf(given);
    expect(run.state.status).toBe('completed');
    expect(run.state.instances).toEqual({});
    expect(run.state.catchers).toEqual({});
    expect(run.state.incidents).toEqual({});
    expect(Object.keys(run.state.scopes)).toEqual([run.state.root]);
    expect(run.state.scopes[run.state.root ?? '']?.tokens).toEqual({});
  }), RUNS);
});

test('folding the log gives the state', () => {
  fc.assert(fc.property(input, (given) => {
    const { run } = runOf(given);
    expect(run.events.reduce(evolve, initialState())).toEqual(run.state);
    expect(run.events.map((event) => event.seq)).toEqual(run.events.map((_, index) => index + 1));
  }), RUNS);
});

test('the same commands give the same log, also through a state that was stored and read', () => {
  fc.assert(fc.property(input, (given) => {
    const { plan, run } = runOf(given);
    let state = initialState();
    const events: ProcessEvent[] = [];
    for (const command of run.commands) {
      const result = step(plan, JSON.parse(JSON.stringify(state)) as ProcessState, command);
      if (!result.accepted) throw new Error(result.rejection.message);
      events.push(...result.events);
      state = result.state;
    }
    expect(events).toEqual(run.events);
  }), RUNS);
});

test('tokens are taken only where they lie, instances end only once', () => {
  fc.assert(fc.property(input, (given) => {
    const { run } = runOf(given);
    const open = new Set<string>();
    for (const event of run.events) {
      if (event.type === 'nodeEntered') { expect(open.has(event.instance)).toBe(false); open.add(event.instance); }
      if (event.type === 'nodeCompleted' || event.type === 'nodeCancelled') { expect(open.delete(event.instance)).toBe(true); }
    }
    expect(open.size).toBe(0);
  }), RUNS);
});

test('a repeated command changes nothing, a rejected one neither', () => {
  fc.assert(fc.property(input, (given) => {
    const { plan, run } = runOf(given);
    const last = run.commands[run.commands.length - 1];
    if (!last) return;
    const again = step(plan, run.state, last);
    expect(again.accepted && again.repeated).toBe(true);
    expect(step(plan, run.state, { type: 'completeWorkItem', item: 'i0', commandId: 'other', at: 0 }).accepted).toBe(false);
  }), RUNS);
});
