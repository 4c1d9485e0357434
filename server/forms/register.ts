/** Lines of form 07, the register of dossiers. Pure. */
import type { DossierDoc } from '../../models/schemas/dossier.js';
import { dateTime, STATES } from '../i18n.js';
import type { Names } from './compose.js';
import type { RegisterRow } from './facts.js';

export const CHANNELS: Readonly<Record<DossierDoc['facts']['channel'], string>> = { desk: 'Trực tiếp', online: 'Trực tuyến', post: 'Bưu chính công ích' };

export function registerRow(doc: DossierDoc, names: Names): RegisterRow {
  const { facts } = doc;
  const units = [...new Set(doc.steps.flatMap((step) => (step.departmentId ? [names.departmentName(step.departmentId)] : [])))];
  return {
    dossierNo: facts.dossierNo, procedureName: facts.procedureName, sets: 1, owner: facts.applicant.name, contact: [facts.applicant.address, facts.applicant.phone].filter(Boolean).join(', '),
    // What has ended is nobody's work any more: the agency that decided it.
    unit: units.join(', ') || names.agencyName(facts.places?.competentAgencyId ?? doc.agencyId), receivedAt: dateTime(facts.receivedAt), dueAt: doc.dueAt ? dateTime(doc.dueAt) : '', returnedAt: doc.state === 'delivered' && doc.endedAt ? dateTime(doc.endedAt) : '',
    channel: CHANNELS[facts.channel], note: doc.state === 'delivered' ? '' : STATES[doc.state].vi,
  };
}
