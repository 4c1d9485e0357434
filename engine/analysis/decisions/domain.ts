/**
 * Values worth trying for the variables of conditions. A condition that only compares variables with constants changes its
 * truth at these constants and nowhere else, so one value at each of them and one between any two say everything.
 */
import type { Ast } from '../../expression/ast.js';
import { evaluate, type Json } from '../../expression/evaluate.js';
import { namesOf } from '../documents.js';

const DAY_MS = 86_400_000;
/** What stands for any text that no condition names. */
const OTHER = 'khác';

/** Constants that a variable is compared with. */
type Constants = Map<string, Json[]>;

/**
 * Values to try by variable (`a.b` for a path), or undefined when a condition does more than compare with constants.
 * `listed`: by variable, the only texts that it may hold.
 */
export function domainOf(conditions: readonly Ast[], listed: ReadonlyMap<string, readonly string[]> = new Map()): Map<string, Json[]> | undefined {
  const constants: Constants = new Map();
  if (!conditions.every((each) => collect(each, constants))) return undefined;
  const domain = new Map<string, Json[]>();
  for (const [name, values] of constants) {
    const only = values.every((each) => typeof each === 'string') ? listed.get(name) : undefined;
    const points = only ? [...only] : pointsOf(values);
    if (!points) return undefined;
    domain.set(name, points);
  }
  return domain;
}
/** The same for the tests of one column of a decision table. */
export function pointsOfTests(tests: readonly Ast[], allowed: readonly Json[] | undefined): Json[] | undefined {
  const constants: Json[] = [];
  if (!tests.every((each) => collectTests(each, constants))) return undefined;
  if (allowed) return [...allowed];
  return constants.length === 0 ? [null] : pointsOf(constants);
}
/** Texts that the allowed values of an input list, when they list nothing but constants. */
export function listedValues(ast: Ast): Json[] | undefined {
  if (ast.kind !== 'unary tests' || ast.negated) return undefined;
  const values = ast.tests.map(constantOf);
  return values.every((each) => each !== undefined) ? (values as Json[]) : undefined;
}

export function variableOf(ast: Ast): string | undefined {
  if (ast.kind === 'name') return ast.name;
  if (ast.kind !== 'path') return undefined;
  const target = variableOf(ast.target);
  return target === undefined ? undefined : `${target}.${ast.name}`;
}
function constantOf(ast: Ast): Json | undefined {
  if (namesOf(ast).filter((name) => !builtIn.has(name)).length > 0 || ast.kind === 'range' || ast.kind === 'test' || ast.kind === 'unary tests') return undefined;
  const { value, problems } = evaluate(ast, {}, { now: 0 });
  return problems.some((each) => each.severity === 'error') ? undefined : value;
}
const builtIn: ReadonlySet<string> = new Set(['date', 'date and time', 'time', 'duration', 'not']);

/** Collects constants; false when the condition cannot be followed. */
function collect(ast: Ast, into: Constants): boolean {
  switch (ast.kind) {
    case 'literal': return typeof ast.value === 'boolean';
    case 'and': case 'or': return collect(ast.left, into) && collect(ast.right, into);
    case 'name': case 'path': return learn(ast, [true], into);
    case 'call': return ast.callee.kind === 'name' && ast.callee.name === 'not' && ast.args.length === 1 && collect(ast.args[0]!, into);
    case 'compare': {
      const [left, right] = [constantOf(ast.left), constantOf(ast.right)];
      if (variableOf(ast.left) !== undefined && right !== undefined) return learn(ast.left, [right], into);
      return variableOf(ast.right) !== undefined && left !== undefined && learn(ast.right, [left], into);
    }
    case 'between': return learnAll(ast.value, [ast.low, ast.high], into);
    case 'in': {
      const constants: Json[] = [];
      return ast.tests.every((test) => collectTests(test, constants)) && learn(ast.value, constants, into);
    }
    default: return false;
  }
}
function learnAll(variable: Ast, values: readonly Ast[], into: Constants): boolean {
  const constants = values.map(constantOf);
  return constants.every((each) => each !== undefined) && learn(variable, constants as Json[], into);
}
function learn(variable: Ast, values: readonly Json[], into: Constants): boolean {
  const name = variableOf(variable);
  if (name === undefined) return false;
  into.set(name, [...(into.get(name) ?? []), ...values]);
  return true;
}
function collectTests(ast: Ast, into: Json[]): boolean {
  if (ast.kind === 'unary tests') return ast.tests.every((each) => collectTests(each, into));
  if (ast.kind === 'list') return ast.items.every((each) => collectTests(each, into));
  const parts = ast.kind === 'test' ? [ast.operand] : ast.kind === 'range' ? [ast.start, ast.end] : [ast];
  const constants = parts.map(constantOf);
  if (constants.some((each) => each === undefined)) return false;
  into.push(...(constants as Json[]));
  return true;
}

/** One value at each constant, one between any two neighbours, one beyond each end; null only where null is asked for. */
function pointsOf(constants: readonly Json[]): Json[] | undefined {
  const known = constants.filter((each) => each !== null);
  const empty: Json[] = known.length < constants.length ? [null] : [];
  if (known.every((each) => typeof each === 'boolean')) return [true, false, ...empty];
  if (known.every((each) => typeof each === 'string')) return [...new Set(known), OTHER, ...empty];
  if (known.every((each) => typeof each === 'number')) return [...around(known as number[], 1), ...empty];
  const days = known.map(dayOf);
  if (days.every((each) => each !== undefined)) return [...around(days as number[], 1).filter(Number.isInteger).map(dateAt), ...empty];
  return undefined;
}
function around(values: readonly number[], step: number): number[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const between = sorted.slice(1).map((value, at) => middle(sorted[at]!, value));
  return [sorted[0]! - step, ...sorted.flatMap((value, at) => (at < between.length ? [value, between[at]!] : [value])), sorted[sorted.length - 1]! + step];
}
/** A whole number where there is one. */
function middle(a: number, b: number): number {
  const whole = Math.floor(a) + 1;
  return whole < b ? whole : (a + b) / 2;
}
function dayOf(value: Json): number | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { '@': kind, value: text } = value as { '@'?: string; value?: string };
  return kind === 'date' && typeof text === 'string' ? Date.parse(`${text}T00:00:00Z`) / DAY_MS : undefined;
}
function dateAt(day: number): Json { return { '@': 'date', value: new Date(day * DAY_MS).toISOString().slice(0, 10) }; }

/** As it is shown to people: dates as ISO text. */
export function shown(value: Json): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && '@' in value ? ((value as { value: Json }).value) : value;
}
