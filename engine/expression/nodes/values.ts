import { temporalFromText } from '../temporal/read.js';
import { lookUp, isAbsent, type Scope } from '../run.js';
import { range as rangeOf, setEntry, type Context } from '../values.js';
import { compareValues } from './operators.js';
import type { Handler } from './handler.js';

export const literal: Handler<'literal'> = (_run, node) => node.value;

export const at: Handler<'at'> = (run, node) => {
  const value = temporalFromText(node.text);
  return value ?? run.problem('arguments', `@"${node.text}" is no date, time or duration`, node);
};

export const list: Handler<'list'> = (run, node, scope) => node.items.map((item) => run.visit(item, scope));

/** Entries see those before them (DMN 1.5, 10.3.2.6). */
export const context: Handler<'context'> = (run, node, scope) => {
  const result: Context = {};
  const inner: Scope = { variables: result, parent: scope };
  for (const entry of node.entries) setEntry(result, entry.key, run.visit(entry.value, inner));
  return result;
};

/**
 * A range says that its endpoints are compared, so an endpoint that turns out to be null leaves nothing that is
 * certain to lie within (DMN 1.5, 10.3.2.7): it must not open the range and let everything pass.
 */
export const range: Handler<'range'> = (run, node, scope) => {
  const start = run.visit(node.start, scope);
  const end = run.visit(node.end, scope);
  if (compareValues(run, '<=', start, end, node.pos) === null) return null;
  return rangeOf(start, end, node.startIncluded, node.endIncluded);
};

/** A comparison standing alone is the range of what fulfils it (DMN 1.5, 10.3.2.7). */
export const test: Handler<'test'> = (run, node, scope) => {
  const value = run.visit(node.operand, scope);
  switch (node.op) {
    case '=': return rangeOf(value, value, true, true);
    case '<': case '<=': return rangeOf(null, value, false, node.op === '<=');
    case '>': case '>=': return rangeOf(value, null, node.op === '>=', false);
    case '!=': return run.problem('type', '!= alone is a test, not a value', node);
  }
};

export const name: Handler<'name'> = (run, node, scope) => {
  const value = lookUp(scope, node.name);
  if (value !== undefined) return value;
  const builtin = run.builtin(node.name);
  if (builtin) return builtin;
  if (run.openNames || isAbsent(run, scope, node.name)) return null;
  return run.problem('unknown-name', `there is no variable "${node.name}"`, node);
};

export const conditional: Handler<'if'> = (run, node, scope) => {
  const condition = run.visit(node.condition, scope);
  if (condition !== null && typeof condition !== 'boolean') {
    run.problem('type', 'the condition of if is not a boolean', node);
  }
  return run.visit(condition === true ? node.then : node.else, scope);
};
