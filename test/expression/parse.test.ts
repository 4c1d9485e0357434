import fc from 'fast-check';
import { evaluate } from '../../engine/expression/evaluate.js';
import { parseExpression, parseUnaryTests } from '../../engine/expression/parse.js';
import { now } from './support.js';

test('a tree is plain JSON and says the same after a round trip', () => {
  const text = 'for x in [1..3] return if some y in [x, @"P1D"] satisfies y instance of list<number> then {a: -x}.a else (function(n: number) n ** 2)(n: x)[1]';
  const { ast } = parseExpression(text);
  const copy = JSON.parse(JSON.stringify(ast));
  expect(copy).toStrictEqual(ast);
  expect(evaluate(copy, {}, { now })).toEqual(evaluate(ast!, {}, { now }));
  expect(evaluate(copy, {}, { now }).value).toEqual([1, 4, 9]);
});

test('names with spaces, marks and operators are one name when they are known', () => {
  const names = (text: string, known: string[]): string[] => JSON.stringify(parseExpression(text, known).ast).match(/"name":"[^"]+"/g) ?? [];
  expect(names('lệ phí trước bạ*2', ['lệ phí trước bạ'])).toEqual(['"name":"lệ phí trước bạ"']);
  expect(names('số-hiệu + 1', ['số-hiệu'])).toEqual(['"name":"số-hiệu"']);
  expect(names('số-hiệu', ['số', 'hiệu'])).toEqual(['"name":"số"', '"name":"hiệu"']);
  expect(names('lệ\n  phí', ['lệ phí'])).toEqual(['"name":"lệ phí"']);
  expect(names('đã ký and nộp', ['đã ký and nộp'])).toEqual(['"name":"đã ký and nộp"']);
});

test('composed and decomposed letters are the same name', () => {
  const { ast } = parseExpression('lệ phí > 1'.normalize('NFD'), ['lệ phí'.normalize('NFC')]);
  expect(evaluate(ast!, { 'lệ phí': 2 }, { now })).toEqual({ value: true, problems: [] });
});

test.each([
  ['', 'the expression is empty', 0], ['  ', 'the expression is empty', 0], ['1 +', 'the expression ends too early', 3], ['a[1', 'the expression ends too early', 3],
  ['if a then b', 'the expression ends too early', 11], ['"a" "b"', '""b"" was not expected at position 5', 4], ['${a > 1}', '"$" was not expected at position 1', 0],
  ['a == 1', '"=" was not expected at position 4', 3], ['a && b', '"&&" was not expected at position 3', 2], ['= a', '"=" was not expected at position 1', 0],
  ['function(x) external {java: {}}', 'external functions are not supported', 0], ['1e999', 'the number 1e999 is too large', 0],
])('%j is refused: %s', (text, message, pos) => {
  expect(parseExpression(text)).toEqual({ errors: [{ message, pos }] });
});

test('size and depth have limits, which the caller may set', () => {
  expect(parseExpression(`"${'đ'.repeat(512)}"`).errors?.[0]?.message).toBe('the expression is longer than 1024 bytes');
  expect(parseExpression(`"${'d'.repeat(1000)}"`).ast).toBeDefined();
  expect(parseExpression('1 + 1', [], { maxBytes: 4 }).errors?.[0]?.message).toBe('the expression is longer than 4 bytes');
  expect(parseExpression(`${'('.repeat(300)}1${')'.repeat(300)}`).errors?.[0]?.message).toBe('the expression is nested deeper than 50');
  expect(parseExpression(`${'('.repeat(30)}1${')'.repeat(30)}`).ast).toEqual({ kind: 'literal', value: 1 });
  expect(parseExpression(Array(45).fill('a').join(' and ')).ast).toBeDefined();
});

test('the equals sign of Zeebe files is taken when asked for', () => {
  expect(parseExpression('= a > 1', [], { leadingEquals: true }).ast).toMatchObject({ kind: 'compare', left: { name: 'a', pos: 2 } });
  expect(parseExpression(' =1', [], { leadingEquals: true }).ast).toEqual({ kind: 'literal', value: 1 });
  expect(parseExpression('a > 1', [], { leadingEquals: true }).ast).toBeDefined();
});

test('unary tests: anything, lists, negation', () => {
  expect(parseUnaryTests('-').ast).toEqual({ kind: 'unary tests', negated: false, tests: [] });
  expect(parseUnaryTests('not("a", "b")').ast).toMatchObject({ negated: true, tests: [{ value: 'a' }, { value: 'b' }] });
  expect(parseUnaryTests('< 5, [7..9]').ast).toMatchObject({ tests: [{ kind: 'test', op: '<' }, { kind: 'range' }] });
  expect(parseUnaryTests('< ').errors).toHaveLength(1);
});

test('no text makes the parser or the evaluator throw', () => {
  const token = fc.constantFrom('a', 'lệ phí', '1', '"x"', '(', ')', '[', ']', '{', '}', ',', ':', '..', '.', '+', '-', '*', '/', '**', '=', '!=', '<', '>', 'and', 'or', 'in', 'not', 'if', 'then', 'else',
    'for', 'return', 'some', 'satisfies', 'between', 'function', 'instance of', 'null', 'true', '?', '@"P1D"', 'date("2026-11-23")', 'count', 'matches', 'sort', 'number', 'list', 'item', 'partial');
  fc.assert(fc.property(fc.array(token, { maxLength: 14 }), (tokens) => {
    const { ast } = parseExpression(tokens.join(' '), ['a', 'lệ phí']);
    if (ast) JSON.stringify(evaluate(ast, { a: [1, 2], 'lệ phí': 3 }, { now }));
  }), { numRuns: 4000, seed: 21 });
});
