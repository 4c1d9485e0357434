/** Who may do what no diagram draws: the roles that the rule names, where they have to do with the dossier. */
import type { CaseAction, Opinion } from '../../engine/casework/types.js';
import type { CaseRules, RuleKey } from '../../engine/casework/rules.js';
import type { Role } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { hasRole, isOfAgency } from '../rights.js';
import type { DossierDoc } from '../schemas/dossier.js';

export type DossierAction = CaseAction | 'recall';

const GIVEN_BY: Readonly<Record<DossierAction, RuleKey>> = {
  requestSupplement: 'supplement.by', receiveSupplement: 'supplement.by', requirePayment: 'payment.by', confirmPayment: 'payment.by', stop: 'stop.by', resume: 'resume.by',
  draftApology: 'extension.draftBy', extend: 'extension.by', askOpinion: 'opinion.by', withdrawOpinion: 'opinion.by', handOver: 'handOver.by', receiveHandOver: 'handOver.by', withdraw: 'withdraw.by',
  refuse: 'refuse.by', recall: 'recall.by', cancelAutomatic: 'automatic.cancelBy',
};
export const DOSSIER_ACTIONS = Object.keys(GIVEN_BY) as DossierAction[];

/** Roles that act for a department act where it has a step; the others for the agency that received the dossier or decides it. */
const OF_A_DEPARTMENT: readonly Role[] = ['officer', 'head'];
type Subject = Pick<DossierDoc, 'agencyId' | 'agencies' | 'steps' | 'casework' | 'open'>;

export function mayDo(actor: Actor, action: DossierAction, dossier: Subject, rules: CaseRules): boolean {
  const roles = rules[GIVEN_BY[action]] as readonly Role[];
  if (action === 'withdrawOpinion' && withdrawable(actor, dossier).length === 0) return false;
  if (!roles.some((role) => hasRole(actor, role) && isConcerned(actor, role, dossier))) return action === 'receiveHandOver' && expects(actor, dossier);
  return action !== 'receiveHandOver' || expects(actor, dossier);
}

function isConcerned(actor: Actor, role: Role, { agencyId, agencies, steps, open }: Subject): boolean {
  if (!OF_A_DEPARTMENT.includes(role)) return [agencyId, ...agencies].some((each) => isOfAgency(actor, each));
  // When it has ended no step is left to have to do with.
  if (!open) return isOfAgency(actor, agencyId);
  return actor.posts.some((post) => post.roles.includes(role) && steps.some(({ departmentId }) => departmentId !== undefined && post.departmentIds.includes(departmentId)));
}

/** Open opinions that the person asked for, or the head or leader for somebody who is away; never those asked of his own department. */
export function withdrawable(actor: Actor, { casework }: Pick<Subject, 'casework'>): Opinion[] {
  return casework?.opinions.filter(({ by, department, answer, withdrawn }) => !answer && !withdrawn
    && (by === actor.id || (hasRole(actor, 'head', 'leader') && !actor.departmentIds.includes(department)))) ?? [];
}

/** Something is on its way to the person's department. */
function expects(actor: Actor, { casework }: Subject): boolean {
  return casework?.handOvers.some((each) => !each.received && actor.departmentIds.includes(each.to)) ?? false;
}
