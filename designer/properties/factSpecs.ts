/** Fields of each df: element (format.md section 1), in the order in which people fill them in. */
import { isShare, isTime, timeUnits, type Field } from './fields.js';

export type FactField = Omit<Field, 'id' | 'get' | 'set'> & { name: string };

export const procedureFields: FactField[] = [
  { name: 'code', label: 'Procedure code', kind: 'text' },
  { name: 'name', label: 'Procedure name', kind: 'area' },
  { name: 'level', label: 'Level', kind: 'select', options: [['ministry', 'Ministry'], ['province', 'Province'], ['commune', 'Commune'], ['unit', 'Unit (agency)']] },
  { name: 'field', label: 'Field', kind: 'text' },
  { name: 'counting', label: 'Counting of time', kind: 'select', options: [['hourExact', 'By exact hours'], ['dayCount', 'By working days'], ['sameDay', 'Same day']] },
  { name: 'cutOff', label: 'Cut-off time', kind: 'text', validate: isTime },
  { name: 'fee', label: 'Fee or charge', kind: 'text' },
  { name: 'result', label: 'Result document', kind: 'text' },
  { name: 'sets', label: 'Sets of the dossier', kind: 'number' },
  { name: 'subjects', label: 'Who may ask', kind: 'area' },
  { name: 'requirements', label: 'Requirements, one a line', kind: 'area' },
  { name: 'applicantsPerYear', label: 'Applicants per year', kind: 'number' },
  { name: 'timesPerYear', label: 'Times per year', kind: 'number' },
  { name: 'onlineService', label: 'Online service', kind: 'select', options: [['full', 'Full'], ['partial', 'Partial'], ['none', 'None']] },
];

export const departmentFields: FactField[] = [
  { name: 'id', label: 'Department id', kind: 'text' },
  { name: 'agency', label: 'Agency', kind: 'text' },
  { name: 'oneStop', label: 'One-stop desk', kind: 'check' },
  { name: 'headcount', label: 'Headcount', kind: 'number' },
  { name: 'calendar', label: 'Calendar', kind: 'text' },
  { name: 'hourlyCost', label: 'Cost per hour', kind: 'number' },
];

const stepKinds = [
  ['receive', 'Receive'], ['check', 'Check'], ['appraise', 'Appraise'], ['consult', 'Consult'], ['draft', 'Draft'], ['decide', 'Decide'], ['approve', 'Approve'], ['sign', 'Sign'], ['numberAndSeal', 'Number and seal'],
  ['return', 'Return'], ['pay', 'Pay'], ['archive', 'Archive'], ['transfer', 'Transfer'], ['supplement', 'Supplement'], ['refuse', 'Refuse'], ['notify', 'Notify'], ['other', 'Other'],
] as const;

export const stepFields: FactField[] = [
  { name: 'kind', label: 'Kind of step', kind: 'select', options: stepKinds },
  { name: 'limit', label: 'Limit', kind: 'number' },
  { name: 'unit', label: 'Unit', kind: 'select', options: timeUnits },
  { name: 'standardMinutes', label: 'Standard minutes', kind: 'number' },
  { name: 'role', label: 'Role', kind: 'text' },
  { name: 'medium', label: 'Medium', kind: 'text', hint: 'online, paper or system:NAME' },
  { name: 'checks', label: 'Requirements checked', kind: 'text', hint: 'ids, space between' },
  { name: 'separateFrom', label: 'Done by another person than', kind: 'text', hint: 'element ids, space between' },
  { name: 'valueClass', label: 'Value class', kind: 'select', options: [['valueAdding', 'Value adding'], ['requiredByLaw', 'Required by law'], ['neither', 'Neither']] },
  { name: 'clock', label: 'Clock', kind: 'select', options: [['runs', 'Runs'], ['stopped', 'Stopped']] },
  { name: 'mandatory', label: 'Mandatory', kind: 'check' },
  { name: 'accountable', label: 'Accountable', kind: 'check' },
  { name: 'applicantContact', label: 'Contact with the applicant', kind: 'check' },
];

export const documentFields: FactField[] = [
  { name: 'type', label: 'Document type', kind: 'text' },
  { name: 'source', label: 'Source', kind: 'text', hint: 'applicant, unit, database:NAME or procedure:CODE' },
  { name: 'form', label: 'Form of document', kind: 'select', options: [['paper', 'Paper'], ['electronic', 'Electronic'], ['either', 'Either']] },
  { name: 'fields', label: 'Further fields', kind: 'text', hint: 'ids, space between' },
];

export const flowFields: FactField[] = [
  { name: 'isReturn', label: 'Goes back to an earlier step', kind: 'check' },
  { name: 'probability', label: 'Probability (0 to 1)', kind: 'number', validate: isShare },
];
