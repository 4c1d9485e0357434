/** Lanes, nested ones too (BPMN 2.0 section 10.8), and which lane a node stands in. */
import type { Id, Lane } from '../../graph/types.js';
import { child, idOf, list, text, walk, type El } from '../element.js';
import { departmentFacts } from './facts.js';

export interface Lanes { lanes: Lane[]; laneOf: ReadonlyMap<Id, Id> }

export function lanesOf(process: El): Lanes {
  const lanes: Lane[] = [];
  walk(process, (container) => {
    for (const set of list(container, 'laneSets')) collect(set, undefined, lanes);
  });
  const laneOf = new Map<Id, Id>();
  // Inner lanes follow outer ones, so the innermost lane of a node wins.
  for (const lane of lanes) for (const node of lane.nodes) laneOf.set(node, lane.id);
  return { lanes, laneOf };
}

function collect(set: El, parent: Id | undefined, lanes: Lane[]): void {
  for (const element of list(set, 'lanes')) {
    const name = text(element, 'name');
    const department = departmentFacts(element);
    const id = idOf(element);
    lanes.push({
      id, ...(name && { name }), ...(parent && { parent }), nodes: list(element, 'flowNodeRef').map(idOf), ...(department && { department }),
    });
    const inner = child(element, 'childLaneSet');
    if (inner) collect(inner, id, lanes);
  }
}
