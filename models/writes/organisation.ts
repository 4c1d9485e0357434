/** Departments and people of an agency, changed by its administrators. Nobody is deleted: what people did keeps its name. */
import { randomUUID } from 'node:crypto';
import type { Model } from 'mongoose';
import type { Passwords, Temporary } from '../accounts/passwords.js';
import type { PersonSessions } from '../accounts/sessions.js';
import type { Actor, Directory } from '../directory.js';
import { deskDay } from '../desk.js';
import { provinceOn, type Place } from '../places/provinces.js';
import { Refusal, wrongField } from '../problem.js';
import { mayAdminister } from '../rights.js';
import type { DepartmentDoc, OrganisationChangeDoc, PostDoc, StaffDoc } from '../schemas/organisation.js';
import { isThere, type Store } from '../store.js';

type DepartmentFacts = Pick<DepartmentDoc, 'name' | 'oneStop'> & { headcount?: number | undefined };
type PersonFacts = Pick<StaffDoc, 'name' | 'position' | 'departmentIds' | 'roles' | 'active'> & { posts: PostDoc[]; from?: string | undefined; to?: string | undefined };
/** `base`: the revision that the change was made on; absent for somebody or something new. */
interface Order { id: string; base?: number | undefined; reason: string }
interface Dependencies { store: Store; directory: Directory; passwords: Passwords; sessions: PersonSessions; /** Of wrong passwords. */ tries: { forget(account: string): Promise<void> }; now(): Date }
interface Kept { _id: string; agencyId: string; revision?: number }

const ADMINISTRATOR = 'administrator';

export class OrganisationBook {
  constructor(private readonly given: Dependencies) {}

  async department(actor: Actor, { id, base, reason }: Order, facts: DepartmentFacts): Promise<void> {
    refuseUnlessAdministrator(actor);
    const known = this.given.directory.department(id);
    await this.write(actor, this.given.store.departments as unknown as Model<Kept>, { kind: 'department', id, base, reason, known }, { ...facts });
  }

  /** `handsOver`: what somebody who leaves holds is given to others next. Throws Refusal bad-request with the field, holds-open-work, not-found, stale-organisation. */
  async person(actor: Actor, { id, base, reason, handsOver }: Order & { handsOver?: boolean }, facts: PersonFacts): Promise<void> {
    const { directory, store } = this.given;
    refuseUnlessAdministrator(actor);
    await this.refuseStrange(actor, facts);
    const known = directory.person(id);
    if (base !== undefined && known && known.agencyId === actor.agencyId) {
      this.refuseWithoutAdministrator(known, facts);
      if (known.active && !facts.active && !handsOver) await this.refuseWithWork(id);
    }
    const { posts, ...rest } = facts;
    await this.write(actor, store.staff as unknown as Model<Kept>, { kind: 'person', id, base, reason, known }, { ...rest, posts: posts.length > 0 ? posts : undefined, from: facts.from, to: facts.to });
    if (!facts.active) await this.given.sessions.endAll(id);
  }

  /** The province that the agency lies in. Throws Refusal forbidden, bad-request with the field. */
  async place(actor: Actor, { code, at, reason }: Place & { reason: string }): Promise<void> {
    const { directory, store, now } = this.given;
    refuseUnlessAdministrator(actor);
    if (at > deskDay(now())) throw wrongField('at', 'must not be later than today');
    if (!provinceOn({ code, at })) throw wrongField('code', `named no province on ${at}`);
    const { agencyId } = actor;
    const before = directory.agency(agencyId)?.place;
    await store.agencies.updateOne({ _id: agencyId }, { $set: { place: { code, at } } });
    const name = directory.agencyName(agencyId);
    await store.organisationChanges.create({ _id: randomUUID(), agencyId, at: now(), by: actor.id, kind: 'agency', target: agencyId, before: { name, ...(before ? { place: { code: before.code, at: before.at } } : {}) }, after: { name, place: { code, at } }, reason });
    await directory.refresh();
  }

  /** A temporary password for somebody of the agency who has none, or has lost it; he is signed out everywhere, and need not wait where somebody has guessed. */
  async resetPassword(actor: Actor, { id, reason }: Omit<Order, 'base'>): Promise<Temporary> {
    const { directory, passwords, sessions, store, now } = this.given;
    refuseUnlessAdministrator(actor);
    const person = directory.person(id);
    if (!person?.active || person.agencyId !== actor.agencyId) throw new Refusal('not-found', `nobody called ${id} works here`);
    const temporary = await passwords.temporary(id, actor.id);
    await Promise.all([sessions.endAll(id), this.given.tries.forget(id)]);
    const { name } = person;
    await store.organisationChanges.create({ _id: randomUUID(), agencyId: actor.agencyId, at: now(), by: actor.id, kind: 'person', target: id, before: { name }, after: { name, password: 'temporary' }, reason });
    return temporary;
  }

  private async refuseStrange(actor: Actor, { departmentIds, roles, posts, from, to }: PersonFacts): Promise<void> {
    const { directory, store } = this.given;
    const own = new Set(directory.departmentsOf(actor.agencyId).map(({ _id }) => _id));
    const known = new Set((await store.roles.find().lean()).map(({ _id }) => _id));
    const refuse = (where: string, places: readonly string[], held: readonly string[], period: { from?: string | undefined; to?: string | undefined }): void => {
      if (places.some((each) => !own.has(each))) throw wrongField(where === '' ? 'departmentIds' : `${where}departmentId`, 'must be departments of the agency');
      const strange = held.find((each) => !known.has(each));
      if (strange !== undefined) throw wrongField(`${where}roles`, `${strange} is not known`);
      if (period.from !== undefined && period.to !== undefined && period.to < period.from) throw wrongField(`${where}to`, 'must not be before the first day');
    };
    refuse('', departmentIds, roles, { from, to });
    posts.forEach((post, n) => { refuse(`posts.${n}.`, [post.departmentId], post.roles, post); });
  }

  /** Nobody leaves with work in his hands that nobody then knows of. */
  private async refuseWithWork(id: string): Promise<void> {
    const held = await this.given.store.workItems.countDocuments({ assignee: id, open: true });
    if (held > 0) throw new Refusal('holds-open-work', `${held} open steps are in this person's hands: say to whom they go`);
  }

  /** Somebody has to be left who can change things. */
  private refuseWithoutAdministrator({ _id, agencyId }: StaffDoc, { active, roles }: PersonFacts): void {
    if (active && roles.includes(ADMINISTRATOR)) return;
    const others = this.given.directory.staffOf({ agencyId, role: ADMINISTRATOR }).filter((id) => id !== _id);
    if (others.length === 0) throw wrongField(active ? 'roles' : 'active', 'the agency needs another administrator first');
  }

  private async write(actor: Actor, model: Model<Kept>, { kind, id, base, reason, known }: Order & Pick<OrganisationChangeDoc, 'kind'> & { known: Kept | undefined }, after: Record<string, unknown>): Promise<void> {
    const { store, directory, now } = this.given;
    if (base === undefined) await create(model, { _id: id, agencyId: actor.agencyId, ...after });
    else {
      // What another agency has is not there.
      if (!known || known.agencyId !== actor.agencyId) throw new Refusal('not-found', `there is no ${kind} ${id}`);
      const gone = Object.entries(after).filter(([, value]) => value === undefined).map(([name]) => [name, '']);
      const changed = await model.updateOne({ _id: id, agencyId: actor.agencyId, revision: base === 0 ? null : base },
        { $set: { ...after, revision: base + 1 }, ...(gone.length > 0 ? { $unset: Object.fromEntries(gone) } : {}) });
      if (changed.matchedCount === 0) throw new Refusal('stale-organisation', 'somebody else has changed it meanwhile');
    }
    await store.organisationChanges.create({ _id: randomUUID(), agencyId: actor.agencyId, at: now(), by: actor.id, kind, target: id, ...(base !== undefined && known ? { before: factsOf(known, after) } : {}), after, reason });
    await directory.refresh();
  }
}

const factsOf = (known: object, after: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(known).filter(([name]) => name in after));

async function create(model: Model<Kept>, doc: Kept): Promise<void> {
  try {
    await model.create(doc);
  } catch (error) {
    if (isThere(error)) throw wrongField('id', 'is taken');
    throw error;
  }
}

function refuseUnlessAdministrator(actor: Actor): void {
  if (!mayAdminister(actor)) throw new Refusal('forbidden', 'only an administrator changes the organisation');
}
