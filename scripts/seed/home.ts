/** Where a sample procedure is at home: the department that takes its dossiers in, and the agency of that department. */
import type { ProcessGraph } from '../../engine/graph/types.js';
import type { Directory } from '../../models/directory.js';
import type { Applicant } from '../../models/schemas/dossier.js';
import type { StaffDoc } from '../../models/schemas/organisation.js';

export interface Home {
  agencyId: string;
  departmentId: string;
  /** Whether citizens come with it to a one-stop desk; otherwise it is a matter between departments. */
  oneStop: boolean;
}

/** The one-stop lane of the drawing, or its first. Throws when no lane names a department that is known. */
export function homeOf(graph: ProcessGraph | undefined, directory: Directory): Home {
  const lanes = (graph?.lanes ?? []).flatMap((lane) => lane.department ?? []);
  const first = lanes.find((each) => each.oneStop) ?? lanes[0];
  const agencyId = first && directory.agencyOf(first.id);
  if (!first || agencyId === undefined) throw new Error(`${graph?.id ?? 'a drawing'}: no lane names a department of the organisation`);
  return { agencyId, departmentId: first.id, oneStop: first.oneStop };
}

/** Those who may receive a dossier there. */
export function receiversAt(home: Home, staff: readonly StaffDoc[]): StaffDoc[] {
  return staff.filter((each) => each.departmentIds.includes(home.departmentId) && (!home.oneStop || each.roles.includes('oneStopOfficer')));
}

/** A matter between departments is brought by the one that it begins in. */
export function departmentAsApplicant(home: Home, directory: Directory): Applicant {
  return { kind: 'organisation', name: directory.departmentName(home.departmentId) };
}
