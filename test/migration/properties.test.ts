/** What must hold of migrating any dossier of any drawing. */
import fc from 'fast-check';
import type { Plan } from '../../engine/graph/types.js';
import { evolve, initialState, step, type Command, type ProcessEvent, type ProcessState } from '../../engine/interpreter/index.js';
import { migrateState, proposeMigration } from '../../engine/migration/index.js';
import { checkRun } from '../properties/walk.js';
import { Tape, unstructuredPlan } from '../properties/unstructured.js';
import { renamed } from './plans.js';

const sample = fc.record({ tape: fc.array(fc.nat(1000), { minLength: 5, maxLength: 120 }), choices: fc.array(fc.nat(1000), { minLength: 5, maxLength: 60 }) });
const RUNS = { numRuns: 150 };

function play(plan: Plan, commands: readonly Command[], from: ProcessState): { state: ProcessState; events: ProcessEvent[] } {
  const events: ProcessEvent[] = [];
  let state = from;
  for (const command of commands) {
    const result = step(plan, state, command);
    if (!result.accepted) throw new Error(`${command.type}: ${result.rejection.message}`);
    events.push(...result.events);
    state = result.state;
  }
  return { state, events };
}
const withoutNumber = ({ seq: _seq, ...rest }: ProcessEvent): unknown => rest;

test('migrating to an identical plan changes nothing but the marker', () => {
  let migrated = 0;
  fc.assert(fc.property(sample, (given) => {
    const { commands } = checkRun(given);
    const plan = unstructuredPlan(new Tape(given.tape));
    const same = { ...plan, hash: 'same' };
    let state = initialState();
    for (const command of commands) {
      ({ state } = play(plan, [command], state));
      if (state.status !== 'running') return;
      const result = migrateState(plan, same, proposeMigration(plan, same), state, state.at, 'move');
      if (!result.migrated) throw new Error(JSON.stringify(result.problems));
      expect(result.events.map((each) => each.type)).toEqual(['processMigrated', 'commandHandled']);
      expect(result.effects).toEqual([]);
      expect({ ...result.state, seq: state.seq, handled: state.handled }).toEqual(state);
      migrated += 1;
    }
  }), RUNS);
  expect(migrated).toBeGreaterThan(RUNS.numRuns);
});

test('half-way to the same drawing with other ids: what follows is what a dossier of the new version does', () => {
  let migrated = 0;
  fc.assert(fc.property(sample, fc.nat(), (given, at) => {
    const { commands } = checkRun(given);
    const plan = unstructuredPlan(new Tape(given.tape));
    const { next, migration } = renamed(plan);
    const half = 1 + (at % commands.length);
    const before = play(plan, commands.slice(0, half), initialState());
    if (before.state.status !== 'running') return;
    const result = migrateState(plan, next, migration, before.state, before.state.at, 'move');
    if (!result.migrated) throw new Error(JSON.stringify(result.problems));
    expect([...before.events, ...result.events].reduce(evolve, initialState())).toEqual(result.state);
    const rest = commands.slice(half);
    const started = play(next, commands.slice(0, half), initialState());
    const [moved, fresh] = [play(next, rest, result.state), play(next, rest, started.state)];
    expect(moved.events.map(withoutNumber)).toEqual(fresh.events.map(withoutNumber));
    expect({ ...moved.state, seq: 0, handled: [] }).toEqual({ ...fresh.state, seq: 0, handled: [] });
    migrated += 1;
  }), RUNS);
  expect(migrated).toBeGreaterThan(10);
});
