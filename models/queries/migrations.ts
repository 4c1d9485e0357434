/** Before a move between two versions: the plan that suggests itself, and what would become of each dossier. */
import type { Plan } from '../../engine/graph/types.js';
import type { QueryFilter } from 'mongoose';
import { checkMigration, checkPlan, migrateState, proposeMigration, readMigrationPlan, unmappedOf, type MigrationPlan, type MigrationProblem, type Unmapped } from '../../engine/migration/index.js';
import { nextStanding } from '../../engine/record/steps.js';
import { dossierView } from '../projections/dossier-view.js';
import { Refusal } from '../problem.js';
import { rebuildStanding } from '../rebuild.js';
import type { DossierDoc } from '../schemas/dossier.js';
import type { VersionDoc } from '../schemas/procedure.js';
import { skipOf, type QueryContext } from './context.js';

export interface Versions { procedureId: string; from: number; to: number; /** As a person wrote it; absent: the one that suggests itself. */ plan?: unknown; /** Only dossiers that these see. */ agencies?: string[] }
export interface Proposed { plan: MigrationPlan; unmapped: Unmapped[]; /** Of the plan itself. */ problems: MigrationProblem[]; running: number }
export interface Candidate {
  dossierId: string; dossierNo: string; steps: string[]; movable: boolean; problems: MigrationProblem[];
  dueAt?: Date; /** Absent also when it cannot move. */ newDueAt?: Date;
}
interface Both { from: Plan; to: Plan; toVersion: VersionDoc; plan: MigrationPlan }

export class MigrationQueries {
  constructor(private readonly context: QueryContext) {}

  async propose(wanted: Versions): Promise<Proposed> {
    const { from, to, plan } = await this.both(wanted);
    const running = await this.context.store.dossiers.countDocuments(runningOn(wanted));
    return { plan, unmapped: unmappedOf(from, plan), problems: checkPlan(from, to, plan), running };
  }

  /** Dossiers of the old version, the next due first, each with what would become of it. */
  async preview(wanted: Versions, paging: { page: number; pageSize: number }): Promise<{ items: Candidate[]; total: number }> {
    const both = await this.both(wanted);
    const { dossiers } = this.context.store;
    const filter = runningOn(wanted);
    const [docs, total] = await Promise.all([
      dossiers.find(filter).sort({ sortDue: 1, _id: 1 }).skip(skipOf(paging)).limit(paging.pageSize).lean(), dossiers.countDocuments(filter),
    ]);
    return { items: await Promise.all(docs.map((doc) => this.candidate(doc, both))), total };
  }

  /** The two plans and the mapping between them. Throws Refusal unknown-version, bad-data. */
  async both({ procedureId, from, to, plan: given }: Versions): Promise<Both> {
    if (from === to) throw new Refusal('bad-data', 'the two versions are the same');
    const [old, next] = await Promise.all([this.version(procedureId, from), this.version(procedureId, to)]);
    const [a, b] = await Promise.all([this.context.plans.plan(old.planHash), this.context.plans.plan(next.planHash)]);
    if (given === undefined) return { from: a, to: b, toVersion: next, plan: proposeMigration(a, b) };
    const read = readMigrationPlan(given, a, b);
    if (!read.ok) throw new Refusal('bad-data', `plan: ${read.message}`);
    return { from: a, to: b, toVersion: next, plan: read.plan };
  }

  private async version(procedureId: string, version: number): Promise<VersionDoc> {
    const found = await this.context.store.versions.findOne({ procedureId, version }).lean();
    if (!found) throw new Refusal('unknown-version', `procedure ${procedureId} has no version ${version}`);
    return found;
  }

  private async candidate(doc: DossierDoc, { from, to, toVersion, plan }: Both): Promise<Candidate> {
    const { store, plans, directory, calendars } = this.context;
    const known = { dossierId: doc._id, dossierNo: doc.dossierNo, steps: doc.steps.map((step) => step.name), ...(doc.dueAt ? { dueAt: doc.dueAt } : {}) };
    const now = await rebuildStanding(store, plans, doc._id);
    if (!now) return { ...known, movable: false, problems: [{ code: 'not-running', severity: 'error', message: 'The dossier has not begun.' }] };
    const problems = checkMigration(from, to, plan, now.standing.state);
    const moved = migrateState(from, to, plan, now.standing.state, this.context.now().getTime(), 'preview');
    if (!moved.migrated) return { ...known, movable: false, problems };
    const standing = nextStanding(to, now.standing, moved.events, moved.state);
    const view = dossierView(doc._id, { ...doc.facts, version: toVersion.version, planHash: to.hash }, standing, { plan: to, calendars, organisation: directory });
    return { ...known, movable: true, problems, ...(view.dueAt ? { newDueAt: view.dueAt } : {}) };
  }
}

export function runningOn({ procedureId, from, agencies }: Pick<Versions, 'procedureId' | 'from' | 'agencies'>): QueryFilter<DossierDoc> {
  return { procedureId, version: from, open: true, seq: { $gt: 0 }, ...(agencies ? { agencies: { $in: agencies } } : {}) };
}
