import { rounded } from '../number.js';
import type { Run } from '../run.js';
import type { Value } from '../values.js';
import { builtin, type Builtin } from './define.js';
import { durationOf, sizeOf } from '../temporal/arithmetic.js';
import { durationValue } from '../temporal/durations.js';
import { kindOf } from '../values.js';

type Round = (value: number) => number;

const halfEven: Round = (value) => {
  const floor = Math.floor(value);
  const rest = rounded(value - floor);
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
};
const awayFromZero: Round = (value) => Math.sign(value) * Math.ceil(Math.abs(value));
const halfUp: Round = (value) => Math.sign(value) * Math.floor(rounded(Math.abs(value) + 0.5));
const halfDown: Round = (value) => Math.sign(value) * Math.ceil(rounded(Math.abs(value) - 0.5));

/** Functions over numbers (DMN 1.5, 10.3.4). */
export const numbers: Record<string, Builtin> = {
  decimal: builtin('n:number, scale:number', toScale(halfEven)),
  floor: builtin('n:number, scale?:number', toScale(Math.floor)),
  ceiling: builtin('n:number, scale?:number', toScale(Math.ceil)),
  'round up': builtin('n:number, scale:number', toScale(awayFromZero)),
  'round down': builtin('n:number, scale:number', toScale(Math.trunc)),
  'round half up': builtin('n:number, scale:number', toScale(halfUp)),
  'round half down': builtin('n:number, scale:number', toScale(halfDown)),
  abs: builtin('n:any', abs),
  modulo: builtin('dividend:number, divisor:number', (run: Run, dividend: number, divisor: number) =>
    (divisor === 0 ? run.problem('arithmetic', 'modulo by zero') : rounded(dividend - divisor * Math.floor(dividend / divisor)))),
  sqrt: builtin('number:number', (run: Run, n: number) => finite(run, Math.sqrt(n), 'sqrt')),
  log: builtin('number:number', (run: Run, n: number) => finite(run, Math.log(n), 'log')),
  exp: builtin('number:number', (run: Run, n: number) => finite(run, Math.exp(n), 'exp')),
  odd: builtin('number:number', (_run: Run, n: number) => Math.abs(n % 2) === 1),
  even: builtin('number:number', (_run: Run, n: number) => n % 2 === 0),
  not: builtin('negand:any', (run: Run, value: Value) => {
    if (typeof value === 'boolean') return !value;
    return value === null ? null : run.problem('arguments', `not() takes a boolean, not a ${kindOf(value)}`);
  }),
};

function finite(run: Run, value: number, name: string): Value {
  return Number.isFinite(value) ? rounded(value) : run.problem('arithmetic', `${name} has no result`);
}

function abs(run: Run, value: Value): Value {
  if (typeof value === 'number') return Math.abs(value);
  if (value === null) return run.problem('null-operand', 'the argument of abs is null');
  const duration = durationOf(value);
  if (!duration) return run.problem('arguments', `abs() takes a number or a duration, not a ${kindOf(value)}`);
  const size = Math.abs(sizeOf(duration));
  return durationValue(duration.months !== undefined ? { months: size } : { ms: size });
}

/** Rounds to so many decimal places; the decimal text is shifted, since multiplying would bring binary dust back. */
function toScale(round: Round): (run: Run, value: number, scale: number | null) => Value {
  return (run, value, scale) => {
    const places = Math.trunc(scale ?? 0);
    if (Math.abs(places) > 300) return run.problem('arguments', `the scale ${places} is out of reach`);
    const result = shifted(round(shifted(rounded(value), places)), -places);
    return finite(run, result + 0, 'rounding');
  };
}

function shifted(value: number, places: number): number {
  const [digits, exponent] = String(value).split('e');
  return Number(`${digits}e${Number(exponent ?? 0) + places}`);
}
