/** Tokens in parallel branches: the join before them must still be there, and no branch of it without a token to come. */
import type { FlowNode, GatewayNode, Id, ProcessGraph } from '../graph/types.js';
import type { ProcessState, Scope } from '../interpreter/state.js';
import type { Correspondence } from './correspondence.js';
import type { MigrationProblem } from './types.js';

export function checkJoins(map: Correspondence, state: ProcessState): MigrationProblem[] {
  return Object.values(state.scopes).flatMap((scope) => {
    const graphs = map.graphs(scope.process);
    if (!graphs || scope.local) return [];
    const positions = positionsOf(graphs.old, state, scope);
    const next = positions.flatMap((id) => map.node(scope.process, id)?.id ?? []);
    return joinsOf(graphs.old, scope.element).flatMap((join) => {
      const coming = positions.filter((id) => id === join.id || reaches(graphs.old, id).has(join.id));
      return coming.length === 0 ? [] : checkJoin(map, scope, join, coming.length, next);
    });
  });
}

function checkJoin(map: Correspondence, scope: Scope, join: GatewayNode, coming: number, next: readonly Id[]): MigrationProblem[] {
  const { process } = scope;
  const at = { severity: 'error' as const, process, element: join.id };
  const target = map.node(process, join.id);
  if (!target || target.incoming.length < 2) {
    return coming < 2 ? [] : [{ ...at, code: 'join-gone', message: `${coming} tokens are on their way to ${join.name ?? join.id}, which joins them no longer.` }];
  }
  // A token whose flow cannot be told is reported as that.
  const isTold = join.incoming.every((flow) => !scope.tokens[flow] || map.flow(process, flow).flow !== undefined);
  if (join.type !== 'parallelGateway' || !isTold) return [];
  const graph = map.graphs(process)!.next;
  const known = new Set(join.incoming.map((flow) => map.flow(process, flow).flow));
  const reached = new Set(next.flatMap((id) => [id, ...reaches(graph, id)]));
  const never = target.incoming.filter((flow) => !known.has(flow) && !reached.has(graph.flows[flow]?.source ?? ''));
  return never.map((flow) => ({ ...at, code: 'join-unreached', message: `${target.name ?? target.id} also waits for a token on ${flow} now, where none will come.` }));
}

/** Where the tokens of a scope are: active nodes, and nodes before which a token rests; one entry for each token. */
function positionsOf(graph: ProcessGraph, state: ProcessState, scope: Scope): Id[] {
  const active = Object.values(state.instances).filter((each) => each.scope === scope.id && each.body === undefined).map((each) => each.node);
  const resting = Object.entries(scope.tokens).flatMap(([flow, count]) => Array<Id>(count).fill(graph.flows[flow]?.target ?? ''));
  return [...active, ...resting].filter((id) => graph.nodes[id]);
}

function joinsOf(graph: ProcessGraph, element: Id): GatewayNode[] {
  return Object.values(graph.nodes).filter((node): node is GatewayNode => node.kind === 'gateway' && node.scope === element && node.incoming.length > 1
    && (node.type === 'parallelGateway' || node.type === 'inclusiveGateway' || node.type === 'complexGateway'));
}

/** Nodes that a token at `from` can come to, through its boundary events and links too. */
function reaches(graph: ProcessGraph, from: Id): Set<Id> {
  const found = new Set<Id>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = graph.nodes[id];
    for (const next of node ? nextOf(graph, node) : []) if (!found.has(next)) { found.add(next); open.push(next); }
  }
  return found;
}
function nextOf(graph: ProcessGraph, node: FlowNode): Id[] {
  const targets = node.outgoing.flatMap((flow) => graph.flows[flow]?.target ?? []);
  if (node.kind === 'activity') return [...targets, ...node.boundary];
  const link = node.kind === 'event' && node.type === 'intermediateThrowEvent' ? linkName(node) : undefined;
  if (link === undefined) return targets;
  return Object.values(graph.nodes).filter((each) => each.type === 'intermediateCatchEvent' && each.scope === node.scope && linkName(each) === link).map((each) => each.id);
}
function linkName(node: FlowNode): string | undefined {
  const found = node.kind === 'event' ? node.definitions.find((each) => each.kind === 'link') : undefined;
  return found?.kind === 'link' ? found.name : undefined;
}
