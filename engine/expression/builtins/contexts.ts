import type { Run } from '../run.js';
import { entryOf, isContext, isList, kindOf, setEntry, type Context, type Value } from '../values.js';
import { builtin, type Builtin } from './define.js';

/** Functions over contexts (DMN 1.5, 10.3.4). */
export const contexts: Record<string, Builtin> = {
  'get value': builtin('m:context, key:any', (run: Run, context: Context, key: Value) => {
    const path = isList(key) ? key : [key];
    return path.reduce<Value>((at, name) => (isContext(at) && typeof name === 'string' ? entryOf(at, name) ?? null : null), context);
  }),
  'get entries': builtin('m:context', (run: Run, context: Context) => {
    run.chargeList(Object.keys(context).length);
    return Object.keys(context).map((key) => ({ key, value: context[key] ?? null }));
  }),
  'context put': builtin('context:context, key:any, value:any', (run: Run, context: Context, key: Value, value: Value) =>
    put(run, context, isList(key) ? key : [key], value)),
  'context merge': builtin('contexts:list', (run: Run, all: Value[]) => {
    const merged: Context = {};
    for (const each of all) {
      if (!isContext(each)) return run.problem('arguments', `the list holds a ${kindOf(each)}, not only contexts`);
      copyInto(run, merged, each);
    }
    return merged;
  }),
  context: builtin('entries:list', (run: Run, entries: Value[]) => {
    const result: Context = {};
    for (const entry of entries) {
      const key = isContext(entry) ? entryOf(entry, 'key') : undefined;
      if (!isContext(entry) || typeof key !== 'string' || !Object.hasOwn(entry, 'value')) {
        return run.problem('arguments', 'an entry is a context with a "key" and a "value"');
      }
      if (Object.hasOwn(result, key)) return run.problem('arguments', `the key "${key}" is there twice`);
      setEntry(result, key, entryOf(entry, 'value')!);
    }
    return result;
  }),
};
// Names of earlier versions of the standard, still used in diagrams.
contexts['put'] = contexts['context put']!;
contexts['merge'] = contexts['context merge']!;
contexts['put all'] = builtin('...contexts:context', (run: Run, ...all: Context[]) => {
  const merged: Context = {};
  for (const each of all) copyInto(run, merged, each);
  return merged;
});

function copyInto(run: Run, target: Context, source: Context): void {
  run.chargeList(Object.keys(source).length);
  for (const [key, value] of Object.entries(source)) setEntry(target, key, value);
}

function put(run: Run, context: Context, path: readonly Value[], value: Value): Value {
  const [key, ...rest] = path;
  if (typeof key !== 'string') return run.problem('arguments', 'a key is a text or a list of texts');
  const copy: Context = {};
  copyInto(run, copy, context);
  if (!rest.length) { setEntry(copy, key, value); return copy; }
  const inner = entryOf(context, key) ?? {};
  if (!isContext(inner)) return run.problem('arguments', `"${key}" is a ${kindOf(inner)}, not a context`);
  setEntry(copy, key, put(run, inner, rest, value));
  return copy;
}
