/** Decision models beyond a single table: requirements, boxed expressions, knowledge models, versions, what is refused. */
import { readDmn } from '../../engine/decision/read.js';
import { decided, decision, dmn, model, table, text, valueOf } from './support.js';

const literal = (expression: string) => text('literalExpression', expression);

test('a decision sees the results of those it requires, by name and by id', async () => {
  const xml = dmn(decision('fee', literal('base level * 2 + lvl'), ['lvl']) + decision('lvl', table({ inputs: ['x'], outputs: ['y'], rules: [['< 5', '1'], ['>= 5', '10']] }), [], [], 'base level'));
  expect(await decided(xml, 'fee', { x: 7 })).toEqual({ ok: true, name: 'fee', value: 30, rules: { lvl: [2] } });
});

test('a decision required twice is made once', async () => {
  const xml = dmn(decision('top', literal('a + b'), ['a', 'b']) + decision('a', literal('c + 1'), ['c']) + decision('b', literal('c + 2'), ['c']) + decision('c', literal('x * 10')));
  expect(await valueOf(xml, 'top', { x: 1 })).toBe(23);
});

test('boxed context, list, relation', async () => {
  const entry = (name: string | undefined, logic: string) => `<contextEntry>${name === undefined ? '' : `<variable name="${name}"/>`}${logic}</contextEntry>`;
  expect(await valueOf(dmn(decision('d', `<context>${entry('a', literal('1'))}${entry('b', literal('a + 1'))}</context>`)), 'd')).toEqual({ a: 1, b: 2 });
  expect(await valueOf(dmn(decision('d', `<context>${entry('a', literal('x'))}${entry(undefined, literal('a * 2'))}</context>`)), 'd', { x: 4 })).toBe(8);
  expect(await valueOf(dmn(decision('d', `<list>${literal('1')}${literal('x')}</list>`)), 'd', { x: 2 })).toEqual([1, 2]);
  expect(await valueOf(dmn(decision('d', `<relation><column name="a"/><column name="b"/><row>${literal('1')}${literal('2')}</row><row>${literal('3')}${literal('x')}</row></relation>`)), 'd', { x: 9 })).toEqual([{ a: 1, b: 2 }, { a: 3, b: 9 }]);
});

test('a knowledge model of one expression is called as a function, also by another', async () => {
  const models = model('double', ['n'], literal('n * 2')) + model('quadruple', ['n'], literal('double(double(n))'), '<knowledgeRequirement><requiredKnowledge href="#double"/></knowledgeRequirement>');
  expect(await valueOf(dmn(models + decision('d', literal('quadruple(x) + 1'), [], ['quadruple'])), 'd', { x: 3 })).toBe(13);
  expect(await valueOf(dmn(models + decision('d', table({ inputs: ['double(x)'], outputs: ['y'], rules: [['double(4)', 'double(1)']] }), [], ['double'])), 'd', { x: 4 })).toBe(2);
});

test('a knowledge model that is a table is invoked with bindings, and sees nothing else', async () => {
  const level = model('level', ['amount'], table({ policy: 'FIRST', inputs: ['amount'], outputs: ['y'], rules: [['< 10', '"small"'], ['-', '"big"']] }));
  const call = (parameter: string) => `<invocation>${literal('level')}<binding><parameter name="${parameter}"/>${literal('x + 1')}</binding></invocation>`;
  expect(await valueOf(dmn(level + decision('d', call('amount'), [], ['level'])), 'd', { x: 3 })).toBe('small');
  const peeking = model('level', ['amount'], literal('x'));
  expect((await decided(dmn(peeking + decision('d', call('amount'), [], ['level'])), 'd', { x: 3 })).ok).toBe(false);
});

test.each([
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd', 'http://www.omg.org/spec/DMN/20180521/MODEL/', 'https://www.omg.org/spec/DMN/20191111/MODEL/', 'https://www.omg.org/spec/DMN/20211108/MODEL/', 'https://www.omg.org/spec/DMN/20230324/MODEL/',
])('version %s', async (namespace) => {
  expect(await valueOf(dmn(decision('d', table({ inputs: ['x'], outputs: ['y'], rules: [['1', '2']] })), namespace), 'd', { x: 1 })).toBe(2);
});

test.each([
  ['DMN-FEEL', decision('d', literal('1 +'))],
  ['DMN-FEEL', decision('d', table({ inputs: [''], outputs: ['y'], rules: [] }))],
  ['DMN-LOGIC', decision('d', '')],
  ['DMN-LANGUAGE', decision('d', text('literalExpression', 'x()', 'expressionLanguage="javascript"'))],
  ['DMN-RULE', decision('d', table({ inputs: ['x'], outputs: ['y'], rules: [['1', '2', '3']] }))],
  ['DMN-OUTPUT', decision('d', table({ inputs: ['x'], outputs: [], rules: [] }))],
  ['DMN-OUTPUT', decision('d', table({ inputs: ['x'], outputs: ['y', 'y'], rules: [] }))],
  ['DMN-POLICY', decision('d', table({ policy: 'PRIORITY', inputs: ['x'], outputs: ['y'], rules: [] }))],
  ['DMN-POLICY', decision('d', table({ policy: 'LAST', inputs: ['x'], outputs: ['y'], rules: [] }))],
  ['DMN-POLICY', decision('d', table({ policy: 'COLLECT/SUM', inputs: ['x'], outputs: ['y', 'z'], rules: [] }))],
  ['DMN-CYCLE', decision('d', literal('e'), ['e']) + decision('e', literal('d'), ['d'])],
  ['DMN-CYCLE', model('f', ['n'], literal('f(n)'), '<knowledgeRequirement><requiredKnowledge href="#f"/></knowledgeRequirement>') + decision('d', literal('f(1)'), [], ['f'])],
  ['DMN-KNOWLEDGE', decision('d', `<invocation>${literal('nobody')}</invocation>`)],
])('%s is an error that names its decision', async (code, body) => {
  const { diagnostics } = await readDmn(dmn(body));
  expect(diagnostics.filter((each) => each.severity === 'error')[0]).toMatchObject({ code, elementId: expect.any(String), message: expect.stringContaining('"') });
});

test.each(['', '<definitions', '<!DOCTYPE x [<!ENTITY a "b">]><definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>', `${dmn('')}<x/>`])('a text that is none is a diagnostic, not an exception: %s', async (xml) => {
  expect((await readDmn(xml)).diagnostics.some((each) => each.severity === 'error')).toBe(true);
});
