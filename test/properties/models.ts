/** Random well-formed process graphs: blocks within blocks, so that every run ends (BPMN without a drawing). */
import fc from 'fast-check';
import type { ActivityNode, EventNode, FlowNode, GatewayNode, GatewayType, Plan, ProcessGraph, SequenceFlow } from '../../engine/graph/types.js';
import { parseExpression } from '../../engine/expression/parse.js';
import type { Expression } from '../../engine/expression/ast.js';

export type Block =
  | { kind: 'task'; of: 'userTask' | 'task' | 'serviceTask' | 'receiveTask' }
  | { kind: 'timer' }
  | { kind: 'sequence'; parts: Block[] }
  | { kind: 'xor' | 'and' | 'or'; branches: Block[] }
  | { kind: 'loop'; turns: number; body: Block }
  | { kind: 'sub'; body: Block; timeout: boolean; interrupting: boolean }
  | { kind: 'multi'; sequential: boolean; n: number };

export const block: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'block', withCrossShrink: true },
    fc.record({ kind: fc.constant('task' as const), of: fc.constantFrom('userTask' as const, 'task' as const, 'serviceTask' as const, 'receiveTask' as const) }),
    fc.record({ kind: fc.constant('timer' as const) }),
    fc.record({ kind: fc.constant('sequence' as const), parts: fc.array(tie('block'), { minLength: 1, maxLength: 3, depthIdentifier: 'block' }) }),
    fc.record({ kind: fc.constantFrom('xor' as const, 'and' as const, 'or' as const), branches: fc.array(tie('block'), { minLength: 2, maxLength: 3, depthIdentifier: 'block' }) }),
    fc.record({ kind: fc.constant('loop' as const), turns: fc.integer({ min: 1, max: 3 }), body: tie('block') }),
    fc.record({ kind: fc.constant('sub' as const), body: tie('block'), timeout: fc.boolean(), interrupting: fc.boolean() }),
    fc.record({ kind: fc.constant('multi' as const), sequential: fc.boolean(), n: fc.integer({ min: 0, max: 3 }) }),
  ),
})).block;

export function feel(text: string, names: readonly string[] = []): Expression {
  const parsed = parseExpression(text, names);
  if (!parsed.ast) throw new Error(`${text}: ${parsed.errors[0]?.message}`);
  return { text, ast: parsed.ast };
}

/** Variables of decisions: `v1`, `v2`… which the script sets at random. */
export function planOf(root: Block): { plan: Plan; variables: string[] } {
  const builder = new Builder();
  const s = builder.event('startEvent', 'P');
  const last = builder.put(root, 'P', s);
  builder.flow(last, builder.event('endEvent', 'P'));
  const graph: ProcessGraph = { id: 'P', executable: true, nodes: builder.nodes, flows: builder.flows, order: Object.keys(builder.nodes), lanes: [], data: {} };
  return { plan: { hash: 'test', root: 'P', processes: { P: graph } }, variables: builder.variables };
}

class Builder {
  readonly nodes: Record<string, FlowNode> = {};
  readonly flows: Record<string, SequenceFlow> = {};
  readonly variables: string[] = [];
  private n = 0;

  private id(prefix: string): string { this.n += 1; return `${prefix}${this.n}`; }
  event(type: EventNode['type'], scope: string, more: Partial<EventNode> = {}): string {
    const id = this.id('e');
    this.nodes[id] = { id, kind: 'event', type, scope, incoming: [], outgoing: [], definitions: [], parallelMultiple: false, ...more };
    return id;
  }
  private gateway(type: GatewayType, scope: string): string {
    const id = this.id('g');
    this.nodes[id] = { id, kind: 'gateway', type, scope, incoming: [], outgoing: [] };
    return id;
  }
  private activity(type: ActivityNode['type'], scope: string, more: Partial<ActivityNode> = {}): string {
    const id = this.id('a');
    this.nodes[id] = { id, kind: 'activity', type, scope, incoming: [], outgoing: [], startQuantity: 1, completionQuantity: 1, isForCompensation: false, boundary: [], reads: [], writes: [], ...more };
    return id;
  }
  flow(source: string, target: string, condition?: string): string {
    const id = this.id('f');
    this.flows[id] = { id, source, target, ...(condition === undefined ? {} : { condition: feel(condition, this.variables) }) };
    (this.nodes[source] as unknown as { outgoing: string[] }).outgoing.push(id);
    (this.nodes[target] as unknown as { incoming: string[] }).incoming.push(id);
    return id;
  }

  /** Adds the block behind `from`; returns the node it ends with. */
  put(block: Block, scope: string, from: string): string {
    switch (block.kind) {
      case 'task': return this.after(from, this.activity(block.of, scope, block.of === 'receiveTask' ? { message: { name: 'M' } } : {}));
      case 'timer': return this.after(from, this.event('intermediateCatchEvent', scope, { definitions: [{ kind: 'timer', timerKind: 'duration', expression: feel('"PT1H"') }] }));
      case 'sequence': return block.parts.reduce((last, part) => this.put(part, scope, last), from);
      case 'xor': case 'and': case 'or': return this.branches(block.kind, block.branches, scope, from);
      case 'loop': return this.loop(block, scope, from);
      case 'multi': return this.after(from, this.activity('userTask', scope, { loop: { kind: 'multiInstance', sequential: block.sequential, cardinality: feel(String(block.n)), behavior: 'all' } }));
      case 'sub': return this.sub(block, scope, from);
    }
  }
  private after(from: string, node: string): string { this.flow(from, node); return node; }
  private branches(kind: 'xor' | 'and' | 'or', branches: readonly Block[], scope: string, from: string): string {
    const type = kind === 'xor' ? 'exclusiveGateway' : kind === 'and' ? 'parallelGateway' : 'inclusiveGateway';
    const fork = this.after(from, this.gateway(type, scope));
    const join = this.gateway(type, scope);
    const variable = `v${this.variables.length + 1}`;
    if (kind !== 'and') this.variables.push(variable);
    for (const [index, branch] of branches.entries()) {
      const isDefault = index === branches.length - 1;
      const pass = this.activity('task', scope);
      const flow = this.flow(fork, pass, kind === 'and' || isDefault ? undefined : kind === 'xor' ? `${variable} = ${index}` : `${variable} >= ${index}`);
      if (isDefault && kind !== 'and') (this.nodes[fork] as GatewayNode).defaultFlow = flow;
      this.flow(this.put(branch, scope, pass), join);
    }
    return join;
  }
  private loop(block: Extract<Block, { kind: 'loop' }>, scope: string, from: string): string {
    const variable = this.id('n');
    this.variables.push(variable);
    const merge = this.after(from, this.gateway('exclusiveGateway', scope));
    const body = this.put(block.body, scope, merge);
    const count = this.after(body, this.activity('scriptTask', scope, { script: feel(`{${variable}: ${variable} + 1}`, this.variables) }));
    const decide = this.after(count, this.gateway('exclusiveGateway', scope));
    const out = this.activity('task', scope);
    this.flow(decide, merge, `${variable} < ${block.turns}`);
    (this.nodes[decide] as GatewayNode).defaultFlow = this.flow(decide, out);
    return out;
  }
  private sub(block: Extract<Block, { kind: 'sub' }>, scope: string, from: string): string {
    const id = this.after(from, this.activity('subProcess', scope, { children: [] }));
    const join = this.gateway('exclusiveGateway', scope);
    this.flow(id, join);
    const last = this.put(block.body, id, this.event('startEvent', id));
    this.flow(last, this.event('endEvent', id));
    if (!block.timeout) return join;
    const boundary = this.event('boundaryEvent', scope, { attachedTo: id, cancelActivity: block.interrupting, definitions: [{ kind: 'timer', timerKind: 'duration', expression: feel('"PT30M"') }] });
    (this.nodes[id] as unknown as { boundary: string[] }).boundary.push(boundary);
    if (block.interrupting) this.flow(boundary, join);
    else this.flow(boundary, this.event('endEvent', scope));
    return join;
  }
}
