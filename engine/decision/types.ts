/** Decisions of DMN as they travel in a plan: plain JSON, every text parsed. Names are those of the DMN metamodel. */
import type { Expression } from '../expression/ast.js';
import type { Id } from '../graph/types.js';

export type Decisions = Readonly<Record<Id, Decision>>;

export interface Decision {
  id: Id;
  /** Name of the variable that the result is known by. */
  name: string;
  /** Decisions that are made first (information requirements). */
  requires: readonly Id[];
  logic: Logic;
}

export type HitPolicy = 'UNIQUE' | 'FIRST' | 'PRIORITY' | 'ANY' | 'COLLECT' | 'RULE ORDER' | 'OUTPUT ORDER';
export type Aggregation = 'SUM' | 'COUNT' | 'MIN' | 'MAX';

export interface DecisionTable {
  kind: 'table';
  hitPolicy: HitPolicy;
  aggregation?: Aggregation;
  inputs: readonly Expression[];
  outputs: readonly OutputClause[];
  /** In the order of the file; `tests` as many as inputs, `entries` as many as outputs. */
  rules: readonly { tests: readonly Expression[]; entries: readonly Expression[] }[];
}
export interface OutputClause {
  name: string;
  /** Allowed values, best first, each as unary tests: what PRIORITY and OUTPUT ORDER go by. */
  values: readonly Expression[];
  default?: Expression;
}

/** Boxed expressions (DMN 1.5, section 10.2.1). */
export type Logic =
  | { kind: 'expression'; expression: Expression }
  | DecisionTable
  /** The entry without a name is the result; without one, the context itself is. */
  | { kind: 'context'; entries: readonly { name?: string; logic: Logic }[] }
  | { kind: 'list'; items: readonly Logic[] }
  | { kind: 'relation'; columns: readonly string[]; rows: readonly (readonly Logic[])[] }
  /** A business knowledge model with its parameters bound: `body` sees nothing else. */
  | { kind: 'invocation'; bindings: readonly { name: string; logic: Logic }[]; body: Logic };
