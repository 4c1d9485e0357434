/** Departments, people and their changes, of the acting person's own agency. */
import type { AgencyPlace, DepartmentRow, OrganisationChangeRow, OrganisationView, Page, StaffRow } from '../../server/contract.js';
import { deskDay } from '../desk.js';
import type { Actor } from '../directory.js';
import { fold } from '../fold.js';
import { provinceNow, provinceOn, provincesOn, type Place } from '../places/provinces.js';
import { mayAdminister } from '../rights.js';
import type { StaffDoc } from '../schemas/organisation.js';
import type { QueryContext } from './context.js';
import type { WorkQueries } from './work.js';

interface Asked { page: number; pageSize: number }

export class OrganisationQueries {
  constructor(private readonly context: Pick<QueryContext, 'store' | 'directory' | 'now'>, private readonly work: Pick<WorkQueries, 'heldByEach'>) {}

  async view(actor: Actor): Promise<OrganisationView> {
    const { directory, store } = this.context;
    const people = directory.everybodyOf(actor.agencyId).filter(({ active }) => active);
    const departments: DepartmentRow[] = directory.departmentsOf(actor.agencyId).map(({ _id, name, oneStop, headcount, revision }) => ({
      id: _id, name, oneStop, ...(headcount === undefined ? {} : { headcount }), people: people.filter((doc) => isIn(doc, _id)).length, revision: revision ?? 0,
    }));
    const roles = (await store.roles.find().lean()).map(({ _id, name }) => ({ id: _id, name }));
    const place = placeOf(directory.agency(actor.agencyId)?.place, deskDay(this.context.now()));
    return { agencyId: actor.agencyId, agencyName: directory.agencyName(actor.agencyId), ...(place ? { place } : {}), provinces: provincesOn(deskDay(this.context.now())).map(({ code, name }) => ({ code, name })), departments, roles, mayChange: mayAdminister(actor) };
  }

  /** By name; those who have left last. */
  async staff(actor: Actor, { q = '', department, page, pageSize }: Asked & { q?: string | undefined; department?: string | undefined }): Promise<Page<StaffRow>> {
    const wanted = fold(q);
    const found = this.context.directory.everybodyOf(actor.agencyId)
      .filter((doc) => (department === undefined || isIn(doc, department)) && fold(`${doc.name} ${doc.position} ${doc._id}`).includes(wanted))
      .sort((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name, 'vi') || (a._id < b._id ? -1 : 1));
    const shown = found.slice((page - 1) * pageSize, page * pageSize);
    const held = await this.work.heldByEach(shown.map(({ _id }) => _id));
    return { items: shown.map((doc) => rowOf(doc, held.get(doc._id) ?? 0)), total: found.length, page, pageSize };
  }

  async changes(actor: Actor, { page, pageSize }: Asked): Promise<Page<OrganisationChangeRow>> {
    const { store, directory } = this.context;
    const filter = { agencyId: actor.agencyId };
    const [docs, total] = await Promise.all([
      store.organisationChanges.find(filter).sort({ at: -1 }).skip((page - 1) * pageSize).limit(pageSize).lean(), store.organisationChanges.countDocuments(filter),
    ]);
    const items = docs.map(({ _id, at, by, kind, target, before, after, reason }): OrganisationChangeRow => ({
      id: _id, at: at.toISOString(), byName: directory.staffName(by), kind, target, name: String(after.name), ...(before ? { before } : {}), after, reason,
    }));
    return { items, total, page, pageSize };
  }
}

const isIn = ({ departmentIds, posts }: StaffDoc, department: string): boolean => departmentIds.includes(department) || (posts?.some((each) => each.departmentId === department) ?? false);
const rowOf = ({ _id, name, position, departmentIds, roles, posts, from, to, active, revision }: StaffDoc, held: number): StaffRow => ({
  id: _id, name, position, departmentIds: [...departmentIds], roles: [...roles], posts: (posts ?? []).map((post) => ({ ...post })), ...(from ? { from } : {}), ...(to ? { to } : {}),
  active, held, revision: revision ?? 0,
});

function placeOf(place: Place | undefined, today: string): AgencyPlace | undefined {
  const then = place && provinceOn(place);
  if (!place || !then) return undefined;
  const now = provinceNow(place, today);
  return { ...place, name: then.name, kind: then.kind, ...(now && (now.name !== then.name || now.kind !== then.kind) ? { now } : {}) };
}
