/** Writes what settled into the event log and the read model. Doing it twice, or late, or out of order, is harmless. */
import type { Plan } from '../engine/graph/types.js';
import { movedTo, type Batch, type SettledStep } from '../engine/record/steps.js';
import type { Calendars } from './calendars/book.js';
import type { FigureCounter } from './figures/counter.js';
import type { FreshWork } from './fresh-work.js';
import { changeOf } from './live/change-of.js';
import type { ChangeFeed } from './live/feed.js';
import { dossierView, FIXED_IN_DOSSIER, type Surroundings } from './projections/dossier-view.js';
import type { Organisation } from './projections/place.js';
import { lettersOf, type Channels } from './projections/letters.js';
import { noticesOf } from './projections/notices.js';
import { FIXED_IN_WORK, workItemChanges, type WorkItemChange } from './projections/work-item-views.js';
import type { DossierDoc, DossierFacts, LogDoc } from './schemas/dossier.js';
import type { Settings } from './settings/settings.js';
import type { TrailSealer } from './trail/sealer.js';
import { isDuplicate, isThere, type Store } from './store.js';

export interface Plans { plan(hash: string): Promise<Plan> }
interface Dependencies { store: Store; settings: Settings; plans: Plans; organisation: Organisation; calendars: Calendars; fresh: FreshWork; changes: ChangeFeed; trail: TrailSealer; figures: Pick<FigureCounter, 'note'> }

const MOST_FACTS = 20_000;

export class Projector {
  /** Facts change only when a dossier moves to another version: kept so that a click costs no read. */
  private readonly facts = new Map<string, DossierFacts>();

  constructor(private readonly given: Dependencies) {}

  remember(dossierId: string, facts: DossierFacts): void {
    if (this.facts.size >= MOST_FACTS) this.facts.clear();
    this.facts.set(dossierId, facts);
  }

  /** Throws when the dossier was never received here, and when the database is away. */
  async project(batch: Batch): Promise<void> {
    const [facts, around] = await Promise.all([this.factsOn(batch.dossierId, batch.planHash), this.surroundings(batch.planHash)]);
    const dossier = dossierView(batch.dossierId, facts, batch, around);
    const moved = batch.steps.some(movedTo);
    const work = workItemChanges(batch, dossier, around);
    // The log first and by itself: it is the source, and must not miss what the read model shows.
    const written = await this.append(batch);
    if (written > 0) for (const step of batch.steps) this.given.trail.note('log', facts.agencyId, entryOf(batch.dossierId, step));
    const notices = noticesOf(batch, dossier, around.organisation);
    const held = work.flatMap(({ id }) => this.given.fresh.get(id) ?? []);
    const letters = lettersOf(batch, dossier, around.plan, this.channelsOf(facts.agencyId));
    await Promise.all([this.writeWork(work), this.writeDossier(dossier, moved), this.writeOnce(this.given.store.notices, notices), this.writeOnce(this.given.store.outbox, letters)]);
    if (batch.steps[0]?.from === 1) this.given.fresh.rememberReceived(dossier);
    this.given.figures.note(batch.dossierId);
    this.given.changes.tell(changeOf(dossier, work, held, notices));
    if (moved) this.remember(batch.dossierId, facts);
  }

  async surroundings(planHash: string): Promise<Surroundings> {
    const { plans, calendars, organisation } = this.given;
    const [plan] = await Promise.all([plans.plan(planHash), calendars.upToDate()]);
    return { plan, calendars, organisation };
  }

  /** As written at reception, with the version that the dossier runs on now: it may have been moved to another one. */
  async factsOf(dossierId: string): Promise<DossierFacts> {
    const known = this.facts.get(dossierId);
    if (known) return known;
    const { log } = this.given.store;
    const [facts, last] = await Promise.all([this.receptionOf(dossierId), log.findOne({ dossierId, command: 'migrate' }).sort({ from: -1 }).lean()]);
    const hash = last ? movedTo(last) : undefined;
    const now = hash === undefined ? facts : await this.onPlan(facts, hash);
    this.remember(dossierId, now);
    return now;
  }
  async receptionOf(dossierId: string): Promise<DossierFacts> {
    const entry = await this.given.store.log.findOne({ dossierId, from: 0 }).lean();
    if (!entry?.facts) throw new Error(`dossier ${dossierId} is not in the register`);
    return entry.facts;
  }
  private async factsOn(dossierId: string, planHash: string): Promise<DossierFacts> {
    return this.onPlan(await this.factsOf(dossierId), planHash);
  }
  private async onPlan(facts: DossierFacts, planHash: string): Promise<DossierFacts> {
    if (facts.planHash === planHash) return facts;
    const version = await this.given.store.versions.findOne({ procedureId: facts.procedureId, planHash }, { version: 1 }).sort({ version: -1 }).lean();
    return { ...facts, planHash, ...(version ? { version: version.version } : {}) };
  }

  /**
   * Answers how many entries were new. An entry under the same number that tells another story stems from a workflow
   * task that was lost after it had been written and done again: the later one is what the history holds.
   */
  async append({ dossierId, steps }: Pick<Batch, 'dossierId' | 'steps'>): Promise<number> {
    if (steps.length === 0) return 0;
    const entries = steps.map((step) => entryOf(dossierId, step));
    const { collection } = this.given.store.log;
    try {
      // A click is one: the driver's bulk weighs each document once more before it is written.
      if (entries.length === 1) return Number((await collection.insertOne(entries[0] as never)).acknowledged);
      return (await collection.insertMany(entries as never[], { ordered: false })).insertedCount;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const replaced = await Promise.all(entries.map((entry) => this.correct(entry)));
      return ((error as { result?: { insertedCount?: number } }).result?.insertedCount ?? 0) + replaced.filter(Boolean).length;
    }
  }

  private async correct(entry: LogDoc): Promise<boolean> {
    const { _id, commandId, at, seq } = entry;
    const other = { _id, $or: [{ commandId: { $ne: commandId } }, { at: { $ne: at } }, { seq: { $ne: seq } }] };
    return (await this.given.store.log.collection.replaceOne(other as never, entry as never)).modifiedCount > 0;
  }

  async writeDossier(dossier: DossierDoc, moved = false): Promise<void> {
    const { collection } = this.given.store.dossiers;
    const { _id, ...all } = dossier;
    const unset = absent(dossier, ['dueAt', 'readyAt', 'endedAt', 'settledAt', 'casework']);
    const notNewer = { _id, seq: { $lte: dossier.seq } } as never;
    const write = (set: object, upsert: boolean) => collection.updateOne(notNewer, { $set: set, ...(unset ? { $unset: unset } : {}) } as never, { upsert });
    if (!moved && (await write(without(all, FIXED_IN_DOSSIER), false)).matchedCount > 0) return;
    await tolerant(write(all, true));
  }

  /** Told once: what has been read stays read, and what has been sent stays sent. */
  private async writeOnce(told: { collection: Store['notices']['collection'] }, docs: readonly { _id: string }[]): Promise<void> {
    if (docs.length === 0) return;
    const writes = docs.map(({ _id, ...rest }) => ({ updateOne: { filter: { _id }, upsert: true, update: { $setOnInsert: rest } } }));
    await tolerant(told.collection.bulkWrite(writes as never, { ordered: false }));
  }

  private channelsOf(agencyId: string): Channels {
    const { settings } = this.given;
    return { email: settings.get('notice.email', { agencyId }) === 'on', text: settings.get('notice.text', { agencyId }) === 'on' };
  }

  async writeWork(changes: readonly WorkItemChange[]): Promise<void> {
    if (changes.length === 0) return;
    // One that is missed is newer or not there: only then is all of it sent.
    const missed = await this.sendWork(changes.map((change) => operationOf(change, change.isKnown))).then((found) => found < changes.length, ifThere);
    if (missed) await tolerant(this.sendWork(changes.map((change) => operationOf(change, false))));
    this.given.fresh.remember(changes);
  }
  /** Answers how many were there or are now. */
  private async sendWork(operations: readonly WorkOperation[]): Promise<number> {
    const { collection } = this.given.store.workItems;
    const [{ updateOne: { filter, update, upsert } }] = operations as [WorkOperation];
    const { matchedCount, upsertedCount } = operations.length === 1
      ? await collection.updateOne(filter as never, update as never, { upsert })
      : await collection.bulkWrite(operations as never, { ordered: false });
    return matchedCount + upsertedCount;
  }
}

interface WorkOperation { updateOne: { filter: object; update: object; upsert: boolean } }

function entryOf(dossierId: string, { from, seq, at, by, onBehalfOf, command, commandId, reason, events }: SettledStep): LogDoc {
  return {
    _id: `${dossierId}:${from}`, dossierId, from, seq, at: new Date(at), command, commandId, events: [...events],
    ...(by === undefined ? {} : { by }), ...(onBehalfOf === undefined ? {} : { onBehalfOf }), ...(reason === undefined ? {} : { reason }),
  };
}

function operationOf({ id, seq, set, unset, marks = {} }: WorkItemChange, isKnown: boolean): WorkOperation {
  const history = Object.fromEntries(Object.entries(marks).map(([n, mark]) => [`history.${n}`, mark]));
  return {
    updateOne: {
      filter: { _id: id, seq: { $lte: seq } }, upsert: !isKnown,
      update: { $set: { ...(isKnown ? without(set, FIXED_IN_WORK) : set), ...history }, ...(unset.length ? { $unset: Object.fromEntries(unset.map((field) => [field, ''])) } : {}) },
    },
  };
}

function absent<T extends object>(doc: T, fields: readonly (keyof T & string)[]): Record<string, ''> | undefined {
  const missing = fields.filter((field) => doc[field] === undefined);
  return missing.length ? Object.fromEntries(missing.map((field) => [field, ''])) : undefined;
}

function without<T extends object>(doc: T, fields: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(doc).filter(([field]) => !fields.includes(field))) as Partial<T>;
}

/** An upsert that finds a newer document under the same id fails as a duplicate: nothing had to be written. */
async function tolerant(write: Promise<unknown>): Promise<void> {
  await write.catch(ifThere);
}
function ifThere(error: unknown): true {
  if (!isThere(error)) throw error;
  return true;
}
