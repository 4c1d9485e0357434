/** Agencies, departments and staff, held in memory: names and places are looked up many times for each page. */
import type { Person, Role } from '../server/contract.js';
import type { Organisation } from './projections/place.js';
import type { AgencyDoc, DepartmentDoc, StaffDoc } from './schemas/organisation.js';
import type { Store } from './store.js';

/** The acting person as the rights see him: `stepRoles` are the roles that drawings name. */
export interface Actor extends Person { stepRoles: string[] }

/** Roles of the organisation and of the drawings, as the pages name them. */
const PAGE_ROLES: Readonly<Record<string, Role>> = {
  oneStopOfficer: 'oneStop', officer: 'officer', auditor: 'officer', accountant: 'officer', doctor: 'officer', councilMember: 'officer', head: 'head', leader: 'leader', clerk: 'seal',
  designer: 'designer', manager: 'manager', qmsOfficer: 'qmsOfficer', administrator: 'administrator',
};
const ROLE_ORDER: readonly Role[] = ['oneStop', 'officer', 'head', 'leader', 'seal', 'manager', 'designer', 'qmsOfficer', 'administrator'];
const KEPT_MS = 30_000;

export class Directory implements Organisation {
  private agencies = new Map<string, AgencyDoc>();
  private departmentDocs = new Map<string, DepartmentDoc>();
  private staff = new Map<string, StaffDoc>();
  private readAt = 0;

  constructor(private readonly store: Store, private readonly now: () => number) {}

  async refresh(): Promise<void> {
    const [agencies, departments, staff] = await Promise.all([
      this.store.agencies.find().lean(), this.store.departments.find().lean(), this.store.staff.find().lean(),
    ]);
    this.agencies = byId(agencies);
    this.departmentDocs = byId(departments);
    this.staff = byId(staff);
    this.readAt = this.now();
  }

  /** The person of an active staff id; undefined otherwise. What changed elsewhere is seen within half a minute. */
  async actor(id: string): Promise<Actor | undefined> {
    if (this.now() - this.readAt > KEPT_MS) await this.refresh();
    const found = this.staff.get(id);
    return found?.active ? this.toActor(found) : undefined;
  }

  /** Everyone active, in the order in which a dossier meets their roles: the list of the one-click sign-in. */
  async people(): Promise<Actor[]> {
    if (this.staff.size === 0) await this.refresh();
    const rank = (actor: Actor): number => Math.min(...actor.roles.map((role) => ROLE_ORDER.indexOf(role)), ROLE_ORDER.length);
    const actors = [...this.staff.values()].filter((each) => each.active).map((each) => this.toActor(each));
    return actors.sort((a, b) => rank(a) - rank(b));
  }

  agencyOf(departmentId: string): string | undefined {
    return this.departmentDocs.get(departmentId)?.agencyId;
  }
  agency(id: string): AgencyDoc | undefined {
    return this.agencies.get(id);
  }
  agencyName(id: string): string {
    return this.agencies.get(id)?.name ?? id;
  }
  /** The agency that has the one-stop desk: whose name stands on the public pages. A hospital's own desk is second to an office's. */
  mainAgency(): AgencyDoc | undefined {
    const withDesk = [...this.departmentDocs.values()].filter((each) => each.oneStop).flatMap((each) => this.agencies.get(each.agencyId) ?? []);
    return withDesk.find((each) => each.kind !== 'publicServiceUnit') ?? withDesk[0] ?? [...this.agencies.values()][0];
  }
  departmentName(id: string): string {
    return this.departmentDocs.get(id)?.name ?? id;
  }
  /** All of them, each with its agency where that is not said by its name. */
  departments(): { id: string; name: string; agencyName: string }[] {
    return [...this.departmentDocs.values()].map((each) => ({ id: each._id, name: each.name, agencyName: this.agencyName(each.agencyId) }));
  }
  departmentsOf(agencyId: string): DepartmentDoc[] {
    return [...this.departmentDocs.values()].filter((each) => each.agencyId === agencyId);
  }
  staffOf({ departmentId, agencyId, role }: { departmentId?: string; agencyId?: string; role?: string }): string[] {
    return [...this.staff.values()].filter((each) => each.active && (departmentId === undefined || each.departmentIds.includes(departmentId))
      && (agencyId === undefined || each.agencyId === agencyId) && (role === undefined || each.roles.includes(role))).map((each) => each._id);
  }
  staffName(id: string): string {
    return this.staff.get(id)?.name ?? id;
  }
  positionOf(id: string): string {
    return this.staff.get(id)?.position ?? '';
  }
  /** The one-stop desk of an agency; one without a desk speaks for itself. */
  deskOf(agencyId: string): string {
    return [...this.departmentDocs.values()].find((each) => each.oneStop && each.agencyId === agencyId)?.name ?? this.agencyName(agencyId);
  }

  private toActor(doc: StaffDoc): Actor {
    const roles = doc.roles.flatMap((role) => PAGE_ROLES[role] ?? []);
    return {
      id: doc._id, name: doc.name, position: doc.position, agencyId: doc.agencyId, agencyName: this.agencyName(doc.agencyId),
      departmentIds: [...doc.departmentIds], departmentNames: doc.departmentIds.map((id) => this.departmentName(id)),
      roles: [...new Set(roles)], stepRoles: [...doc.roles],
    };
  }
}

function byId<T extends { _id: string }>(docs: readonly T[]): Map<string, T> {
  return new Map(docs.map((doc) => [doc._id, doc]));
}

export function personOf({ stepRoles: _own, ...person }: Actor): Person {
  return person;
}
