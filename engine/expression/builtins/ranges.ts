import { order } from '../compare.js';
import type { Run } from '../run.js';
import { isRange, kindOf, range, type Range, type Value } from '../values.js';
import { builtin, type Builtin } from './define.js';

/** Sign of the order of two endpoints. */
type Order = (a: Value, b: Value) => number;
type Relation = (a: Range, b: Range, compare: Order) => boolean;

/** Relations of Allen's interval algebra over points and ranges (DMN 1.5, 10.3.4). */
export const ranges: Record<string, Builtin> = {
  before: relation('point1, point2', (a, b, compare) => before(a, b, compare)),
  after: relation('point1, point2', (a, b, compare) => before(b, a, compare)),
  meets: relation('range1, range2', (a, b, compare) => meets(a, b, compare)),
  'met by': relation('range1, range2', (a, b, compare) => meets(b, a, compare)),
  overlaps: relation('range1, range2', (a, b, compare) => !before(a, b, compare) && !before(b, a, compare)),
  'overlaps before': relation('range1, range2', (a, b, compare) => overlapsBefore(a, b, compare)),
  'overlaps after': relation('range1, range2', (a, b, compare) => overlapsBefore(b, a, compare)),
  finishes: relation('point, range', (a, b, compare) => finishes(a, b, compare)),
  'finished by': relation('range, point', (a, b, compare) => finishes(b, a, compare)),
  includes: relation('range, point', (a, b, compare) => encloses(a, b, compare)),
  during: relation('point, range', (a, b, compare) => encloses(b, a, compare)),
  starts: relation('point, range', (a, b, compare) => starts(a, b, compare)),
  'started by': relation('range, point', (a, b, compare) => starts(b, a, compare)),
  coincides: relation('point1, point2', (a, b, compare) => startOrder(a, b, compare) === 0 && endOrder(a, b, compare) === 0),
};

function relation(names: string, holdsFor: Relation): Builtin {
  const signature = names.split(', ').map((name) => `${name}:point`).join(', ');
  return builtin(signature, (run: Run, first: Value, second: Value) => {
    let comparable = true;
    const compare: Order = (a, b) => {
      const ordered = order(run, a, b);
      if (ordered === undefined) comparable = false;
      return ordered ?? 0;
    };
    const result = holdsFor(asRange(first), asRange(second), compare);
    if (comparable) return result;
    return run.problem('arguments', `a ${kindOf(first)} and a ${kindOf(second)} have no common order`);
  });
}

/** A point is the closed range from it to itself. */
const asRange = (value: Value): Range => (isRange(value) ? value : range(value, value, true, true));

/** Order of two starts: an excluded one comes just after its value; null lies before everything. */
function startOrder(a: Range, b: Range, compare: Order): number {
  if (a.start === null || b.start === null) return (a.start === null ? 0 : 1) - (b.start === null ? 0 : 1);
  return compare(a.start, b.start) || Number(b.startIncluded) - Number(a.startIncluded);
}

function endOrder(a: Range, b: Range, compare: Order): number {
  if (a.end === null || b.end === null) return (a.end === null ? 1 : 0) - (b.end === null ? 1 : 0);
  return compare(a.end, b.end) || Number(a.endIncluded) - Number(b.endIncluded);
}

function before(a: Range, b: Range, compare: Order): boolean {
  if (a.end === null || b.start === null) return false;
  const ordered = compare(a.end, b.start);
  return ordered < 0 || (ordered === 0 && !(a.endIncluded && b.startIncluded));
}

function meets(a: Range, b: Range, compare: Order): boolean {
  return a.end !== null && b.start !== null && a.endIncluded && b.startIncluded && compare(a.end, b.start) === 0;
}

function overlapsBefore(a: Range, b: Range, compare: Order): boolean {
  return startOrder(a, b, compare) < 0 && endOrder(a, b, compare) < 0 && !before(a, b, compare);
}

const encloses: Relation = (a, b, compare) => startOrder(a, b, compare) <= 0 && endOrder(a, b, compare) >= 0;
const finishes: Relation = (a, b, compare) => endOrder(a, b, compare) === 0 && startOrder(a, b, compare) >= 0;
const starts: Relation = (a, b, compare) => startOrder(a, b, compare) === 0 && endOrder(a, b, compare) <= 0;
