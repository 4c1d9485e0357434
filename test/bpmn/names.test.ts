/** Conditions at publish: unknown names and results that are not true or false are told, on the element. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBpmn } from '../../engine/bpmn/read.js';
import { bpmn, end, script, start, task, xor } from '../support/bpmn.js';

const codes = async (xml: string): Promise<string[]> => (await readBpmn(xml)).diagnostics.map((each) => `${each.severity} ${each.code} ${each.elementId}`);
const decision = (condition: string, more = '') => bpmn({ nodes: `<property id="p" name="quyetDinh"/>${more}${start()}${xor('g', 'default="g_b"')}${task('a')}${task('b')}${end()}`, flows: ['s>g', `g>a if ${condition}`, 'g>b', 'a>e', 'b>e'] });

test('a name that nothing of the process brings is told on the flow', async () => {
  expect(await codes(decision('quyetDihn = "dongY"'))).toEqual(['warning FEEL-unknown-name g_a']);
  const [first] = (await readBpmn(decision('quyetDihn = "dongY"'))).diagnostics;
  expect(first?.message).toContain('quyetDihn');
  expect(first?.line).toBeGreaterThan(0);
});

test('declared names, fields of documents and what a script writes are known', async () => {
  expect(await codes(decision('quyetDinh = "dongY"'))).toEqual([]);
  expect(await codes(decision('soTang > 7', '<dataObject id="o"><extensionElements><df:document type="don" fields="soTang"/></extensionElements></dataObject>'))).toEqual([]);
  expect(await codes(bpmn({ nodes: `<property id="p" name="x"/>${start()}${script('t', '{dem: x + 1}')}${xor('g', 'default="g_e"')}${task('a')}${end()}`, flows: ['s>t>g', 'g>a if dem > 3', 'g>e', 'a>e'] }))).toEqual([]);
});

test('a condition that is a number is told', async () => {
  expect(await codes(decision('1 + 2'))).toEqual(['warning FEEL-result g_a']);
});

test('a file that declares no data, or whose steps may bring anything, is not told of its names', async () => {
  expect(await codes(bpmn({ nodes: start() + xor('g', 'default="g_e"') + task('a') + end(), flows: ['s>g', 'g>a if x > 1', 'g>e', 'a>e'] }))).toEqual([]);
  expect(await codes(decision('other = 1', '<callActivity id="c" calledElement="Q"/>'))).toEqual([]);
});

test('the procedures have nothing unknown', async () => {
  const folder = join(__dirname, '../../procedures');
  for (const file of readdirSync(folder).filter((each) => each.endsWith('.bpmn'))) {
    expect(await codes(readFileSync(join(folder, file), 'utf8'))).toEqual([]);
  }
});
