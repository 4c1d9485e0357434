import type { Ast, ArithmeticNode, AtNode, CompareNode, FilterNode, IfNode, NameNode, PathNode } from '../ast.js';
import { builtins } from '../builtins/index.js';
import { isDuration, kindOf } from '../values.js';
import { temporalFromText } from '../temporal/read.js';
import { typeOfCall } from './calls.js';
import {
  checkLoopRange, find, needBoolean, nested, typeChildren, type Checker, type StaticScope,
} from './checker.js';
import { compatible, either, elementOf, kindOfType, propertyOf, typeNamed, type VariableType } from './types.js';

/** Type of a node's value, reporting what is wrong in it on the way. */
export function infer(checker: Checker, node: Ast, scope: StaticScope): VariableType {
  switch (node.kind) {
    case 'literal': return kindOf(node.value);
    case 'at': return atLiteral(checker, node);
    case 'name': return variable(checker, node, scope);
    case 'arithmetic': return arithmetic(checker, node, scope);
    case 'negate': return checker.typeOf(node.operand, scope);
    case 'compare': comparison(checker, node, scope); return 'boolean';
    case 'and': case 'or':
      for (const type of typeChildren(checker, node, scope)) needBoolean(checker, type, `an operand of ${node.kind}`);
      return 'boolean';
    case 'between': case 'in': case 'instance of': case 'unary tests': typeChildren(checker, node, scope); return 'boolean';
    case 'range': case 'test': typeChildren(checker, node, scope); return 'range';
    case 'if': return conditional(checker, node, scope);
    case 'list': return { list: typeChildren(checker, node, scope).reduce<VariableType>(either, node.items.length ? 'null' : 'any') };
    case 'context': return contextOf(checker, node.entries, scope);
    case 'path': return path(checker, node, scope);
    case 'filter': return filter(checker, node, scope);
    case 'call': return typeOfCall(checker, node, scope);
    case 'function':
      checker.typeOf(node.body, nested(scope, node.parameters.map((each) => [each.name, each.type ? typeNamed(each.type) : 'any'])));
      return 'function';
    case 'for': return { list: iteration(checker, node, nested(scope, [['partial', 'list']])) };
    case 'some': case 'every': needBoolean(checker, iteration(checker, node, scope), `the condition of ${node.kind}`); return 'boolean';
  }
}

function atLiteral(checker: Checker, node: AtNode): VariableType {
  const value = temporalFromText(node.text);
  return value ? kindOf(value) : checker.report('arguments', `@"${node.text}" is no date, time or duration`, node);
}

function variable(checker: Checker, node: NameNode, scope: StaticScope): VariableType {
  const type = find(scope, node.name);
  if (type !== undefined) return type;
  if (Object.hasOwn(builtins, node.name)) return 'function';
  return checker.report('unknown-name', `there is no variable "${node.name}"`, node);
}

function arithmetic(checker: Checker, node: ArithmeticNode, scope: StaticScope): VariableType {
  const [left, right] = [kindOfType(checker.typeOf(node.left, scope)), kindOfType(checker.typeOf(node.right, scope))];
  if ([left, right].some((kind) => kind === 'any' || kind === 'null')) {
    return node.op === '**' || (node.op === '-' && (left === 'number' || right === 'number')) ? 'number' : 'any';
  }
  if (left === 'number' && right === 'number') return 'number';
  if (node.op === '+' && left === 'string' && right === 'string') return 'string';
  const points = ['date', 'date and time', 'time'];
  const [point, span] = points.includes(left) ? [left, right] : [right, left];
  if ((node.op === '+' || (node.op === '-' && points.includes(left))) && points.includes(point) && isDuration(span)) return point;
  if (node.op === '-' && points.includes(left) && points.includes(right)) return 'days and time duration';
  if ('+-'.includes(node.op) && left === right && isDuration(left)) return left;
  if (node.op === '/' && left === right && isDuration(left)) return 'number';
  if ('*/'.includes(node.op) && isDuration(left) && right === 'number') return left;
  if (node.op === '*' && left === 'number' && isDuration(right)) return right;
  return checker.report('type', `${node.op} is not defined for ${left} and ${right}`, node);
}

function comparison(checker: Checker, node: CompareNode, scope: StaticScope): void {
  const [left, right] = [checker.typeOf(node.left, scope), checker.typeOf(node.right, scope)];
  const dates = [left, right].every((type) => type === 'date' || type === 'date and time');
  if (!compatible(left, right) && !dates) {
    checker.report('type', `${kindOfType(left)} and ${kindOfType(right)} cannot be compared with ${node.op}`, node);
  }
}

function conditional(checker: Checker, node: IfNode, scope: StaticScope): VariableType {
  needBoolean(checker, checker.typeOf(node.condition, scope), 'the condition of if');
  return either(checker.typeOf(node.then, scope), checker.typeOf(node.else, scope));
}

function contextOf(checker: Checker, entries: { key: string; value: Ast }[], scope: StaticScope): VariableType {
  const names = new Map<string, VariableType>();
  for (const { key, value } of entries) names.set(key, checker.typeOf(value, { names, parent: scope }));
  return { context: Object.fromEntries(names) };
}

function path(checker: Checker, node: PathNode, scope: StaticScope): VariableType {
  const target = checker.typeOf(node.target, scope);
  return propertyOf(target, node.name)
    ?? checker.report('unknown-property', `there is no "${node.name}" in this ${kindOfType(target)}`, node);
}

/** Inside the brackets the element's properties are in reach; of an element of unknown type, any name may be one. */
function filter(checker: Checker, node: FilterNode, scope: StaticScope): VariableType {
  const target = checker.typeOf(node.target, scope);
  const element = elementOf(target);
  const properties = typeof element === 'object' && 'context' in element ? Object.entries(element.context) : [];
  const open = element === 'any' || element === 'context';
  const by = kindOfType(checker.typeOf(node.filter, nested(scope, [['item', element], ...properties], open)));
  if (by === 'number') return element;
  return by === 'boolean' ? { list: element } : 'any';
}

function iteration(checker: Checker, node: Extract<Ast, { kind: 'for' | 'some' | 'every' }>, scope: StaticScope): VariableType {
  let inner = scope;
  for (const each of node.iterators) {
    checkLoopRange(checker, each);
    const source = checker.typeOf(each.source, inner);
    if (each.to) checker.typeOf(each.to, inner);
    inner = nested(inner, [[each.name, each.to || kindOfType(source) === 'range' ? 'any' : elementOf(source)]]);
  }
  return checker.typeOf(node.body, inner);
}
