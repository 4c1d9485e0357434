/** Going on after an incident, wherever in an element it stopped. */
import { readBpmn } from '../../engine/bpmn/read.js';
import { linkPlan } from '../../engine/bpmn/plan.js';
import { initialState, step, type Command, type ProcessState } from '../../engine/interpreter/index.js';
import { bpmn, boundary, end, script, sequenceFlows, start, task, timer, user } from '../support/bpmn.js';

type Body = Record<string, unknown> & { type: string };
interface Run { state(): ProcessState; trace(): string; incidents(): string[]; submit(body: Body): void; resolve(action: 'retry' | 'skip', more?: Record<string, unknown>): void }

async function run(nodes: string, flows: string[], data: Record<string, unknown> = {}): Promise<Run> {
  const { plan } = linkPlan([await readBpmn(bpmn({ nodes, flows }))], 'P');
  if (!plan) throw new Error('not linked');
  let state = initialState();
  let n = 0;
  const trace: string[] = [];
  const submit = (body: Body): void => {
    const result = step(plan, state, { ...body, commandId: `c${(n += 1)}`, at: n } as Command);
    if (!result.accepted) throw new Error(result.rejection.message);
    state = result.state;
    trace.push(...result.events.flatMap((event) => (event.type === 'nodeCompleted' ? [event.node] : [])));
  };
  submit({ type: 'startProcess', data });
  return {
    state: () => state, trace: () => trace.join(' '), submit,
    incidents: () => Object.values(state.incidents).map(({ node, code }) => `${node}: ${code}`),
    resolve: (action, more = {}) => { submit({ type: 'resolveIncident', incident: Object.keys(state.incidents)[0], action, ...more }); },
  };
}
const sub = (id: string, nodes: string, flows: string[], tag = 'subProcess', more = '') => `<${tag} id="${id}">${more}${nodes}${sequenceFlows(flows)}</${tag}>`;
const leaving = ['s>p', 'p>a if x > 1', 'p>b if x > 2', 'a>e', 'b>e'];
const behind = task('a') + task('b') + end();

test.each([
  ['sub-process', sub('p', start('is') + end('ie'), ['is>ie']), 's is ie'],
  ['ad-hoc sub-process', sub('p', task('it'), [], 'adHocSubProcess', '').replace('</adHoc', '<completionCondition xsi:type="tFormalExpression">true</completionCondition></adHoc'), 's it'],
  ['task', task('p'), 's'],
])('no way out of a %s: one incident, settled; after new data it goes on and runs nothing twice', async (_name, host, before) => {
  const each = await run(start() + host + behind, leaving, { x: 0 });
  expect(each.incidents()).toEqual(['p: no-outgoing-flow-taken']);
  expect(each.trace()).toBe(before);
  each.submit({ type: 'setData', data: { y: 1 } });
  expect(each.incidents()).toHaveLength(1);
  each.resolve('retry', { data: { x: 2 } });
  expect(each.trace()).toBe(`${before} p a e`);
  expect(each.state().status).toBe('completed');
});

test('skipped along the flow that a person names; boundary events go with the element', async () => {
  const each = await run(start() + task('p') + boundary('t', 'p', timer('PT1H')) + behind, [...leaving, 't>e'], { x: 0 });
  each.resolve('skip', { flow: 'p_b' });
  expect(each.trace()).toBe('s p b e');
  expect(each.state()).toMatchObject({ status: 'completed', catchers: {}, instances: {} });
});

test('a skipped sub-process ends what runs inside', async () => {
  const condition = '<completionCondition xsi:type="tFormalExpression">1 + 1</completionCondition>';
  const each = await run(start() + `<adHocSubProcess id="p">${task('a')}${user('u')}${condition}</adHocSubProcess>` + end(), ['s>p>e']);
  expect(each.incidents()).toEqual(['p: condition-failed']);
  each.resolve('skip');
  expect(each.trace()).toBe('s a p e');
  expect(each.state()).toMatchObject({ status: 'completed', instances: {} });
});

test('a turn whose result cannot be told is skipped without a result', async () => {
  const loop = '<multiInstanceLoopCharacteristics isSequential="true"><loopCardinality xsi:type="tFormalExpression">2</loopCardinality><completionCondition xsi:type="tFormalExpression">1 + 1</completionCondition></multiInstanceLoopCharacteristics>';
  const each = await run(start() + task('p', loop) + end(), ['s>p>e']);
  expect(each.incidents()).toEqual(['p: condition-failed']);
  each.resolve('skip');
  expect(each.trace()).toBe('s p p e');
});

test('an event sub-process is armed again once its time can be told', async () => {
  const each = await run(start() + user('u') + end() + `<subProcess id="ev" triggeredByEvent="true"><startEvent id="es">${timer('wait')}</startEvent>${end('ee')}${sequenceFlows(['es>ee'])}</subProcess>`, ['s>u>e'], { wait: 'soon' });
  expect(each.incidents()).toEqual(['ev: timer-invalid']);
  each.resolve('retry', { data: { wait: 'PT1H' } });
  expect(each.incidents()).toEqual([]);
  const [catcher] = Object.values(each.state().catchers);
  each.submit({ type: 'fireTimer', timer: catcher?.waits[0]?.id });
  expect(each.trace()).toBe('s es ee ev');
});

test('a script begins anew', async () => {
  const each = await run(start() + script('p', '{y: x + 1}') + end(), ['s>p>e'], { x: 'a' });
  expect(each.incidents()).toEqual(['p: expression-failed']);
  each.resolve('retry', { data: { x: 1 } });
  expect(each.state()).toMatchObject({ status: 'completed', scopes: { [each.state().root ?? '']: { data: { x: 1, y: 2 } } } });
});
