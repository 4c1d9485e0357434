/** Which activities can be active at the same time. */
import type { Id, ProcessGraph } from '../../graph/types.js';
import { concurrencyOf } from './concurrency.js';
import { hasInside, insideOf } from './handlers.js';
import { normalise } from './normalise.js';
import { mainRegion } from './regions.js';

export function parallelSteps(graph: ProcessGraph): Map<Id, Set<Id>> {
  const result = new Map<Id, Set<Id>>();
  const scopes = [graph.id, ...graph.order.filter((id) => graph.nodes[id] && hasInside(graph.nodes[id]!))];
  for (const scope of scopes) addScope(graph, scope, result);
  return result;
}

function addScope(graph: ProcessGraph, scope: Id, result: Map<Id, Set<Id>>): void {
  const atoms = normalise({ ...mainRegion(graph, scope), neverCompletes: new Set() });
  const stepAt = new Map<number, Id>();
  for (const edge of atoms.edges.values()) {
    const step = edge.trail.find((id) => graph.nodes[id]?.kind === 'activity');
    if (step !== undefined) stepAt.set(edge.index, step);
  }
  const together = concurrencyOf(atoms, true);
  for (const [edge, step] of stepAt) {
    for (const other of together.with(edge)) {
      const beside = stepAt.get(other);
      if (beside !== undefined && beside !== step) relate(graph, result, step, beside);
    }
  }
}

/** A sub-process that runs beside a step brings everything inside it along. */
function relate(graph: ProcessGraph, result: Map<Id, Set<Id>>, step: Id, other: Id): void {
  const inside = (id: Id): Id[] => [id, ...insideOf(graph, id).filter((node) => node.kind === 'activity').map((node) => node.id)];
  for (const a of inside(step)) {
    for (const b of inside(other)) {
      result.set(a, (result.get(a) ?? new Set()).add(b));
      result.set(b, (result.get(b) ?? new Set()).add(a));
    }
  }
}
