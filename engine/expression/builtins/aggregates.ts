import { order } from '../compare.js';
import { rounded } from '../number.js';
import type { Run } from '../run.js';
import { addTemporal, scaleTemporal } from '../temporal/arithmetic.js';
import { isTemporal, kindOf, type Value } from '../values.js';
import { builtin, spread, type Builtin } from './define.js';

/** Functions that make one value of a list, or of their arguments (DMN 1.5, 10.3.4). */
export const aggregates: Record<string, Builtin> = {
  min: builtin('...list:any', (run: Run, ...items: Value[]) => extreme(run, spread(items), -1)),
  max: builtin('...list:any', (run: Run, ...items: Value[]) => extreme(run, spread(items), 1)),
  sum: builtin('...list:any', (run: Run, ...items: Value[]) => sum(run, spread(items))),
  mean: builtin('...list:any', (run: Run, ...items: Value[]) => {
    const values = spread(items);
    const total = sum(run, values);
    return typeof total === 'number' ? rounded(total / values.length)
      : total === null ? null : scaleTemporal('/', total, values.length) ?? null;
  }),
  product: overNumbers((values) => values.reduce((product, value) => rounded(product * value), 1)),
  median: overNumbers((values) => {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle]! : rounded((sorted[middle - 1]! + sorted[middle]!) / 2);
  }),
  stddev: overNumbers((values, run) => {
    if (values.length < 2) return run.problem('arguments', 'stddev() needs two numbers or more');
    const mean = values.reduce((total, value) => total + value, 0) / values.length;
    return rounded(Math.sqrt(values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1)));
  }),
  mode: overNumbers(mode, []),
};

type OverNumbers = (values: number[], run: Run) => Value;

function overNumbers(reduce: OverNumbers, ofNone: Value = null): Builtin {
  return builtin('...list:any', (run: Run, ...items: Value[]) => {
    const values = spread(items);
    run.chargeList(values.length);
    const odd = values.find((value) => typeof value !== 'number');
    if (odd !== undefined) return notANumber(run, odd);
    if (!values.length) return ofNone;
    const result = reduce(values as number[], run);
    return typeof result === 'number' && !Number.isFinite(result) ? run.problem('arithmetic', 'the result is not a number') : result;
  });
}

function notANumber(run: Run, odd: Value): null {
  return odd === null ? run.problem('null-operand', 'the list holds a null')
    : run.problem('arguments', `the list holds a ${kindOf(odd)}, not only numbers`);
}

/** Of none, null; durations add up as well. */
function sum(run: Run, values: Value[]): Value {
  run.chargeList(values.length);
  let total: Value = values[0] ?? null;
  if (total !== null && typeof total !== 'number' && !(isTemporal(total) && total['@'].endsWith('duration'))) return notANumber(run, total);
  if (values.length && total === null) return notANumber(run, null);
  for (const value of values.slice(1)) {
    const next: Value | undefined = typeof total === 'number' && typeof value === 'number'
      ? rounded(total + value) : addTemporal(total, value);
    if (next === undefined) return notANumber(run, value);
    total = next;
  }
  return typeof total === 'number' && !Number.isFinite(total) ? run.problem('arithmetic', 'the sum is not a number') : total;
}

function extreme(run: Run, values: Value[], sign: 1 | -1): Value {
  run.chargeList(values.length);
  let best: Value = values[0] ?? null;
  for (const value of values) {
    const ordered = order(run, value, best);
    if (value === null) return run.problem('null-operand', 'the list holds a null');
    if (ordered === undefined) return run.problem('arguments', `a ${kindOf(value)} and a ${kindOf(best)} have no order`);
    if (ordered * sign > 0) best = value;
  }
  return best;
}

function mode(values: number[]): Value {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].filter(([, count]) => count === most).map(([value]) => value).sort((a, b) => a - b);
}
