/** Dossiers under way in one version of a drawing, moved to the next. */
import { evolve, type ProcessState } from '../../engine/interpreter/index.js';
import { checkMigration, migrateState, proposeMigration, unmappedOf, type Migration, type MigrationPlan } from '../../engine/migration/index.js';
import type { Plan } from '../../engine/graph/types.js';
import { and, boundary, end, sequenceFlows, start, timer, user, type Drawing } from '../support/bpmn.js';
import { activeNodes, after, complete, planOfDrawing } from './plans.js';

const START = { type: 'startProcess' };
const named = (id: string, name: string): string => user(id, '', `name="${name}"`);
const LINE: Drawing = { nodes: start() + named('a', 'Receive') + named('b', 'Examine') + end(), flows: ['s>a>b>e'] };

function move(from: Plan, to: Plan, state: ProcessState, plan: MigrationPlan = proposeMigration(from, to)): Extract<Migration, { migrated: true }> {
  const result = migrateState(from, to, plan, state, state.at + 1000, 'move');
  if (!result.migrated) throw new Error(JSON.stringify(result.problems));
  expect(result.events.reduce(evolve, state)).toEqual(result.state);
  return result;
}
const codes = (from: Plan, to: Plan, state: ProcessState, plan = proposeMigration(from, to)): string[] => checkMigration(from, to, plan, state).map((each) => `${each.code} ${each.element ?? ''}`.trim());

describe('the proposed plan', () => {
  test('equal id and type first, else equal name and type; the rest is told', async () => {
    const from = await planOfDrawing({ nodes: start() + named('a', 'Receive') + named('b', 'Examine') + user('c') + user('d') + end(), flows: ['s>a>b>c>d>e'] });
    const to = await planOfDrawing({ nodes: start() + named('a', 'Take in') + named('b2', 'Examine') + '<manualTask id="c"/>' + end(), flows: ['s>a>b2>c>e'] });
    const plan = proposeMigration(from, to);
    expect(plan.processes['P']).toEqual({ to: 'P', nodes: { s: 's', a: 'a', b: 'b2', e: 'e' } });
    expect(unmappedOf(from, plan).map((each) => `${each.type} ${each.element}`)).toEqual(['userTask c', 'userTask d']);
  });
  test('a name that stands twice says nothing', async () => {
    const from = await planOfDrawing(LINE);
    const to = await planOfDrawing({ nodes: start() + named('a', 'Receive') + named('x', 'Examine') + named('y', 'Examine') + end(), flows: ['s>a>x>y>e'] });
    expect(proposeMigration(from, to).processes['P']?.nodes).not.toHaveProperty('b');
  });
});

describe('a plan that does not fit', () => {
  test.each<[string, (plan: MigrationPlan) => MigrationPlan, string]>([
    ['of other versions', (plan) => ({ ...plan, to: 'other' }), 'wrong-plan'],
    ['without the root', (plan) => ({ ...plan, processes: {} }), 'root-unmapped'],
    ['to an element that is not there', (plan) => ({ ...plan, processes: { P: { to: 'P', nodes: { a: 'zz' } } } }), 'unknown-element a'],
    ['two onto one', (plan) => ({ ...plan, processes: { P: { to: 'P', nodes: { a: 'a', b: 'a' } } } }), 'mapped-twice b'],
    ['to another type', (plan) => ({ ...plan, processes: { P: { to: 'P', nodes: { a: 'e' } } } }), 'type-differs a'],
    ['to no process', (plan) => ({ ...plan, processes: { P: { to: 'P', nodes: {} }, Q: { to: 'P2', nodes: {} } } }), 'unknown-process'],
    ['by an unknown flow', (plan) => ({ ...plan, processes: { P: { to: 'P', nodes: {}, flows: { s_a: 'zz' } } } }), 'unknown-element s_a'],
  ])('%s', async (_title, change, code) => {
    const plan = await planOfDrawing(LINE);
    const found = codes(plan, plan, after(plan, [START]), change(proposeMigration(plan, plan)));
    expect(found).toContain(code);
  });
  test('a dossier that has ended stays', async () => {
    const plan = await planOfDrawing(LINE);
    expect(codes(plan, plan, after(plan, [START, { type: 'cancelProcess' }]))).toEqual(['not-running']);
  });
});

const FORK: Drawing = { nodes: start() + and('f') + user('a') + user('b') + and('j') + user('c') + end(), flows: ['s>f', 'f>a>j', 'f>b>j', 'j>c>e'] };
const sub = (inside: string): string => `<subProcess id="sub">${inside}</subProcess>`;

describe('what stands in the way', () => {
  test.each<[string, Drawing, Drawing, string[], string[]]>([
    ['an active step is gone', LINE, { nodes: start() + user('b') + end(), flows: ['s>b>e'] }, [], ['unmapped-active a']],
    ['a step that is not active may go', LINE, { nodes: start() + user('a') + end(), flows: ['s>a>e'] }, [], []],
    ['a token rests before a join that is gone', FORK, { nodes: start() + user('b') + user('c') + end(), flows: ['s>b>c>e'] }, ['a'], ['flow-gone a_j', 'join-gone j']],
    ['two branches under way, the join gone', FORK, { nodes: start() + and('f') + user('a') + user('b') + user('c') + end(), flows: ['s>f', 'f>a>c>e', 'f>b>e'] }, [], ['join-gone j']],
    ['a join waits for a branch that nobody entered', FORK, { ...FORK, nodes: `${FORK.nodes}${user('n')}`, flows: [...(FORK.flows ?? []), 'f>n>j'] }, ['a'], ['join-unreached j']],
    ['the flow of a token is several now', FORK, { ...FORK, flows: ['s>f', 'f>a', 'f>b>j', 'j>c>e'], nodes: `${FORK.nodes}<sequenceFlow id="x1" sourceRef="a" targetRef="j"/><sequenceFlow id="x2" sourceRef="a" targetRef="j"/>` }, ['a'], ['flow-ambiguous a_j']],
    ['an active step stands in a sub-process now', LINE, { nodes: start() + sub(start('s2') + user('a') + end('e2') + sequenceFlows(['s2>a>e2'])) + end(), flows: ['s>sub>e'] }, [], ['scope-differs a']],
    ['an active step is done for each of a list now', LINE, { nodes: start() + user('a', '<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>') + end(), flows: ['s>a>e'] }, [], ['loop-differs a']],
    ['a boundary event of an active step is gone', { nodes: LINE.nodes + boundary('late', 'a', timer('PT8H')), flows: [...(LINE.flows ?? []), 'late>b'] }, LINE, [], ['event-dropped late']],
    ['data that the new version does not know', { ...LINE, nodes: `<property id="p1" name="amount"/>${LINE.nodes}` }, LINE, [], ['data-lost p1']],
  ])('%s', async (_title, old, next, done, expected) => {
    const [from, to] = [await planOfDrawing(old), await planOfDrawing(next)];
    let state = after(from, [{ ...START, data: { amount: 5 } }]);
    for (const node of done) state = complete(from, state, node);
    expect(codes(from, to, state)).toEqual(expected);
    const blocked = checkMigration(from, to, proposeMigration(from, to), state).some((each) => each.severity === 'error');
    expect(migrateState(from, to, proposeMigration(from, to), state, state.at, 'move').migrated).toBe(!blocked);
  });
});

describe('a dossier that has been moved', () => {
  test('goes on under the new version, with the step that was added and the person who holds the work', async () => {
    const from = await planOfDrawing(LINE);
    const to = await planOfDrawing({ nodes: start() + named('a2', 'Receive') + user('n') + named('b', 'Examine') + end(), flows: ['s>a2>n>b>e'] });
    const started = after(from, [START]);
    const held = after(from, [{ type: 'claimWorkItem', item: Object.keys(started.instances)[0], by: 'lan' }], started);
    const { state } = move(from, to, held);
    expect(Object.values(state.instances).map(({ node, work }) => [node, work?.by])).toEqual([['a2', 'lan']]);
    let on = after(to, [{ type: 'completeWorkItem', item: Object.keys(state.instances)[0], by: 'lan' }], state);
    expect(on.performers).toEqual({ a2: 'lan' });
    for (const node of ['n', 'b']) on = complete(to, on, node);
    expect(on.status).toBe('completed');
  });
  test('the same command twice changes nothing twice', async () => {
    const plan = await planOfDrawing(LINE);
    const { state } = move(plan, plan, after(plan, [START]));
    expect(migrateState(plan, plan, proposeMigration(plan, plan), state, state.at, 'move')).toMatchObject({ migrated: true, repeated: true, events: [], state });
  });

  const timed = (duration: string | undefined): Drawing => (duration === undefined ? LINE
    : { nodes: LINE.nodes + boundary('late', 'a', timer(duration), false) + end('e2'), flows: [...(LINE.flows ?? []), 'late>e2'] });
  const HOUR = 3_600_000;
  test.each<[string, string | undefined, string | undefined, number | undefined, string[]]>([
    ['keeps the due instant of a timer', 'PT8H', 'PT8H', 8 * HOUR, []],
    ['a timer with another definition counts from the migration', 'PT8H', 'PT2H', 2 * HOUR + 1000, ['cancelTimer', 'startTimer']],
    ['a new timer is armed', undefined, 'PT2H', 2 * HOUR + 1000, ['startTimer']],
    ['one that is gone is disarmed', 'PT8H', undefined, undefined, ['cancelTimer']],
  ])('%s', async (_title, old, next, due, effects) => {
    const [from, to] = [await planOfDrawing(timed(old)), await planOfDrawing(timed(next))];
    const before = after(from, [START]);
    const result = move(from, to, before);
    const waits = Object.values(result.state.catchers).flatMap((each) => each.waits);
    expect(waits.map((each) => each.dueAt)).toEqual(due === undefined ? [] : [before.at + due]);
    expect(result.effects.map((each) => each.type)).toEqual(effects);
  });
  test('a timer that fired before is not armed again', async () => {
    const [from, to] = [await planOfDrawing(timed('PT8H')), await planOfDrawing(timed('PT2H'))];
    const armed = after(from, [START]);
    const wait = Object.values(armed.catchers)[0]?.waits[0];
    const fired = after(from, [{ type: 'fireTimer', timer: wait?.id }], armed);
    expect(move(from, to, fired).state.catchers).toEqual({});
  });
  test('a new event sub-process waits at once', async () => {
    const handler = `<subProcess id="es" triggeredByEvent="true">${start('es1', timer('PT1H'))}${user('x')}${end('es2')}${sequenceFlows(['es1>x>es2'])}</subProcess>`;
    const [from, to] = [await planOfDrawing(LINE), await planOfDrawing({ ...LINE, nodes: LINE.nodes + handler })];
    const { state } = move(from, to, after(from, [START]));
    const timerId = Object.values(state.catchers)[0]?.waits[0]?.id;
    expect(activeNodes(after(to, [{ type: 'fireTimer', timer: timerId }], state))).toEqual(['es', 'x']);
  });
  test('a join that waited for a branch which ended elsewhere is passed when the new version has no such branch', async () => {
    const to = await planOfDrawing(FORK);
    const from = await planOfDrawing({
      nodes: FORK.nodes + user('n') + boundary('out', 'n', timer('PT1H')) + end('e2'), flows: [...(FORK.flows ?? []), 'f>n>j', 'out>e2'],
    });
    let state = after(from, [START]);
    state = after(from, [{ type: 'fireTimer', timer: Object.values(state.catchers)[0]?.waits[0]?.id }], state);
    for (const node of ['a', 'b']) state = complete(from, state, node);
    expect(activeNodes(state)).toEqual([]);
    const moved = move(from, to, state).state;
    expect(activeNodes(moved)).toEqual(['c']);
    expect(complete(to, moved, 'c').status).toBe('completed');
  });
});
