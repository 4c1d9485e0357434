import type { Run } from '../run.js';
import { FeelFunction, isList, isTemporal, kindOf, type Value } from '../values.js';

type Body = (run: Run, ...args: never[]) => Value;
/** A built-in bound to a run when an expression names it. */
export interface Builtin {
  (run: Run): FeelFunction;
  /** What a static check needs to know of the arguments. */
  readonly shape: { readonly parameters: readonly { name: string; kind: string }[]; readonly required: number; readonly variadic: boolean };
}

interface Parameter { name: string; kind: string; optional: boolean; rest: boolean }

/**
 * A built-in with checked arguments. The signature lists its parameters as in the standard's tables:
 * `string:string, start position:number, length?:number`; `...items:any` takes all further arguments.
 * Kinds are those of `kindOf`, and `any`, `temporal` and `point` (a comparable value or a range).
 * A null for any other kind gives null; an argument of a wrong kind is the problem `arguments`.
 */
export function builtin(signature: string, body: Body): Builtin {
  const parameters = signature === '' ? [] : signature.split(', ').map(parameterOf);
  const names = parameters.map((parameter) => parameter.name);
  const rest = parameters.at(-1)?.rest ? parameters.at(-1) : undefined;
  const required = parameters.filter((parameter) => !parameter.optional).length;
  const bind = (run: Run): FeelFunction => new FeelFunction(names, (given) => {
    const count = Math.max(given.length, rest ? 0 : parameters.length);
    const args: Value[] = [];
    for (let at = 0; at < count; at++) {
      const accepted = accept(run, given[at] ?? null, parameters[at] ?? rest!);
      if (accepted === undefined) return null;
      args.push(accepted);
    }
    return body(run, ...args as never[]);
  }, rest !== undefined, required);
  return Object.assign(bind, { shape: { parameters, required, variadic: rest !== undefined } });
}

function parameterOf(text: string): Parameter {
  const [name, kind] = text.split(':') as [string, string];
  const bare = name.replace('...', '').replace('?', '');
  return { name: bare, kind, optional: name.endsWith('?') || name.startsWith('...'), rest: name.startsWith('...') };
}

/** The argument to hand on; undefined, with a problem noted, when the function has nothing to work with. */
function accept(run: Run, value: Value, { name, kind, optional }: Parameter): Value | undefined {
  if (value === null && (optional || kind === 'any')) return null;
  if (value === null) {
    run.problem('null-operand', `the argument "${name}" is null`, { name });
    return undefined;
  }
  const converted = convert(value, kind);
  if (converted === undefined) run.problem('arguments', `"${name}" is a ${kindOf(value)}, not a ${kind}`, { name });
  return converted;
}

/** The value as its parameter wants it; a single value serves as a list of one (DMN 1.5, 10.3.2.9.4). */
function convert(value: Value, kind: string): Value | undefined {
  if (kind === 'any' || kind === 'point' || kindOf(value) === kind) return value;
  if (kind === 'list') return [value];
  if (kind === 'temporal') return isTemporal(value) ? value : undefined;
  return isList(value) && value.length === 1 && kindOf(value[0]!) === kind ? value[0] : undefined;
}

/** Arguments of a function that takes a list or the elements one by one. */
export const spread = (items: Value[]): Value[] => (items.length === 1 && isList(items[0]!) ? items[0] : items);
