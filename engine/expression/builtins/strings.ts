import type { Run } from '../run.js';
import type { Value } from '../values.js';
import { kindOf } from '../values.js';
import { builtin, type Builtin } from './define.js';

/** Functions over texts (DMN 1.5, 10.3.4). Characters are code points, as the standard counts them. */
export const strings: Record<string, Builtin> = {
  substring: builtin('string:string, start position:number, length?:number', substring),
  'string length': builtin('string:string', (run: Run, text: string) => codePoints(run, text).length),
  'upper case': builtin('string:string', (run: Run, text: string) => scan(run, text.toUpperCase())),
  'lower case': builtin('string:string', (run: Run, text: string) => scan(run, text.toLowerCase())),
  trim: builtin('string:string', (run: Run, text: string) => scan(run, text.trim())),
  contains: builtin('string:string, match:string', (run: Run, text: string, match: string) => scan(run, text).includes(match)),
  'starts with': builtin('string:string, match:string', (run: Run, text: string, match: string) => text.startsWith(scan(run, match))),
  'ends with': builtin('string:string, match:string', (run: Run, text: string, match: string) => text.endsWith(scan(run, match))),
  'substring before': builtin('string:string, match:string', (run: Run, text: string, match: string) => {
    const at = scan(run, text).indexOf(match);
    return at < 0 ? '' : text.slice(0, at);
  }),
  'substring after': builtin('string:string, match:string', (run: Run, text: string, match: string) => {
    const at = scan(run, text).indexOf(match);
    return at < 0 ? '' : text.slice(at + match.length);
  }),
  'string join': builtin('list:list, delimiter?:string', join),
};

function scan(run: Run, text: string): string {
  run.chargeText(text.length);
  return text;
}

/** Characters one by one; dearer than a look at the text, as each becomes a text of its own. */
export function codePoints(run: Run, text: string): string[] {
  run.chargeText(text.length);
  run.charge(text.length / 100);
  return Array.from(text);
}

function substring(run: Run, text: string, start: number, length: number | null): Value {
  const all = codePoints(run, text);
  const from = start < 0 ? all.length + Math.trunc(start) : Math.trunc(start) - 1;
  if (start === 0 || from < 0 || from > all.length || (length !== null && length < 1)) {
    return run.problem('arguments', `there is no position ${start} in a text of ${all.length} characters`);
  }
  return all.slice(from, length === null ? undefined : from + Math.trunc(length)).join('');
}

function join(run: Run, items: Value[], delimiter: string | null): Value {
  run.chargeList(items.length);
  const texts = items.filter((item) => item !== null);
  const odd = texts.find((item) => typeof item !== 'string');
  if (odd !== undefined) return run.problem('arguments', `the list to join holds a ${kindOf(odd)}`);
  const separator = delimiter ?? '';
  run.chargeText(texts.reduce<number>((sum, item) => sum + (item as string).length + separator.length, 0));
  return texts.join(separator);
}
