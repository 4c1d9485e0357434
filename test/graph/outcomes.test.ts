import { readBpmn } from '../../engine/bpmn/read.js';
import { fieldsOf, personalFields } from '../../engine/graph/fields.js';
import { outcomesOf } from '../../engine/graph/outcomes.js';
import type { Plan, ProcessGraph } from '../../engine/graph/types.js';
import { bpmn, end, start, user, xor } from '../support/bpmn.js';

async function outcomes(nodes: string, flows: string[], step = 'a') {
  const { processes } = await readBpmn(bpmn({ nodes: start() + nodes, flows }));
  const graph = processes[0] as ProcessGraph;
  return outcomesOf(graph, graph.nodes[step]!);
}
const refuse = user('no', '<extensionElements><df:step kind="refuse"/></extensionElements>');

test('a text compared: one outcome for each flow, the default brings what no other asks for', async () => {
  expect(await outcomes(user('a') + xor('g', 'default="g_b"') + user('b') + refuse + end(), ['s>a>g', 'g>b', 'g>no if r = "bad"', 'b>e'])).toEqual([
    { id: 'g_b', label: '', data: { r: 'g_b' }, kind: 'forward' }, { id: 'g_no', label: '', data: { r: 'bad' }, kind: 'refuse' },
  ]);
});

test('truth values: the variable alone, not(), and the other value for the default', async () => {
  expect((await outcomes(user('a') + xor('g') + user('b') + user('c') + end(), ['s>a>g', 'g>b if ok', 'g>c if not(ok)', 'b>e'])).map((each) => each.data)).toEqual([{ ok: true }, { ok: false }]);
  expect((await outcomes(user('a') + xor('g', 'default="g_c"') + user('b') + user('c') + end(), ['s>a>g', 'g>b if ok = true', 'g>c', 'b>e'])).map((each) => each.data)).toEqual([{ ok: true }, { ok: false }]);
});

test('gateways in a row are one choice, without contradictions', async () => {
  const found = await outcomes(user('a') + xor('g', 'default="g_h"') + xor('h', 'default="h_c"') + user('b') + user('c') + user('d') + end(),
    ['s>a>g', 'g>b if r = "x"', 'g>h', 'h>c', 'h>d if q = "y"', 'b>e']);
  expect(found.map((each) => each.data)).toEqual([{ r: 'x' }, { r: 'g_h', q: 'h_c' }, { r: 'g_h', q: 'y' }]);
});

test('a decision by a sum, or by what the applicant stated, is not the clerk\'s', async () => {
  expect(await outcomes(user('a') + xor('g', 'default="g_b"') + user('b') + user('c') + end(), ['s>a>g', 'g>b', 'g>c if n > 1', 'b>e'])).toMatchObject([{ data: {} }]);
  const stated = '<dataObject id="o"><extensionElements><df:document type="form" source="applicant" fields="remote"/></extensionElements></dataObject>';
  expect(await outcomes(stated + user('a') + xor('g', 'default="g_b"') + user('b') + user('c') + end(), ['s>a>g', 'g>b', 'g>c if remote = true', 'b>e'])).toMatchObject([{ data: {} }]);
});

test('without a gateway there is one way on', async () => {
  expect(await outcomes(user('a') + user('b') + end(), ['s>a>b>e'])).toMatchObject([{ id: 'a_b', data: {}, kind: 'forward' }]);
});

test('a field that a condition measures against a number is one, others are told by their names', async () => {
  const form = '<dataObject id="o"><extensionElements><df:document type="leave" source="unit" fields="days ngayNghi reason"/></extensionElements></dataObject>';
  const writes = '<dataOutputAssociation id="w"><targetRef>o</targetRef></dataOutputAssociation>';
  const { processes } = await readBpmn(bpmn({ nodes: start() + form + user('a', writes) + xor('g', 'default="g_b"') + user('b') + user('c') + end(), flows: ['s>a>g', 'g>b', 'g>c if days > 3', 'b>e'] }));
  const graph = processes[0] as ProcessGraph;
  const plan = { root: graph.id, processes: { [graph.id]: graph } } as unknown as Plan;
  expect(fieldsOf(plan, graph, graph.nodes['a']!).map(({ name, type }) => [name, type])).toEqual([['days', 'number'], ['ngayNghi', 'date'], ['reason', 'string']]);
});

test('what a drawing declares of its fields goes before any guess; the rest is guessed as before', async () => {
  const field = '<df:field name="days" type="integer" required="true" min="1" max="30"/><df:field name="ngayNghi" label="Từ ngày" personal="basic"/><df:field name="kind" options="năm | ốm"/>';
  const form = `<dataObject id="o"><extensionElements><df:document type="leave" source="unit" fields="days reason ngayLap">${field}</df:document></extensionElements></dataObject>`;
  const writes = '<dataOutputAssociation id="w"><targetRef>o</targetRef></dataOutputAssociation>';
  const { processes } = await readBpmn(bpmn({ nodes: start() + form + user('a', writes) + end(), flows: ['s>a>e'] }));
  const graph = processes[0] as ProcessGraph;
  const plan = { root: graph.id, processes: { [graph.id]: graph } } as unknown as Plan;
  const given = (name: string, more: object) => ({ name, label: name, document: 'leave', ...more });
  expect(fieldsOf(plan, graph, graph.nodes['a']!)).toEqual([
    given('days', { type: 'integer', required: true, declared: true, min: 1, max: 30 }), given('reason', { type: 'string', required: false }), given('ngayLap', { type: 'date', required: false }),
    given('ngayNghi', { label: 'Từ ngày', type: 'string', required: false, declared: true, personal: 'basic' }), given('kind', { type: 'string', required: false, declared: true, options: ['năm', 'ốm'] }),
  ]);
  expect([...personalFields(plan)]).toEqual([['ngayNghi', 'basic']]);
});

test('a variable that stands in no document is marked where it is defined', async () => {
  const property = '<property id="v" name="hoTen"><extensionElements><df:field name="hoTen" personal="sensitive"/></extensionElements></property>';
  const { processes } = await readBpmn(bpmn({ nodes: property + start() + user('a') + end(), flows: ['s>a>e'] }));
  const plan = { root: 'p', processes: { p: processes[0]! } } as unknown as Plan;
  expect([...personalFields(plan)]).toEqual([['hoTen', 'sensitive']]);
});
