import type { Json } from '../../engine/expression/evaluate.js';
import { codes, run, value } from './support.js';

const dossier: Record<string, Json> = {
  'lệ phí': 50_000, 'tình trạng': 'hợp lệ', a: 1, b: 2, none: null, yes: true, no: false,
  'hồ sơ': { 'số trang': 12, 'người nộp': { 'họ tên': 'Nguyễn Văn An' } },
  'giấy tờ': [{ tên: 'CCCD', 'bản chính': true, bản: 1 }, { tên: 'Hộ khẩu', 'bản chính': false }, { tên: 'Đơn' }],
  numbers: [1, 2, 3, 4],
};

const table: [string, Json][] = [
  // literals, names
  ['null', null], ['true', true], ['"a\\n\\u00e9\\"b"', 'a\né"b'], ['-5', -5], ['.5', 0.5], ['1.5e3', 1500],
  ['lệ phí', 50_000], ['lệ  phí * 2', 100_000], ['tình trạng = "hợp lệ"', true], ['hồ sơ.số trang + 1', 13],
  ['hồ sơ.người nộp.họ tên', 'Nguyễn Văn An'],
  // arithmetic
  ['0.1 + 0.2', 0.3], ['1.1 * 3', 3.3], ['2 ** 3', 8], ['7 / 2', 3.5], ['-(a + b) * 2', -6], ['10 - 2 - 3', 5], ['"x" + "y"', 'xy'],
  ['a-b', -1], ['1 / 3 * 3', 1],
  // comparison and logic
  ['a < b and b <= 2', true], ['a != b', true], ['none = null', true], ['a = null', false], ['none and no', false], ['none or yes', true],
  ['none and yes', null], ['none or no', null], ['not(yes)', false], ['b between 1 and 3', true], ['[1, 2] = [1, 2]', true],
  ['{x: 1} = {x: 1}', true],
  // in
  ['b in [1..2]', true], ['b in [1..2)', false], ['b in (1, 5, 2)', true], ['b in (< 2, > 3)', false], ['b in numbers', true],
  ['b in [1..5] and no', false], ['b in [7..9] or yes', true], ['tình trạng in ("hợp lệ", "thiếu")', true], ['b in >= 2', true],
  ['b in ]1..3[', true], ['b in (> 1)', true], ['b in [none..5]', null], ['b in [1..none]', null],
  // if, lists, contexts
  ['if a > b then "x" else "y"', 'y'], ['if none then 1 else 2', 2], ['[1, "a", null]', [1, 'a', null]],
  ['{x: 1, y: x + 1, "z w": [y]}', { x: 1, y: 2, 'z w': [2] }], ['{tổng cộng: 2, gấp đôi: tổng cộng * 2}.gấp đôi', 4],
  ['{a: 1}.a', 1],
  // positions and filters
  ['numbers[1]', 1], ['numbers[-1]', 4], ['numbers[9]', null], ['numbers[item > 2]', [3, 4]], ['numbers[b]', 2], ['numbers[a + 1]', 2],
  ['giấy tờ[tên = "Đơn"].tên', ['Đơn']], ['giấy tờ[bản chính = true][1].tên', 'CCCD'], ['giấy tờ.tên', ['CCCD', 'Hộ khẩu', 'Đơn']],
  ['[][1]', null], ['[][item > 1]', []], ['5[1]', 5], ['giấy tờ[bản chính]', [{ tên: 'CCCD', 'bản chính': true, bản: 1 }]],
  // iteration
  ['for i in 1..3 return i * 2', [2, 4, 6]], ['for i in 3..1 return i', [3, 2, 1]], ['for i in [1, 2], j in [i..2] return i * 10 + j', [11, 12, 22]],
  ['for i in 1..5 return if i <= 2 then 1 else partial[-1] + partial[-2]', [1, 1, 2, 3, 5]],
  ['some x in numbers satisfies x > 3', true], ['every x in numbers satisfies x > 3', false], ['every x in [] satisfies x', true],
  // functions
  ['(function(x, y) x * y)(2, 3)', 6], ['{f: function(x: number) x + 1, r: f(2)}.r', 3], ['{f: function(x, y) x - y, r: f(y: 1, x: 5)}.r', 4],
  ['string length("Đơn xin phép")', 12], ['count(numbers)', 4], ['substring(string: "abc", start position: 2)', 'bc'],
  // types
  ['1 instance of number', true], ['"a" instance of number', false], ['[1] instance of list<number>', true], ['["a"] instance of list<number>', false],
  ['{a: 1} instance of context<a: number>', true], ['null instance of Any', false],
  // presence
  ['is defined(a)', true], ['is defined(zzz)', false], ['is defined(hồ sơ.zzz)', false], ['is defined(none)', true], ['get or else(none, 3)', 3],
];

test.each(table)('%s', (text, expected) => {
  expect(run(text, dossier)).toEqual({ value: expected, problems: expect.not.arrayContaining([expect.objectContaining({ severity: 'error' })]) });
});

test.each([
  ['zzz > 1', ['unknown-name', 'null-operand']], ['lệ phi > 1', ['unknown-name', 'null-operand']], ['zzz(1)', ['unknown-function']],
  ['a + "x"', ['type']], ['a = "x"', ['type']], ['a < "x"', ['type']], ['a and yes', ['type']], ['a / 0', ['arithmetic']],
  ['none + 1', ['null-operand']], ['none < 1', ['null-operand']], ['hồ sơ.zzz', ['unknown-property']], ['count()', ['arguments']],
  ['string length(1)', ['arguments']], ['string length(text: "a")', ['arguments']], ['abs', ['type']], ['10 ** 400', ['arithmetic']],
  ['if a then 1 else 2', ['type']], ['numbers[zzz > 1]', ['unknown-name', 'null-operand']],
])('%s has the problems %j', (text, expected) => {
  expect(codes(text, dossier)).toEqual(expected);
});

test('an unknown name is named, with its place', () => {
  expect(run('a > 0 and phí trước bạ > 1', { a: 1 }).problems[0])
    .toEqual({ code: 'unknown-name', severity: 'error', message: 'there is no variable "phí trước bạ"', name: 'phí trước bạ', pos: 10 });
});

test('members of the language below are out of reach', () => {
  expect(codes('constructor', {})).toEqual(['unknown-name']);
  expect(codes('a.constructor', { a: {} })).toEqual(['unknown-property']);
  expect(codes('toString()', {})).toEqual(['unknown-function']);
  expect(Object.getPrototypeOf(value('{"__proto__": {polluted: true}}'))).toBe(Object.prototype);
  expect(value('is defined({}.polluted)')).toBe(false);
});
