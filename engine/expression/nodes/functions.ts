import { childrenOf, type Ast, type CallNode } from '../ast.js';
import { lookUp, type Run, type Scope } from '../run.js';
import { FeelFunction, kindOf, type Context, type Value } from '../values.js';
import { conforms } from './types.js';
import type { Handler } from './handler.js';

export const definition: Handler<'function'> = (run, node, scope) => new FeelFunction(
  node.parameters.map((parameter) => parameter.name),
  (args) => {
    const variables: Context = {};
    for (const [at, parameter] of node.parameters.entries()) {
      const value = args[at] ?? null;
      if (parameter.type && value !== null && !conforms(run, value, parameter.type)) {
        return run.problem('arguments', `"${parameter.name}" is a ${kindOf(value)}, not a ${parameter.type.name}`, node);
      }
      variables[parameter.name] = value;
    }
    return run.visit(node.body, { variables, parent: scope });
  },
);

export const call: Handler<'call'> = (run, node, scope) => {
  const name = node.callee.kind === 'name' ? node.callee.name : undefined;
  if (name === 'is defined' && node.args.length === 1) return isDefined(run, node.args[0]!, scope);
  const callee = name === undefined ? run.visit(node.callee, scope) : named(run, name, scope);
  if (!(callee instanceof FeelFunction)) {
    return run.problem('unknown-function', `there is no function "${name ?? kindOf(callee)}"`, { name, pos: node.pos });
  }
  const args = node.names ? byName(callee, node, (arg) => run.visit(arg, scope)) : node.args.map((arg) => run.visit(arg, scope));
  if (!args || args.length < callee.required || (args.length > callee.parameters.length && !callee.variadic)) {
    return run.problem('arguments', `${name ?? 'the function'} takes (${callee.parameters.join(', ')})`, { name, pos: node.pos });
  }
  return run.call(callee, args);
};

/** A variable that is no function does not hide the built-in of its name: data may well be called `count`. */
function named(run: Run, name: string, scope: Scope): Value {
  const variable = lookUp(scope, name);
  return variable instanceof FeelFunction ? variable : run.builtin(name) ?? null;
}

/** Named arguments in the order of the parameters; undefined when a name fits none (DMN 1.5, 10.3.2.13). */
function byName(callee: FeelFunction, node: CallNode, visit: (arg: Ast) => Value): Value[] | undefined {
  const values = new Map(node.args.map((arg, at) => [node.names![at]!, visit(arg)]));
  if ([...values.keys()].some((name) => !callee.parameters.includes(name))) return undefined;
  const given = callee.parameters.map((parameter) => values.get(parameter));
  while (given.length && given.at(-1) === undefined) given.pop();
  if (given.slice(0, callee.required).includes(undefined)) return undefined;
  return given.map((value) => value ?? null);
}

/** `is defined(a.b)` asks without making the absence of the name a problem. */
function isDefined(run: Run, node: Ast, scope: Scope): boolean {
  if (node.kind === 'name') return lookUp(scope, node.name) !== undefined;
  if (node.kind === 'path') {
    const target = run.quietly(() => run.visit(node.target, scope));
    return typeof target === 'object' && target !== null && Object.hasOwn(target, node.name);
  }
  return childrenOf(node).every((child) => isDefined(run, child, scope));
}
