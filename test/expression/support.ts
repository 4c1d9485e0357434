import { evaluate, type Evaluation, type EvaluateOptions, type Json } from '../../engine/expression/evaluate.js';
import { parseExpression } from '../../engine/expression/parse.js';

export const now = Date.UTC(2026, 10, 23, 1, 30);

/** Parses and evaluates, through JSON as a stored plan does; a text that does not parse is an error of the test. */
export function run(text: string, scope: Record<string, Json> = {}, options: Partial<EvaluateOptions> = {}): Evaluation {
  const parsed = parseExpression(text, Object.keys(scope));
  if (!parsed.ast) throw new Error(`${text}: ${parsed.errors.map((error) => error.message).join('; ')}`);
  return evaluate(JSON.parse(JSON.stringify(parsed.ast)), scope, { now, ...options });
}

export const value = (text: string, scope: Record<string, Json> = {}): Json => run(text, scope).value;
export const codes = (text: string, scope: Record<string, Json> = {}, options: Partial<EvaluateOptions> = {}): string[] =>
  run(text, scope, options).problems.map((problem) => problem.code);
