import type { Ast } from '../ast.js';
import type { Run, Scope } from '../run.js';
import { temporalPart } from '../temporal/parts.js';
import { entryOf, isContext, isList, isRange, isTemporal, kindOf, type Range, type Value } from '../values.js';
import type { Handler } from './handler.js';

/** `target.name`; on a list, the property of each element (DMN 1.5, 10.3.2.5). */
export const path: Handler<'path'> = (run, node, scope) => {
  const target = run.visit(node.target, scope);
  if (!isList(target)) return property(run, target, node.name, node.pos);
  run.chargeList(target.length);
  return target.map((element) => property(run, element, node.name, node.pos));
};

function property(run: Run, target: Value, name: string, pos: number | undefined): Value {
  if (target === null) return run.problem('null-operand', `"${name}" is asked of null`, { name, pos });
  const found = isTemporal(target) ? temporalPart(target, name)
    : isRange(target) ? rangePart(target, name)
      : isContext(target) ? entryOf(target, name) : undefined;
  if (found !== undefined) return found;
  if (isContext(target)) return run.problem('unknown-property', `there is no "${name}" in the context`, { name, pos });
  return run.problem('type', `a ${kindOf(target)} has no "${name}"`, { name, pos });
}

function rangePart(target: Range, name: string): Value | undefined {
  const parts: Record<string, Value> = {
    start: target.start, end: target.end, 'start included': target.startIncluded, 'end included': target.endIncluded,
  };
  return Object.hasOwn(parts, name) ? parts[name] : undefined;
}

/** `list[2]`, `list[-1]`, `list[item > 2]`, `people[age > 18]` (DMN 1.5, 10.3.2.5). A single value is a list of one. */
export const filter: Handler<'filter'> = (run, node, scope) => {
  const target = run.visit(node.target, scope);
  if (target === null) return run.problem('null-operand', 'a filter is applied to null', node);
  const elements = isList(target) ? target : [target];
  if (isIndex(node.filter)) return pick(run, elements, run.visit(node.filter, scope));
  if (elements.length === 0) return emptyResult(run, node.filter, scope);
  const first = run.visit(node.filter, elementScope(elements[0]!, scope, elements));
  if (typeof first === 'number') return pick(run, elements, first);
  const kept: Value[] = first === true ? [elements[0]!] : [];
  for (const element of elements.slice(1)) {
    run.charge(1);
    if (run.visit(node.filter, elementScope(element, scope, elements)) === true) kept.push(element);
  }
  return kept;
};

/** A filter that cannot be anything but a position is evaluated without the elements in reach. */
function isIndex(node: Ast): boolean {
  return (node.kind === 'literal' && typeof node.value === 'number') || node.kind === 'negate' || node.kind === 'arithmetic';
}

function pick(run: Run, elements: Value[], position: Value): Value {
  if (typeof position !== 'number') return run.problem('type', 'the position in a list is not a number');
  const at = position < 0 ? elements.length + position : position - 1;
  return elements[at] ?? null;
}

/** With no element at hand, a position gives null and a predicate gives no elements. */
function emptyResult(run: Run, filter: Ast, scope: Scope): Value {
  if (filter.kind !== 'name' && filter.kind !== 'path' && filter.kind !== 'call') return [];
  return typeof run.quietly(() => run.visit(filter, scope)) === 'number' ? null : [];
}

function elementScope(element: Value, parent: Scope, siblings: readonly Value[]): Scope {
  const item: Scope = { variables: { item: element }, parent, siblings };
  return isContext(element) ? { variables: element, parent: item } : item;
}
