/** Which column of a table holds what: as told, or by the names that logs commonly use. */
import { LogError } from '../log/types.js';

export const ROLES = ['case', 'activity', 'time', 'start', 'resource', 'group', 'transition'] as const;
export type Role = (typeof ROLES)[number];
/** Names of columns as in the header. */
export type ColumnNames = Partial<Record<Role, string>>;
export type ColumnIndices = Partial<Record<Role, number>> & { case: number; activity: number; time: number };

/** Compared without case, accents and all that is no letter or digit; earlier names win. */
const COMMON: Record<Role, readonly string[]> = {
  case: ['caseconceptname', 'caseid', 'case', 'traceid', 'caseidentifier', 'casenumber', 'caseno', 'processinstanceid', 'processinstance', 'dossierid', 'dossier', 'mahoso', 'sohoso', 'hoso', 'ticketid', 'orderid', 'incidentid', 'requestid', 'trace', 'id'],
  activity: ['conceptname', 'activity', 'activityname', 'activityid', 'event', 'eventname', 'task', 'taskname', 'step', 'stepname', 'action', 'buoc', 'tenbuoc', 'hoatdong', 'congviec', 'operation', 'status', 'state', 'name'],
  time: ['timetimestamp', 'timestamp', 'completetimestamp', 'endtimestamp', 'completetime', 'endtime', 'eventtime', 'completiontime', 'time', 'datetime', 'thoigian', 'ketthuc', 'thoigianketthuc', 'end', 'complete', 'completed', 'finish', 'date'],
  start: ['starttimestamp', 'starttime', 'timestart', 'thoigianbatdau', 'batdau', 'start', 'started', 'begin'],
  resource: ['orgresource', 'resource', 'resourcename', 'user', 'userid', 'username', 'originator', 'performer', 'employee', 'person', 'agent', 'nguoithuchien', 'canbo', 'actor'],
  group: ['orggroup', 'group', 'department', 'unit', 'orgunit', 'team', 'donvi', 'phongban', 'orgrole', 'role'],
  transition: ['lifecycletransition', 'lifecycle', 'transition', 'eventtype', 'lifecyclestate'],
};
const NEEDED = ['case', 'activity', 'time'] as const;

/** Throws `LogError` naming the column that is not there, or what is missing with the names that there are. */
export function columnsOf(header: readonly string[], told: ColumnNames, line: number): ColumnIndices {
  const plain = header.map(plainName);
  const found: Partial<Record<Role, number>> = {};
  const used = new Set<number>();
  const take = (role: Role, index: number): void => {
    found[role] = index;
    used.add(index);
  };
  for (const role of ROLES) {
    const name = told[role];
    if (name === undefined) continue;
    const index = header.findIndex((each) => each.trim() === name);
    if (index < 0) throw new LogError(`no column "${name}" (${role}); there are ${header.join(', ')}`, line);
    take(role, index);
  }
  for (const role of ROLES) {
    if (found[role] !== undefined) continue;
    const index = COMMON[role].map((name) => plain.findIndex((each, i) => each === name && !used.has(i))).find((i) => i >= 0);
    if (index !== undefined) take(role, index);
  }
  const missing = NEEDED.filter((role) => found[role] === undefined);
  if (missing.length > 0) throw new LogError(`no column for ${missing.join(', ')} among ${header.join(', ')}`, line);
  return found as ColumnIndices;
}

function plainName(name: string): string {
  return name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/[^a-z0-9]/g, '');
}
