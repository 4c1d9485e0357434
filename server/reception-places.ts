/** The three places of a reception: where the applicant was helped, where the dossier was handed in, who decides. */
import type { Actor, Directory } from '../models/directory.js';
import { placeOf } from '../models/projections/place.js';
import type { PublishedProcedure } from '../models/queries/procedures.js';
import type { DossierPlaces } from '../models/schemas/dossier.js';
import type { PlacesOffered, ReceiveRequest } from './contract.js';
import { ProblemError } from './http/problem.js';

type Received = Pick<PublishedProcedure, 'procedure' | 'root'>;
type Asked = Pick<ReceiveRequest, 'helpAgencyId' | 'receptionDepartmentId' | 'competentAgencyId'>;

/** Helped and received at the person's own desk unless said otherwise. Throws bad-request with each field that names no place. */
export function placesOf(directory: Directory, actor: Actor, asked: Asked, received: Received): DossierPlaces {
  const { helpAgencyId, receptionDepartmentId, competentAgencyId } = asked;
  const fields = [
    ...Object.entries({ helpAgencyId, competentAgencyId }).flatMap(([field, id]) => (id !== undefined && !directory.agency(id) ? [{ field, message: `no such agency: ${id}` }] : [])),
    ...(receptionDepartmentId !== undefined && directory.agencyOf(receptionDepartmentId) !== actor.agencyId ? [{ field: 'receptionDepartmentId', message: 'no department of the agency that receives' }] : []),
  ];
  if (fields.length > 0) throw new ProblemError('bad-request', { fields, detail: fields.map(({ field, message }) => `${field}: ${message}`).join('; ') });
  const desk = receptionDepartmentId ?? actor.departmentIds[0];
  return { helpAgencyId: helpAgencyId ?? actor.agencyId, ...(desk ? { receptionDepartmentId: desk } : {}), competentAgencyId: competentAgencyId ?? competentOf(directory, received) };
}

/** What can be chosen, and what holds when nothing is. */
export function placesOffered(directory: Directory, actor: Actor, received: Received): PlacesOffered {
  const desks = directory.departmentsOf(actor.agencyId).filter(({ _id, oneStop }) => oneStop || actor.departmentIds.includes(_id));
  return {
    agencies: directory.allAgencies().map(({ _id, name }) => ({ id: _id, name })), desks: desks.map(({ _id, name }) => ({ id: _id, name })),
    ...placesOf(directory, actor, {}, received),
  };
}

/** The agency whose step signs or approves last, in the order of the drawing; else the one that the procedure belongs to. */
function competentOf(directory: Directory, { procedure, root }: Received): string {
  const deciding = root.order.map((id) => root.nodes[id]).filter((node) => node?.kind === 'activity' && (node.step?.kind === 'sign' || node.step?.kind === 'approve'));
  const last = deciding[deciding.length - 1];
  const place = last && placeOf(root, last);
  return (place && (directory.agencyOf(place.id) ?? place.agency)) ?? procedure.agencyId;
}
