import { lookUp } from '../run.js';
import { anyTest } from './membership.js';
import type { Handler } from './handler.js';

/** Input cell of a decision table against `?` (DMN 1.5, 7.3.3). */
export const unaryTests: Handler<'unary tests'> = (run, node, scope) => {
  if (!node.tests.length) return true;
  const holds = anyTest(run, node.tests, lookUp(scope, '?') ?? null, scope);
  return node.negated && holds !== null ? !holds : holds;
};
