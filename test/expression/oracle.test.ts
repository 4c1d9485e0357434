import { evaluate as peerEvaluate, unaryTest as peerUnaryTest } from '@bpmn-io/feelin';
import fc from 'fast-check';
import { evaluateUnaryTests } from '../../engine/expression/unary.js';
import { parseUnaryTests } from '../../engine/expression/parse.js';
import type { Json } from '../../engine/expression/evaluate.js';
import { now, value } from './support.js';

/** The same expression by another implementation of FEEL; what it throws counts as null. */
function peer(text: string, scope: Record<string, Json> = {}): unknown {
  try {
    return JSON.parse(JSON.stringify(peerEvaluate(text, scope).value ?? null));
  } catch {
    return null;
  }
}

const scope: Record<string, Json> = {
  a: 3, b: -2, c: 0, yes: true, no: false, none: null, text: 'hồ sơ', xs: [1, 2, 3, 5, 8], 'lệ phí': 20_000,
  people: [{ tên: 'An', tuổi: 20 }, { tên: 'Bình', tuổi: 35 }], ctx: { x: 1, y: { z: [1, 2] } },
};

const same = [
  'a + b * 2', '(a + b) * 2', 'a ** 2 - 1', '-a', '2 - -a', 'a / 2', 'lệ phí * 2 + 1', 'text + "!"', 'a > b', 'a >= 3 and b < 0', 'yes or none', 'no and none',
  'none and yes', 'none = null', 'a != null', 'if a > 1 then "x" else "y"', 'if none then 1 else 2', 'a in [1..5]', 'a in (1, 2, 3)', 'a in (< 2, > 2)',
  'a between 1 and 3', 'a in xs', '[1, 2, 3][2]', 'xs[-1]', 'xs[item > 2]', 'xs[> 2]', 'xs[10]', 'people[tuổi > 30].tên', 'people.tên', 'people[1].tên', 'ctx.y.z', 'ctx.y.z[2]',
  '{p: 1, q: p + 1}', '{p: 1, q: p + 1}.q', 'for x in xs return x * 2', 'for x in 1..4 return x', 'for x in 4..1 return x', 'for x in [1, 2], y in [3, 4] return x + y',
  'for i in 1..5 return sum(partial) + 1', 'some x in xs satisfies x > 7', 'every x in xs satisfies x > 0', 'some x in [1, 2], y in [2, 3] satisfies x = y',
  'count(xs)', 'sum(xs)', 'min(xs)', 'max(1, 2)', 'mean(xs)', 'median(xs)', 'product(1, 2, 3)', 'mode([1, 1, 2])', 'stddev(2, 4, 7, 5)', 'all([true, false])', 'any([false, true])',
  'append(xs, 1)', 'concatenate([1], [2])', 'union([1, 2], [2])', 'distinct values([1, 1, 2])', 'flatten([[1], [2, [3]]])', 'index of([1, 2, 1], 1)', 'insert before([1], 1, 0)',
  'remove([1, 2], 1)', 'reverse(xs)', 'sublist(xs, 2, 2)', 'list contains(xs, 5)', 'sort([2, 1], function(x, y) x < y)', 'substring("foobar", 3, 3)', 'substring("foobar", -2)',
  'string length("abc")', 'upper case("abc")', 'lower case("ABC")', 'contains("abc", "b")', 'starts with("abc", "a")', 'ends with("abc", "c")', 'substring before("abc", "b")',
  'substring after("abc", "b")', 'replace("abcd", "b", "x")', 'matches("abc", "^a.c$")', 'split("a,b", ",")', 'string join(["a", "b"], ",")', 'number("1.5")', 'string(1.5)',
  'decimal(1.256, 2)', 'floor(1.5)', 'ceiling(1.5)', 'abs(-1)', 'modulo(-12, 5)', 'sqrt(9)', 'odd(3)', 'even(3)', 'not(yes)', 'not(none)', 'round up(5.51, 1)', 'round half up(5.55, 1)',
  'get value({a: 1}, "a")', 'get entries({a: 1})', 'context put({a: 1}, "b", 2)', 'context merge([{a: 1}, {b: 2}])', 'before(1, 2)', 'after(2, 1)', 'meets([1..3], [3..5])', 'overlaps([1..3], [2..5])',
  'includes([1..5], 3)', '@"2026-11-23" < @"2026-11-24"', '@"2026-11-23".year', '@"2026-11-23".weekday',
  '@"2026-11-23" + @"P1D" = @"2026-11-24"', '@"2026-01-31" + @"P1M" = @"2026-02-28"', '@"2026-11-23" - @"2026-11-20" = @"P3D"', '@"PT1H" + @"PT30M" = @"PT90M"', 'day of week(@"2026-11-23")',
  'day of year(@"2026-02-01")', 'week of year(@"2005-01-01")', 'month of year(@"2026-11-23")', 'date(2026, 11, 23) = @"2026-11-23"', 'time("10:00:00").hour', 'duration("P1Y2M").months',
  '(function(x, y) x - y)(5, 3)', '{f: function(x) x * 2, r: f(4)}.r', '"a" = "a"', '[1, 2] = [1, 2]', '{x: 1} = {x: 1}', 'none > 1 or yes',
];

test.each(same)('%s is what the peer says', (text) => expect(value(text, scope)).toEqual(peer(text, scope)));

/** Where we differ on purpose; docs/decisions/0002-feel.md gives the reasons. */
const different: [text: string, ours: Json, theirs: unknown][] = [
  ['0.1 + 0.2', 0.3, 0.30000000000000004],
  ['1e3', 1000, 1],
  ['no or a in [7..9] or yes', true, false],
  ['a in [7..9] or yes', true, false],
  ['none in [1..2]', null, false],
  ['some x in xs satisfies none', null, false],
  ['every x in [1] satisfies none', null, false],
  ['a in [none..5]', null, true],
  ['[1] = 1', null, true],
  ['if 1 then 2 else 3', 3, 2],
  ['a instance of number', true, false],
  ['during(3, [1..5])', true, null],
  ['coincides(1, 1)', true, null],
  ['is defined(zzz)', false, null],
];
test.each(different)('%s is %j here and %j there', (text, ours, theirs) => {
  expect([value(text, scope), peer(text, scope)]).toEqual([ours, theirs]);
});

const arithmetic = fc.letrec<{ leaf: string; term: string }>((tie) => ({
  leaf: fc.oneof(fc.integer({ min: -99, max: 99 }).map(String), fc.integer({ min: 0, max: 999 }).map((n) => `${Math.floor(n / 100)}.${n % 100}`), fc.constantFrom('a', 'b', 'c', 'lệ phí', 'none')),
  term: fc.oneof({ maxDepth: 4 }, tie('leaf'),
    fc.tuple(tie('term'), fc.constantFrom('+', '-', '*', '/'), tie('term')).map(([l, op, r]) => `${l} ${op} ${r}`),
    tie('term').map((term) => `(${term})`), tie('term').map((term) => `-(${term})`)),
})).term;

test('generated arithmetic has the peer\'s value, but for the rounding', () => {
  fc.assert(fc.property(arithmetic, (text) => {
    const [ours, theirs] = [value(text, scope), peer(text, scope)];
    if (typeof ours !== 'number' || typeof theirs !== 'number') expect([text, ours]).toEqual([text, theirs]);
    // A difference of large terms shows the last digits of both, so the bound follows the terms, not the result.
    else expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(theirs)));
  }), { numRuns: 1500, seed: 11 });
});

const logic = fc.letrec<{ leaf: string; term: string }>((tie) => ({
  leaf: fc.oneof(fc.constantFrom('yes', 'no', 'none', 'true', 'false', 'null'),
    fc.tuple(fc.constantFrom('a', 'b', 'c', '2', '(a + b)', 'none'), fc.constantFrom('<', '<=', '>', '>=', '=', '!='), fc.constantFrom('a', 'b', '0', '3', 'count(xs)')).map((all) => all.join(' ')),
    fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: -3, max: 3 }), fc.integer({ min: 4, max: 9 })).map(([v, l, h]) => `(${v} in [${l}..${h}])`),
    fc.tuple(fc.constantFrom('a', 'c'), fc.integer({ min: -3, max: 3 })).map(([v, low]) => `${v} between ${low} and 4`)),
  term: fc.oneof({ maxDepth: 4 }, tie('leaf'),
    fc.tuple(tie('term'), fc.constantFrom('and', 'or'), tie('term')).map(([l, op, r]) => `${l} ${op} ${r}`),
    tie('term').map((term) => `(${term})`), tie('term').map((term) => `not(${term})`),
    fc.tuple(tie('term'), tie('term'), tie('term')).map(([c, t, e]) => `(if ${c} then ${t} else ${e})`)),
})).term;

test('generated logic has the peer\'s value', () => {
  fc.assert(fc.property(logic, (text) => expect([text, value(text, scope)]).toEqual([text, peer(text, scope)])), { numRuns: 1500, seed: 12 });
});

const cell = fc.oneof(
  fc.constant('-'), fc.integer({ min: 0, max: 9 }).map(String), fc.constantFrom('"a"', '"b"', 'xs', '? > 4', 'null'),
  fc.tuple(fc.constantFrom('<', '<=', '>', '>='), fc.integer({ min: 0, max: 9 })).map(([op, n]) => `${op} ${n}`),
  fc.tuple(fc.constantFrom('[', '('), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 9 }), fc.constantFrom(']', ')')).map(([o, l, h, c]) => `${o}${l}..${h}${c}`));
const row = fc.array(cell.filter((test) => test !== '-'), { minLength: 1, maxLength: 3 }).map((tests) => tests.join(', '));
const unary = fc.oneof(cell, row, row.map((tests) => `not(${tests})`));

test('generated unary tests accept what the peer accepts', () => {
  fc.assert(fc.property(unary, fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom('a', 'b')), (text, input) => {
    const parsed = parseUnaryTests(text, Object.keys(scope));
    const ours = evaluateUnaryTests(parsed.ast!, input, scope, { now }).value;
    // Ours is null when a test does not fit the input's kind; a decision table takes that as not fulfilled.
    const theirs = peerUnaryTest(text, { ...scope, '?': input }).value;
    if (ours !== null) expect([text, input, ours]).toEqual([text, input, theirs]);
  }), { numRuns: 1500, seed: 13 });
});
