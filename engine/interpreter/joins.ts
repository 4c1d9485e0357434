/**
 * Joins that depend on what can still arrive: inclusive gateways and the reset of complex ones.
 * The rule is that of BPMN 2.0 section 13.4.3: an empty incoming flow is waited for while some token can reach it
 * without passing the gateway, unless that token can also reach a flow that already has one.
 */
import type { FlowNode, GatewayNode, Id, ProcessGraph } from '../graph/types.js';
import { activationTokens, resetComplexGateway } from './behaviours/complex-gateway.js';
import type { Scope } from './state.js';
import { enterNode } from './tokens.js';
import type { Turn } from './turn.js';

/** Called when nothing else can move. Enters the first join that need not wait any longer; true when there was one. */
export function enableOneJoin(turn: Turn): boolean {
  for (const scope of Object.values(turn.state.scopes)) {
    const graph = turn.graph(scope.process);
    for (const gateway of candidates(graph, scope)) {
      if (gateway.type === 'inclusiveGateway' ? enterInclusive(turn, graph, scope, gateway) : advanceComplex(turn, graph, scope, gateway)) return true;
    }
  }
  return false;
}

function candidates(graph: ProcessGraph, scope: Scope): GatewayNode[] {
  const found = new Map<Id, GatewayNode>();
  const add = (node: FlowNode | undefined) => {
    if (node?.kind === 'gateway' && (node.type === 'inclusiveGateway' || node.type === 'complexGateway')) found.set(node.id, node);
  };
  for (const flow of Object.keys(scope.tokens)) add(graph.nodes[graph.flows[flow]?.target ?? '']);
  for (const id of Object.keys(scope.resets)) add(graph.nodes[id]);
  return [...found.values()];
}

function enterInclusive(turn: Turn, graph: ProcessGraph, scope: Scope, gateway: GatewayNode): boolean {
  const present = gateway.incoming.filter((flow) => (scope.tokens[flow] ?? 0) > 0);
  const empty = gateway.incoming.filter((flow) => !present.includes(flow));
  if (present.length === 0 || awaited(turn, graph, scope, gateway, empty, present)) return false;
  enterNode(turn, scope.id, gateway.id, { consumed: present });
  return true;
}

function advanceComplex(turn: Turn, graph: ProcessGraph, scope: Scope, gateway: GatewayNode): boolean {
  const first = scope.resets[gateway.id];
  if (!first) {
    const consumed = activationTokens(turn, scope.id, gateway);
    const present = gateway.incoming.filter((flow) => (scope.tokens[flow] ?? 0) > 0);
    const empty = gateway.incoming.filter((flow) => !present.includes(flow));
    // Without an activation condition it joins like an inclusive gateway.
    const all = !gateway.activationCondition && !awaited(turn, graph, scope, gateway, empty, present) ? present : consumed;
    if (all.length === 0) return false;
    enterNode(turn, scope.id, gateway.id, { consumed: all });
    return true;
  }
  const late = gateway.incoming.filter((flow) => !first.includes(flow));
  const present = late.filter((flow) => (scope.tokens[flow] ?? 0) > 0);
  if (awaited(turn, graph, scope, gateway, late.filter((flow) => !present.includes(flow)), [...first, ...present])) return false;
  resetComplexGateway(turn, scope.id, gateway, present);
  return true;
}

/** Whether some token of the scope can still reach one of the `empty` flows (and none of the `present` ones). */
function awaited(turn: Turn, graph: ProcessGraph, scope: Scope, gateway: GatewayNode, empty: readonly Id[], present: readonly Id[]): boolean {
  if (empty.length === 0) return false;
  const toEmpty = reaching(graph, gateway, empty);
  const toPresent = reaching(graph, gateway, present);
  return positions(turn, graph, scope, gateway).some((node) => toEmpty.has(node) && !toPresent.has(node));
}

/** Nodes where a token of the scope is, or is about to be. */
function positions(turn: Turn, graph: ProcessGraph, scope: Scope, gateway: GatewayNode): Id[] {
  const onFlows = Object.keys(scope.tokens).map((flow) => graph.flows[flow]?.target ?? '').filter((node) => node !== gateway.id);
  const active = turn.instancesIn(scope.id).filter((each) => each.compensates === undefined).map((each) => each.node);
  return [...onFlows, ...active];
}

/** Nodes from which one of the flows can be reached without visiting the gateway. */
function reaching(graph: ProcessGraph, gateway: GatewayNode, flows: readonly Id[]): Set<Id> {
  const seen = new Set<Id>();
  const next = flows.map((flow) => graph.flows[flow]?.source ?? '');
  for (let node = next.pop(); node !== undefined; node = next.pop()) {
    if (node === gateway.id || seen.has(node)) continue;
    seen.add(node);
    next.push(...predecessors(graph, node));
  }
  return seen;
}

/** Along sequence flows backwards; also from a boundary event to its activity, and from a link to its twin. */
function predecessors(graph: ProcessGraph, id: Id): Id[] {
  const node = graph.nodes[id];
  if (!node) return [];
  const found = node.incoming.map((flow) => graph.flows[flow]?.source ?? '');
  if (node.kind !== 'event') return found;
  if (node.attachedTo !== undefined) found.push(node.attachedTo);
  if (node.type === 'intermediateCatchEvent') {
    for (const definition of node.definitions) if (definition.kind === 'link') found.push(...linkSources(graph, node.scope, definition.name));
  }
  return found;
}
function linkSources(graph: ProcessGraph, scope: Id, name: string): Id[] {
  return graph.order.filter((id) => {
    const node = graph.nodes[id];
    return node?.kind === 'event' && node.type === 'intermediateThrowEvent' && node.scope === scope && node.definitions.some((each) => each.kind === 'link' && each.name === name);
  });
}
