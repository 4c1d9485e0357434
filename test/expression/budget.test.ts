import fc from 'fast-check';
import type { Json } from '../../engine/expression/evaluate.js';
import { compilePattern } from '../../engine/expression/pattern/parse.js';
import { search } from '../../engine/expression/pattern/run.js';
import { codes, run, value } from './support.js';

const spent = (text: string, scope = {}): void => {
  const { value: result, problems } = run(text, scope);
  expect({ text, result, last: problems.at(-1)?.code }).toEqual({ text, result: null, last: 'budget' });
};

test.each([
  'for i in 1..1000000000 return i', 'count(for i in 1..10001 return 1)', 'every i in 1..1000000000 satisfies i > 0',
  'for i in 1..1000, j in 1..1000 return i * j', 'for i in 1..9000 return for j in 1..9000 return j',
  'count(for i in 1..300 return if count(partial) = 0 then "ab" else partial[-1] + partial[-1])',
  '(function(f) f(f))(function(f) f(f))', '{f: function(g, n) g(g, n + 1), r: f(f, 0)}.r',
  'distinct values(for i in 1..4000 return i)', 'sort(for i in 1..6000 return -i, function(x, y) x < y)',
])('%s stops with the budget', (text) => spent(text));

test('a list that grows by itself stops before memory does', () => {
  spent('for i in 1..60 return if count(partial) = 0 then [1, 2] else concatenate(partial[-1], partial[-1])');
  spent('flatten(for i in 1..200 return xs)', { xs: Array.from({ length: 900 }, (_, at) => at) });
});

test('nested growth of one list per turn stops as well', () => {
  spent('for i in 1..10000 return partial');
});

test('a long text against a pattern with many ways stops as well', () => {
  spent('matches(t, "^(a|a|a|a)*(a|aa)*$")', { t: `${'a'.repeat(20_000)}!` });
});

test('data nested without end stops before the stack does', () => {
  const nest = (levels: number): Json => { let data: Json = 1; for (let level = 0; level < levels; level++) data = [data]; return data; };
  const deep = nest(5000);
  const other = nest(5000);
  for (const text of ['deep', 'deep = other', 'string(deep)', 'distinct values([deep, other])', 'min([deep, other])']) {
    expect([text, codes(text, { deep, other }).at(-1)]).toEqual([text, text.startsWith('min') ? 'arguments' : 'budget']);
  }
  expect(value('count(flatten(deep))', { deep })).toBe(1);
});

test('the limits are the caller\'s', () => {
  expect(codes('1 + 1 + 1 + 1', {}, { budget: { steps: 3 } })).toEqual(['budget']);
  expect(codes('[1, 2, 3].x', {}, { budget: { listSize: 2 } })).toEqual(['budget']);
  expect(value('count(for i in 1..1000 return i)')).toBe(1000);
});

test('patterns that make a backtracking engine explode are answered', () => {
  const text = `${'a'.repeat(28)}!`;
  expect(value('matches(t, "^(a+)+$")', { t: text })).toBe(false);
  expect(value('matches(t, "^(a|aa)+$")', { t: text })).toBe(false);
  expect(value('matches(t, "^(a|a|a|a)*(a|aa)*$")', { t: `${'a'.repeat(2000)}!` })).toBe(false);
  expect(value('matches(t, "(.*a){12}")', { t: text })).toBe(true);
  expect(codes('matches("a", "((a{90}){90}){90}")')).toEqual(['arguments']);
});

// Ours against the host's engine, over patterns that both read alike.
const piece = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '(a|b)', '(?:ab|c)', '\\d', 'c');
const repeat = fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,2}', '*?', '+?');
const pattern = fc.tuple(fc.boolean(), fc.array(fc.tuple(piece, repeat).map(([a, b]) => a + b), { minLength: 1, maxLength: 5 }), fc.boolean())
  .map(([start, parts, end]) => `${start ? '^' : ''}${parts.join('')}${end ? '$' : ''}`);
const letters = fc.array(fc.constantFrom('a', 'b', 'c', '1'), { maxLength: 10 }).map((all) => all.join(''));

test('matches are those of the host\'s engine: place, length and groups', () => {
  fc.assert(fc.property(pattern, letters, (written, text) => {
    const ours = search(compilePattern(written), Array.from(text), 0, () => {});
    const theirs = new RegExp(written, 'd').exec(text) as (RegExpExecArray & { indices: [number, number][] }) | null;
    expect(ours?.slice(0, 2)).toEqual(theirs ? theirs.indices[0] : undefined);
  }), { numRuns: 2000, seed: 7 });
});
