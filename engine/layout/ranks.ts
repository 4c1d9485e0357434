/** Order of the nodes: which flows go back, what comes before what, and the way most runs take. */
import type { LayoutFlow, LayoutNode } from './types.js';

export interface Ranked {
  /** Nodes without boundary events, each after all its forward predecessors. */
  order: readonly LayoutNode[];
  /** Forward flows only, between hosts: a flow of a boundary event counts for the activity that carries it. */
  forward: readonly LayoutFlow[];
  main: ReadonlySet<string>;
  incoming(id: string): readonly LayoutFlow[];
  outgoing(id: string): readonly LayoutFlow[];
}

export function rank(nodes: readonly LayoutNode[], flows: readonly LayoutFlow[]): Ranked {
  const hosts = new Map(nodes.map((node) => [node.id, node.attachedTo ?? node.id]));
  const own = nodes.filter((node) => node.attachedTo === undefined);
  const hosted = flows
    .filter((flow) => hosts.has(flow.source) && hosts.has(flow.target))
    .map((flow) => ({ ...flow, source: hosts.get(flow.source)!, target: hosts.get(flow.target)! }));
  const boundary = new Set(nodes.filter((node) => node.attachedTo !== undefined).map((node) => node.id));
  const fromBoundary = new Set(flows.filter((flow) => boundary.has(flow.source)).map((flow) => flow.id));
  const back = backFlows(own, group(hosted, 'source'));
  const forward = hosted.filter((flow) => !back.has(flow.id) && flow.source !== flow.target);
  const outgoing = group(forward, 'source');
  const incoming = group(forward, 'target');
  const order = topological(own, outgoing, incoming);
  const main = mainPath(order, outgoing, incoming, fromBoundary);
  return { order, forward, main, incoming: (id) => incoming.get(id) ?? [], outgoing: (id) => outgoing.get(id) ?? [] };
}

function group(flows: readonly LayoutFlow[], end: 'source' | 'target'): Map<string, LayoutFlow[]> {
  const groups = new Map<string, LayoutFlow[]>();
  for (const flow of flows) {
    const list = groups.get(flow[end]);
    if (list) list.push(flow);
    else groups.set(flow[end], [flow]);
  }
  return groups;
}

/** Flows that close a cycle, found by a depth-first walk from the nodes that nothing enters, in document order. */
function backFlows(nodes: readonly LayoutNode[], outgoing: ReadonlyMap<string, LayoutFlow[]>): Set<string> {
  const entered = new Set([...outgoing.values()].flat().map((flow) => flow.target));
  const roots = [...nodes.filter((node) => !entered.has(node.id)), ...nodes];
  const back = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  for (const root of roots) {
    if (state.has(root.id)) continue;
    const stack = [{ id: root.id, next: 0 }];
    state.set(root.id, 'open');
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const flow = outgoing.get(top.id)?.[top.next++];
      if (!flow) {
        state.set(top.id, 'done');
        stack.pop();
      } else if (state.get(flow.target) === 'open') back.add(flow.id);
      else if (!state.has(flow.target)) {
        state.set(flow.target, 'open');
        stack.push({ id: flow.target, next: 0 });
      }
    }
  }
  return back;
}

function topological(
  nodes: readonly LayoutNode[],
  outgoing: ReadonlyMap<string, LayoutFlow[]>,
  incoming: ReadonlyMap<string, LayoutFlow[]>,
): LayoutNode[] {
  const open = new Map(nodes.map((node) => [node.id, incoming.get(node.id)?.length ?? 0]));
  const rest = [...nodes];
  const order: LayoutNode[] = [];
  while (rest.length > 0) {
    const at = rest.findIndex((node) => open.get(node.id) === 0);
    const [node] = rest.splice(at, 1);
    order.push(node!);
    for (const flow of outgoing.get(node!.id) ?? []) open.set(flow.target, open.get(flow.target)! - 1);
  }
  return order;
}

/** From every start along default flows, otherwise along the longest rest: these nodes stand in the first row. */
function mainPath(
  order: readonly LayoutNode[],
  outgoing: ReadonlyMap<string, LayoutFlow[]>,
  incoming: ReadonlyMap<string, LayoutFlow[]>,
  exceptional: ReadonlySet<string>,
): Set<string> {
  const rest = new Map<string, number>();
  for (const node of [...order].reverse()) {
    const next = outgoing.get(node.id) ?? [];
    rest.set(node.id, 1 + Math.max(0, ...next.map((flow) => rest.get(flow.target)!)));
  }
  const main = new Set<string>();
  for (const start of order.filter((node) => !incoming.has(node.id))) {
    let id: string | undefined = start.id;
    while (id !== undefined && !main.has(id)) {
      main.add(id);
      const next: LayoutFlow[] = (outgoing.get(id) ?? []).filter((flow) => !exceptional.has(flow.id));
      const longest = [...next].sort((a, b) => rest.get(b.target)! - rest.get(a.target)!)[0];
      id = (next.find((flow) => flow.preferred) ?? longest)?.target;
    }
  }
  return main;
}
