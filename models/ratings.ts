/** Ratings by applicants: taken after delivery for a while, and read by managers. */
import { shift } from '../engine/calendar/shift.js';
import type { Page, RatingFigures, RatingReport } from '../server/contract.js';
import type { Actor } from './directory.js';
import { skipOf, type Paging, type QueryContext } from './queries/context.js';
import { OPINION } from './projections/opinion-items.js';
import { visibleRatings } from './rights.js';
import type { DossierDoc } from './schemas/dossier.js';
import type { RatingDoc } from './schemas/rating.js';
import { isThere } from './store.js';

/** Characters. */
export const LONGEST_COMMENT = 1_000;
export interface RatingPeriod { from: Date; /** Not included. */ to: Date }
/** Why a dossier cannot be rated now. */
export type RatingRefusal = 'not-delivered' | 'closed';
export interface RatingState { until?: Date; given?: { score: number; comment?: string }; refusal?: RatingRefusal }
type Rated = Pick<DossierDoc, '_id' | 'state' | 'endedAt' | 'agencyId' | 'procedureId'>;
interface Group { _id: string; n: number; sum: number }

export class Ratings {
  constructor(private readonly context: QueryContext) {}

  /** Whether it may be rated, until when, and what has been said. */
  async stateOf(doc: Rated): Promise<RatingState> {
    if (doc.state !== 'delivered' || !doc.endedAt) return { refusal: 'not-delivered' };
    const { calendars, settings, store, now } = this.context;
    const openFor = settings.get('rating.openFor', { agencyId: doc.agencyId, procedureId: doc.procedureId });
    const until = new Date(shift(calendars.of({ agencyId: doc.agencyId }).calendar, doc.endedAt.getTime(), openFor));
    const known = await store.ratings.findById(doc._id).lean();
    return {
      until, ...(known ? { given: { score: known.score, ...(known.comment ? { comment: known.comment } : {}) } } : {}), ...(now() >= until ? { refusal: 'closed' as const } : {}),
    };
  }

  /** The last answer within the time counts: the same click twice is one, a slip of the finger can be put right. */
  async rate(doc: DossierDoc, score: number, comment: string): Promise<RatingRefusal | undefined> {
    const { refusal } = await this.stateOf(doc);
    if (refusal) return refusal;
    const { store } = this.context;
    const items = await store.workItems.find({ dossierId: doc._id, status: 'completed', element: { $ne: OPINION } }, { departmentId: 1 }).lean();
    const rating: Omit<RatingDoc, '_id'> = {
      dossierNo: doc.dossierNo, procedureId: doc.procedureId, procedureName: doc.facts.procedureName, agencies: doc.agencies, departmentIds: [...new Set(items.map((item) => item.departmentId))],
      score, at: this.context.now(), ...(comment ? { comment } : {}),
    };
    const write = () => store.ratings.updateOne({ _id: doc._id }, { $set: rating, ...(comment ? {} : { $unset: { comment: '' } }) }, { upsert: true });
    try {
      await write();
    } catch (error) {
      // Two at once, both the first: the one that came second is written over what is there now.
      if (!isThere(error)) throw error;
      await write();
    }
    return undefined;
  }

  async report(actor: Actor, { from, to }: RatingPeriod, paging: Paging): Promise<RatingReport> {
    const match = { ...visibleRatings(actor), at: { $gte: from, $lt: to } };
    const [scores, byProcedure, byDepartment, comments] = await Promise.all([
      this.grouped(match, '$score'), this.grouped(match, '$procedureId'), this.grouped(match, '$departmentIds', true), this.comments(match, paging),
    ]);
    const { directory } = this.context;
    const names = await this.procedureNames(byProcedure.map(({ _id }) => _id));
    const own = new Set(directory.departmentsOf(actor.agencyId).map(({ _id }) => _id));
    return {
      from: from.toISOString(), to: to.toISOString(), ...figures({ n: total(scores, 'n'), sum: total(scores, 'sum') }), spread: [1, 2, 3, 4, 5].map((score) => scores.find(({ _id }) => Number(_id) === score)?.n ?? 0),
      byProcedure: rows(byProcedure, (id) => names.get(id) ?? id), byDepartment: rows(byDepartment.filter(({ _id }) => own.has(_id)), (id) => directory.departmentName(id)), comments,
    };
  }

  /** Of these agencies, without looking at who asks: figures of an objective. */
  async sumOf(agencies: readonly string[], { from, to }: RatingPeriod): Promise<{ n: number; sum: number }> {
    const scores = await this.grouped({ agencies: { $in: [...agencies] }, at: { $gte: from, $lt: to } }, '$score');
    return { n: total(scores, 'n'), sum: total(scores, 'sum') };
  }

  private async grouped(match: object, by: string, unwind = false): Promise<Group[]> {
    return this.context.store.ratings.aggregate<Group>([{ $match: match }, ...(unwind ? [{ $unwind: by }] : []), { $group: { _id: by, n: { $sum: 1 }, sum: { $sum: '$score' } } }]);
  }

  private async comments(match: object, paging: Paging): Promise<RatingReport['comments']> {
    const { ratings } = this.context.store;
    const said = { ...match, comment: { $exists: true } };
    const [docs, all] = await Promise.all([ratings.find(said).sort({ at: -1, _id: 1 }).skip(skipOf(paging)).limit(paging.pageSize).lean(), ratings.countDocuments(said)]);
    const items = docs.map(({ _id, dossierNo, procedureName, score, comment, at }) => ({ dossierId: _id, dossierNo, procedureName, score, comment: comment ?? '', at: at.toISOString() }));
    return { items, total: all, page: paging.page, pageSize: paging.pageSize } satisfies Page<RatingReport['comments']['items'][number]>;
  }

  private async procedureNames(ids: readonly string[]): Promise<Map<string, string>> {
    const docs = await this.context.store.procedures.find({ _id: { $in: [...ids] } }, { name: 1 }).lean();
    return new Map(docs.map(({ _id, name }) => [_id, name]));
  }
}

const total = (groups: readonly Group[], of: 'n' | 'sum'): number => groups.reduce((sum, each) => sum + each[of], 0);
function figures({ n, sum }: { n: number; sum: number }): RatingFigures {
  return { count: n, ...(n > 0 ? { average: Math.round((sum / n) * 100) / 100 } : {}) };
}
function rows(groups: readonly Group[], name: (id: string) => string): RatingReport['byProcedure'] {
  return groups.map(({ _id, n, sum }) => ({ id: _id, name: name(_id), ...figures({ n, sum }) })).sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}
