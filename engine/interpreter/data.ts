/** Data visible from a scope, and where written values go. */
import { evaluate } from '../expression/evaluate.js';
import type { Expression } from '../expression/ast.js';
import type { DataMapping, Id, Json, ProcessGraph } from '../graph/types.js';
import type { NodeInstance, Scope } from './state.js';
import type { Turn } from './turn.js';

/** Called processes do not see the data of their caller. */
function isProcessRoot(scope: Scope): boolean {
  return !scope.local && scope.element === scope.process;
}

/** Names that a process declares; they are known, and null until written. */
function declaredNames(graph: ProcessGraph): readonly string[] {
  const known = declared.get(graph);
  if (known) return known;
  const names = new Set<string>();
  for (const element of Object.values(graph.data)) {
    names.add(element.name ?? element.id);
    for (const field of element.document?.fields ?? []) names.add(field);
  }
  const list = [...names];
  declared.set(graph, list);
  return list;
}
const declared = new WeakMap<ProcessGraph, readonly string[]>();

export function visibleData(turn: Turn, scopeId: Id): Record<string, Json> {
  const view: Record<string, Json> = {};
  for (const name of declaredNames(turn.graphOf(scopeId))) view[name] = null;
  return Object.assign(view, writtenData(turn, scopeId));
}
/** What is visible and has a value; names only declared are not among it, so that a copy overwrites nothing with null. */
export function writtenData(turn: Turn, scopeId: Id): Record<string, Json> {
  const chain: Scope[] = [];
  for (let id: Id | undefined = scopeId; id !== undefined;) {
    const scope: Scope = turn.scope(id);
    chain.push(scope);
    id = isProcessRoot(scope) ? undefined : scope.parent;
  }
  return Object.assign({}, ...chain.reverse().map((scope) => scope.data)) as Record<string, Json>;
}

/** Data as an activity sees them: its local scope where it has one. */
export function dataOf(turn: Turn, instance: NodeInstance): Record<string, Json> {
  return visibleData(turn, instance.inner !== undefined && turn.state.scopes[instance.inner] ? instance.inner : instance.scope);
}

/** Each value goes to the nearest scope that has the name, else to the process. */
export function writeData(turn: Turn, scopeId: Id, values: Readonly<Record<string, Json>>): void {
  const byScope = new Map<Id, Record<string, Json>>();
  for (const [name, value] of Object.entries(values)) {
    const target = ownerOfName(turn, scopeId, name);
    const bucket = byScope.get(target) ?? {};
    bucket[name] = value;
    byScope.set(target, bucket);
  }
  for (const [scope, bucket] of byScope) turn.emit({ type: 'dataSet', scope, values: bucket });
}

function ownerOfName(turn: Turn, scopeId: Id, name: string): Id {
  let scope = turn.scope(scopeId);
  while (!isProcessRoot(scope) && scope.parent !== undefined) {
    if (Object.hasOwn(scope.data, name) || declaresHere(turn.graph(scope.process), scope.element, name)) return scope.id;
    scope = turn.scope(scope.parent);
  }
  return scope.id;
}
function declaresHere(graph: ProcessGraph, element: Id, name: string): boolean {
  return Object.values(graph.data).some((each) => each.scope === element && (each.name ?? each.id) === name);
}

export type Evaluated = { ok: true; value: Json } | { ok: false; message: string };

export function evaluateIn(turn: Turn, expression: Expression, data: Record<string, Json>, openNames = false): Evaluated {
  const { value, problems } = evaluate(expression.ast, data, { now: turn.at, openNames });
  const first = problems.find((problem) => problem.severity === 'error');
  return first ? { ok: false, message: `${first.message} (${expression.text})` } : { ok: true, value: value as Json };
}

/**
 * A condition. FEEL is ternary: a comparison with null is null (DMN 1.5, 10.3.2.9), and null counts as "does not hold",
 * so that a value which nobody has given yet needs no test of its own. What is no boolean, an operation that its operands
 * do not have and, in a drawing that states its data as facts, a name that nobody knows are faults, at every place that
 * asks: they become incidents.
 */
export function holds(turn: Turn, expression: Expression, data: Record<string, Json>): { ok: true; value: boolean } | { ok: false; message: string } {
  const result = evaluateIn(turn, expression, data, turn.graph(turn.plan.root).openNames);
  if (!result.ok) return result;
  if (result.value === null || typeof result.value === 'boolean') return { ok: true, value: result.value === true };
  return { ok: false, message: `The condition is not true or false: ${expression.text}` };
}

/** Values of mappings, by target name; the first that fails stops them all. */
export function mapData(turn: Turn, mappings: readonly DataMapping[], data: Record<string, Json>): { ok: true; values: Record<string, Json> } | { ok: false; message: string } {
  const values: Record<string, Json> = {};
  for (const mapping of mappings) {
    const result = evaluateIn(turn, mapping.source, { ...data, ...values });
    if (!result.ok) return result;
    values[mapping.target] = result.value;
  }
  return { ok: true, values };
}
