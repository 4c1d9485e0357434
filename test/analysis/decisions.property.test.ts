/** S7 agrees with trying every value of a grid. */
import fc from 'fast-check';
import { judgeGateway } from '../../engine/analysis/decisions/gateway.js';
import { judgeTable } from '../../engine/analysis/decisions/table.js';
import type { DecisionTable } from '../../engine/decision/types.js';
import { evaluate } from '../../engine/expression/evaluate.js';
import { parseUnaryTests } from '../../engine/expression/parse.js';
import type { GatewayNode } from '../../engine/graph/types.js';
import { processGraph } from '../support/build.js';
import { feel } from './support.js';

const constant = fc.integer({ min: 0, max: 4 });
const atom = fc.oneof(
  fc.tuple(fc.constantFrom('x', 'y'), fc.constantFrom('<', '<=', '>', '>=', '='), constant).map(([name, op, value]) => `${name} ${op} ${value}`),
  fc.tuple(fc.constantFrom('x', 'y'), constant, constant).map(([name, low, high]) => `${name} in [${low}..${high}]`),
  fc.tuple(fc.constantFrom('=', '!='), fc.constantFrom('a', 'b')).map(([op, value]) => `s ${op} "${value}"`),
);
const condition = fc.oneof(atom, fc.tuple(atom, fc.constantFrom('and', 'or'), atom).map((each) => each.join(' ')), atom.map((each) => `not(${each})`));
/** Every quarter around the constants, and texts named and unnamed. */
const quarters = Array.from({ length: 25 }, (_, at) => at / 4 - 1);
const grid = quarters.flatMap((x) => quarters.flatMap((y) => ['a', 'b', 'c'].map((s) => ({ x, y, s }))));

describe('decisions', () => {
  it('of a gateway: a gap or an overlap is found exactly when some value shows it', () => {
    fc.assert(fc.property(fc.array(condition, { minLength: 2, maxLength: 3 }), (texts) => {
      const builder = processGraph().start().exclusive('g');
      for (const [at, text] of texts.entries()) builder.from('g').via({ condition: feel(text) }).task(`t${at}`);
      const graph = builder.build();
      const judged = judgeGateway(graph, graph.nodes['g'] as GatewayNode);
      if (!('overlaps' in judged)) throw new Error('not judged');
      const counts = grid.map((scope) => texts.filter((text) => evaluate(feel(text).ast, scope, { now: 0 }).value === true).length);
      expect([judged.gap !== undefined, judged.overlaps.length > 0]).toEqual([counts.includes(0), counts.some((count) => count > 1)]);
    }), { numRuns: 25, seed: 5 });
  });
  it('of a table: the same, by rules', () => {
    const cell = fc.oneof(fc.constant('-'), constant.map((value) => `< ${value}`), constant.map((value) => `>= ${value}`), fc.tuple(constant, constant).map(([low, high]) => `[${low}..${high}]`), constant.map(String), constant.map((value) => `not(${value})`));
    fc.assert(fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const tests = (text: string) => ({ text, ast: parseUnaryTests(text).ast! });
      const table: DecisionTable = { kind: 'table', hitPolicy: 'UNIQUE', inputs: [feel('x'), feel('y')], outputs: [{ name: 'o', values: [] }], rules: rows.map((row) => ({ tests: row.map(tests), entries: [feel('1')] })) };
      const judged = judgeTable(table);
      if (!('overlaps' in judged)) throw new Error('not judged');
      const holds = (text: string, value: number): boolean => text === '-' || evaluate(tests(text).ast, { '?': value }, { now: 0 }).value === true;
      const counts = quarters.flatMap((x) => quarters.map((y) => rows.filter(([one, two]) => holds(one, x) && holds(two, y)).length));
      expect([judged.gap !== undefined, judged.overlaps.length > 0]).toEqual([counts.includes(0), counts.some((count) => count > 1)]);
    }), { numRuns: 60, seed: 6 });
  });
});
