/** Business rule tasks: decisions made inside a step, deployed and played beside the diagram. */
import { createVirtualEngine } from '../../engine/session/session.js';
import { play } from '../../engine/session/play.js';
import { readModel } from '../../engine/session/read-model.js';
import { linkPlan } from '../../engine/bpmn/plan.js';
import { bpmn, end, start } from '../support/bpmn.js';
import { decision, dmn, table } from './support.js';

const drawing = (attributes: string, inner = '') => bpmn({ nodes: `${start()}<businessRuleTask id="t" ${attributes}>${inner}</businessRuleTask>${end()}`, flows: ['s>t>e'] })
  .replace('<definitions', '<definitions xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"');
const fee = dmn(decision('fee', table({ inputs: ['x'], outputs: ['amount'], rules: [['< 10', '1000'], ['[10..20]', '2000'], ['>= 20', '3000']] }), [], [], 'lệ phí'));
const both = dmn(decision('both', table({ inputs: ['x'], outputs: ['a', 'b'], rules: [['-', 'x + 1', '"b"']] })));

async function run(files: readonly string[], data: Record<string, number>) {
  const session = await createVirtualEngine(0).session();
  await session.deploy(files);
  return (await session.start('P', data)).state();
}

test('the result goes under the variable that the task names', async () => {
  expect(await run([drawing('camunda:decisionRef="fee" camunda:resultVariable="cost"'), fee], { x: 5 })).toEqual({ status: 'completed', variables: { x: 5, cost: 1000 } });
  const zeebe = drawing('', '<extensionElements><zeebe:calledDecision decisionId="fee" resultVariable="cost"/></extensionElements>');
  expect(await run([zeebe, fee], { x: 25 })).toMatchObject({ variables: { cost: 3000 } });
});
test('without one a context is merged, another value stands under the name of the decision', async () => {
  expect(await run([drawing('camunda:decisionRef="both"'), both], { x: 5 })).toMatchObject({ variables: { x: 5, a: 6, b: 'b' } });
  expect(await run([fee, drawing('camunda:decisionRef="fee"')], { x: 5 })).toMatchObject({ variables: { 'lệ phí': 1000 } });
});
test('the implementation of the standard may name the decision', async () => {
  expect(await run([drawing('implementation="both"'), both], { x: 1 })).toMatchObject({ variables: { a: 2 } });
});
test('an overlap is an incident', async () => {
  expect(await run([drawing('camunda:decisionRef="fee"'), fee], { x: 20 })).toMatchObject({ status: 'failed', error: { code: 'RUNTIME', message: expect.stringContaining('2, 3') } });
});
test('each turn of a multi-instance task makes its own', async () => {
  const loop = '<multiInstanceLoopCharacteristics><loopDataInputRef>xs</loopDataInputRef><loopDataOutputRef>ys</loopDataOutputRef><inputDataItem id="i" name="x"/><outputDataItem id="o" name="y"/></multiInstanceLoopCharacteristics>';
  const many = drawing('camunda:decisionRef="fee" camunda:resultVariable="y"', loop).replace('<startEvent', '<dataObject id="xs" name="xs" isCollection="true"/><dataObject id="ys" name="ys" isCollection="true"/><startEvent');
  expect(await run([many, fee], { xs: [5, 15] as never })).toMatchObject({ status: 'completed', variables: { ys: [1000, 2000] } });
});
test('a decision that no file has is left to a service, with a warning', async () => {
  expect(await run([drawing('camunda:decisionRef="fee"')], { x: 1 })).toMatchObject({ status: 'completed' });
  const linked = linkPlan([await readModel(drawing('camunda:decisionRef="fee"'))], 'P');
  expect(linked.diagnostics).toMatchObject([{ code: 'PLAN-DECISION', severity: 'warning', elementId: 't' }]);
});
test('the plan carries what is needed, and its hash knows the rules', async () => {
  const models = await Promise.all([drawing('camunda:decisionRef="fee"'), fee, both].map((xml) => readModel(xml)));
  const { plan } = linkPlan(models, 'P');
  expect(Object.keys(plan?.decisions ?? {})).toEqual(['fee']);
  const other = await readModel(fee.replace('1000', '1001'));
  expect(linkPlan([models[0]!, other], 'P').plan?.hash).not.toBe(plan?.hash);
  expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
});
test('play takes decision models beside diagrams', async () => {
  const models = await Promise.all([fee, drawing('camunda:decisionRef="fee"')].map((xml) => readModel(xml)));
  const result = play(models, { script: [{ kind: 'start', data: { x: 12 } }] });
  expect(result).toMatchObject({ completed: true, data: { 'lệ phí': 2000 } });
  expect(result.events.find((each) => each.type === 'decisionMade')).toMatchObject({ decision: 'fee', rules: { fee: [2] }, value: 2000 });
});
test('a faulty decision model is not deployed', async () => {
  const session = await createVirtualEngine(0).session();
  await expect(session.deploy([drawing(''), fee.replace('&lt; 10', '&lt; ')])).rejects.toMatchObject({ code: 'DEPLOYMENT', problems: [expect.objectContaining({ code: 'DMN-FEEL', elementId: 'fee' })] });
});
