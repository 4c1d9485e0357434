/** Who can send what to whom: message flows between nodes of two pools, and messages of one name where no flow is drawn. */
import type { FlowNode, Id, Model, ProcessGraph } from '../../graph/types.js';

export interface Channels {
  /** By node: the message flows that it sends along. */
  sends: ReadonlyMap<Id, readonly Id[]>;
  /** By node: the message flows that can give it what it waits for; absent when it waits for no message of another pool. */
  receives: ReadonlyMap<Id, readonly Id[]>;
  name(flow: Id): string;
  sender(flow: Id): Id;
  /** Name of the message that a node waits for. */
  awaited(node: Id): string | undefined;
}

export function channelsOf(model: Model, pools: readonly ProcessGraph[]): Channels {
  const poolOf = new Map(pools.flatMap((pool) => pool.order.map((id) => [id, pool.id] as const)));
  const nodes = new Map(pools.flatMap((pool) => pool.order.map((id) => [id, pool.nodes[id]!] as const)));
  const flows = model.messageFlows.filter((flow) => poolOf.has(flow.source) && poolOf.has(flow.target)).map((each) => ({ id: each.id, name: each.name, source: each.source, target: each.target }));
  const drawn = new Set(model.messageFlows.flatMap((flow) => [flow.source, flow.target]));
  for (const receiver of nodes.values()) {
    if (drawn.has(receiver.id) || !waitsForMessage(receiver)) continue;
    for (const sender of nodes.values()) {
      const name = sentName(sender);
      if (drawn.has(sender.id) || name === undefined || name !== messageName(receiver) || poolOf.get(sender.id) === poolOf.get(receiver.id)) continue;
      flows.push({ id: `${sender.id}→${receiver.id}`, name, source: sender.id, target: receiver.id });
    }
  }
  const group = (key: 'source' | 'target'): Map<Id, Id[]> => {
    const map = new Map<Id, Id[]>();
    for (const flow of flows) map.set(flow[key], [...(map.get(flow[key]) ?? []), flow.id]);
    return map;
  };
  const receives = group('target');
  // What a pool outside the model sends comes whenever it is wanted; what nobody is drawn to send never comes.
  for (const node of nodes.values()) if (!drawn.has(node.id) && (node.type === 'receiveTask' || (node.type === 'intermediateCatchEvent' && waitsForMessage(node))) && !receives.has(node.id)) receives.set(node.id, []);
  for (const flow of model.messageFlows) if (!poolOf.has(flow.source)) receives.delete(flow.target);
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  return { sends: group('source'), receives, name: (flow) => byId.get(flow)?.name ?? messageName(nodes.get(byId.get(flow)?.source ?? '')) ?? flow, sender: (flow) => byId.get(flow)!.source, awaited: (node) => messageName(nodes.get(node)) };
}

export function waitsForMessage(node: FlowNode): boolean {
  if (node.type === 'receiveTask') return true;
  return node.kind === 'event' && (node.type === 'intermediateCatchEvent' || node.type === 'boundaryEvent' || node.type === 'startEvent') && node.definitions.some((each) => each.kind === 'message');
}
function sentName(node: FlowNode): string | undefined {
  const sends = node.type === 'sendTask' || node.type === 'intermediateThrowEvent' || node.type === 'endEvent';
  return sends ? messageName(node) : undefined;
}
function messageName(node: FlowNode | undefined): string | undefined {
  if (node?.kind === 'activity') return node.message?.name;
  const message = node?.kind === 'event' ? node.definitions.find((each) => each.kind === 'message') : undefined;
  return message?.kind === 'message' ? message.message.name : undefined;
}
