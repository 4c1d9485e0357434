/**
 * Gaps and overlaps of a decision table: input by input the rules that still can hold are narrowed down, so that cases
 * that differ in nothing are looked at once.
 */
import type { DecisionTable } from '../../decision/types.js';
import type { Json } from '../../expression/evaluate.js';
import { evaluateUnaryTests } from '../../expression/unary.js';
import { pointsOfTests, shown } from './domain.js';
import type { Example } from './gateway.js';

export interface TableCases { gap?: Example; overlaps: { rules: number[]; example: Example }[] }
/** `missing`: inputs with tests that cannot be followed, by their expression. */
export type JudgedTable = TableCases | { missing: string[] } | { tooMany: number };

const MOST_STATES = 50_000;
const MOST_OVERLAPS = 20;

/** One input, tried with its values: which rules hold at each, as bits. */
interface Column { name: string; points: { value: Json; rules: bigint }[] }

/** @param allowed for each input, the values that it may have, where the table lists them */
export function judgeTable(table: DecisionTable, allowed: readonly (readonly Json[] | undefined)[] = []): JudgedTable {
  const columns: Column[] = [];
  const missing: string[] = [];
  for (const [at, input] of table.inputs.entries()) {
    const points = pointsOfTests(table.rules.map((rule) => rule.tests[at]!.ast), allowed[at]);
    if (points) columns.push({ name: input.text, points: points.map((value) => ({ value, rules: rulesAt(table, at, value) })) });
    else missing.push(input.text);
  }
  if (missing.length > 0) return { missing };
  return new Narrowing(table, joined(columns)).run();
}
function rulesAt(table: DecisionTable, input: number, value: Json): bigint {
  return table.rules.reduce((bits, rule, at) => {
    const { ast } = rule.tests[input]!;
    const any = ast.kind === 'unary tests' && ast.tests.length === 0 && !ast.negated;
    return any || evaluateUnaryTests(ast, value, {}, { now: 0 }).value === true ? bits | (1n << BigInt(at)) : bits;
  }, 0n);
}
/** Two columns about the same expression are one variable. */
function joined(columns: readonly Column[]): Column[] {
  const result: Column[] = [];
  for (const column of columns) {
    const same = result.find((each) => each.name === column.name);
    if (!same) { result.push({ ...column, points: [...column.points] }); continue; }
    same.points = same.points.flatMap((point) => {
      const match = column.points.find((each) => JSON.stringify(each.value) === JSON.stringify(point.value));
      return match ? [{ value: point.value, rules: point.rules & match.rules }] : [];
    });
  }
  return result;
}

class Narrowing {
  private readonly result: TableCases = { overlaps: [] };
  private readonly seen = new Set<string>();
  private readonly found = new Set<bigint>();

  constructor(private readonly table: DecisionTable, private readonly columns: readonly Column[]) {}

  run(): JudgedTable {
    this.visit(0, (1n << BigInt(this.table.rules.length)) - 1n, {});
    return this.seen.size > MOST_STATES ? { tooMany: MOST_STATES } : this.result;
  }

  private visit(at: number, active: bigint, chosen: Example): void {
    if (this.seen.size > MOST_STATES) return;
    if (active === 0n) {
      this.result.gap ??= this.complete(at, chosen);
      return;
    }
    const key = `${at}:${active}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const column = this.columns[at];
    if (!column) this.leaf(active, chosen);
    else for (const { value, rules } of column.points) this.visit(at + 1, active & rules, { ...chosen, [column.name]: shown(value) });
  }
  private complete(at: number, chosen: Example): Example {
    const rest = this.columns.slice(at).map((column) => [column.name, shown(column.points[0]?.value ?? null)] as const);
    return { ...chosen, ...Object.fromEntries(rest) };
  }
  private leaf(active: bigint, example: Example): void {
    const rules = this.table.rules.map((_, at) => at).filter((at) => (active >> BigInt(at)) & 1n);
    if (rules.length < 2 || this.found.has(active) || this.result.overlaps.length >= MOST_OVERLAPS) return;
    this.found.add(active);
    this.result.overlaps.push({ rules: rules.map((each) => each + 1), example });
  }
}
