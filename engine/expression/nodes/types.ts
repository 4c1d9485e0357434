import type { AstType } from '../ast.js';
import type { Run } from '../run.js';
import { entryOf, FeelFunction, isContext, isList, isRange, kindOf, type Value } from '../values.js';
import type { Handler } from './handler.js';

export const instanceOf: Handler<'instance of'> = (run, node, scope) => conforms(run, run.visit(node.value, scope), node.type);

/** Other spellings of the same types (DMN 1.5, 10.3.2). */
const synonyms: Record<string, string> = {
  'date time': 'date and time', dateTime: 'date and time',
  dayTimeDuration: 'days and time duration', yearMonthDuration: 'years and months duration',
};

/** Whether a value is of a type; null is of the type Null only (DMN 1.5, 10.3.2). */
export function conforms(run: Run, value: Value, type: AstType): boolean {
  run.charge(0.1);
  const kind = kindOf(value);
  if (kind === 'null') return type.name === 'Null' || type.name === 'null';
  if (type.name === 'Any') return true;
  if ((synonyms[type.name] ?? type.name) !== kind) return false;
  if ('of' in type) return conformsToItems(run, value, type.of);
  if ('entries' in type) {
    return isContext(value) && type.entries.every((entry) => {
      const found = entryOf(value, entry.name);
      return found !== undefined && (found === null || conforms(run, found, entry.type));
    });
  }
  return 'parameters' in type ? value instanceof FeelFunction && value.parameters.length === type.parameters.length : true;
}

function conformsToItems(run: Run, value: Value, type: AstType): boolean {
  if (isList(value)) return value.every((item) => item === null || conforms(run, item, type));
  return isRange(value) && [value.start, value.end].every((end) => end === null || conforms(run, end, type));
}
