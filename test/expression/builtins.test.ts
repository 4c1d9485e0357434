import type { Json } from '../../engine/expression/evaluate.js';
import { codes, run, value } from './support.js';

const cases = (rows: [string, Json][]) => test.each(rows)('%s', (text, expected) => {
  expect(run(text)).toEqual({ value: expected, problems: [] });
});

describe('texts', () => cases([
  ['substring("foobar", 3)', 'obar'], ['substring("foobar", 3, 3)', 'oba'], ['substring("foobar", -2, 1)', 'a'],
  ['substring("😀x", 2)', 'x'], ['string length("😀x")', 2], ['upper case("đơn")', 'ĐƠN'], ['lower case("ĐƠN")', 'đơn'],
  ['substring before("foobar", "bar")', 'foo'], ['substring before("foobar", "x")', ''], ['substring after("foobar", "ob")', 'ar'],
  ['substring after("", "")', ''], ['contains("foobar", "of")', false], ['starts with("foobar", "fo")', true], ['ends with("foobar", "r")', true],
  ['string join(["a", null, "c"], "-")', 'a-c'], ['string join(["a"])', 'a'], ['trim("  a ")', 'a'],
  ['matches("0912345678", "^0[0-9]{9}$")', true], ['matches("x", "^0[0-9]{9}$")', false], ['matches("FOO", "foo", "i")', true],
  ['replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")', '[1=ab][2=]cd'], ['replace("a.b.c", "\\\\.", "")', 'abc'],
  ['split("John Doe", "\\\\s")', ['John', 'Doe']], ['split("a;b;c;;", ";")', ['a', 'b', 'c', '', '']],
  ['extract("ref 1, ref 22", "[0-9]+")', ['1', '22']],
]));

describe('numbers', () => cases([
  ['decimal(1/3, 2)', 0.33], ['decimal(2.5, 0)', 2], ['decimal(1.005, 2)', 1], ['floor(-1.5)', -2], ['floor(-1.56, 1)', -1.6], ['ceiling(-1.5)', -1],
  ['round up(5.5, 0)', 6], ['round up(-5.5, 0)', -6], ['round down(5.5, 0)', 5], ['round half up(1.25, 1)', 1.3], ['round half up(-2.5, 0)', -3],
  ['round half down(2.5, 0)', 2], ['round half down(-2.6, 0)', -3], ['round half up(12345, -2)', 12_300],
  ['abs(-10)', 10], ['abs(@"-PT5H").hours', 5], ['modulo(12, 5)', 2], ['modulo(-12, 5)', 3], ['modulo(12, -5)', -3], ['modulo(10.1, 4.5)', 1.1],
  ['sqrt(16)', 4], ['odd(5)', true], ['odd(-5)', true], ['even(0)', true], ['log(1)', 0], ['exp(0)', 1], ['not(true)', false], ['not(null)', null],
]));

describe('lists', () => cases([
  ['list contains([1, 2, null], null)', true], ['count([])', 0], ['count(5)', 1], ['append([1], 2, 3)', [1, 2, 3]], ['concatenate([1, 2], [3])', [1, 2, 3]],
  ['union([1, 2], [2, 3])', [1, 2, 3]], ['distinct values([1, 2, 1, null])', [1, 2, null]], ['duplicate values([1, 2, 1])', [1]],
  ['flatten([[1, [2]], 3, []])', [1, 2, 3]], ['index of([1, 2, 1], 1)', [1, 3]], ['insert before([1, 3], 1, 2)', [2, 1, 3]],
  ['insert before([1, 3], -1, 2)', [1, 2, 3]], ['remove([1, 2, 3], 2)', [1, 3]], ['list replace([1, 2], 2, 9)', [1, 9]],
  ['list replace([2, 4, 7], function(item, newItem) item < newItem, 5)', [5, 5, 7]], ['reverse([1, 2, 3])', [3, 2, 1]],
  ['sublist([4, 5, 6], 1, 2)', [4, 5]], ['sublist([4, 5, 6], -2)', [5, 6]], ['partition([1, 2, 3], 2)', [[1, 2], [3]]],
  ['sort([3, 1, 2])', [1, 2, 3]], ['sort([3, 1, 4], function(x, y) x > y)', [4, 3, 1]], ['sort(["b", "a"])', ['a', 'b']],
  ['all([true, null])', null], ['all([false, null])', false], ['all([])', true], ['any([])', false], ['any(false, true)', true], ['is empty([])', true],
  ['min(1, 2, 3)', 1], ['max([1, 3, 2])', 3], ['min([])', null], ['max(["a", "b"])', 'b'], ['sum([0.1, 0.2])', 0.3], ['sum([])', null], ['mean(1, 2, 3)', 2],
  ['median([8, 2, 5, 3, 4])', 4], ['median([6, 1, 2, 3])', 2.5], ['median([])', null], ['stddev(2, 4, 7, 5)', 2.0816659994661326], ['mode([6, 3, 9, 6, 6])', [6]],
  ['mode([6, 1, 9, 6, 1])', [1, 6]], ['mode([])', []], ['product(2, 3, 4)', 24], ['min([@"2026-01-02", @"2026-01-01"]).day', 1],
  ['sum([@"PT1H", @"PT2H"]).hours', 3],
]));

describe('contexts', () => cases([
  ['get value({a: 1}, "a")', 1], ['get value({a: {b: 2}}, ["a", "b"])', 2], ['get value({a: 1}, "x")', null],
  ['get entries({a: 1})', [{ key: 'a', value: 1 }]], ['context put({a: 1}, "b", 2)', { a: 1, b: 2 }], ['context put({a: {b: 1}}, ["a", "c"], 2)', { a: { b: 1, c: 2 } }],
  ['context merge([{a: 1}, {a: 2, b: 3}])', { a: 2, b: 3 }], ['context([{key: "a", value: 1}])', { a: 1 }], ['put({a: 1}, "b", 2)', { a: 1, b: 2 }],
]));

describe('conversions', () => cases([
  ['string(1.1)', '1.1'], ['string("a")', 'a'], ['string([1, "a", null])', '[1, "a", null]'], ['string({a: "x"})', '{a: "x"}'], ['string(null)', null],
  ['string(@"2026-11-23")', '2026-11-23'], ['string([1..3))', '[1..3)'], ['number("1.500,5", ".", ",")', 1500.5], ['number("-1e3")', -1000],
  ['is(1, "1")', false], ['is(null, null)', true], ['range("[1..3)").end', 3], ['5 in range("(1..)")', true],
]));

describe('ranges', () => cases([
  ['before(1, 10)', true], ['before([1..10], 10)', false], ['before([1..10), 10)', true], ['after([5..8], [1..5))', true], ['meets([1..5], [5..10])', true],
  ['meets([1..5], (5..10])', false], ['met by([5..10], [1..5])', true], ['overlaps([5..10], [1..6])', true], ['overlaps([1..5), [5..8])', false],
  ['overlaps before([1..5], [3..8])', true], ['overlaps before([1..5], [5..8])', true], ['overlaps before([1..5], [1..5])', false],
  ['overlaps after([3..8], [1..5])', true], ['finishes(10, [1..10])', true], ['finishes([5..10), [1..10])', false], ['finished by([5..10], 10)', true],
  ['includes([1..10], 5)', true], ['includes([1..10), [1..10])', false], ['during(10, [1..10))', false], ['during([4..6], [1..10])', true],
  ['starts(1, [1..10])', true], ['starts((1..5], [1..10])', false], ['started by([1..10], [1..5])', true], ['coincides([1..5], [1..5])', true], ['coincides(5, 8)', false],
]));

test.each([
  ['string length(null)', 'null-operand'], ['substring("abc", 0)', 'arguments'], ['number("0x10")', 'arguments'], ['number("")', 'arguments'],
  ['number("1,5", ",", ",")', 'arguments'], ['sqrt(-1)', 'arithmetic'], ['modulo(1, 0)', 'arithmetic'], ['sum([1, "a"])', 'arguments'], ['sum([1, null])', 'null-operand'],
  ['sort([1, "a"])', 'arguments'], ['remove([1], 5)', 'arguments'], ['context merge([1])', 'arguments'], ['not(1)', 'arguments'], ['min([1, "a"])', 'arguments'],
  ['matches("a", "(")', 'arguments'], ['matches("a", "(?=a)")', 'arguments'], ['matches("aa", "(a)\\\\1")', 'arguments'], ['replace("abc", "x*", "-")', 'arguments'],
  ['before(1, "a")', 'arguments'], ['date("2026-02-30")', 'arguments'], ['duration("P1Y1D")', 'arguments'],
])('%s is null with the problem %s', (text, code) => {
  expect(value(text)).toBeNull();
  expect(codes(text)).toEqual([code]);
});
