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
  const known = new Map<Id, Id[]>();
  const inside = (id: Id): Id[] => {
    const found = known.get(id) ?? [id, ...insideOf(graph, id).filter((node) => node.kind === 'activity').map((node) => node.id)];
    known.set(id, found);
    return found;
  };
  for (const [edge, step] of stepAt) {
    for (const other of together.with(edge)) {
      const beside = stepAt.get(other);
      if (beside !== undefined && beside !== step) relate(result, inside(step), inside(beside));
    }
  }
}

/** A sub-process that runs beside a step brings everything inside it along. */
function relate(result: Map<Id, Set<Id>>, step: readonly Id[], other: readonly Id[]): void {
  const add = (a: Id, b: Id): void => {
    const known = result.get(a);
    if (known) known.add(b);
    else result.set(a, new Set([b]));
  };
  for (const a of step) {
    for (const b of other) {
      add(a, b);
      add(b, a);
    }
  }
}
