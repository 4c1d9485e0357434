import type { Run } from '../run.js';
import { FeelFunction, isList, isTemporal, kindOf, type Value } from '../values.js';

type Body = (run: Run, ...args: never[]) => Value;
/** A built-in bound to a run when an expression names it. */
export type Builtin = (run: Run) => FeelFunction;

interface Parameter { name: string; kind: string; optional: boolean; rest: boolean }

/**
 * A built-in with checked arguments. The signature lists its parameters as in the standard's tables:
 * `string:string, start position:number, length?:number`; `...items:any` takes all further arguments.
 * Kinds are those of `kindOf`, and `any`, `temporal`, `nullable string`, `point` (comparable or range).
 * A null for any other kind gives null; an argument of a wrong kind is the problem `arguments`.
 */
export function builtin(signature: string, body: Body): Builtin {
  const parameters = signature === '' ? [] : signature.split(', ').map(parameterOf);
  const names = parameters.map((parameter) => parameter.name);
  const rest = parameters.at(-1)?.rest ? parameters.at(-1) : undefined;
  const required = parameters.filter((parameter) => !parameter.optional).length;
  return (run) => new FeelFunction(names, (given) => {
    const args: Value[] = [];
    const count = Math.max(given.length, rest ? 0 : parameters.length);
    for (let at = 0; at < count; at++) {
      const parameter = parameters[at] ?? rest!;
      const value = given[at] ?? null;
      if (value === null && parameter.optional) { args.push(null); continue; }
      if (value === null && !parameter.kind.startsWith('nullable') && parameter.kind !== 'any') {
        return run.problem('null-operand', `the argument "${parameter.name}" is null`, { name: parameter.name });
      }
      const converted = converters(value, parameter.kind);
      if (converted === undefined) {
        return run.problem('arguments', `"${parameter.name}" is a ${kindOf(value)}, not a ${parameter.kind}`, { name: parameter.name });
      }
      args.push(converted);
    }
    return body(run, ...args as never[]);
  }, rest !== undefined, required);
}

function parameterOf(text: string): Parameter {
  const [name, kind] = text.split(':') as [string, string];
  const bare = name.replace('...', '').replace('?', '');
  return { name: bare, kind, optional: name.endsWith('?') || name.startsWith('...'), rest: name.startsWith('...') };
}

/** The value as its parameter wants it; a single value serves as a list of one (DMN 1.5, 10.3.2.9.4). */
function converters(value: Value, kind: string): Value | undefined {
  if (kind === 'any') return value;
  if (kind === 'list') return isList(value) ? value : [value];
  const wanted = kind.startsWith('nullable ') ? kind.slice('nullable '.length) : kind;
  if (value === null || kindOf(value) === wanted) return value;
  if (wanted === 'temporal') return isTemporal(value) ? value : undefined;
  if (wanted === 'point') return value;
  return isList(value) && value.length === 1 && kindOf(value[0]!) === wanted ? value[0] : undefined;
}

/** Arguments of a function that takes a list or the elements one by one. */
export const spread = (items: Value[]): Value[] => (items.length === 1 && isList(items[0]!) ? items[0] : items);
