/** Data as it is stored: in a dossier, in an event, in a workflow's history. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type TemporalKind = 'date' | 'time' | 'date and time' | 'days and time duration' | 'years and months duration';

/** A date, time or duration: an ISO 8601 text with its kind, so that it is storable and keeps its type. */
export interface Temporal { '@': TemporalKind; value: string }
export interface Range { '@': 'range'; start: Value; end: Value; startIncluded: boolean; endIncluded: boolean }
export interface Context { [key: string]: Value }

/** Exists only while an expression is evaluated; never part of a result. */
export class FeelFunction {
  constructor(
    readonly parameters: readonly string[],
    readonly invoke: (args: readonly Value[]) => Value,
    /** Last parameter takes all further arguments. */
    readonly variadic = false,
    readonly required = parameters.length,
  ) {}
}

export type Value = null | boolean | number | string | Value[] | Temporal | Range | Context | FeelFunction;

export type Kind = 'null' | 'boolean' | 'number' | 'string' | 'list' | 'context' | 'range' | 'function' | TemporalKind;

const temporalKinds: readonly string[] = [
  'date', 'time', 'date and time', 'days and time duration', 'years and months duration',
];

export function kindOf(value: Value): Kind {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return typeof value as Kind;
  if (Array.isArray(value)) return 'list';
  if (value instanceof FeelFunction) return 'function';
  if (isTemporal(value)) return value['@'];
  return isRange(value) ? 'range' : 'context';
}

export function isTemporal(value: Value): value is Temporal {
  return isObject(value) && temporalKinds.includes(value['@'] as string) && typeof value.value === 'string';
}

export function isRange(value: Value): value is Range {
  return isObject(value) && value['@'] === 'range' && 'start' in value && 'end' in value;
}

export const isList = (value: Value): value is Value[] => Array.isArray(value);
export const isContext = (value: Value): value is Context => kindOf(value) === 'context';
export const isDuration = (kind: string): boolean => kind.endsWith('duration');

function isObject(value: Value): value is Context {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof FeelFunction);
}

export const temporal = (kind: TemporalKind, value: string): Temporal => ({ '@': kind, value });

export function range(start: Value, end: Value, startIncluded: boolean, endIncluded: boolean): Range {
  return { '@': 'range', start, end, startIncluded, endIncluded };
}

/** Entry of a context by its own key; undefined when there is none. Inherited members are out of reach. */
export function entryOf(context: Context, key: string): Value | undefined {
  return Object.hasOwn(context, key) ? context[key] ?? null : undefined;
}

/** Writes an entry also when its key is `__proto__`, which plain assignment would turn into a prototype. */
export function setEntry(context: Context, key: string, value: Value): void {
  if (key === '__proto__') Object.defineProperty(context, key, { value, enumerable: true, configurable: true, writable: true });
  else context[key] = value;
}
