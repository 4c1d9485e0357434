/**
 * Syntax tree of a FEEL expression (DMN 1.5, chapter 10), as it is stored in a published plan.
 * Plain JSON only: it is hashed with the plan, carried through workflow inputs and read by other tools,
 * so it holds no functions, no classes and no undefined values.
 */
export type CompareOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';

/** Type named after `instance of` or in a formal parameter. */
export type AstType =
  | { name: string }
  | { name: 'list' | 'range'; of: AstType }
  | { name: 'context'; entries: { name: string; type: AstType }[] }
  | { name: 'function'; parameters: AstType[]; result: AstType };

/** One `name in source` or `name in from..to` of a `for`, `some` or `every`. */
export interface AstIterator { name: string; source: Ast; to?: Ast }

/** Offset of the node's first character in the source text; kept where messages point at something. */
interface Located { pos?: number }

export interface LiteralNode extends Located { kind: 'literal'; value: null | boolean | number | string }
/** `@"2026-11-23"`: the text between the quotes. */
export interface AtNode extends Located { kind: 'at'; text: string }
export interface NameNode extends Located { kind: 'name'; name: string }
export interface ArithmeticNode extends Located { kind: 'arithmetic'; op: ArithmeticOperator; left: Ast; right: Ast }
export interface NegateNode extends Located { kind: 'negate'; operand: Ast }
export interface CompareNode extends Located { kind: 'compare'; op: CompareOperator; left: Ast; right: Ast }
export interface LogicNode extends Located { kind: 'and' | 'or'; left: Ast; right: Ast }
export interface BetweenNode extends Located { kind: 'between'; value: Ast; low: Ast; high: Ast }
export interface InNode extends Located { kind: 'in'; value: Ast; tests: Ast[] }
/** `< 5` standing alone: an endpoint of a range, or a test in `in` and in unary tests. */
export interface TestNode extends Located { kind: 'test'; op: CompareOperator; operand: Ast }
export interface RangeNode extends Located {
  kind: 'range'; start: Ast; end: Ast; startIncluded: boolean; endIncluded: boolean;
}
export interface IfNode extends Located { kind: 'if'; condition: Ast; then: Ast; else: Ast }
export interface ListNode extends Located { kind: 'list'; items: Ast[] }
export interface ContextNode extends Located { kind: 'context'; entries: { key: string; value: Ast }[] }
export interface PathNode extends Located { kind: 'path'; target: Ast; name: string }
export interface FilterNode extends Located { kind: 'filter'; target: Ast; filter: Ast }
/** `names` is present for a call with named arguments, in the order of `args`. */
export interface CallNode extends Located { kind: 'call'; callee: Ast; args: Ast[]; names?: string[] }
export interface FunctionNode extends Located {
  kind: 'function'; parameters: { name: string; type?: AstType }[]; body: Ast;
}
export interface ForNode extends Located { kind: 'for'; iterators: AstIterator[]; body: Ast }
export interface QuantifiedNode extends Located { kind: 'some' | 'every'; iterators: AstIterator[]; body: Ast }
export interface InstanceOfNode extends Located { kind: 'instance of'; value: Ast; type: AstType }
/** Input cell of a decision table (DMN 1.5, 10.3.1.2); no tests stand for `-`, anything. */
export interface UnaryTestsNode extends Located { kind: 'unary tests'; negated: boolean; tests: Ast[] }

export type Ast =
  | LiteralNode | AtNode | NameNode | ArithmeticNode | NegateNode | CompareNode | LogicNode | BetweenNode | InNode
  | TestNode | RangeNode | IfNode | ListNode | ContextNode | PathNode | FilterNode | CallNode | FunctionNode | ForNode
  | QuantifiedNode | InstanceOfNode | UnaryTestsNode;

/** What a plan stores for each condition, script, mapping and timer. */
export interface Expression { text: string; ast: Ast }

/** Children of a node in the order of the text, for walks that treat all kinds alike. */
export function childrenOf(node: Ast): Ast[] {
  switch (node.kind) {
    case 'literal': case 'at': case 'name': return [];
    case 'arithmetic': case 'compare': case 'and': case 'or': return [node.left, node.right];
    case 'negate': case 'test': return [node.operand];
    case 'between': return [node.value, node.low, node.high];
    case 'in': return [node.value, ...node.tests];
    case 'range': return [node.start, node.end];
    case 'if': return [node.condition, node.then, node.else];
    case 'list': return node.items;
    case 'context': return node.entries.map((entry) => entry.value);
    case 'path': return [node.target];
    case 'filter': return [node.target, node.filter];
    case 'call': return [node.callee, ...node.args];
    case 'function': return [node.body];
    case 'for': case 'some': case 'every':
      return [...node.iterators.flatMap((each) => (each.to ? [each.source, each.to] : [each.source])), node.body];
    case 'instance of': return [node.value];
    case 'unary tests': return node.tests;
  }
}

/** Whether a variable of this name is read anywhere in the tree. */
export function mentions(node: Ast, name: string): boolean {
  return node.kind === 'name' ? node.name === name : childrenOf(node).some((child) => mentions(child, name));
}
