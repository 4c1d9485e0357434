/** What tells something about a person, and who reads it in full: decided here, for pages, forms, files and searches alike. */
import type { QueryFilter } from 'mongoose';
import { personalFields } from '../engine/graph/fields.js';
import type { Plan } from '../engine/graph/types.js';
import type { Actor } from './directory.js';
import { hasRole, isOfAgency, ofAgency } from './rights.js';
import type { Applicant, DossierDoc, WorkItemDoc } from './schemas/dossier.js';

type Handled = Pick<DossierDoc, 'departments' | 'agencyId' | 'procedureId' | 'steps'>;

/** The person himself and those whose work he does, each for the procedures that he does it for. */
function selves(actor: Actor, procedureId?: string): Actor[] {
  return [actor, ...(actor.standsIn ?? []).filter(({ procedures }) => procedures === undefined || procedureId === undefined || procedures.includes(procedureId)).map(({ person }) => person)];
}

/**
 * Who has a reason: whose department has or had a step of the dossier or was asked about it, who holds a step, and the
 * desk of the agency that received it, which answers the applicant. To be of the agency is no reason, nor to administer it.
 */
export function mayReadPersonal(actor: Actor, { departments = [], agencyId, procedureId, steps }: Handled): boolean {
  return selves(actor, procedureId).some((self) => self.departmentIds.some((each) => departments.includes(each)) || steps.some(({ assignee }) => assignee === self.id)
    || (hasRole(self, 'oneStop') && isOfAgency(self, agencyId)));
}

/** The same as a question to the database; whoever stands in is asked about in his own right alone. */
export function readableDossiers(actor: Actor): QueryFilter<DossierDoc> {
  const own = { departments: { $in: actor.departmentIds } };
  return hasRole(actor, 'oneStop') ? { $or: [own, { agencyId: ofAgency(actor) }] } : own;
}
export function readableWork(actor: Actor): QueryFilter<WorkItemDoc> {
  return { departmentId: { $in: selves(actor).flatMap((self) => self.departmentIds) } };
}

const HIDDEN = '•••';
const SHOWN_CHARACTERS = 3;
/** Shorter ones would be guessed from their end. */
const SHORTEST = 8;

/** The end of a long number tells two apart without telling either. */
export function maskedNumber(value: string): string {
  const plain = value.trim();
  return plain.length < SHORTEST ? HIDDEN : `${HIDDEN}${plain.slice(-SHOWN_CHARACTERS)}`;
}
/** Of an address for messages the part that names nobody stays, and one letter by which its owner knows it again. */
export function maskedContact(value: string): string {
  const at = value.lastIndexOf('@');
  return at > 0 ? `${value.slice(0, 1)}${HIDDEN}${value.slice(at)}` : maskedNumber(value);
}

type Detail = Exclude<keyof Applicant, 'kind' | 'name'>;
/** Of the applicant the name is shown to everybody who may see the dossier; the rest is marked by this list. */
const MASKS: Readonly<Record<Detail, (value: string) => string>> = {
  idNumber: maskedNumber, phone: maskedNumber, email: maskedContact, birthDate: () => HIDDEN, address: () => HIDDEN, representative: () => HIDDEN, authority: () => HIDDEN,
};
export const APPLICANT_DETAILS = Object.keys(MASKS) as readonly Detail[];

export function maskedApplicant(applicant: Applicant): Applicant {
  const masked = { ...applicant };
  for (const name of APPLICANT_DETAILS) if (masked[name] !== undefined) masked[name] = MASKS[name](masked[name]);
  return masked;
}

/** Values of marked fields hidden, whatever their type; what is empty is no secret. */
export function maskedData(data: Readonly<Record<string, unknown>>, plan: Plan): Record<string, unknown> {
  const marked = personalFields(plan);
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, marked.has(name) && value !== null && value !== '' ? HIDDEN : value]));
}
