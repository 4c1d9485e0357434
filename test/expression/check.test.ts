import { checkExpression, checkUnaryTests, type CheckOptions, type VariableType } from '../../engine/expression/check.js';
import { parseExpression, parseUnaryTests } from '../../engine/expression/parse.js';

const variables: Record<string, VariableType> = {
  'lệ phí': 'number', 'họ tên': 'string', 'đã ký': 'boolean', hạn: 'date', gì: 'any', xs: { list: 'number' },
  'giấy tờ': { list: { context: { tên: 'string', 'bản chính': 'boolean' } } }, 'hồ sơ': { context: { trang: 'number' } }, ai: 'list',
};
const condition: CheckOptions = { result: ['boolean'] };

function check(text: string, options: CheckOptions = condition): [string, string?][] {
  const { ast, errors } = parseExpression(text, Object.keys(variables));
  if (!ast) throw new Error(errors[0]!.message);
  return checkExpression(ast, variables, options).map((problem) => (problem.name === undefined ? [problem.code] : [problem.code, problem.name]));
}

test.each([
  'lệ phí > 10 and đã ký', 'gì', 'gì > 1', 'gì.bất kỳ = "x"', 'hạn < today()', 'hạn < now()', 'hạn + @"P1D" < today()', 'some g in giấy tờ satisfies g.bản chính',
  'giấy tờ[bản chính].tên = ["a"]', 'count(xs[item > 2]) > 0', 'matches(họ tên, "^[A-Z]")', 'is defined(chưa có)', 'ai[tuổi > 1] = []', 'every i in 1..100 satisfies i > lệ phí',
  '{f: function(x) x > 1, r: f(2)}.r', 'lệ phí in [1..5] or đã ký', 'if đã ký then true else gì', 'hồ sơ.trang > 1', 'xs[1] > 2', 'contains(string: họ tên, match: "a")',
  'get or else(gì, false)', '(today() - hạn) > @"P1D"', 'for i in xs return i', 'sum(for i in xs return i * 2) > 3',
])('nothing to say of %s', (text) => expect(check(text, text.startsWith('for') ? {} : condition)).toEqual([]));

test.each<[string, [string, string?][]]>([
  ['lệ phi > 1', [['unknown-name', 'lệ phi']]], ['giấy tờ[ten = "a"] = []', [['unknown-name', 'ten']]], ['hồ sơ.so = 1', [['unknown-property', 'so']]],
  ['giấy tờ.ten = []', [['unknown-property', 'ten']]], ['lệ phí', [['result']]], ['null', [['result']]], ['họ tên + "x"', [['result']]], ['[đã ký]', [['result']]], ['today()', [['result']]],
  ['đã ký and lệ phí', [['type']]], ['lệ phí > "5"', [['type']]], ['họ tên + 1 = "a"', [['type']]], ['hạn > "2026-11-23"', [['type']]], ['if lệ phí then true else false', [['type']]],
  ['đếm(xs) > 1', [['unknown-function', 'đếm']]], ['count() > 1', [['arguments', 'count']]], ['contains(lệ phí, "a")', [['arguments', 'contains']]],
  ['contains(text: họ tên, match: "a")', [['arguments', 'contains']]], ['matches(họ tên, "(?=a)")', [['forbidden']]], ['matches(họ tên, "(a)\\\\1")', [['forbidden']]],
  ['every i in 1..1000000 satisfies i > 0', [['too-large']]], ['some i in (> 5) satisfies i = 3', [['too-large']]], ['every i in [1..null] satisfies i > 0', [['too-large']]],
  ['some x in xs satisfies x', [['type']]], ['@"hôm nay" = hạn', [['arguments']]], ['zzz and zzz', [['unknown-name', 'zzz']]], ['a > 1 and b > 1', [['unknown-name', 'a'], ['unknown-name', 'b']]],
])('%s: %j', (text, expected) => expect(check(text)).toEqual(expected));

test('a name points to its place', () => {
  const { ast } = parseExpression('đã ký and nộp rồi', ['đã ký']);
  expect(checkExpression(ast!, variables)).toEqual([{ code: 'unknown-name', message: 'there is no variable "nộp rồi"', name: 'nộp rồi', pos: 10 }]);
});

test('options: other results, forbidden functions, longer loops, open variables', () => {
  expect(check('today() + @"P3D"', { result: ['date', 'date and time'] })).toEqual([]);
  expect(check('"x"', { result: ['date'] })).toEqual([['result']]);
  expect(check('now() > gì', { ...condition, forbidden: ['now'] })).toEqual([['forbidden', 'now']]);
  expect(check('every i in 1..20 satisfies i > 0', { ...condition, longestRange: 10 })).toEqual([['too-large']]);
  expect(check('chưa biết > 1', { ...condition, openVariables: true })).toEqual([]);
});

test('unary tests see their input', () => {
  const ast = parseUnaryTests('< 5, ? > lệ phí, zzz', ['lệ phí']).ast!;
  expect(checkUnaryTests(ast, 'number', variables).map((problem) => problem.name)).toEqual(['zzz']);
});
