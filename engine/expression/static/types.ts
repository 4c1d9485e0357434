import type { AstType } from '../ast.js';
import type { Kind } from '../values.js';

/** What is known of a variable before any data is there. */
export type VariableType = 'any' | Kind | { list: VariableType } | { context: Readonly<Record<string, VariableType>> };

/** Name of the type's kind, `any` when nothing is known. */
export function kindOfType(type: VariableType): 'any' | Kind {
  if (typeof type === 'string') return type;
  return 'list' in type ? 'list' : 'context';
}

/** Whether values of the two kinds may meet in one operation: an unknown or null one may always be right. */
export const compatible = (a: VariableType, b: VariableType): boolean => {
  const [left, right] = [kindOfType(a), kindOfType(b)];
  return left === right || [left, right].some((kind) => kind === 'any' || kind === 'null');
};

/** Type of a value that is one or the other. */
export function either(a: VariableType, b: VariableType): VariableType {
  if (a === b) return a;
  if (a === 'null') return b;
  if (b === 'null') return a;
  const kind = kindOfType(a);
  return kind === kindOfType(b) && kind !== 'list' && kind !== 'context' ? a : 'any';
}

export function elementOf(type: VariableType): VariableType {
  if (typeof type === 'object' && 'list' in type) return type.list;
  return type === 'list' || type === 'any' ? 'any' : type;
}

/** Type of a property; undefined when the type is known not to have it. */
export function propertyOf(type: VariableType, name: string): VariableType | undefined {
  if (typeof type === 'object' && 'context' in type) return Object.hasOwn(type.context, name) ? type.context[name] : undefined;
  if (typeof type === 'object') {
    const element = propertyOf(type.list, name);
    return element === undefined ? undefined : { list: element };
  }
  if (type === 'boolean' || type === 'number' || type === 'string') return undefined;
  return 'any';
}

export function typeNamed(type: AstType): VariableType {
  if ('entries' in type) return { context: Object.fromEntries(type.entries.map((entry) => [entry.name, typeNamed(entry.type)])) };
  if (type.name === 'list') return 'of' in type ? { list: typeNamed(type.of) } : 'list';
  const kinds: readonly string[] = [
    'boolean', 'number', 'string', 'context', 'range', 'function', 'date', 'time', 'date and time',
    'days and time duration', 'years and months duration',
  ];
  return kinds.includes(type.name) ? type.name as Kind : 'any';
}
