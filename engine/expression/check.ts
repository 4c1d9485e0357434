import type { Ast } from './ast.js';
import { nested, type CheckCode, type Checker, type CheckProblem, type StaticScope } from './static/checker.js';
import { infer } from './static/infer.js';
import { kindOfType, type VariableType } from './static/types.js';

export type { CheckCode, CheckProblem } from './static/checker.js';
export type { VariableType } from './static/types.js';

export interface CheckOptions {
  /** Kinds of value that the place in the diagram can use: `['boolean']` for a condition; anything when left out. */
  result?: readonly ReturnType<typeof kindOfType>[];
  /** Functions not to be used, such as `now` where a decision is to depend on its inputs only. */
  forbidden?: readonly string[];
  /** Most numbers that a loop over literal ends may go through; 10,000 when left out. */
  longestRange?: number;
  /** True when more variables may exist than are listed: then no name is unknown. */
  openVariables?: boolean;
}

/**
 * What can be said of an expression before it runs: names and functions that do not exist, operations and arguments
 * that never fit, results of the wrong kind, patterns that are refused, loops too long. All problems, in the order
 * of the text as far as the tree keeps it; empty when there is nothing to say.
 */
export function checkExpression(
  ast: Ast, variables: Readonly<Record<string, VariableType>>, options: CheckOptions = {},
): CheckProblem[] {
  const checker = new ExpressionChecker(new Set(options.forbidden), options.longestRange ?? 10_000);
  const outermost: StaticScope = { names: new Map(), open: options.openVariables ?? false };
  const type = kindOfType(checker.typeOf(ast, nested(outermost, Object.entries(variables))));
  if (options.result && type !== 'any' && !options.result.includes(type)) {
    checker.report('result', `the result is a ${type}, not a ${options.result.join(' or ')}`);
  }
  return checker.problems;
}

/** Unary tests see their input as `?`. */
export function checkUnaryTests(
  ast: Ast, input: VariableType, variables: Readonly<Record<string, VariableType>>, options: CheckOptions = {},
): CheckProblem[] {
  return checkExpression(ast, { ...variables, '?': input }, options);
}

class ExpressionChecker implements Checker {
  readonly problems: CheckProblem[] = [];

  constructor(readonly forbidden: ReadonlySet<string>, readonly longestRange: number) {}

  typeOf(node: Ast, scope: StaticScope): VariableType { return infer(this, node, scope); }

  report(code: CheckCode, message: string, at: { name?: string; pos?: number | undefined } = {}): 'any' {
    if (!this.problems.some((known) => known.code === code && known.message === message)) {
      this.problems.push({
        code, message, ...(at.name === undefined ? {} : { name: at.name }), ...(at.pos === undefined ? {} : { pos: at.pos }),
      });
    }
    return 'any';
  }
}
