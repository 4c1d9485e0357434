import type { CallNode } from '../ast.js';
import { builtins } from '../builtins/index.js';
import type { Builtin } from '../builtins/define.js';
import { PatternError } from '../pattern/compile.js';
import { compilePattern } from '../pattern/parse.js';
import { isDuration } from '../values.js';
import { find, nested, type Checker, type StaticScope } from './checker.js';
import { resultTypes } from './results.js';
import { kindOfType, type VariableType } from './types.js';

/** Type of a call; checks that the function is there, allowed, and gets arguments it can take. */
export function typeOfCall(checker: Checker, node: CallNode, scope: StaticScope): VariableType {
  const name = node.callee.kind === 'name' ? node.callee.name : undefined;
  // `is defined` exists to ask for names that may not be there.
  const argumentScope = name === 'is defined' ? nested(scope, [], true) : scope;
  const types = node.args.map((arg) => checker.typeOf(arg, argumentScope));
  if (name === undefined) { checker.typeOf(node.callee, scope); return 'any'; }
  if (checker.forbidden.has(name)) return checker.report('forbidden', `the function "${name}" is not allowed here`, { name, pos: node.pos });
  if (name === 'is defined') return 'boolean';
  const variable = find(scope, name);
  if (variable === 'function' || (variable === 'any' && !Object.hasOwn(builtins, name))) return 'any';
  const builtin = Object.hasOwn(builtins, name) ? builtins[name] : undefined;
  if (!builtin) return checker.report('unknown-function', `there is no function "${name}"`, { name, pos: node.pos });
  checkArguments(checker, name, node, builtin, types);
  if (name === 'matches' || name === 'replace' || name === 'split' || name === 'extract') checkPattern(checker, node, builtin);
  return resultTypes.get(name) ?? 'any';
}

function checkArguments(checker: Checker, name: string, node: CallNode, { shape }: Builtin, types: VariableType[]): void {
  const { parameters, required, variadic } = shape;
  const wrongName = node.names?.find((given) => !parameters.some((parameter) => parameter.name === given));
  const tooMany = types.length > parameters.length && !variadic;
  if (wrongName !== undefined || types.length < required || tooMany) {
    checker.report('arguments', `${name} takes (${parameters.map((parameter) => parameter.name).join(', ')})`, { name, pos: node.pos });
    return;
  }
  types.forEach((type, at) => {
    const parameter = node.names ? parameters.find((each) => each.name === node.names![at]) : parameters[at] ?? parameters.at(-1);
    if (parameter && !fits(kindOfType(type), parameter.kind)) {
      checker.report('arguments', `"${parameter.name}" of ${name} is a ${kindOfType(type)}, not a ${parameter.kind}`, { name, pos: node.pos });
    }
  });
}

/** A list of one may stand for its element, and an element for the list of it. */
function fits(given: string, wanted: string): boolean {
  if (['any', 'point', 'list', given].includes(wanted) || ['any', 'null', 'list'].includes(given)) return true;
  return wanted === 'temporal' && (['date', 'time', 'date and time'].includes(given) || isDuration(given));
}

/** A pattern written out is compiled now, so that one we cannot run in linear time is refused before it is used. */
function checkPattern(checker: Checker, node: CallNode, { shape }: Builtin): void {
  const written = (parameter: string): string | undefined => {
    const at = node.names ? node.names.indexOf(parameter) : shape.parameters.findIndex((each) => each.name === parameter);
    const arg = at < 0 ? undefined : node.args[at];
    return arg?.kind === 'literal' && typeof arg.value === 'string' ? arg.value : undefined;
  };
  const pattern = written('pattern') ?? written('delimiter');
  if (pattern === undefined) return;
  try {
    compilePattern(pattern, written('flags'));
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    checker.report('forbidden', `the pattern "${pattern.slice(0, 40)}": ${error.message}`, node);
  }
}
