/** Who may see and do what: every query and every action asks here. */
import type { QueryFilter } from 'mongoose';
import type { Role } from '../server/contract.js';
import type { Actor } from './directory.js';
import type { Change } from './live/feed.js';
import type { DossierDoc, WorkItemDoc } from './schemas/dossier.js';
import type { OutboxDoc } from './schemas/outbox.js';
import type { RatingDoc } from './schemas/rating.js';

/** One's own agency, or one that it continues. */
export function isOfAgency({ agencyId, inherits }: Pick<Actor, 'agencyId' | 'inherits'>, id: string): boolean {
  return id === agencyId || (inherits?.includes(id) ?? false);
}
/** His own first, then those that it continues. */
export const agenciesOf = ({ agencyId, inherits = [] }: Actor): string[] => [agencyId, ...inherits];
export const ofAgency = (actor: Actor): string | { $in: string[] } => (actor.inherits ? { $in: agenciesOf(actor) } : actor.agencyId);

/** A person sees the dossiers that his agency received or takes part in. */
export function visibleDossiers(actor: Actor): QueryFilter<DossierDoc> {
  return { agencies: ofAgency(actor) };
}

/** What applicants said of them. */
export function visibleRatings(actor: Actor): QueryFilter<RatingDoc> {
  return { agencies: ofAgency(actor) };
}

/** Messages to applicants of his agency. */
export function visibleOutbox(actor: Actor): QueryFilter<OutboxDoc> {
  return { agencyId: ofAgency(actor) };
}

export type WorkView = 'mine' | 'department' | 'all';
export function visibleWork(actor: Actor, view: WorkView): QueryFilter<WorkItemDoc> {
  const for_ = actor.standsIn ?? [];
  switch (view) {
    case 'mine': return { ...anyOf({ assignee: actor.id }, for_.map(({ person, procedures }) => ({ assignee: person.id, ...limited(procedures) }))), open: true };
    case 'department': return { ...anyOf({ departmentId: { $in: actor.departmentIds } }, for_.map(({ person, procedures }) => ({ departmentId: { $in: person.departmentIds }, ...limited(procedures) }))), open: true };
    case 'all': return { agencyId: ofAgency(actor), open: true };
  }
}

type Touched = Pick<Change, 'agencies' | 'departments' | 'people' | 'told'>;
/** Undefined: the person may not know that it happened. Near: it is his work or his department's, else it only stands in the list of all. */
export function hears(actor: Actor, { agencies, departments, people, told }: Touched): { near: boolean; notices: boolean } | undefined {
  const selves = [actor, ...(actor.standsIn ?? []).map(({ person }) => person)];
  const near = selves.some(({ id, departmentIds }) => people.includes(id) || departments.some((each) => departmentIds.includes(each)));
  const notices = told.includes(actor.id);
  return near || notices || agencies.some((each) => isOfAgency(actor, each)) ? { near, notices } : undefined;
}

const limited = (procedures: readonly string[] | undefined): QueryFilter<WorkItemDoc> => (procedures ? { procedureId: { $in: [...procedures] } } : {});
/** One's own alone stays a plain filter, which an index answers. */
function anyOf(own: QueryFilter<WorkItemDoc>, others: readonly QueryFilter<WorkItemDoc>[]): QueryFilter<WorkItemDoc> {
  return others.length === 0 ? own : { $or: [own, ...others] };
}

/** In whose name: one's own, or that of somebody whose work one does. */
export interface Acting { person: Actor; by: string; onBehalfOf?: string }
/** The person himself where he may, else the first of those he stands in for who may; undefined when none may. */
export function actingAs(actor: Actor, procedureId: string, may: (person: Actor) => boolean): Acting | undefined {
  if (may(actor)) return { person: actor, by: actor.id };
  const principal = actor.standsIn?.find(({ person, procedures }) => (procedures === undefined || procedures.includes(procedureId)) && may(person))?.person;
  return principal && { person: principal, by: actor.id, onBehalfOf: principal.id };
}
/** For a step; whoever stands in may have taken it in his own hands. */
export function actingOn(actor: Actor, item: Acted): Acting | undefined {
  // Not in anybody's name.
  if (item.apart?.includes(actor.id)) return undefined;
  const { assignee, ...free } = item;
  return actingAs(actor, item.procedureId, (person) => whyNot(person, assignee === actor.id ? free : item) === undefined);
}

/** The person himself, the head of his department, an administrator of his agency. */
export function mayArrangeFor(actor: Actor, away: Pick<Actor, 'id' | 'agencyId' | 'departmentIds'>): boolean {
  if (actor.id === away.id) return true;
  const isHead = away.departmentIds.some((each) => isHeadOf(actor, each));
  return actor.agencyId === away.agencyId && (isHead || hasRole(actor, 'administrator'));
}

/** Whose figures stand under a name: heads see the people of their departments, leaders and managers those of the agency. */
export function mayReadFiguresOf(actor: Actor, person: Pick<Actor, 'id' | 'agencyId' | 'departmentIds'>): boolean {
  if (actor.id === person.id) return true;
  return isOfAgency(actor, person.agencyId) && (hasRole(actor, 'leader', 'manager', 'administrator') || person.departmentIds.some((each) => isHeadOf(actor, each)));
}

/** Who has read which document: heads see the people of their departments, who keeps or heads the quality system everybody's. */
export function maySeeReadingOf(actor: Actor, person: Pick<Actor, 'id' | 'agencyId' | 'departmentIds'>): boolean {
  return mayReadFiguresOf(actor, person) || (hasRole(actor, 'qmsOfficer') && isOfAgency(actor, person.agencyId));
}

export type WhyNot = 'other-department' | 'other-role' | 'same-person' | 'taken';
type Item = Pick<WorkItemDoc, 'departmentId' | 'role' | 'assignee' | 'apart'>;
type Acted = Item & Pick<WorkItemDoc, 'procedureId'>;

/** Undefined when the person may act on the item: it is in his department, asks for a role he has, is for other eyes than those that did the step before, and nobody else holds it. */
export function whyNot(actor: Actor, item: Item): WhyNot | undefined {
  const posts = item.departmentId === '' ? actor.posts : actor.posts.filter(({ departmentIds }) => departmentIds.includes(item.departmentId));
  if (posts.length === 0) return 'other-department';
  if (item.role !== undefined && !posts.some(({ stepRoles }) => stepRoles.includes(item.role!))) return 'other-role';
  if (item.apart?.includes(actor.id)) return 'same-person';
  return item.assignee !== undefined && item.assignee !== actor.id ? 'taken' : undefined;
}
/** The same, also for whoever could do it in another's name if he had not done the step before. */
export function whyNotActing(actor: Actor, item: Acted): WhyNot | undefined {
  if (actingOn(actor, item)) return undefined;
  const { apart, ...open } = item;
  return apart?.includes(actor.id) && actingOn(actor, open) ? 'same-person' : whyNot(actor, item);
}

/** Heads hand out the work of their department. */
export function mayAssign(actor: Actor, item: Item): boolean {
  return isHeadOf(actor, item.departmentId);
}

const HEADS: readonly Role[] = ['head', 'leader', 'manager'];
/** In that department itself: whoever heads one is an officer like others in the next. */
function isHeadOf({ posts }: Actor, departmentId: string): boolean {
  return posts.some(({ departmentIds, roles }) => departmentIds.includes(departmentId) && HEADS.some((each) => roles.includes(each)));
}

/** Handed on by whoever holds it, or handed out by the head. */
export function mayHandOn(actor: Actor, item: Item): boolean {
  return item.assignee === actor.id || mayAssign(actor, item);
}

export function hasRole(actor: Actor, ...roles: Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}

/** Rules, calendars and settings are set by administrators. */
export function mayAdminister(actor: Actor): boolean {
  return hasRole(actor, 'administrator');
}

/** The head of the agency, or who keeps its quality system, declares that it conforms, and hands out the evidence. */
export function mayDeclareConformity(actor: Actor): boolean {
  return hasRole(actor, 'leader', 'qmsOfficer');
}

/** A file is taken out of a dossier by who brought it, or by the desk. */
export function mayRemoveFile(actor: Actor, { by }: { by: string }): boolean {
  return by === actor.id || hasRole(actor, 'oneStop', 'administrator');
}
