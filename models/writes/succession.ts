/**
 * An agency ends and others go on with what it did: offices merge, and split. Each of its departments is continued by one of theirs or moves
 * over as it is; its people go with their departments. Nothing that is recorded of a dossier is rewritten: it keeps the agency that received
 * it, and whoever continues that agency sees it and works on it (models/succession.ts).
 */
import { randomUUID } from 'node:crypto';
import type { SuccessionPreview } from '../../server/contract.js';
import { deskDay, deskMidnight } from '../desk.js';
import type { Actor, Directory } from '../directory.js';
import { Refusal, wrongField } from '../problem.js';
import { mayAdminister } from '../rights.js';
import { Followers, type FollowPlan } from './followers.js';
import type { DepartmentDoc, StaffDoc } from '../schemas/organisation.js';
import type { Store } from '../store.js';

/** `department`: the one that continues it; `agency`: the one that it moves to, with its name and its people. One of the two. */
export interface Continued { id: string; department?: string | undefined; agency?: string | undefined }
/** `day`: the first of the new order, YYYY-MM-DD at the desk. */
export interface Succession { day: string; departments: readonly Continued[] }


const DAY_MS = 86_400_000;
interface Given { store: Store; directory: Directory; now(): Date }

export class SuccessionBook {
  private readonly followers: Followers;
  constructor(private readonly given: Given) { this.followers = new Followers(given); }

  /** Throws Refusal forbidden, bad-request with the field. */
  async preview(actor: Actor, wish: Succession): Promise<SuccessionPreview> {
    const { store, directory } = this.given;
    const successors = this.checked(actor, wish);
    const people = directory.everybodyOf(actor.agencyId);
    const departments = await Promise.all(directory.departmentsOf(actor.agencyId).map(async ({ _id: id, name }) => ({
      id, name, openSteps: await store.workItems.countDocuments({ departmentId: { $in: directory.withPredecessors(id) }, open: true }), people: people.filter(({ departmentIds }) => departmentIds.includes(id)).length,
    })));
    const openDossiers = await store.dossiers.countDocuments({ agencies: { $in: [actor.agencyId, ...directory.inheritedBy(actor.agencyId)] }, open: true });
    const plan = await this.follow(actor.agencyId, wish, successors);
    return { ...this.followers.preview(plan), successors: successors.map((id) => ({ id, name: directory.agencyName(id) })), openDossiers, departments, people: people.length };
  }

  /** In an order that can be taken up again where it broke off: the last day is written last. Throws the same as `preview`. */
  async carryOut(actor: Actor, wish: Succession & { reason: string }): Promise<void> {
    const { store, directory, now } = this.given;
    const successors = this.checked(actor, wish);
    const { agencyId } = actor;
    const to = deskDay(new Date(deskMidnight(wish.day).getTime() - DAY_MS));
    const people = directory.everybodyOf(agencyId);
    const before = { name: directory.agencyName(agencyId) };
    await store.agencies.updateOne({ _id: agencyId }, { $addToSet: { successors: { $each: successors } } });
    for (const each of wish.departments) await this.continueDepartment(each, to);
    const plan = await this.follow(agencyId, wish, successors);
    await this.followers.carryOut(plan);
    for (const person of people) await this.move(person, wish.departments);
    await store.agencies.updateOne({ _id: agencyId }, { $set: { to } });
    const after = { name: before.name, to, successors, departments: wish.departments.length, people: people.length, procedures: plan.procedures.length };
    for (const target of [agencyId, ...successors]) await store.organisationChanges.create({ _id: randomUUID(), agencyId: target, at: now(), by: actor.id, kind: 'agency', target: agencyId, before, after, reason: wish.reason });
    await directory.refresh();
  }

  private follow(agencyId: string, { departments }: Succession, successors: readonly string[]): Promise<FollowPlan> {
    const next = new Map(departments.map((each) => [each.id, this.agencyOf(each)]));
    return this.followers.plan(agencyId, (id) => next.get(id), successors[0]!);
  }

  private async continueDepartment({ id, department, agency }: Continued, to: string): Promise<void> {
    const set: Partial<DepartmentDoc> = department === undefined ? { agencyId: agency! } : { to, successors: [department] };
    await this.given.store.departments.updateOne({ _id: id }, { $set: set, $inc: { revision: 1 } });
  }

  /** To the agency where his first department goes on. */
  private async move(person: StaffDoc, wish: Succession['departments']): Promise<void> {
    const next = new Map(wish.map(({ id, department }) => [id, department ?? id]));
    const renamed = (id: string): string => next.get(id) ?? id;
    const departmentIds = [...new Set(person.departmentIds.map(renamed))];
    const first = wish.find(({ id }) => id === person.departmentIds[0]) ?? wish[0]!;
    const posts = person.posts?.map((post) => ({ ...post, departmentId: renamed(post.departmentId) }));
    await this.given.store.staff.updateOne({ _id: person._id }, { $set: { agencyId: this.agencyOf(first), departmentIds, ...(posts ? { posts } : {}) }, $inc: { revision: 1 } });
  }

  private agencyOf({ department, agency }: Continued): string {
    return agency ?? this.given.directory.agencyOf(department!)!;
  }

  private checked(actor: Actor, { day, departments }: Succession): string[] {
    const { directory, now } = this.given;
    if (!mayAdminister(actor)) throw new Refusal('forbidden', 'only an administrator of the agency that ends says what continues it');
    if (day > deskDay(now())) throw wrongField('day', 'must not be later than today: it is entered from its day on');
    const own = directory.departmentsOf(actor.agencyId).map(({ _id }) => _id);
    const named = new Set(departments.map(({ id }) => id));
    const missing = own.find((id) => !named.has(id));
    if (missing !== undefined) throw wrongField('departments', `says nothing of ${missing}`);
    departments.forEach((each, n) => { this.refuseWrong(actor, each, own, n); });
    if (named.size < departments.length) throw wrongField('departments', 'names a department twice');
    return [...new Set(departments.map((each) => this.agencyOf(each)))];
  }

  private refuseWrong(actor: Actor, { id, department, agency }: Continued, own: readonly string[], n: number): void {
    const { directory } = this.given;
    if (!own.includes(id)) throw wrongField(`departments.${n}.id`, 'is no department of the agency');
    if ((department === undefined) === (agency === undefined)) throw wrongField(`departments.${n}`, 'needs a department that continues it or an agency that it moves to');
    const target = department === undefined ? agency! : directory.agencyOf(department);
    const isOpen = target !== undefined && target !== actor.agencyId && directory.agency(target) !== undefined && !directory.hasEnded(target) && (department === undefined || !directory.hasEnded(department));
    if (!isOpen) throw wrongField(`departments.${n}.${department === undefined ? 'agency' : 'department'}`, 'must be of another agency that goes on');
  }
}
