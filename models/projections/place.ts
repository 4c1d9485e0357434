/** Who a step belongs to: the department of its lane, or of the lane around that. */
import type { DepartmentFacts, FlowNode, ProcessGraph } from '../../engine/graph/types.js';

/** What a projection has to know about the agencies; looked up in a directory held in memory. */
export interface Organisation {
  agencyOf(departmentId: string): string | undefined;
  /** Ids of active staff; `role` as the organisation names it. */
  staffOf(where: { departmentId?: string; agencyId?: string; role?: string }): string[];
}

export function placeOf(graph: ProcessGraph, node: FlowNode): DepartmentFacts | undefined {
  for (let lane = laneOf(graph, node); lane; lane = graph.lanes.find((each) => each.id === lane?.parent)) {
    if (lane.department) return lane.department;
  }
  return undefined;
}

/** A step inside a sub-process stands in the lane of the sub-process. */
function laneOf(graph: ProcessGraph, node: FlowNode) {
  for (let at: FlowNode | undefined = node; at; at = graph.nodes[at.scope]) {
    const { id, lane } = at;
    const found = graph.lanes.find((each) => each.id === lane) ?? graph.lanes.find((each) => each.nodes.includes(id));
    if (found) return found;
  }
  return undefined;
}
