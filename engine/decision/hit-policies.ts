/** What the rules that matched give together (DMN 1.5, section 8.2.8). */
import { canonicalJson } from '../graph/canonical.js';
import type { Json } from '../graph/types.js';
import type { Aggregation, DecisionTable, HitPolicy } from './types.js';

/** A rule that matched: its number, from 1, and its outputs by name. */
export interface Hit { rule: number; outputs: Record<string, Json> }
export class DecisionError extends Error {}

/** `rank` places the outputs of a hit on the list of allowed values, a small number for each output, best first. */
export function combine(table: DecisionTable, hits: readonly Hit[], rank: (hit: Hit) => readonly number[]): Json {
  return policies[table.hitPolicy](table, hits, rank);
}

type Policy = (table: DecisionTable, hits: readonly Hit[], rank: (hit: Hit) => readonly number[]) => Json;
const policies: Readonly<Record<HitPolicy, Policy>> = {
  UNIQUE: (table, hits) => {
    if (hits.length > 1) throw new DecisionError(`rules ${numbers(hits)} hold together, where one at most may (hit policy UNIQUE)`);
    return hits[0] ? valueOf(table, hits[0]) : null;
  },
  FIRST: (table, hits) => (hits[0] ? valueOf(table, hits[0]) : null),
  ANY: (table, hits) => {
    if (new Set(hits.map(({ outputs }) => canonicalJson(outputs))).size > 1) {
      throw new DecisionError(`rules ${numbers(hits)} hold together and do not give the same (hit policy ANY)`);
    }
    return hits[0] ? valueOf(table, hits[0]) : null;
  },
  PRIORITY: (table, hits, rank) => {
    const [best] = byRank(hits, rank);
    return best ? valueOf(table, best) : null;
  },
  'OUTPUT ORDER': (table, hits, rank) => byRank(hits, rank).map((hit) => valueOf(table, hit)),
  'RULE ORDER': (table, hits) => hits.map((hit) => valueOf(table, hit)),
  COLLECT: (table, hits) => {
    const values = hits.map((hit) => valueOf(table, hit));
    return table.aggregation ? aggregate(table.aggregation, values) : values;
  },
};

/** One output is its value, several are a context. */
export function valueOf(table: DecisionTable, { outputs }: Hit): Json {
  const [only] = table.outputs;
  return table.outputs.length === 1 && only ? (outputs[only.name] ?? null) : outputs;
}

function byRank(hits: readonly Hit[], rank: (hit: Hit) => readonly number[]): Hit[] {
  const ranked = hits.map((hit) => ({ hit, rank: rank(hit) }));
  const order = (a: readonly number[], b: readonly number[]) => a.map((place, index) => place - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return ranked.sort((a, b) => order(a.rank, b.rank) || a.hit.rule - b.hit.rule).map(({ hit }) => hit);
}

function aggregate(aggregation: Aggregation, values: readonly Json[]): Json {
  if (aggregation === 'COUNT') return new Set(values.map(canonicalJson)).size;
  if (values.length === 0) return null;
  const odd = values.find((value) => typeof value !== 'number');
  if (odd !== undefined) throw new DecisionError(`${JSON.stringify(odd)} is no number, as ${aggregation} needs`);
  const figures = values as readonly number[];
  if (aggregation === 'SUM') return figures.reduce((sum, value) => sum + value, 0);
  return figures.reduce((a, b) => (aggregation === 'MIN' ? Math.min(a, b) : Math.max(a, b)));
}

const numbers = (hits: readonly Hit[]): string => hits.map(({ rule }) => rule).join(', ');
