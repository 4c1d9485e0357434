import { mentions, type Ast } from '../ast.js';
import { equal, includes } from '../compare.js';
import type { Run, Scope } from '../run.js';
import { isList, isRange, type Value } from '../values.js';
import { compareValues } from './operators.js';
import type { Handler } from './handler.js';

export const between: Handler<'between'> = (run, node, scope) => {
  const value = run.visit(node.value, scope);
  const above = compareValues(run, '>=', value, run.visit(node.low, scope), node.pos);
  const below = compareValues(run, '<=', value, run.visit(node.high, scope), node.pos);
  if (above === false || below === false) return false;
  return above === null || below === null ? null : true;
};

export const membership: Handler<'in'> = (run, node, scope) => {
  const value = run.visit(node.value, scope);
  return anyTest(run, node.tests, value, scope);
};

/** Whether one of the tests holds; null when none does and one could not be decided. */
export function anyTest(run: Run, tests: readonly Ast[], value: Value, scope: Scope): boolean | null {
  let undecided = false;
  for (const test of tests) {
    const holds = passes(run, test, value, scope);
    if (holds) return true;
    undecided ||= holds === null;
  }
  return undecided ? null : false;
}

/**
 * One test against the input (DMN 1.5, 10.3.2): a comparison, a range, a list that holds the input, an equal
 * value, or, when it asks about `?` itself, a boolean.
 */
function passes(run: Run, test: Ast, value: Value, scope: Scope): boolean | null {
  if (test.kind === 'test') return compareValues(run, test.op, value, run.visit(test.operand, scope), test.pos);
  const result = run.visit(test, scope);
  if (mentions(test, '?')) return typeof result === 'boolean' ? result : result === null ? null : matches(run, result, value);
  return result === null && test.kind === 'range' ? null : matches(run, result, value);
}

function matches(run: Run, expected: Value, value: Value): boolean | null {
  if (isRange(expected)) return value === null ? null : includes(run, expected, value);
  if (isList(expected) && !isList(value)) return listHolds(run, expected, value);
  if (isList(expected) && equal(run, expected, value) !== true) return listHolds(run, expected, value);
  return equal(run, expected, value);
}

function listHolds(run: Run, elements: readonly Value[], value: Value): boolean {
  run.chargeList(elements.length);
  return elements.some((element) => (isRange(element) ? includes(run, element, value) : equal(run, element, value)) === true);
}
