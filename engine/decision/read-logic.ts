/** The logic of decisions: decision tables and boxed expressions with every text parsed. */
import type { DmnElement } from 'dmn-moddle';
import { isFeel } from '../bpmn/compile/expressions.js';
import { mentions, type Ast, type Expression } from '../expression/ast.js';
import { parseExpression, parseUnaryTests } from '../expression/parse.js';
import type { Diagnostic, Id } from '../graph/types.js';
import type { Aggregation, DecisionTable, HitPolicy, Logic, OutputClause } from './types.js';

type Report = (severity: Diagnostic['severity'], code: string, elementId: Id | undefined, message: string) => void;
type Parse = typeof parseExpression;
/** Thrown once the reason has been reported; whatever needs the part is left out. */
class Unreadable extends Error {}

const NULL: Expression = { text: 'null', ast: { kind: 'literal', value: null } };
const POLICIES: readonly HitPolicy[] = ['UNIQUE', 'FIRST', 'PRIORITY', 'ANY', 'COLLECT', 'RULE ORDER', 'OUTPUT ORDER'];

export class LogicReader {
  private readonly names: string[];
  private readonly byId: ReadonlyMap<Id, DmnElement>;

  constructor(private readonly root: DmnElement, elements: readonly DmnElement[], private readonly report: Report) {
    this.names = namesIn(root);
    this.byId = new Map(elements.flatMap((each) => (each.id === undefined ? [] : [[each.id, each] as const])));
  }

  /** Undefined when something in it cannot be read; the reason has then been reported. */
  decisionLogic(decision: DmnElement): Logic | undefined {
    return this.attempt(decision, () => {
      if (!decision.decisionLogic) throw this.fault('DMN-LOGIC', decision, 'has no logic');
      return new Owner(this, decision, this.knowledgeOf(decision, [])).logic(decision.decisionLogic);
    });
  }
  private attempt(owner: DmnElement, read: () => Logic): Logic | undefined {
    try { return read(); } catch (error) {
      if (error instanceof Unreadable) return undefined;
      throw error instanceof RangeError ? this.fault('DMN-LOGIC', owner, 'is nested too deeply') : error;
    }
  }
  fault(code: string, owner: DmnElement, what: string): Unreadable {
    this.report('error', code, owner.id, `Decision "${owner.name ?? owner.id ?? ''}" ${what}.`);
    return new Unreadable();
  }

  /** Business knowledge models that an element may call, those that others need first. */
  knowledgeOf(element: DmnElement, path: readonly DmnElement[]): DmnElement[] {
    if (path.includes(element)) throw this.fault('DMN-CYCLE', element, 'needs itself');
    const required = (element.knowledgeRequirement ?? []).flatMap(({ requiredKnowledge }) => this.byId.get(target(requiredKnowledge?.href) ?? '') ?? []);
    return [...new Set(required.flatMap((each) => [...this.knowledgeOf(each, [...path, element]), each]))];
  }

  parse(owner: DmnElement, element: DmnElement | undefined, what: string, by: Parse = parseExpression): Expression {
    const text = element?.text?.trim() ?? '';
    const language = element?.expressionLanguage ?? this.root.expressionLanguage;
    if (!isFeel(language) && element?.expressionLanguage !== undefined) throw this.fault('DMN-LANGUAGE', owner, `has ${what} in ${language}; FEEL is read`);
    const parsed = by(text, this.names, { leadingEquals: true });
    if (!parsed.ast) throw this.fault('DMN-FEEL', owner, `has ${what} that is not FEEL: ${text === '' ? 'it is empty' : `${text} (${parsed.errors.map((each) => each.message).join('; ')})`}`);
    return { text, ast: parsed.ast };
  }
}

/** One decision or business knowledge model. */
class Owner {
  constructor(private readonly reader: LogicReader, private readonly element: DmnElement, private readonly knowledge: readonly DmnElement[]) {}

  logic(boxed: DmnElement): Logic {
    switch (boxed.$type) {
      case 'dmn:LiteralExpression': return { kind: 'expression', expression: this.expression(boxed, 'an expression') };
      case 'dmn:DecisionTable': return this.table(boxed);
      case 'dmn:Context': return { kind: 'context', entries: (boxed.contextEntry ?? []).map(({ variable, value }) => ({ ...(variable?.name !== undefined && { name: variable.name }), logic: this.inner(value) })) };
      case 'dmn:List': return { kind: 'list', items: (boxed.elements ?? []).map((each) => this.logic(each)) };
      case 'dmn:Relation': return { kind: 'relation', columns: (boxed.column ?? []).map((each) => each.name ?? ''), rows: (boxed.row ?? []).map((row) => (row.elements ?? []).map((each) => this.logic(each))) };
      case 'dmn:Invocation': return this.invocation(boxed);
      default: throw this.reader.fault('DMN-LOGIC', this.element, `holds a ${boxed.$type.replace('dmn:', '')}, which is not read`);
    }
  }
  private inner(boxed: DmnElement | undefined): Logic {
    if (!boxed) throw this.reader.fault('DMN-LOGIC', this.element, 'has an empty box');
    return this.logic(boxed);
  }

  /** The called model's body is taken in here, so that a plan needs no table of models. */
  private invocation(boxed: DmnElement): Logic {
    const name = boxed.calledFunction?.text?.trim();
    const called = this.knowledge.find((each) => each.name === name);
    if (!called) throw this.reader.fault('DMN-KNOWLEDGE', this.element, `calls "${name ?? ''}", which it does not require`);
    const given = new Map((boxed.binding ?? []).map(({ parameter, bindingFormula }) => [parameter?.name ?? '', bindingFormula]));
    const bindings = parametersOf(called).map((parameter) => ({ name: parameter, logic: given.get(parameter) ? this.inner(given.get(parameter)) : { kind: 'expression' as const, expression: NULL } }));
    const body = called.encapsulatedLogic?.body;
    if (!body) throw this.reader.fault('DMN-KNOWLEDGE', called, 'has no body');
    return { kind: 'invocation', bindings, body: new Owner(this.reader, called, this.reader.knowledgeOf(called, [])).logic(body) };
  }

  private expression(element: DmnElement | undefined, what: string, by?: Parse): Expression {
    const { text, ast } = this.reader.parse(this.element, element, what, by);
    return { text, ast: this.withFunctions(ast) };
  }
  /** Models whose body is one expression can be called from any expression: they stand before it as functions. */
  private withFunctions(ast: Ast): Ast {
    const plain = this.knowledge.filter((each) => each.name !== undefined && each.encapsulatedLogic?.body?.$type === 'dmn:LiteralExpression');
    if (!plain.some((each) => mentions(ast, each.name!))) return ast;
    const entries = plain.map((each) => ({
      key: each.name!,
      value: { kind: 'function' as const, parameters: parametersOf(each).map((name) => ({ name })), body: this.reader.parse(each, each.encapsulatedLogic?.body, 'an expression').ast },
    }));
    return { kind: 'path', target: { kind: 'context', entries: [...entries, { key: 'result', value: ast }] }, name: 'result' };
  }

  private table(boxed: DmnElement): DecisionTable {
    const hitPolicy = (boxed.hitPolicy ?? 'UNIQUE') as HitPolicy;
    if (!POLICIES.includes(hitPolicy)) throw this.reader.fault('DMN-POLICY', this.element, `has the hit policy "${hitPolicy}", which DMN does not know`);
    const inputs = (boxed.input ?? []).map((each, at) => this.expression(each.inputExpression, `an expression of input ${at + 1}`));
    const outputs = (boxed.output ?? []).map((each) => this.output(each));
    const aggregation = hitPolicy === 'COLLECT' ? (boxed.aggregation as Aggregation | undefined) : undefined;
    this.checkOutputs(hitPolicy, aggregation, outputs);
    const rules = (boxed.rule ?? []).map((rule, at) => {
      const [tests, entries] = [rule.inputEntry ?? [], rule.outputEntry ?? []];
      if (tests.length !== inputs.length || entries.length !== outputs.length) throw this.reader.fault('DMN-RULE', this.element, `has a rule ${at + 1} with ${tests.length} tests and ${entries.length} outputs for ${inputs.length} inputs and ${outputs.length} outputs`);
      return { tests: tests.map((each) => this.test(each, at + 1)), entries: entries.map((each) => (blank(each) ? NULL : this.expression(each, `an output in rule ${at + 1}`))) };
    });
    return { kind: 'table', hitPolicy, ...(aggregation && { aggregation }), inputs, outputs, rules };
  }
  private checkOutputs(hitPolicy: HitPolicy, aggregation: Aggregation | undefined, outputs: readonly OutputClause[]): void {
    if (outputs.length === 0) throw this.reader.fault('DMN-OUTPUT', this.element, 'has no output');
    if (new Set(outputs.map(({ name }) => name)).size < outputs.length) throw this.reader.fault('DMN-OUTPUT', this.element, 'has two outputs of the same name');
    if (aggregation && outputs.length > 1) throw this.reader.fault('DMN-POLICY', this.element, `adds up ${outputs.length} outputs; one can be`);
    const ranked = hitPolicy === 'PRIORITY' || hitPolicy === 'OUTPUT ORDER';
    if (ranked && outputs.every(({ values }) => values.length === 0)) throw this.reader.fault('DMN-POLICY', this.element, `has the hit policy ${hitPolicy} and no list of output values to go by`);
  }
  private output(clause: DmnElement): OutputClause {
    const listed = blank(clause.outputValues) ? undefined : this.reader.parse(this.element, clause.outputValues, 'output values', parseUnaryTests);
    const tests = listed?.ast.kind === 'unary tests' ? listed.ast.tests : [];
    return {
      name: clause.name ?? clause.label ?? 'output',
      values: tests.map((test) => ({ text: listed?.text ?? '', ast: { kind: 'unary tests', negated: false, tests: [test] } })),
      ...(!blank(clause.defaultOutputEntry) && { default: this.expression(clause.defaultOutputEntry, 'a default output') }),
    };
  }
  private test(entry: DmnElement, rule: number): Expression {
    return this.expression(blank(entry) ? { ...entry, $type: entry.$type, text: '-' } : entry, `a test in rule ${rule}`, parseUnaryTests);
  }
}

/** `#id` within the file; an id in another file is taken by its id too, since all files of a deployment are read together. */
export function target(href: string | undefined): Id | undefined {
  const id = href?.slice(href.indexOf('#') + 1);
  return id === '' ? undefined : id;
}

const blank = (element: DmnElement | undefined): boolean => (element?.text?.trim() ?? '') === '';
const parametersOf = (model: DmnElement): string[] => (model.encapsulatedLogic?.formalParameter ?? []).map((each) => each.name ?? '');

/** Names that expressions may use; those with blanks in them are read as one name only when they are known. */
function namesIn(root: DmnElement): string[] {
  const names = new Set<string>();
  const visit = (element: unknown, depth: number): void => {
    if (depth > 60 || element === null || typeof element !== 'object') return;
    if (Array.isArray(element)) { for (const each of element) visit(each, depth + 1); return; }
    const { name } = element as DmnElement;
    if (typeof name === 'string' && name.trim() !== '') names.add(name);
    for (const [key, value] of Object.entries(element)) if (!key.startsWith('$') && key !== 'dmnDI') visit(value, depth + 1);
  };
  visit(root, 0);
  return [...names];
}
