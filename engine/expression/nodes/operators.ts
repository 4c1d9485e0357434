import type { ArithmeticOperator } from '../ast.js';
import { equal, order } from '../compare.js';
import { rounded } from '../number.js';
import type { Run } from '../run.js';
import { addTemporal, durationOf, scaleTemporal, subtractTemporal } from '../temporal/arithmetic.js';
import { durationValue } from '../temporal/durations.js';
import { kindOf, type Value } from '../values.js';
import type { Handler } from './handler.js';

const numeric: Record<ArithmeticOperator, (a: number, b: number) => number> = {
  '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b, '**': (a, b) => a ** b,
};

export const arithmetic: Handler<'arithmetic'> = (run, node, scope) => {
  const left = run.visit(node.left, scope);
  const right = run.visit(node.right, scope);
  if (typeof left === 'number' && typeof right === 'number') return numbers(run, node.op, left, right, node.pos);
  if (left === null || right === null) return run.problem('null-operand', `an operand of ${node.op} is null`, node);
  if (node.op === '+' && typeof left === 'string' && typeof right === 'string') {
    run.chargeText(left.length + right.length);
    return left + right;
  }
  const result = temporalResult(run, node.op, left, right);
  return result !== undefined ? result
    : run.problem('type', `${node.op} is not defined for ${kindOf(left)} and ${kindOf(right)}`, node);
};

function numbers(run: Run, op: ArithmeticOperator, left: number, right: number, pos: number | undefined): Value {
  if (op === '/' && right === 0) return run.problem('arithmetic', 'division by zero', { pos });
  const result = rounded(numeric[op](left, right));
  return Number.isFinite(result) ? result : run.problem('arithmetic', `the result of ${op} is not a number`, { pos });
}

function temporalResult(run: Run, op: ArithmeticOperator, left: Value, right: Value): Value | undefined {
  if (op === '+') return addTemporal(left, right);
  if (op === '-') return subtractTemporal(left, right, run.offsetMinutes);
  return op === '**' ? undefined : scaleTemporal(op, left, right);
}

export const negate: Handler<'negate'> = (run, node, scope) => {
  const value = run.visit(node.operand, scope);
  if (typeof value === 'number') return value === 0 ? 0 : -value;
  if (value === null) return run.problem('null-operand', 'the operand of - is null', node);
  const duration = durationOf(value);
  if (duration?.months !== undefined) return durationValue({ months: -duration.months + 0 });
  if (duration) return durationValue({ ms: -duration.ms + 0 });
  return run.problem('type', `- is not defined for ${kindOf(value)}`, node);
};

export const compare: Handler<'compare'> = (run, node, scope) => {
  const left = run.visit(node.left, scope);
  const right = run.visit(node.right, scope);
  return compareValues(run, node.op, left, right, node.pos);
};

/** The six comparisons (DMN 1.5, 10.3.2); null when the values cannot be compared. */
export function compareValues(run: Run, op: string, left: Value, right: Value, pos?: number): boolean | null {
  if (op === '=' || op === '!=') {
    const same = equal(run, left, right);
    if (same === null) run.problem('type', `${kindOf(left)} and ${kindOf(right)} are never equal`, { pos });
    return same === null ? null : same === (op === '=');
  }
  if (left === null || right === null) return run.problem('null-operand', `an operand of ${op} is null`, { pos });
  const ordered = order(run, left, right);
  if (ordered === undefined) {
    return run.problem('type', `${kindOf(left)} and ${kindOf(right)} have no order for ${op}`, { pos });
  }
  if (op === '<') return ordered < 0;
  if (op === '<=') return ordered <= 0;
  return op === '>' ? ordered > 0 : ordered >= 0;
}

/** Three-valued logic (DMN 1.5, 10.3.2): a side that decides alone leaves the other unread. */
export const and: Handler<'and'> = (run, node, scope) => {
  const left = truth(run, run.visit(node.left, scope), 'and');
  if (left === false) return false;
  const right = truth(run, run.visit(node.right, scope), 'and');
  return right === false ? false : left === null ? null : right;
};

export const or: Handler<'or'> = (run, node, scope) => {
  const left = truth(run, run.visit(node.left, scope), 'or');
  if (left === true) return true;
  const right = truth(run, run.visit(node.right, scope), 'or');
  return right === true ? true : left === null ? null : right;
};

function truth(run: Run, value: Value, op: string): boolean | null {
  if (typeof value === 'boolean' || value === null) return value;
  return run.problem('type', `an operand of ${op} is a ${kindOf(value)}, not a boolean`);
}
