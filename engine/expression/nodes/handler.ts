import type { Ast } from '../ast.js';
import type { Run, Scope } from '../run.js';
import type { Value } from '../values.js';

type Holding<N extends Ast, K> = N extends Ast ? (K extends N['kind'] ? N : never) : never;
export type NodeOf<K extends Ast['kind']> = Holding<Ast, K>;
/** Evaluates one kind of node. */
export type Handler<K extends Ast['kind']> = (run: Run, node: NodeOf<K>, scope: Scope) => Value;
