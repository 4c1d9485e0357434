/** Decision tables: each hit policy, what its rules give together, what it forbids (DMN 1.5, section 8.2.8). */
import { dmn, decided, decision, table, valueOf, type Table } from './support.js';

const one = (given: Table) => dmn(decision('d', table(given)));
/** Three rules of which more hold the larger `x` is: 1 from 1, 2 from 2, 3 from 3. */
const growing = (policy: string, outputs = ['"low"', '"middle"', '"high"'], values?: string) =>
  one({ policy, inputs: ['x'], outputs: [{ name: 'y', ...(values ? { values } : {}) }], rules: outputs.map((output, at) => [`>= ${at + 1}`, output]) });

test('UNIQUE: the one that holds; none gives null; two are a fault that names them', async () => {
  const xml = one({ inputs: ['x'], outputs: ['y'], rules: [['< 10', '"small"'], ['[10..20)', '"middle"'], ['>= 15', '"large"']] });
  expect(await valueOf(xml, 'd', { x: 5 })).toBe('small');
  expect(await valueOf(xml, 'd', { x: 12 })).toBe('middle');
  expect(await valueOf(xml, 'd', { x: 30 })).toBe('large');
  expect(await decided(xml, 'd', { x: 16 })).toEqual({ ok: false, message: expect.stringMatching(/Decision d.*2, 3.*UNIQUE/) });
  expect(await valueOf(one({ inputs: ['x'], outputs: ['y'], rules: [['1', '1']] }), 'd', { x: 2 })).toBeNull();
});

test.each([
  ['FIRST', 3, 'low'], ['FIRST', 0, null],
  ['RULE ORDER', 3, ['low', 'middle', 'high']], ['RULE ORDER', 0, []],
  ['COLLECT', 2, ['low', 'middle']], ['COLLECT', 0, []],
  ['COLLECT/COUNT', 3, 3], ['COLLECT/COUNT', 0, 0],
])('%s with %d rules that hold', async (policy, x, value) => expect(await valueOf(growing(policy), 'd', { x })).toEqual(value));

test.each([['SUM', 17], ['MIN', 2], ['MAX', 10], ['COUNT', 3]])('COLLECT %s', async (aggregation, value) => {
  expect(await valueOf(growing(`COLLECT/${aggregation}`, ['5', '10', '2']), 'd', { x: 3 })).toBe(value);
  if (aggregation !== 'COUNT') expect(await valueOf(growing(`COLLECT/${aggregation}`, ['5', '10', '2']), 'd', { x: 0 })).toBeNull();
});
test('COLLECT SUM of texts is a fault', async () => expect((await decided(growing('COLLECT/SUM'), 'd', { x: 1 })).ok).toBe(false));

test('PRIORITY and OUTPUT ORDER go by the list of output values', async () => {
  const values = '"high", "low", "middle"';
  expect(await valueOf(growing('PRIORITY', undefined, values), 'd', { x: 2 })).toBe('low');
  expect(await valueOf(growing('PRIORITY', undefined, values), 'd', { x: 3 })).toBe('high');
  expect(await valueOf(growing('OUTPUT ORDER', undefined, values), 'd', { x: 3 })).toEqual(['high', 'low', 'middle']);
  expect(await valueOf(growing('PRIORITY', undefined, values), 'd', { x: 0 })).toBeNull();
  expect(await decided(growing('PRIORITY', undefined, '"high"'), 'd', { x: 2 })).toEqual({ ok: false, message: expect.stringContaining('"low" of rule 1') });
});

test('PRIORITY over several outputs: the first decides, then the next', async () => {
  const xml = one({ policy: 'PRIORITY', inputs: ['x'], outputs: [{ name: 'a', values: '"A", "B"' }, { name: 'b', values: '1, 2' }], rules: [['-', '"B"', '1'], ['-', '"A"', '2'], ['> 5', '"A"', '1']] });
  expect(await valueOf(xml, 'd', { x: 1 })).toEqual({ a: 'A', b: 2 });
  expect(await valueOf(xml, 'd', { x: 9 })).toEqual({ a: 'A', b: 1 });
});

test('ANY: several may hold when they agree', async () => {
  expect(await valueOf(growing('ANY', ['"y"', '"y"', '"z"']), 'd', { x: 2 })).toBe('y');
  expect(await decided(growing('ANY', ['"y"', '"y"', '"z"']), 'd', { x: 3 })).toEqual({ ok: false, message: expect.stringContaining('ANY') });
});

test('several outputs are a context; the rules that held are told', async () => {
  const xml = one({ inputs: ['a', 'b'], outputs: ['p', 'q'], rules: [['1', '-', '"p1"', 'a + b'], ['2', '"x"', '"p2"', '']] });
  expect(await decided(xml, 'd', { a: 1, b: 4 })).toEqual({ ok: true, name: 'd', value: { p: 'p1', q: 5 }, rules: { d: [1] } });
  expect(await valueOf(xml, 'd', { a: 2, b: 'x' })).toEqual({ p: 'p2', q: null });
});

test('a default output where no rule holds', async () => {
  const rules = [['> 5', '"big"']];
  expect(await valueOf(one({ inputs: ['x'], outputs: [{ name: 'y', default: '"none"' }], rules }), 'd', { x: 1 })).toBe('none');
  expect(await valueOf(one({ policy: 'COLLECT', inputs: ['x'], outputs: [{ name: 'y', default: '"none"' }], rules }), 'd', { x: 1 })).toEqual(['none']);
});

test.each<[string, unknown, boolean]>([
  ['-', 1, true], ['', null, true], ['"a"', 'a', true], ['"a", "b"', 'b', true], ['not("a", "b")', 'c', true], ['not("a")', 'a', false], ['< 5', 4, true], ['[1..5]', 5, true], ['(1..5)', 5, false],
  ['> 1, < -1', 0, false], ['null', null, true], ['< 5', null, false], ['true', true, true], ['? > 2 and ? < 4', 3, true], ['contains(?, "ab")', 'xaby', true], ['[1, 2, 3]', 2, true], ['x2', 7, true],
])('test "%s" of %j is %s', async (cell, x, holds) => {
  expect(await valueOf(one({ inputs: ['x'], outputs: ['y'], rules: [[cell, '"yes"']] }), 'd', { x: x as never, x2: 7 })).toBe(holds ? 'yes' : null);
});

test('what cannot be told is a fault that names the rule', async () => {
  expect(await decided(one({ inputs: ['x'], outputs: ['y'], rules: [['1', '1'], ['> nobody', '2']] }), 'd', { x: 5 })).toEqual({ ok: false, message: expect.stringMatching(/Decision d, rule 2:.*nobody/) });
  expect((await decided(one({ inputs: ['nobody'], outputs: ['y'], rules: [] }), 'd')).ok).toBe(false);
});
