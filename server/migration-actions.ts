/** Moves running dossiers between two versions of a procedure: one to try, some or all, and back again within the time that is set. */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { shift } from '../engine/calendar/shift.js';
import { checkPlan, inverseOf, type MigrationProblem } from '../engine/migration/index.js';
import type { Actor } from '../models/directory.js';
import type { QueryContext } from '../models/queries/context.js';
import { MigrationQueries, runningOn, type Versions } from '../models/queries/migrations.js';
import { Refusal } from '../models/problem.js';
import { hasRole } from '../models/rights.js';
import type { MigrationDoc, MigrationResultDoc } from '../models/schemas/migration.js';
import { isDuplicate } from '../models/store.js';
import { HostUnavailable, UnknownDossier, type DossierHost } from '../workflows/host.js';
import { ProblemError } from './http/problem.js';

export interface MoveRequest extends Versions { commandId: string; reason: string; /** Absent: all that run on the version. */ dossiers?: string[]; stopOnError: boolean }
export interface Progress { migration: MigrationDoc; moved: number; kept: number; left: number }
interface Given { context: QueryContext; host: DossierHost }

const SIDE_BY_SIDE = 8;
/** Milliseconds that an answer waits for a migration to be finished; a long one goes on behind it. */
const WAIT = 4_000;
const ATTEMPTS = 30;
const AGAIN_MS = 1_000;

export class MigrationActions {
  readonly queries: MigrationQueries;
  private readonly running = new Map<string, Promise<void>>();

  constructor(private readonly given: Given) {
    this.queries = new MigrationQueries(given.context);
  }

  /** The same command id again starts nothing twice; it goes on where an interrupted one was left. */
  async move(actor: Actor, asked: MoveRequest): Promise<Progress> {
    requireMayMove(actor);
    const { procedureId, from, to, commandId, reason, dossiers, stopOnError, agencies } = asked;
    const both = await this.queries.both(asked);
    refuseFaults(checkPlan(both.from, both.to, both.plan));
    return this.begin({
      _id: commandId, procedureId, from, to, plan: both.plan, at: this.given.context.now(), by: actor.id, reason, stopOnError,
      bodyHash: hashOf([procedureId, from, to, both.plan, dossiers, stopOnError]), ...(dossiers ? { dossiers } : {}), ...(agencies ? { agencies } : {}),
    });
  }

  /** Moves back what a migration has moved, as far as each dossier still stands where the old version has a place for it. */
  async undo(actor: Actor, id: string, { commandId, reason, agencies }: { commandId: string; reason: string; agencies?: string[] }): Promise<Progress> {
    requireMayMove(actor);
    const { context } = this.given;
    const done = await this.find(id, agencies);
    await context.settings.upToDate();
    const until = shift(context.calendars.of({}).calendar, done.at.getTime(), context.settings.get('migration.undoWithin', { procedureId: done.procedureId }));
    if (context.now().getTime() > until) throw new ProblemError('undo-too-late', { detail: new Date(until).toISOString() });
    const moved = await context.store.migrationResults.find({ migrationId: id, moved: true }, { dossierId: 1 }).sort({ _id: 1 }).lean();
    const dossiers = moved.map((each) => each.dossierId);
    return this.begin({
      _id: commandId, procedureId: done.procedureId, from: done.to, to: done.from, plan: inverseOf(done.plan), at: context.now(), by: actor.id, reason, stopOnError: false,
      bodyHash: hashOf([id]), dossiers, undoes: id, ...(done.agencies ? { agencies: done.agencies } : {}),
    });
  }

  /** Takes up what an earlier run of the server left undone. */
  async resume(): Promise<void> {
    for (const migration of await this.given.context.store.migrations.find({ finishedAt: { $exists: false } }).lean()) await this.carryThrough(migration);
  }

  async progress(id: string, agencies?: readonly string[]): Promise<Progress> {
    const migration = await this.find(id, agencies);
    const { migrationResults, dossiers } = this.given.context.store;
    const [moved, kept] = await Promise.all([true, false].map((each) => migrationResults.countDocuments({ migrationId: id, moved: each })));
    const left = migration.finishedAt ? 0 : migration.dossiers ? migration.dossiers.length - moved! - kept! : (await dossiers.countDocuments(runningOn(migration))) - kept!;
    return { migration, moved: moved!, kept: kept!, left: Math.max(0, left) };
  }

  async results(id: string, { page, pageSize, moved, agencies }: { page: number; pageSize: number; moved?: boolean | undefined; agencies?: readonly string[] }): Promise<{ items: MigrationResultDoc[]; total: number }> {
    const { migrationResults } = this.given.context.store;
    if (agencies) await this.find(id, agencies);
    const filter = { migrationId: id, ...(moved === undefined ? {} : { moved }) };
    const [items, total] = await Promise.all([
      migrationResults.find(filter).sort({ _id: 1 }).skip((page - 1) * pageSize).limit(pageSize).lean(), migrationResults.countDocuments(filter),
    ]);
    return { items, total };
  }

  /** With agencies: one that one of them ordered. */
  private async find(id: string, agencies?: readonly string[]): Promise<MigrationDoc> {
    const found = await this.given.context.store.migrations.findById(id).lean();
    if (!found || (agencies && !agencies.includes(found.agencies?.[0] ?? ''))) throw new ProblemError('unknown-migration');
    return found;
  }

  private async begin(wanted: MigrationDoc): Promise<Progress> {
    const { migrations } = this.given.context.store;
    try {
      await migrations.create(wanted);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const known = await this.find(wanted._id);
      if (known.bodyHash !== wanted.bodyHash || known.agencies?.[0] !== wanted.agencies?.[0]) throw new Refusal('command-id-reused', 'this command id was used for another migration');
    }
    const migration = await this.find(wanted._id);
    if (!migration.finishedAt) await Promise.race([this.carryThrough(migration), sleep(WAIT, undefined, { ref: false })]);
    return this.progress(wanted._id);
  }

  private carryThrough(migration: MigrationDoc): Promise<void> {
    const known = this.running.get(migration._id);
    if (known) return known;
    const work = this.moveAll(migration).finally(() => { this.running.delete(migration._id); });
    // Whoever waits for the answer is told; a migration that goes on behind it is taken up by the same command.
    work.catch(() => undefined);
    this.running.set(migration._id, work);
    return work;
  }

  private async moveAll(migration: MigrationDoc): Promise<void> {
    const { store } = this.given.context;
    const ids = migration.dossiers ?? (await store.dossiers.find(runningOn(migration), { _id: 1 }).sort({ sortDue: 1, _id: 1 }).lean()).map((doc) => doc._id);
    const told = new Set((await store.migrationResults.find({ migrationId: migration._id }, { dossierId: 1 }).lean()).map((each) => each.dossierId));
    const queue = [...new Set(ids)].filter((id) => !told.has(id));
    const { planHash } = (await store.versions.findOne({ procedureId: migration.procedureId, version: migration.to }).lean())!;
    let stopped = false;
    const mover = async (): Promise<void> => {
      for (let id = queue.shift(); id !== undefined && !stopped; id = queue.shift()) {
        const result = await this.moveOne(migration, planHash, id);
        if (!result.moved && migration.stopOnError) stopped = true;
      }
    };
    await Promise.all(Array.from({ length: migration.stopOnError ? 1 : SIDE_BY_SIDE }, mover));
    await store.migrations.updateOne({ _id: migration._id }, { $set: { finishedAt: this.given.context.now() } });
  }

  /** Throws when the host stays away: what has been told by then stays told. */
  private async moveOne(migration: MigrationDoc, planHash: string, dossierId: string): Promise<MigrationResultDoc> {
    const { context } = this.given;
    const { _id, plan, by, reason, procedureId, agencies } = migration;
    const doc = await context.store.dossiers.findOne({ _id: dossierId, procedureId, ...(agencies ? { agencies: { $in: agencies } } : {}) }, { dossierNo: 1 }).lean();
    const base = { _id: `${_id}:${dossierId}`, migrationId: _id, dossierId, dossierNo: doc?.dossierNo ?? '', at: context.now() };
    const outcome = doc ? await this.ask(dossierId, planHash, { type: 'migrate', plan, by, reason, commandId: `${_id}.${dossierId}`, at: base.at.getTime() }) : { moved: false, code: 'unknown-dossier', problems: [] };
    const result: MigrationResultDoc = { ...base, ...outcome };
    await context.store.migrationResults.updateOne({ _id: result._id }, { $setOnInsert: result }, { upsert: true });
    return result;
  }

  private async ask(dossierId: string, planHash: string, command: Parameters<DossierHost['migrate']>[2]): Promise<Pick<MigrationResultDoc, 'moved' | 'code' | 'problems'>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await this.given.host.migrate(dossierId, planHash, command);
        if (answer.accepted) return { moved: true, problems: [] };
        const problems = (answer.rejection.details?.problems ?? []) as unknown as MigrationProblem[];
        return { moved: false, code: answer.rejection.code, problems };
      } catch (error) {
        if (error instanceof UnknownDossier) return { moved: false, code: 'unknown-dossier', problems: [] };
        // A busy host answers later; the same command again changes nothing twice.
        if (!(error instanceof HostUnavailable) || attempt >= ATTEMPTS) throw error;
        await sleep(AGAIN_MS);
      }
    }
  }
}

export function requireMayMove(actor: Actor): void {
  if (!hasRole(actor, 'administrator', 'designer')) throw new ProblemError('forbidden', { detail: 'dossiers are moved by administrators and designers' });
}
function refuseFaults(problems: readonly MigrationProblem[]): void {
  if (problems.length > 0) throw new Refusal('bad-data', problems.map((each) => each.message).join(' '), { fields: problems.map(({ message }) => ({ field: 'plan', message })) });
}
const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url');
