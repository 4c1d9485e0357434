import { createHash } from 'node:crypto';
import { linkPlan } from '../../engine/bpmn/plan.js';
import { readBpmn } from '../../engine/bpmn/read.js';
import { canonicalJson } from '../../engine/graph/canonical.js';
import { sha256 } from '../../engine/graph/sha256.js';
import { file } from './drawing.js';

const process = (id: string, calls: readonly string[], more = ''): string =>
  `<bpmn:process id="${id}">${calls.map((called, i) => `<bpmn:callActivity id="${id}_${i}" calledElement="${called}"/>`).join('')}${more}<bpmn:task id="${id}_task"/></bpmn:process>`;
const models = async (...besides: string[]) => Promise.all(besides.map((each, i) => readBpmn(file(`<bpmn:task id="A${i}"/>`, each).replace('id="P"', `id="P${i}"`))));

test('a plan holds the root and everything it calls, across files', async () => {
  const { plan, diagnostics } = linkPlan(await models(process('R', ['S', 'G']), process('S', ['T']), process('T', []) + '<bpmn:globalUserTask id="G"/>' + process('U', [])), 'R');
  expect(diagnostics).toEqual([]);
  expect(plan).toMatchObject({ root: 'R' });
  expect(Object.keys(plan!.processes)).toEqual(['R', 'S', 'G', 'T']);
});

test('what is called and missing is an error, or a warning if wanted', async () => {
  const given = await models(process('R', ['nowhere']));
  expect(linkPlan(given, 'R')).toEqual({ diagnostics: [expect.objectContaining({ code: 'PLAN-CALLED', severity: 'error', elementId: 'R_0' })] });
  expect(linkPlan(given, 'R', { missing: 'warning' })).toMatchObject({ plan: { root: 'R' }, diagnostics: [{ severity: 'warning' }] });
  expect(linkPlan(given, 'X').diagnostics).toMatchObject([{ code: 'PLAN-ROOT' }]);
});

test('recursion is reported once for each circle, and runs', async () => {
  const { plan, diagnostics } = linkPlan(await models(process('R', ['S', 'Z']), process('S', ['T']), process('T', ['S']) + process('Z', ['Z'])), 'R');
  expect(diagnostics.map((each) => [each.code, each.severity, each.elementId])).toEqual([['PLAN-RECURSION', 'warning', 'S'], ['PLAN-RECURSION', 'warning', 'Z']]);
  expect(plan).toBeDefined();
});

test('two processes of one id are refused unless they are the same', async () => {
  expect(linkPlan(await models(process('R', ['S']), process('S', []), process('S', [], '<bpmn:task id="x"/>')), 'R').diagnostics).toMatchObject([{ code: 'PLAN-AMBIGUOUS', elementId: 'S' }]);
  expect(linkPlan(await models(process('R', ['S']), process('S', []), process('S', [])), 'R').diagnostics).toEqual([]);
});

test('the hash follows what is run, not what is written about it or how it is written', async () => {
  const hash = async (more: string, beside = ''): Promise<string> => linkPlan(await models(process('R', [], more) + beside), 'R').plan!.hash;
  const plain = await hash('<bpmn:task id="x"/>');
  expect(plain).toMatch(/^[0-9a-f]{64}$/);
  expect(await hash('<bpmn:task id="x">\n<bpmn:documentation>about</bpmn:documentation></bpmn:task><!-- c -->', process('Other', []))).toBe(plain);
  expect(await hash('<bpmn:task id="x" completionQuantity="2"/>')).not.toBe(plain);
});

test.each(['', 'abc', 'Đăng ký 🙂', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'y'.repeat(100_003)])('sha256 of text %#', (text) => {
  expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
});

test('canonical JSON sorts keys and leaves out what is absent', () => {
  expect(canonicalJson({ b: [1, undefined, { d: null, c: 'x' }], a: undefined, A: true })).toBe('{"A":true,"b":[1,null,{"c":"x","d":null}]}');
});
