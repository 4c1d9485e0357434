import { mentions, type AstIterator } from '../ast.js';
import type { Run, Scope } from '../run.js';
import { dateValue, parseDate } from '../temporal/moments.js';
import { isList, isRange, isTemporal, kindOf, type Context, type Value } from '../values.js';
import type { Handler } from './handler.js';

/** `for … return`; `partial` holds the results so far (DMN 1.5, 10.3.2.14). */
export const loop: Handler<'for'> = (run, node, scope) => {
  const results: Value[] = [];
  const looksBack = mentions(node.body, 'partial');
  const complete = iterate(run, node.iterators, scope, (inner) => {
    // A copy for each turn: what a turn keeps of it must not grow with the later ones.
    if (looksBack) run.chargeList(results.length);
    const own = looksBack ? { variables: { partial: results.slice() }, parent: inner } : inner;
    results.push(run.visit(node.body, own));
    if (results.length > run.budget.listSize) run.chargeList(results.length);
    return true;
  });
  return complete === null ? null : results;
};

/** `some` is an or, `every` an and over the elements, with the same three values (DMN 1.5, 10.3.2). */
export const quantified: Handler<'some' | 'every'> = (run, node, scope) => {
  const decisive = node.kind === 'some';
  let outcome: boolean | null = !decisive;
  const complete = iterate(run, node.iterators, scope, (inner) => {
    const holds = run.visit(node.body, inner);
    if (holds === decisive) { outcome = decisive; return false; }
    if (typeof holds !== 'boolean') {
      if (holds !== null) run.problem('type', `the condition of ${node.kind} is a ${kindOf(holds)}, not a boolean`, node);
      outcome = null;
    }
    return true;
  });
  return complete === null ? null : outcome;
};

/**
 * Calls `visit` for each combination, first iterator outermost, until it answers false. Null when a source is
 * nothing that can be gone through. Ranges are not turned into lists, so that the budget ends a huge one early.
 */
function iterate(run: Run, iterators: readonly AstIterator[], scope: Scope, visit: (scope: Scope) => boolean): boolean | null {
  const [first, ...rest] = iterators;
  if (!first) return visit(scope);
  const elements = elementsOf(run, first, scope);
  if (!elements) return null;
  for (const element of elements) {
    run.charge(1);
    const variables: Context = { [first.name]: element };
    const goesOn = iterate(run, rest, { variables, parent: scope }, visit);
    if (!goesOn) return goesOn;
  }
  return true;
}

function elementsOf(run: Run, iterator: AstIterator, scope: Scope): Iterable<Value> | null {
  const source = run.visit(iterator.source, scope);
  if (iterator.to) return stepsBetween(run, source, run.visit(iterator.to, scope), true, true);
  if (isRange(source)) return stepsBetween(run, source.start, source.end, source.startIncluded, source.endIncluded);
  if (isList(source)) return source;
  if (source === null) return run.problem('null-operand', `"${iterator.name}" goes through null`);
  return [source];
}

function stepsBetween(run: Run, from: Value, to: Value, fromIncluded: boolean, toIncluded: boolean): Iterable<Value> | null {
  const first = stepOf(from);
  const last = stepOf(to);
  if (first === undefined || last === undefined || kindOf(from) !== kindOf(to)) {
    return run.problem('type', `a loop needs whole numbers or dates, not ${kindOf(from)} to ${kindOf(to)}`);
  }
  return steps(first, last, fromIncluded, toIncluded, typeof from === 'number' ? (step) => step : dateValue);
}

function* steps(
  first: number, last: number, fromIncluded: boolean, toIncluded: boolean, value: (step: number) => Value,
): Iterable<Value> {
  const direction = last < first ? -1 : 1;
  for (let step = fromIncluded ? first : first + direction; direction * (last - step) >= 0; step += direction) {
    if (step === last && !toIncluded) return;
    yield value(step);
  }
}

function stepOf(value: Value): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  return isTemporal(value) && value['@'] === 'date' ? parseDate(value.value) : undefined;
}
