import { equal } from '../compare.js';
import type { Run } from '../run.js';
import { temporalFromText } from '../temporal/read.js';
import { isDigit } from '../temporal/text.js';
import { isContext, isList, isRange, isTemporal, kindOf, range, type Value } from '../values.js';
import { builtin, type Builtin } from './define.js';

/** Conversions and what asks about values of any kind (DMN 1.5, 10.3.4). */
export const conversions: Record<string, Builtin> = {
  string: builtin('from:any', (run: Run, value: Value) => (value === null ? null : textOf(run, value))),
  number: builtin('from:any, grouping separator?:string, decimal separator?:string', toNumber),
  is: builtin('value1:any, value2:any', (run: Run, a: Value, b: Value) => kindOf(a) === kindOf(b) && equal(run, a, b) === true),
  'get or else': builtin('value:any, default:any', (_run: Run, value: Value, otherwise: Value) => value ?? otherwise),
  assert: builtin('value:any, condition:any', (run: Run, value: Value, condition: Value) =>
    (condition === true ? value : run.problem('arguments', 'the asserted condition does not hold'))),
  range: builtin('from:string', rangeFromText),
};

function textOf(run: Run, value: Value): string {
  run.charge(0.1);
  if (typeof value === 'string') return value;
  if (isTemporal(value)) return value.value;
  const text = run.within(() => structured(run, value));
  run.chargeText(text.length);
  return text;
}

/** As in a literal: texts within lists and contexts keep their quotes. */
function structured(run: Run, value: Value): string {
  const inner = (item: Value): string => (typeof item === 'string' ? `"${item}"` : item === null ? 'null' : textOf(run, item));
  if (isList(value)) return `[${value.map(inner).join(', ')}]`;
  if (isRange(value)) {
    return `${value.startIncluded ? '[' : '('}${inner(value.start)}..${inner(value.end)}${value.endIncluded ? ']' : ')'}`;
  }
  if (isContext(value)) return `{${Object.entries(value).map(([key, entry]) => `${key}: ${inner(entry)}`).join(', ')}}`;
  return kindOf(value) === 'function' ? 'function' : String(value);
}

function toNumber(run: Run, from: Value, grouping: string | null, decimal: string | null): Value {
  if (typeof from === 'number') return from;
  if (from === null) return run.problem('null-operand', 'number() is asked of null');
  const bad = (): null => run.problem('arguments', `${JSON.stringify(from)} is not a number`);
  if (typeof from !== 'string') return run.problem('arguments', `number() takes a text, not a ${kindOf(from)}`);
  if ((grouping !== null && ![' ', ',', '.'].includes(grouping)) || (decimal !== null && !['.', ','].includes(decimal))
    || (grouping !== null && grouping === decimal)) return run.problem('arguments', 'separators are a space, a comma or a full stop, and differ');
  const ungrouped = grouping === null ? from : from.split(grouping).join('');
  const text = decimal === ',' ? ungrouped.split(',').join('.') : ungrouped;
  return text.length <= 400 && isNumeral(text) && Number.isFinite(Number(text)) ? Number(text) : bad();
}

/** Digits with an optional sign, decimals and exponent; Number() alone would also take "", " 1" and "0x1f". */
function isNumeral(text: string): boolean {
  let at = text[0] === '-' || text[0] === '+' ? 1 : 0;
  const digits = (): number => {
    const from = at;
    while (at < text.length && isDigit(text[at]!)) at++;
    return at - from;
  };
  const whole = digits();
  const fraction = text[at] === '.' ? (at++, digits()) : whole ? 1 : 0;
  if (!fraction) return false;
  if (text[at] === 'e' || text[at] === 'E') {
    at += text[at + 1] === '-' || text[at + 1] === '+' ? 2 : 1;
    if (!digits()) return false;
  }
  return at === text.length;
}

/** `range("[1..3)")` with numbers, texts in quotes or ISO 8601 texts as endpoints. */
function rangeFromText(run: Run, text: string): Value {
  const bad = (): null => run.problem('arguments', `"${text}" is not a range`);
  const open = text[0] ?? '';
  const close = text.at(-1) ?? '';
  const ends = text.slice(1, -1).split('..');
  if (!'[(]'.includes(open) || !'])['.includes(close) || !open || ends.length !== 2) return bad();
  const [start, end] = ends.map(endpoint);
  if (start === undefined || end === undefined || (start === null && end === null)) return bad();
  if (start !== null && end !== null && kindOf(start) !== kindOf(end)) return bad();
  return range(start, end, open === '[' && start !== null, close === ']' && end !== null);
}

function endpoint(written: string): Value | undefined {
  const text = written.trim();
  if (text === '') return null;
  if (isNumeral(text)) return Number(text);
  if (text.startsWith('"') && text.endsWith('"') && text.length > 1) return text.slice(1, -1);
  return temporalFromText(text.startsWith('@"') ? text.slice(2, -1) : text);
}
