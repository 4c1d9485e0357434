import type { Ast } from './ast.js';
import { isContext, type FeelFunction, type Value } from './values.js';

/**
 * `unknown-name`, `unknown-function`, `type`, `arguments` are mistakes in the expression;
 * `null-operand`, `unknown-property`, `arithmetic` come from the data at hand; `budget` means that it was stopped.
 */
export type ProblemCode =
  | 'unknown-name' | 'unknown-function' | 'type' | 'arguments'
  | 'null-operand' | 'unknown-property' | 'arithmetic' | 'budget';

/** A warning left a null that may be meant (`null < 5`); an error never is. */
export interface Problem { code: ProblemCode; severity: 'error' | 'warning'; message: string; name?: string; pos?: number }

export interface Budget {
  /** Node visits, and one for each ten elements that a built-in goes through. */
  steps: number;
  /** Longest list that may come into being. */
  listSize: number;
  /** Longest text that may come into being, in UTF-16 units. */
  textLength: number;
  /** Nested invocations of functions. */
  callDepth: number;
  /** Nesting of lists and contexts that are compared, converted or stored. */
  dataDepth: number;
}

export const defaultBudget: Budget = { steps: 20_000, listSize: 10_000, textLength: 100_000, callDepth: 40, dataDepth: 200 };

/** Variables in reach, innermost first. */
export interface Scope {
  readonly variables: Readonly<Record<string, Value>>;
  readonly parent?: Scope | undefined;
  /** Elements of the list being filtered: what one of them lacks but another has is null, not unknown. */
  readonly siblings?: readonly Value[];
}

/** What an evaluation carries along; handlers of node kinds and built-ins see the evaluator through it only. */
export interface Run {
  readonly now: number;
  readonly offsetMinutes: number;
  readonly budget: Budget;
  readonly openNames: boolean;
  visit(node: Ast, scope: Scope): Value;
  builtin(name: string): FeelFunction | undefined;
  call(fn: FeelFunction, args: readonly Value[]): Value;
  /** Takes steps from the budget; throws BudgetSpent when it is empty. */
  charge(steps: number): void;
  /** Charges for going through `elements` and refuses a list or text larger than the budget allows. */
  chargeList(elements: number): void;
  chargeText(length: number): void;
  /** Runs an action one level further into nested data. */
  within<T>(action: () => T): T;
  /** Notes a problem and gives null, the value of an expression that went wrong. */
  problem(code: ProblemCode, message: string, at?: { name?: string | undefined; pos?: number | undefined }): null;
  /** Evaluates without noting problems other than a spent budget. */
  quietly<T>(action: () => T): T;
}

/** Ends an evaluation from any depth; caught by `evaluate` only. */
export class BudgetSpent extends Error {}

export function lookUp(scope: Scope | undefined, name: string): Value | undefined {
  for (let at = scope; at; at = at.parent) {
    if (Object.hasOwn(at.variables, name)) return at.variables[name] ?? null;
  }
  return undefined;
}

/** Whether a list element around lacks the name that others of its list have. */
export function isAbsent(run: Run, scope: Scope | undefined, name: string): boolean {
  for (let at = scope; at; at = at.parent) {
    if (!at.siblings) continue;
    run.chargeList(at.siblings.length);
    if (at.siblings.some((element) => isContext(element) && Object.hasOwn(element, name))) return true;
  }
  return false;
}
