/** The drawing as a list to walk through: lanes with their steps, and where each step leads. Free of bpmn-js drawing. */
interface Bo { $type: string; id: string; name?: string; sourceRef?: Bo; targetRef?: Bo; flowNodeRef?: Bo[]; childLaneSet?: { lanes?: Bo[] }; laneSets?: { lanes?: Bo[] }[]; flowElements?: Bo[]; outgoing?: Bo[]; incoming?: Bo[] }
export interface OutlineNode { id: string; name: string; type: string; next: { id: string; flow: string }[]; previous: { id: string; flow: string }[] }
export interface OutlineLane { id?: string; name: string; nodes: OutlineNode[] }

const isNode = (bo: Bo): boolean => /(Task|Gateway|Event|SubProcess|Transaction|CallActivity)$/.test(bo.$type);
const lanesOf = (lanes: readonly Bo[]): Bo[] => lanes.flatMap((lane) => [lane, ...lanesOf(lane.childLaneSet?.lanes ?? [])]);

function nodeOf(bo: Bo): OutlineNode {
  return {
    id: bo.id, name: bo.name ?? '', type: bo.$type.replace('bpmn:', ''),
    next: (bo.outgoing ?? []).filter((flow) => flow.targetRef).map((flow) => ({ id: flow.targetRef!.id, flow: flow.name ?? '' })),
    previous: (bo.incoming ?? []).filter((flow) => flow.sourceRef).map((flow) => ({ id: flow.sourceRef!.id, flow: flow.name ?? '' })),
  };
}

/** In the order of the flow from the start events, so that reading it from the top tells the procedure. */
function inFlowOrder(nodes: readonly Bo[]): Bo[] {
  const known = new Set(nodes), seen = new Set<Bo>(), ordered: Bo[] = [];
  const queue = [...nodes.filter((node) => node.$type === 'bpmn:StartEvent'), ...nodes];
  const visit = (node: Bo): void => {
    const open = [node];
    for (let at = open.shift(); at; at = open.shift()) {
      if (seen.has(at)) continue;
      seen.add(at);
      ordered.push(at);
      open.push(...(at.outgoing ?? []).flatMap((flow) => (flow.targetRef && known.has(flow.targetRef) ? [flow.targetRef] : [])));
    }
  };
  for (const node of queue) visit(node);
  return ordered;
}

const allNodes = (scope: Bo): Bo[] => (scope.flowElements ?? []).flatMap((bo) => (isNode(bo) ? [bo, ...allNodes(bo)] : []));

export function outlineOf(processes: readonly Bo[], noLane: string): OutlineLane[] {
  return processes.flatMap((process) => {
    const nodes = inFlowOrder(allNodes(process));
    const lanes = lanesOf((process.laneSets ?? []).flatMap((set) => set.lanes ?? []));
    const placed = new Set(lanes.flatMap((lane) => lane.flowNodeRef ?? []));
    const groups = lanes.map((lane) => ({ id: lane.id, name: lane.name ?? lane.id, nodes: nodes.filter((node) => lane.flowNodeRef?.includes(node)).map(nodeOf) }));
    const rest = nodes.filter((node) => !placed.has(node)).map(nodeOf);
    return rest.length ? [...groups, { name: noLane, nodes: rest }] : groups;
  });
}
