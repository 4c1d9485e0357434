import { childrenOf, type Ast, type AstIterator } from '../ast.js';
import { kindOfType, type VariableType } from './types.js';

/**
 * `unknown-name`, `unknown-function`, `unknown-property`, `type`, `arguments`: the evaluation would meet the same;
 * `result`: not what the place in the diagram needs; `forbidden`: a function or pattern that is not allowed;
 * `too-large`: text, tree or range beyond its limit.
 */
export type CheckCode =
  | 'unknown-name' | 'unknown-function' | 'unknown-property' | 'type' | 'arguments' | 'result' | 'forbidden' | 'too-large';
export interface CheckProblem { code: CheckCode; message: string; name?: string; pos?: number }

/** Names in reach, innermost first; an open scope may hold names that nobody can know before the data is there. */
export interface StaticScope {
  readonly names: ReadonlyMap<string, VariableType>;
  readonly open?: boolean;
  readonly parent?: StaticScope;
}

export interface Checker {
  typeOf(node: Ast, scope: StaticScope): VariableType;
  report(code: CheckCode, message: string, at?: { name?: string; pos?: number | undefined }): 'any';
  readonly forbidden: ReadonlySet<string>;
  readonly longestRange: number;
}

/** Type of a name: `any` in an open scope, undefined when it is known not to be there. */
export function find(scope: StaticScope | undefined, name: string): VariableType | undefined {
  let open = false;
  for (let at = scope; at; at = at.parent) {
    const found = at.names.get(name);
    if (found !== undefined) return found;
    open ||= at.open === true;
  }
  return open ? 'any' : undefined;
}

export const nested = (parent: StaticScope, names: Iterable<[string, VariableType]>, open = false): StaticScope =>
  ({ names: new Map(names), open, parent });

/** Types the children for their problems, when the node's own type does not depend on them. */
export function typeChildren(checker: Checker, node: Ast, scope: StaticScope): VariableType[] {
  return childrenOf(node).map((child) => checker.typeOf(child, scope));
}

/** Refuses a range of literal ends that a loop could not finish, or without an end. */
export function checkLoopRange(checker: Checker, iterator: AstIterator): void {
  const { source, to } = iterator;
  const [from, until] = to ? [source, to] : source.kind === 'range' ? [source.start, source.end] : [];
  if (source.kind === 'test') checker.report('too-large', `"${iterator.name}" goes through a range without an end`, source);
  if (!from || !until) return;
  const ends = [from, until].map(numberOf);
  if ([from, until].some((end) => end.kind === 'literal' && end.value === null)) {
    checker.report('too-large', `"${iterator.name}" goes through a range without an end`, source);
  } else if (ends[0] !== undefined && ends[1] !== undefined && Math.abs(ends[1] - ends[0]) >= checker.longestRange) {
    checker.report('too-large', `"${iterator.name}" goes through more than ${checker.longestRange} numbers`, source);
  }
}

function numberOf(node: Ast): number | undefined {
  if (node.kind === 'literal' && typeof node.value === 'number') return node.value;
  const inner = node.kind === 'negate' ? numberOf(node.operand) : undefined;
  return inner === undefined ? undefined : -inner;
}

/** Reports an operand that can never be a boolean. */
export function needBoolean(checker: Checker, type: VariableType, what: string, pos?: number): void {
  const kind = kindOfType(type);
  if (kind !== 'any' && kind !== 'boolean' && kind !== 'null') checker.report('type', `${what} is a ${kind}, not a boolean`, { pos });
}
