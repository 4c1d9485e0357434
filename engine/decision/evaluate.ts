/** Makes a decision: what it requires first, then its own logic (DMN 1.5, chapters 6 to 8). Pure. */
import { evaluate } from '../expression/evaluate.js';
import type { Expression } from '../expression/ast.js';
import type { Id, Instant, Json } from '../graph/types.js';
import { combine, DecisionError, type Hit } from './hit-policies.js';
import type { Decision, Decisions, DecisionTable, Logic, OutputClause } from './types.js';

type Scope = Readonly<Record<string, Json>>;
export interface Decided {
  ok: true;
  /** Name and value of the result. */
  name: string;
  value: Json;
  /** The rules that held, by decision, from 1, of every table that was looked at. */
  rules: Record<Id, number[]>;
}
/** `message` names the decision, and the rule where there is one. */
export type DecisionResult = Decided | { ok: false; message: string };

export interface DecideOptions { now: Instant; /** Minutes east of UTC of local times; default as for expressions. */ offsetMinutes?: number }

/** `data` are the input data, by name. A value that cannot be told, or rules that a hit policy forbids together, give a message. */
export function decide(decisions: Decisions, id: Id, data: Scope, options: DecideOptions): DecisionResult {
  const run = new Run(decisions, data, options);
  try {
    const value = run.decision(id);
    return { ok: true, name: decisions[id]?.name ?? id, value, rules: run.rules };
  } catch (error) {
    if (!(error instanceof DecisionError)) throw error;
    return { ok: false, message: error.message };
  }
}

class Run {
  readonly rules: Record<Id, number[]> = {};
  private readonly made = new Map<Id, Json>();
  private current = '';

  constructor(private readonly decisions: Decisions, private readonly data: Scope, private readonly options: DecideOptions) {}

  decision(id: Id): Json {
    const known = this.made.get(id);
    if (known !== undefined) return known;
    const decision = this.decisions[id];
    if (!decision) throw new DecisionError(`There is no decision ${id}`);
    const scope = { ...this.data, ...this.required(decision) };
    this.current = id;
    const value = this.logic(decision.logic, scope);
    this.made.set(id, value);
    return value;
  }
  /** Results are known by their variable's name, and by the decision's id where that is free. */
  private required(decision: Decision): Record<string, Json> {
    const results: Record<string, Json> = {};
    for (const id of decision.requires) {
      const value = this.decision(id);
      results[this.decisions[id]?.name ?? id] = value;
      if (!Object.hasOwn(this.data, id)) results[id] ??= value;
    }
    return results;
  }

  private logic(logic: Logic, scope: Scope): Json {
    switch (logic.kind) {
      case 'expression': return this.value(logic.expression, scope);
      case 'table': return this.table(logic, scope);
      case 'list': return logic.items.map((item) => this.logic(item, scope));
      case 'relation': return logic.rows.map((row) => Object.fromEntries(logic.columns.map((column, index) => [column, row[index] ? this.logic(row[index], scope) : null])));
      case 'invocation': return this.logic(logic.body, Object.fromEntries(logic.bindings.map(({ name, logic: bound }) => [name, this.logic(bound, scope)])));
      case 'context': return this.context(logic.entries, scope);
    }
  }
  private context(entries: Extract<Logic, { kind: 'context' }>['entries'], scope: Scope): Json {
    const found: Record<string, Json> = {};
    for (const { name, logic } of entries) {
      const value = this.logic(logic, { ...scope, ...found });
      if (name === undefined) return value;
      found[name] = value;
    }
    return found;
  }

  private table(table: DecisionTable, scope: Scope): Json {
    const inputs = table.inputs.map((input) => this.value(input, scope));
    const hits: Hit[] = [];
    for (const [index, { tests, entries }] of table.rules.entries()) {
      const holds = tests.every((test, at) => this.value(test, { ...scope, '?': inputs[at] ?? null }, index + 1) === true);
      if (!holds) continue;
      hits.push({ rule: index + 1, outputs: this.outputs(table, (at) => entries[at], scope, index + 1) });
      if (table.hitPolicy === 'FIRST') break;
    }
    this.rules[this.current] = hits.map(({ rule }) => rule);
    if (hits.length === 0 && table.outputs.some((output) => output.default)) hits.push({ rule: 0, outputs: this.outputs(table, (at) => table.outputs[at]?.default, scope) });
    try {
      return combine(table, hits, (hit) => table.outputs.map((output) => this.rank(output, hit, scope)));
    } catch (error) {
      throw error instanceof DecisionError ? this.fault(error.message) : error;
    }
  }
  private outputs(table: DecisionTable, entry: (at: number) => Expression | undefined, scope: Scope, rule?: number): Record<string, Json> {
    return Object.fromEntries(table.outputs.map(({ name }, at) => {
      const expression = entry(at);
      return [name, expression ? this.value(expression, scope, rule) : null];
    }));
  }
  private rank(output: OutputClause, { rule, outputs }: Hit, scope: Scope): number {
    if (output.values.length === 0) return 0;
    const value = outputs[output.name] ?? null;
    const place = output.values.findIndex((test) => this.value(test, { ...scope, '?': value }) === true);
    if (place < 0) throw new DecisionError(`${JSON.stringify(value)} of rule ${rule} is not among the values of ${output.name}`);
    return place;
  }

  private value(expression: Expression, scope: Scope, rule?: number): Json {
    const { value, problems } = evaluate(expression.ast, scope as Parameters<typeof evaluate>[1], this.options);
    const problem = problems.find((each) => each.severity === 'error');
    if (problem) throw this.fault(`${problem.message} (${expression.text})`, rule);
    return value as Json;
  }
  private fault(message: string, rule?: number): DecisionError {
    return new DecisionError(`Decision ${this.current}${rule === undefined ? '' : `, rule ${rule}`}: ${message}`);
  }
}
