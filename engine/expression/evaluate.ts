import type { Ast } from './ast.js';
import { builtins } from './builtins/index.js';
import { filter, path } from './nodes/access.js';
import { call, definition } from './nodes/functions.js';
import type { Handler } from './nodes/handler.js';
import { loop, quantified } from './nodes/iteration.js';
import { between, membership } from './nodes/membership.js';
import { and, arithmetic, compare, negate, or } from './nodes/operators.js';
import { instanceOf } from './nodes/types.js';
import { unaryTests } from './nodes/unary-tests.js';
import { at, conditional, context, list, literal, name, range, test } from './nodes/values.js';
import {
  BudgetSpent, defaultBudget, type Budget, type Problem, type ProblemCode, type Run, type Scope,
} from './run.js';
import { FeelFunction, isList, setEntry, type Context, type Json, type Value } from './values.js';

export type { Budget, Problem, ProblemCode } from './run.js';
export type { Json, Temporal } from './values.js';

export interface EvaluateOptions {
  /** Epoch milliseconds of `now()` and `today()`. */
  now: number;
  /** Minutes east of UTC of local dates and times; 420, Viet Nam, when left out. */
  offsetMinutes?: number;
  budget?: Partial<Budget>;
  /** A variable that is not in the scope is null; otherwise it is a mistake of the expression. */
  openNames?: boolean;
}

export interface Evaluation {
  /** Plain JSON; dates, times and durations are `{"@": kind, "value": ISO 8601 text}`. Null after a spent budget. */
  value: Json;
  /** In the order they were met, each once, at most 20; an error among them means that the value is not to be used. */
  problems: Problem[];
}

const handlers: { [K in Ast['kind']]: Handler<K> } = {
  literal, at, name, arithmetic, negate, compare, and, or, between, in: membership, test, range, if: conditional, list, context,
  path, filter, call, function: definition, for: loop, some: quantified, every: quantified, 'instance of': instanceOf,
  'unary tests': unaryTests,
};

const warnings: readonly ProblemCode[] = ['null-operand', 'unknown-property'];
const mostProblems = 20;

/**
 * Value of an expression over a scope of variables. Pure: the same arguments give the same answer in any process.
 * Never throws for what an expression or its data may hold; a hostile one ends as the problem `budget`.
 */
export function evaluate(ast: Ast, scope: Readonly<Record<string, Json>>, options: EvaluateOptions): Evaluation {
  const evaluator = new Evaluator(options);
  try {
    const value = evaluator.visit(ast, { variables: scope as Record<string, Value> });
    return { value: evaluator.storable(value), problems: evaluator.problems };
  } catch (stop) {
    if (!(stop instanceof BudgetSpent)) throw stop;
    return { value: null, problems: [...evaluator.problems, { code: 'budget', severity: 'error', message: stop.message }] };
  }
}

class Evaluator implements Run {
  readonly now: number;
  readonly offsetMinutes: number;
  readonly budget: Budget;
  readonly openNames: boolean;
  readonly problems: Problem[] = [];
  private steps = 0;
  private calls = 0;
  private nesting = 0;
  private silent = 0;

  constructor(options: EvaluateOptions) {
    this.now = options.now;
    this.offsetMinutes = options.offsetMinutes ?? 420;
    this.openNames = options.openNames ?? false;
    this.budget = { ...defaultBudget, ...options.budget };
  }

  visit(node: Ast, scope: Scope): Value {
    this.charge(1);
    return (handlers[node.kind] as Handler<Ast['kind']>)(this, node as never, scope);
  }

  builtin(wanted: string): FeelFunction | undefined {
    return Object.hasOwn(builtins, wanted) ? builtins[wanted]!(this) : undefined;
  }

  call(fn: FeelFunction, args: readonly Value[]): Value {
    if (++this.calls > this.budget.callDepth) throw new BudgetSpent(`functions call each other deeper than ${this.budget.callDepth}`);
    this.charge(1);
    const result = fn.invoke(args);
    this.calls--;
    if (isList(result)) this.chargeList(result.length);
    return result;
  }

  charge(steps: number): void {
    this.steps += steps;
    if (this.steps > this.budget.steps) throw new BudgetSpent(`the evaluation takes more than ${this.budget.steps} steps`);
  }

  chargeList(elements: number): void {
    if (elements > this.budget.listSize) throw new BudgetSpent(`a list has more than ${this.budget.listSize} elements`);
    this.charge(elements / 10);
  }

  chargeText(length: number): void {
    if (length > this.budget.textLength) throw new BudgetSpent(`a text is longer than ${this.budget.textLength} characters`);
    this.charge(length / 1000);
  }

  problem(code: ProblemCode, message: string, at: { name?: string; pos?: number } = {}): null {
    const known = this.problems.some((problem) => problem.code === code && problem.message === message);
    if (this.silent || known || this.problems.length >= mostProblems) return null;
    this.problems.push({
      code, severity: warnings.includes(code) ? 'warning' : 'error', message,
      ...(at.name === undefined ? {} : { name: at.name }), ...(at.pos === undefined ? {} : { pos: at.pos }),
    });
    return null;
  }

  quietly<T>(action: () => T): T {
    this.silent++;
    const result = action();
    this.silent--;
    return result;
  }

  within<T>(action: () => T): T {
    if (++this.nesting > this.budget.dataDepth) throw new BudgetSpent(`data is nested deeper than ${this.budget.dataDepth}`);
    const result = action();
    this.nesting--;
    return result;
  }

  /** The value without functions, which cannot be stored. */
  storable(value: Value): Json {
    if (value instanceof FeelFunction) return this.problem('type', 'the result holds a function, which cannot be stored');
    if (value === undefined) return null;
    if (value === null || typeof value !== 'object') return value;
    this.charge(0.1);
    return this.within(() => {
      if (isList(value)) return value.map((item) => this.storable(item));
      const copy: Context = {};
      for (const [key, entry] of Object.entries(value)) setEntry(copy, key, this.storable(entry) as Value);
      return copy as Json;
    });
  }
}
