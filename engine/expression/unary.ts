import type { Ast } from './ast.js';
import { evaluate, type EvaluateOptions, type Evaluation, type Json } from './evaluate.js';

/** Whether an input value fulfils the unary tests of a decision table's cell; the value is true, false or null. */
export function evaluateUnaryTests(
  tests: Ast, input: Json, scope: Readonly<Record<string, Json>>, options: EvaluateOptions,
): Evaluation {
  return evaluate(tests, { ...scope, '?': input }, options);
}
