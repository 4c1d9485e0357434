/** Agencies, departments and staff, held in memory: names and places are looked up many times for each page. */
import type { Person, Role } from '../server/contract.js';
import { deskDay } from './desk.js';
import { postsOn, type Post } from './posts.js';
import type { Organisation } from './projections/place.js';
import type { AgencyDoc, DepartmentDoc, StaffDoc } from './schemas/organisation.js';
import type { StandIns } from './stand-ins.js';
import { predecessorsOn } from './succession.js';
import type { Store } from './store.js';

/** What one post lets somebody do: `stepRoles` are the roles that drawings name. */
export interface ActorPost { departmentIds: readonly string[]; roles: readonly Role[]; stepRoles: readonly string[] }
/** The acting person as the rights see him. */
export interface Actor extends Person {
  posts: readonly ActorPost[];
  /** Agencies that have ended and that his continues: their dossiers are his agency's too. */
  inherits?: readonly string[];
  /** Of whom the person does the work now, and for which procedures: absent means all. Only of the person who acts. */
  standsIn?: readonly { person: Actor; procedures?: readonly string[]; to: Date }[];
}

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
  /** Of everybody who holds one today. */
  private posts = new Map<string, readonly Post[]>();
  /** Agencies and departments whose last day has passed. */
  private over = new Set<string>();
  private agenciesBefore = new Map<string, string[]>();
  private departmentsBefore = new Map<string, string[]>();
  private readAt = 0;

  constructor(private readonly store: Store, private readonly now: () => number, private readonly standIns: StandIns) {}

  async refresh(): Promise<void> {
    const [agencies, departments, staff] = await Promise.all([
      this.store.agencies.find().lean(), this.store.departments.find().lean(), this.store.staff.find().lean(),
    ]);
    this.agencies = byId(agencies);
    this.departmentDocs = byId(departments);
    this.staff = byId(staff);
    this.readAt = this.now();
    const day = deskDay(new Date(this.readAt));
    this.over = new Set([...agencies, ...departments].filter(({ to }) => to !== undefined && to < day).map(({ _id }) => _id));
    [this.agenciesBefore, this.departmentsBefore] = [predecessorsOn(agencies, day), predecessorsOn(departments, day)];
    this.posts = new Map(staff.map((doc) => [doc._id, postsOn(doc, day).map((post) => this.withInherited(post))] as const).filter(([, posts]) => posts.length > 0));
  }

  /** The person of an active staff id; undefined otherwise. What changed elsewhere is seen within half a minute. */
  async actor(id: string): Promise<Actor | undefined> {
    if (this.now() - this.readAt > KEPT_MS) await this.refresh();
    await this.standIns.upToDate();
    const found = this.known(id);
    if (!found) return undefined;
    const standsIn = this.standIns.of(id).flatMap(({ absentId, procedures, to }) => { const person = this.known(absentId); return person ? [{ person, ...(procedures ? { procedures } : {}), to }] : []; });
    return standsIn.length > 0 ? { ...found, standsIn } : found;
  }
  /** The person of an active staff id in his own right, whoever he stands in for. */
  known(id: string): Actor | undefined {
    const [found, posts] = [this.staff.get(id), this.posts.get(id)];
    return found && posts && this.toActor(found, posts);
  }

  /** Everyone active, in the order in which a dossier meets their roles: the list of the one-click sign-in. */
  async people(): Promise<Actor[]> {
    if (this.staff.size === 0) await this.refresh();
    const rank = (actor: Actor): number => Math.min(...actor.roles.map((role) => ROLE_ORDER.indexOf(role)), ROLE_ORDER.length);
    const actors = [...this.staff.keys()].flatMap((id) => this.known(id) ?? []);
    return actors.sort((a, b) => rank(a) - rank(b));
  }

  agencyOf(departmentId: string): string | undefined {
    return this.departmentDocs.get(departmentId)?.agencyId;
  }
  agency(id: string): AgencyDoc | undefined {
    return this.agencies.get(id);
  }
  /** Those that go on, by name. */
  allAgencies(): AgencyDoc[] {
    return [...this.agencies.values()].filter(({ _id }) => !this.over.has(_id)).sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  }
  /** Its last day has passed. */
  hasEnded(unit: string): boolean {
    return this.over.has(unit);
  }
  agencyName(id: string): string {
    return this.agencies.get(id)?.name ?? id;
  }
  /** The agency that has the one-stop desk: whose name stands on the public pages. A hospital's own desk is second to an office's. */
  mainAgency(): AgencyDoc | undefined {
    const withDesk = [...this.departmentDocs.values()].filter((each) => each.oneStop && !this.over.has(each._id)).flatMap((each) => this.agencies.get(each.agencyId) ?? []);
    return withDesk.find((each) => each.kind !== 'publicServiceUnit') ?? withDesk[0] ?? [...this.agencies.values()][0];
  }
  departmentName(id: string): string {
    return this.departmentDocs.get(id)?.name ?? id;
  }
  /** All of them, each with its agency where that is not said by its name. */
  departments(): { id: string; name: string; agencyName: string }[] {
    return [...this.departmentDocs.values()].filter((each) => !this.over.has(each._id)).map((each) => ({ id: each._id, name: each.name, agencyName: this.agencyName(each.agencyId) }));
  }
  department(id: string): DepartmentDoc | undefined {
    return this.departmentDocs.get(id);
  }
  /** As kept, those who have left too. */
  person(id: string): StaffDoc | undefined {
    return this.staff.get(id);
  }
  everybodyOf(agencyId: string): StaffDoc[] {
    return [...this.staff.values()].filter((each) => each.agencyId === agencyId);
  }
  departmentsOf(agencyId: string): DepartmentDoc[] {
    return [...this.departmentDocs.values()].filter((each) => each.agencyId === agencyId);
  }
  /** Of those that the given agency continues. */
  inheritedBy(agencyId: string): string[] {
    return [...(this.agenciesBefore.get(agencyId) ?? [])];
  }
  staffOf({ departmentId, agencyId, role }: { departmentId?: string; agencyId?: string; role?: string }): string[] {
    const isHeld = ({ departmentIds, roles }: Post): boolean => (departmentId === undefined || departmentIds.includes(departmentId)) && (role === undefined || roles.includes(role));
    return [...this.posts].filter(([id, posts]) => (agencyId === undefined || this.staff.get(id)?.agencyId === agencyId) && posts.some(isHeld)).map(([id]) => id);
  }
  /** Nobody's account: the program itself, as it sees an agency's figures when nobody asks for them. */
  managerOf(agencyId: string): Actor {
    const inherits = this.agenciesBefore.get(agencyId);
    const posts = [{ departmentIds: [], roles: ['manager' as const], stepRoles: ['manager'] }];
    return { id: '', name: '', position: '', agencyId, agencyName: this.agencyName(agencyId), departmentIds: [], departmentNames: [], roles: ['manager'], posts, ...(inherits ? { inherits } : {}) };
  }
  staffName(id: string): string {
    return this.staff.get(id)?.name ?? id;
  }
  positionOf(id: string): string {
    return this.staff.get(id)?.position ?? '';
  }
  /** The department itself, and those whose work it goes on with. */
  withPredecessors(departmentId: string): string[] {
    return [departmentId, ...(this.departmentsBefore.get(departmentId) ?? [])];
  }
  /** The one-stop desk of an agency; one without a desk speaks for itself. */
  deskOf(agencyId: string): string {
    return [...this.departmentDocs.values()].find((each) => each.oneStop && each.agencyId === agencyId)?.name ?? this.agencyName(agencyId);
  }

  /** Whoever works in a department works for those that it continues; his own stands first. */
  private withInherited(post: Post): Post {
    return { ...post, departmentIds: [...new Set([...post.departmentIds, ...post.departmentIds.flatMap((id) => this.departmentsBefore.get(id) ?? [])])] };
  }

  private toActor(doc: StaffDoc, held: readonly Post[]): Actor {
    const posts = held.map(({ departmentIds, roles }) => ({ departmentIds, roles: [...new Set(roles.flatMap((role) => PAGE_ROLES[role] ?? []))], stepRoles: roles }));
    const departmentIds = [...new Set(posts.flatMap((each) => each.departmentIds))];
    const own = departmentIds.filter((id) => this.agencyOf(id) === doc.agencyId);
    const inherits = this.agenciesBefore.get(doc.agencyId);
    return {
      id: doc._id, name: doc.name, position: held.map(({ title }) => title).filter(Boolean).join(', '), agencyId: doc.agencyId, agencyName: this.agencyName(doc.agencyId),
      departmentIds, departmentNames: (own.length > 0 ? own : departmentIds).map((id) => this.departmentName(id)), roles: [...new Set(posts.flatMap(({ roles }) => roles))], posts, ...(inherits ? { inherits } : {}),
    };
  }
}

function byId<T extends { _id: string }>(docs: readonly T[]): Map<string, T> {
  return new Map(docs.map((doc) => [doc._id, doc]));
}

export function personOf({ posts: _own, inherits: _before, standsIn, ...person }: Actor): Person {
  return { ...person, ...(standsIn ? { standsInFor: standsIn.map(({ person: { id, name }, to }) => ({ id, name, to: to.toISOString() })) } : {}) };
}
