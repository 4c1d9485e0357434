import { equal } from '../compare.js';
import type { Run } from '../run.js';
import { FeelFunction, isList, kindOf, type Value } from '../values.js';
import { builtin, spread, type Builtin } from './define.js';

/** Functions over lists that keep or rearrange elements (DMN 1.5, 10.3.4). */
export const lists: Record<string, Builtin> = {
  'list contains': builtin('list:list, element:any', (run: Run, list: Value[], element: Value) => holds(run, list, element)),
  count: builtin('list:list', (_run: Run, list: Value[]) => list.length),
  append: builtin('list:list, ...items:any', (_run: Run, list: Value[], ...items: Value[]) => [...list, ...items]),
  concatenate: builtin('...lists:list', (run: Run, ...all: Value[][]) => joined(run, all)),
  union: builtin('...lists:list', (run: Run, ...all: Value[][]) => distinct(run, joined(run, all))),
  'distinct values': builtin('list:list', distinct),
  'duplicate values': builtin('list:list', (run: Run, list: Value[]) =>
    distinct(run, list.filter((item, at) => list.some((other, otherAt) => otherAt !== at && equal(run, item, other) === true)))),
  flatten: builtin('list:list', flatten),
  'index of': builtin('list:list, match:any', (run: Run, list: Value[], match: Value) =>
    list.flatMap((item, at) => (equal(run, item, match) === true ? [at + 1] : []))),
  'insert before': builtin('list:list, position:number, newItem:any', (run: Run, list: Value[], position: number, item: Value) =>
    edited(run, list, position, (at) => [...list.slice(0, at), item, ...list.slice(at)])),
  remove: builtin('list:list, position:number', (run: Run, list: Value[], position: number) =>
    edited(run, list, position, (at) => [...list.slice(0, at), ...list.slice(at + 1)])),
  'list replace': builtin('list:list, position:any, newItem:any', replace),
  reverse: builtin('list:list', (_run: Run, list: Value[]) => [...list].reverse()),
  sublist: builtin('list:list, start position:number, length?:number', (run: Run, list: Value[], start: number, length: number | null) =>
    edited(run, list, start, (at) => list.slice(at, length === null ? undefined : at + length))),
  sort: builtin('list:list, precedes?:function', sort),
  partition: builtin('list:list, size:number', (run: Run, list: Value[], size: number) => {
    if (!(size >= 1)) return run.problem('arguments', 'the size of a part is at least 1');
    const width = Math.trunc(size);
    return Array.from({ length: Math.ceil(list.length / width) }, (_, part) => list.slice(part * width, part * width + width));
  }),
  'is empty': builtin('list:list', (_run: Run, list: Value[]) => list.length === 0),
  all: builtin('...list:any', (run: Run, ...items: Value[]) => decide(run, spread(items), false)),
  any: builtin('...list:any', (run: Run, ...items: Value[]) => decide(run, spread(items), true)),
};
lists['and'] = lists['all']!;
lists['or'] = lists['any']!;

function joined(run: Run, all: Value[][]): Value[] {
  run.chargeList(all.reduce((sum, list) => sum + list.length, 0));
  return all.flat();
}

function holds(run: Run, list: Value[], element: Value): boolean {
  return list.some((item) => equal(run, item, element) === true);
}

function distinct(run: Run, list: Value[]): Value[] {
  const kept: Value[] = [];
  for (const item of list) if (!holds(run, kept, item)) kept.push(item);
  return kept;
}

function flatten(run: Run, list: Value[]): Value[] {
  const flat: Value[] = [];
  const pending = [...list].reverse();
  while (pending.length) {
    run.charge(0.1);
    const item = pending.pop()!;
    if (isList(item)) { run.chargeList(item.length + flat.length); pending.push(...[...item].reverse()); }
    else flat.push(item);
  }
  return flat;
}

/** Applies an edit at a 1-based position, from the end when negative; null when the list has no such place. */
function edited(run: Run, list: Value[], position: number, edit: (at: number) => Value): Value {
  const at = position < 0 ? list.length + Math.trunc(position) : Math.trunc(position) - 1;
  if (position === 0 || at < 0 || at >= list.length) {
    return run.problem('arguments', `there is no position ${position} in a list of ${list.length}`);
  }
  return edit(at);
}

function replace(run: Run, list: Value[], position: Value, item: Value): Value {
  if (position instanceof FeelFunction) {
    return list.map((old) => (run.call(position, [old, item]) === true ? item : old));
  }
  if (typeof position !== 'number') return run.problem('arguments', '"position" is neither a number nor a function');
  return edited(run, list, position, (at) => list.map((old, index) => (index === at ? item : old)));
}

/** Stable merge sort: its comparisons are charged, and it ends also with a function that contradicts itself. */
function sort(run: Run, list: Value[], precedes: FeelFunction | null): Value {
  if (list.length < 2) return list;
  const middle = list.length >> 1;
  const left = sort(run, list.slice(0, middle), precedes);
  const right = sort(run, list.slice(middle), precedes);
  if (!isList(left) || !isList(right)) return null;
  const merged: Value[] = [];
  let [l, r] = [0, 0];
  while (l < left.length && r < right.length) {
    const before = comes(run, right[r]!, left[l]!, precedes);
    if (before === null) return null;
    merged.push(before ? right[r++]! : left[l++]!);
  }
  return [...merged, ...left.slice(l), ...right.slice(r)];
}

function comes(run: Run, a: Value, b: Value, precedes: FeelFunction | null): boolean | null {
  run.charge(0.1);
  if (precedes) return run.call(precedes, [a, b]) === true;
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  if (typeof a === 'string' && typeof b === 'string') return a < b;
  return run.problem('arguments', `sort() needs a function to order a ${kindOf(a)} and a ${kindOf(b)}`);
}

/** `any` and `all` with three-valued logic: null when only an undecided element stands in the way. */
function decide(run: Run, items: Value[], decisive: boolean): boolean | null {
  run.chargeList(items.length);
  if (items.includes(decisive)) return decisive;
  const odd = items.find((item) => item !== null && typeof item !== 'boolean');
  if (odd !== undefined) return run.problem('arguments', `the list holds a ${kindOf(odd)}, not only booleans`);
  return items.includes(null) ? null : !decisive;
}
