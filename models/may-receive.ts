/** Who may receive a dossier of a procedure. */
import type { ActivityNode, ProcessGraph } from '../engine/graph/types.js';
import type { Actor, Directory } from './directory.js';
import { placeOf } from './projections/place.js';
import type { PublishedProcedure } from './queries/procedures.js';
import { hasRole, isOfAgency, whyNot } from './rights.js';

/**
 * A one-stop desk receives whatever the state's offices handle, wherever they are; that of a hospital or a school its own procedures only,
 * which no other desk receives. An internal procedure is begun by whoever does its first step.
 */
export function mayReceive(actor: Actor, { procedure, root }: Pick<PublishedProcedure, 'procedure' | 'root'>, directory: Directory): boolean {
  const isOwn = isOfAgency(actor, procedure.agencyId);
  const isUnit = (id: string): boolean => directory.agency(id)?.kind === 'publicServiceUnit';
  if (hasRole(actor, 'oneStop') && (isOwn || !(isUnit(procedure.agencyId) || isUnit(actor.agencyId)))) return true;
  return firstSteps(root).some((step) => {
    const place = placeOf(root, step);
    return place !== undefined && whyNot(actor, { departmentId: place.id, ...(step.step?.role ? { role: step.step.role } : {}) }) === undefined;
  });
}

/** What a dossier meets first, gateways looked through. */
function firstSteps(root: ProcessGraph): ActivityNode[] {
  const seen = new Set(Object.values(root.nodes).filter((node) => node.type === 'startEvent' && node.scope === root.id));
  for (const node of seen) {
    if (node.kind === 'activity') continue;
    for (const flow of node.outgoing) seen.add(root.nodes[root.flows[flow]!.target]!);
  }
  return [...seen].filter((node) => node.kind === 'activity');
}
