/** The agency of the benchmark and its one procedure, published the way a designer publishes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../models/store.js';
import { PlanStore } from '../models/plans.js';
import { examine } from '../models/revisions/examine.js';
import { ProcedureWrites } from '../models/writes/procedures.js';
import { projectRoot } from '../services/places.js';

const AGENCY = 'bench-agency';
const DEPARTMENTS = ['bench-one-stop', 'bench-division', 'bench-leader'];
export const PROCEDURE_ID = 'W1';
/** Each may do every step, so that any of them can take a dossier to its end. */
export const DESK_CLERKS = Array.from({ length: 64 }, (_, i) => `clerk-${i}`);

/** Answers the hash of the published plan. */
export async function fillSample(store: Store): Promise<string> {
  await store.ensureIndexes();
  await store.agencies.create({ _id: AGENCY, name: 'Benchmark', code: 'B' });
  await store.departments.insertMany(DEPARTMENTS.map((id) => ({ _id: id, name: id, agencyId: AGENCY, oneStop: id === DEPARTMENTS[0] })));
  await store.staff.insertMany(DESK_CLERKS.map((id) => ({
    _id: id, name: `Clerk ${id}`, position: 'officer', agencyId: AGENCY, departmentIds: DEPARTMENTS, roles: ['oneStopOfficer', 'officer', 'leader'], active: true,
  })));
  const xml = readFileSync(join(projectRoot(), 'bench', 'w1.bpmn'), 'utf8');
  const writes = new ProcedureWrites(store, new PlanStore(store), () => new Date());
  await writes.insert(PROCEDURE_ID, AGENCY, (await examine(xml)).root);
  return (await writes.publishXml(PROCEDURE_ID, xml, DESK_CLERKS[0]!)).planHash;
}
