import type { Ast, AstIterator, ArithmeticOperator, CompareOperator, FunctionNode } from './ast.js';
import { unescapeString } from './literals.js';
import { convertType } from './convert-type.js';
import { children, type SyntaxNode } from './tree.js';

/** A construct that is well-formed FEEL but that we refuse; caught by the parser entry and reported with its place. */
export class Refused extends Error {
  constructor(message: string, readonly pos: number) { super(message); }
}

/** Source text and the spelling of names in it, shared by all converters. */
export class Source {
  constructor(readonly text: string, private readonly spelling: (name: string) => string) {}
  of(node: SyntaxNode): string { return this.text.slice(node.from, node.to); }
  name(node: SyntaxNode): string { return this.spelling(this.of(node)); }
}

type Converter = (node: SyntaxNode, source: Source) => Ast;

const logical = (kind: 'and' | 'or'): Converter => (node, source) => {
  const [left, , right] = children(node);
  return { kind, left: operand(left!, source), right: operand(right!, source) };
};

const converters: Record<string, Converter> = {
  Expression: (node, source) => operand(children(node)[0]!, source),
  ParenthesizedExpression: (node, source) => convert(children(node)[1]!, source),
  null: () => ({ kind: 'literal', value: null }),
  BooleanLiteral: (node, source) => ({ kind: 'literal', value: source.of(node) === 'true' }),
  NumericLiteral: (node, source) => ({ kind: 'literal', value: numberOf(node, source) }),
  StringLiteral: (node, source) => ({ kind: 'literal', value: unescapeString(source.of(node)) }),
  VariableName: (node, source) => ({ kind: 'name', name: source.name(node), pos: node.from }),
  '?': (node) => ({ kind: 'name', name: '?', pos: node.from }),
  Disjunction: logical('or'),
  Conjunction: logical('and'),
  Comparison: convertComparison,
  ArithmeticExpression: convertArithmetic,
  IfExpression: (node, source) => {
    const [, condition, , then, , otherwise] = children(node);
    return {
      kind: 'if', condition: convert(condition!, source), then: convert(then!, source), else: convert(otherwise!, source),
    };
  },
  List: (node, source) => ({ kind: 'list', items: children(node).slice(1, -1).map((item) => convert(item, source)) }),
  Context: (node, source) => ({ kind: 'context', entries: children(node).slice(1, -1).map((entry) => convertEntry(entry, source)) }),
  PathExpression: (node, source) => {
    const [target, , name] = children(node);
    return { kind: 'path', target: convert(target!, source), name: source.name(name!), pos: name!.from };
  },
  FilterExpression: (node, source) => {
    const [target, , filter] = children(node);
    // `xs[> 2]` asks of each element what a test asks of its input.
    const by = convert(filter!, source);
    const asked: Ast = isBareTest(filter!) ? { kind: 'in', value: { kind: 'name', name: 'item' }, tests: [by] } : by;
    return { kind: 'filter', target: convert(target!, source), filter: asked };
  },
  FunctionInvocation: convertCall,
  DateTimeLiteral: (node, source) => (children(node).length === 1 ? convert(children(node)[0]!, source) : convertCall(node, source)),
  AtLiteral: (node, source) => ({ kind: 'at', text: unescapeString(source.of(children(node)[0]!)), pos: node.from }),
  FunctionDefinition: convertFunction,
  ForExpression: (node, source) => ({ kind: 'for', ...convertIteration(node, source) }),
  QuantifiedExpression: (node, source) => ({ kind: children(node)[0]!.name as 'some' | 'every', ...convertIteration(node, source) }),
  InstanceOfExpression: (node, source) => {
    const parts = children(node);
    return { kind: 'instance of', value: convert(parts[0]!, source), type: convertType(parts.at(-1)!, source), pos: node.from };
  },
  SimplePositiveUnaryTest: (node, source) => {
    const [first, operand] = children(node);
    if (first!.name === 'Interval') return convertRange(first!, source);
    return { kind: 'test', op: source.of(first!) as CompareOperator, operand: convert(operand!, source) };
  },
  PositiveUnaryTest: (node, source) => convert(children(node)[0]!, source),
  UnaryTests: (node, source) => {
    const parts = children(node);
    const list = parts.find((part) => part.name === 'PositiveUnaryTests');
    return { kind: 'unary tests', negated: parts[0]!.name === 'not', tests: list ? testsOf(list, source) : [] };
  },
};

/** Lezer's tree of a well-formed text to ours. Throws Refused for what the evaluator leaves out. */
export function convert(node: SyntaxNode, source: Source): Ast {
  const converter = converters[node.name];
  if (!converter) throw new Refused(`"${source.of(node)}" is not supported here`, node.from);
  return converter(node, source);
}

const isBareTest = (node: SyntaxNode): boolean => node.name === 'SimplePositiveUnaryTest' && children(node)[0]!.name === 'CompareOp';

/** A value to compute with. The grammar would also take a comparison without its left side here: `a == 1`, `= a`. */
function operand(node: SyntaxNode, source: Source): Ast {
  if (isBareTest(node)) throw new Refused(unexpected(source.of(children(node)[0]!), node.from), node.from);
  return convert(node, source);
}

/** Message for a text that stops being FEEL at an offset. */
export const unexpected = (found: string, at: number): string => `"${found}" was not expected at position ${at + 1}`;

const testsOf = (list: SyntaxNode, source: Source): Ast[] => children(list).map((test) => convert(test, source));

function numberOf(node: SyntaxNode, source: Source): number {
  const value = Number(source.of(node));
  if (!Number.isFinite(value)) throw new Refused(`the number ${source.of(node)} is too large`, node.from);
  return value;
}

function convertArithmetic(node: SyntaxNode, source: Source): Ast {
  const parts = children(node);
  if (parts.length === 2) return { kind: 'negate', operand: convert(parts[1]!, source), pos: node.from };
  const [left, op, right] = parts;
  const sign = source.of(op!);
  return {
    kind: 'arithmetic', op: (sign === '^' ? '**' : sign) as ArithmeticOperator,
    left: operand(left!, source), right: operand(right!, source), pos: op!.from,
  };
}

function convertComparison(node: SyntaxNode, source: Source): Ast {
  const [value, operator, ...rest] = children(node);
  if (operator!.name === 'between') {
    const [low, , high] = rest;
    return { kind: 'between', value: convert(value!, source), low: convert(low!, source), high: convert(high!, source), pos: operator!.from };
  }
  if (operator!.name !== 'in') {
    return {
      kind: 'compare', op: source.of(operator!) as CompareOperator, pos: operator!.from,
      left: operand(value!, source), right: operand(rest[0]!, source),
    };
  }
  const input = convert(value!, source);
  const list = rest.find((part) => part.name === 'PositiveUnaryTests');
  return list ? { kind: 'in', value: input, tests: testsOf(list, source), pos: operator!.from }
    : convertIn(input, children(rest[0]!)[0]!, operator!.from, source);
}

/**
 * The parser reads `x in [1..5] and y` as `x in ([1..5] and y)`. Comparison binds tighter than `and` and `or`
 * (DMN 1.5, 10.3.1.2), so the test takes the leftmost operand only.
 */
function convertIn(value: Ast, test: SyntaxNode, pos: number, source: Source): Ast {
  if (test.name === 'Conjunction' || test.name === 'Disjunction') {
    const [left, , right] = children(test);
    return {
      kind: test.name === 'Conjunction' ? 'and' : 'or',
      left: convertIn(value, left!, pos, source), right: operand(right!, source),
    };
  }
  return { kind: 'in', value, tests: [convert(test, source)], pos };
}

function convertRange(node: SyntaxNode, source: Source): Ast {
  const [open, start, , end, close] = children(node);
  return {
    kind: 'range', start: convert(start!, source), end: convert(end!, source),
    startIncluded: source.of(open!) === '[', endIncluded: source.of(close!) === ']', pos: node.from,
  };
}

function convertEntry(node: SyntaxNode, source: Source): { key: string; value: Ast } {
  const [key, value] = children(node);
  const inner = children(key!)[0]!;
  return {
    key: inner.name === 'StringLiteral' ? unescapeString(source.of(inner)) : source.name(inner),
    value: convert(value!, source),
  };
}

function convertCall(node: SyntaxNode, source: Source): Ast {
  const [callee, , parameters] = children(node);
  const fixed = callee!.name === 'DateTimeConstructor' || callee!.name === 'SpecialFunctionName';
  const target: Ast = fixed ? { kind: 'name', name: source.name(callee!), pos: callee!.from } : convert(callee!, source);
  const items = parameters && parameters.name.endsWith('Parameters') ? children(parameters) : [];
  if (parameters?.name !== 'NamedParameters') {
    return { kind: 'call', callee: target, args: items.map((item) => convert(item, source)), pos: node.from };
  }
  return {
    kind: 'call', callee: target, pos: node.from,
    args: items.map((item) => convert(children(item)[1]!, source)),
    names: items.map((item) => source.name(children(item)[0]!)),
  };
}

function convertFunction(node: SyntaxNode, source: Source): Ast {
  const parts = children(node);
  if (parts.some((part) => part.name === 'external')) throw new Refused('external functions are not supported', node.from);
  const formal = parts.find((part) => part.name === 'FormalParameters');
  const parameters: FunctionNode['parameters'] = (formal ? children(formal) : []).map((parameter) => {
    const [name, type] = children(parameter);
    return type ? { name: source.name(name!), type: convertType(type, source) } : { name: source.name(name!) };
  });
  return { kind: 'function', parameters, body: convert(children(parts.at(-1)!)[0]!, source) };
}

function convertIteration(node: SyntaxNode, source: Source): { iterators: AstIterator[]; body: Ast } {
  const parts = children(node);
  const iterators = children(parts[1]!).map((each): AstIterator => {
    const [name, , range] = children(each);
    const [first, dots, to] = children(range!);
    const start = convert(first!, source);
    return dots ? { name: source.name(name!), source: start, to: convert(to!, source) } : { name: source.name(name!), source: start };
  });
  return { iterators, body: convert(parts.at(-1)!, source) };
}
