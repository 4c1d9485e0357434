/** What the management review looks at (TCVN ISO 9001:2015, 9.3.2), of one agency in one period, from what the program knows. */
import { catalogue, type CheckKind } from '../../engine/analysis/catalogue.js';
import type { TellingFinding } from '../../engine/analysis/finding.js';
import type { Language } from '../../engine/analysis/messages.js';
import type { IndexReport, OverviewReport, RatingReport } from '../../server/contract.js';
import { deskDay, deskMidnight } from '../desk.js';
import type { Actor } from '../directory.js';
import { ObjectiveFigures, type SetObjective } from '../documents/objectives.js';
import { AUDIT, inOrder, REVIEW } from '../improvements/quality-links.js';
import { isOver } from '../improvements/life.js';
import { agenciesOf, ofAgency, visibleDossiers } from '../rights.js';
import type { DossierDoc } from '../schemas/dossier.js';
import type { ImprovementDoc } from '../schemas/improvement.js';
import type { RevisionDoc } from '../schemas/revision.js';
import type { Ratings } from '../ratings.js';
import type { QueryContext } from './context.js';
import type { LibraryFindings } from './library-findings.js';
import { Handling, type Handled } from './handling.js';
import type { OverviewQueries } from './overview.js';
import { ServiceIndex } from './service-index.js';

/** Days at the desk, both included. */
export interface DayPeriod { from: string; to: string }
export interface FindingKindRow { check: string; kind: CheckKind; title: string; procedures: number; error: number; warning: number; advice: number; accepted: number; hoursPerYear: number }
export type ReviewRecord = Pick<ImprovementDoc, '_id' | 'no' | 'title' | 'source' | 'kind' | 'state' | 'procedureId' | 'procedureName' | 'dueDay' | 'goal' | 'measured' | 'openedAt' | 'dossiers'> & { ownerName: string; isOver: boolean; isLate: boolean };
export interface ReviewDossier { dossierNo: string; receivedAt: Date; endedAt?: Date; state: DossierDoc['state']; records: string[]; /** What else it speaks of: codes and names, periods of packs. */ about: string[] }
export interface ReviewVersion { code: string; name: string; version: number; inForceFrom: string; note?: string; decision?: string }
export interface ManagementReview {
  period: DayPeriod; before: DayPeriod; asOf: Date;
  handled: Handled; handledBefore: Handled;
  /** Percent of the decided dossiers that had a date, and of the ratings, that are on time and at least 4 of 5. */
  goals: { onTime: number; satisfied: number };
  /** Of the documents in force on the last day: each year's figures up to now. */
  objectives: SetObjective[];
  index: IndexReport; indexBefore: IndexReport;
  ratings: RatingReport; ratingsBefore: RatingReport;
  findings: FindingKindRow[]; records: ReviewRecord[]; audits: ReviewDossier[]; reviews: ReviewDossier[];
  resources: OverviewReport['byDepartment']; headcount: { people: number; planned?: number };
  versions: ReviewVersion[];
}

const MOST_RECORDS = 2_000;
const MOST_DOSSIERS = 50;
const MOST_REVIEWS = 5;
const DAY_MS = 86_400_000;
const OF_RECORD = { no: 1, title: 1, source: 1, kind: 1, state: 1, procedureId: 1, procedureName: 1, dueDay: 1, goal: 1, measured: 1, openedAt: 1, owner: 1, dossiers: 1, history: 1 } as const;
interface Given { overview: OverviewQueries; ratings: Ratings; library: LibraryFindings }

export class ManagementReviewQueries {
  private readonly handling: Handling;
  private readonly objectives: ObjectiveFigures;
  private readonly index: ServiceIndex;
  constructor(private readonly context: QueryContext, private readonly given: Given) {
    this.handling = new Handling(context);
    this.objectives = new ObjectiveFigures(context);
    this.index = new ServiceIndex(context);
  }

  async review(actor: Actor, period: DayPeriod, language: Language): Promise<ManagementReview> {
    const { settings, directory, now } = this.context;
    const before = periodBefore(period);
    const { agencyId } = actor;
    const rated = (of: DayPeriod): Promise<RatingReport> => this.given.ratings.report(actor, instants(of), { page: 1, pageSize: 1 });
    const [handled, handledBefore, ratings, ratingsBefore, findings, records, overview, versions] = await Promise.all([
      this.handling.in(actor, period), this.handling.in(actor, before), rated(period), rated(before), this.findings(actor, language), this.records(actor, period), this.given.overview.report(actor, instants(period)), this.versions(actor, period),
    ]);
    const [objectives, index, indexBefore] = await Promise.all([this.objectives.inForce(actor, period.to), this.index.report(actor, period), this.index.report(actor, before)]);
    const [audits, reviews] = await Promise.all([this.dossiers(actor, AUDIT, period, records, MOST_DOSSIERS), this.dossiers(actor, REVIEW, { from: '', to: period.to }, records, MOST_REVIEWS)]);
    const planned = directory.departmentsOf(agencyId).map(({ headcount }) => headcount).filter((each) => each !== undefined);
    return {
      period, before, asOf: now(), handled, handledBefore, objectives, index, indexBefore, ratings, ratingsBefore, findings, records, audits, reviews, versions,
      goals: { onTime: settings.get('quality.onTimeGoal', { agencyId }), satisfied: settings.get('quality.satisfiedGoal', { agencyId }) }, resources: overview.byDepartment,
      headcount: { people: directory.everybodyOf(agencyId).filter(({ active }) => active).length, ...(planned.length > 0 && { planned: planned.reduce((sum, each) => sum + each, 0) }) },
    };
  }

  /** Of the versions in force of the agency's procedures, and of them beside all others. */
  private async findings(actor: Actor, language: Language): Promise<FindingKindRow[]> {
    const { store } = this.context;
    const own = new Map((await store.procedures.find({ agencyId: ofAgency(actor), currentVersion: { $exists: true } }, { currentVersion: 1 }).lean()).map(({ _id, currentVersion }) => [_id, currentVersion]));
    const [docs, beside] = await Promise.all([store.findings.find({ procedureId: { $in: [...own.keys()] } }, { procedureId: 1, version: 1, finding: 1 }).lean(), this.given.library.all(actor, { q: '', page: 1, pageSize: MOST_RECORDS }, language)]);
    const found = docs.filter(({ procedureId, version }) => own.get(procedureId) === version).map(({ procedureId, finding }) => ({ procedures: [procedureId], finding: finding as TellingFinding })).filter(({ finding }) => finding.canTell);
    const between = beside.items.map(({ finding, procedures }) => ({ finding, procedures: procedures.map(({ id }) => id).filter((id) => own.has(id)) })).filter(({ procedures }) => procedures.length > 0);
    return byKind([...found, ...between], language);
  }

  /** Those that were open in the period, or acted on. */
  private async records(actor: Actor, { from, to }: DayPeriod): Promise<ReviewRecord[]> {
    const { store, directory, now } = this.context;
    const [begin, today] = [deskMidnight(from), deskDay(now())];
    const docs = await store.improvements.find({ agencyId: ofAgency(actor), openedAt: { $lt: instants({ from, to }).to } }, OF_RECORD).sort({ openedAt: -1, _id: 1 }).limit(MOST_RECORDS).lean<ImprovementDoc[]>();
    return docs.filter((doc) => !isOver(doc) || doc.history.at(-1)!.at >= begin)
      .map(({ history: _acts, owner, ...doc }) => ({ ...doc, ownerName: directory.staffName(owner), isOver: isOver(doc), isLate: !isOver(doc) && doc.dueDay < today }));
  }

  /** Dossiers of an own procedure that ran in the period, the latest first, with the records that name them. */
  private async dossiers(actor: Actor, code: string, { from, to }: DayPeriod, records: readonly ReviewRecord[], most: number): Promise<ReviewDossier[]> {
    const { store } = this.context;
    const ids = (await store.procedures.find({ agencyId: ofAgency(actor), code }, { _id: 1 }).lean()).map(({ _id }) => _id);
    const end = instants({ from: to, to }).to;
    const begun = from === '' ? {} : { $or: [{ open: true }, { endedAt: { $gte: deskMidnight(from) } }] };
    const docs = ids.length === 0 ? [] : await store.dossiers.find({ ...visibleDossiers(actor), procedureId: { $in: ids }, receivedAt: { $lt: end }, ...begun }, { dossierNo: 1, receivedAt: 1, endedAt: 1, state: 1 }).sort({ receivedAt: -1, _id: 1 }).limit(most).lean();
    const links = inOrder(await store.qualityLinks.find({ agencyId: ofAgency(actor), dossierId: { $in: docs.map(({ _id }) => _id) } }).lean());
    const about = (id: string): string[] => links.filter(({ dossierId }) => dossierId === id).map(({ kind, ref, title }) => (kind === 'reviewPack' ? ref.split('..').map((day) => day.split('-').reverse().join('/')).join(' – ') : title));
    return docs.map(({ _id, dossierNo, receivedAt, endedAt, state }) => ({ dossierNo, receivedAt, state, about: about(_id), ...(endedAt && { endedAt }), records: records.filter(({ dossiers }) => dossiers.some(({ dossierId }) => dossierId === _id)).map(({ no }) => no) }));
  }

  private async versions(actor: Actor, { from, to }: DayPeriod): Promise<ReviewVersion[]> {
    const { store } = this.context;
    const docs = await store.revisions.find({ state: { $in: ['inForce', 'replaced', 'withdrawn'] }, inForceFrom: { $gte: from, $lte: to }, agencyId: { $in: agenciesOf(actor) } }, { procedureId: 1, version: 1, inForceFrom: 1, note: 1, decision: 1 }).sort({ inForceFrom: 1, _id: 1 }).limit(MOST_RECORDS).lean<RevisionDoc[]>();
    const names = new Map((await store.procedures.find({ _id: { $in: docs.map(({ procedureId }) => procedureId) } }, { code: 1, name: 1 }).lean()).map((each) => [each._id, each]));
    return docs.map(({ procedureId, version, inForceFrom, note, decision }) => ({ code: names.get(procedureId)?.code ?? procedureId, name: names.get(procedureId)?.name ?? '', version, inForceFrom: inForceFrom!, ...(note && { note }), ...(decision && { decision: decision.number }) }));
  }
}

const instants = ({ from, to }: DayPeriod): { from: Date; to: Date } => ({ from: deskMidnight(from), to: new Date(deskMidnight(to).getTime() + DAY_MS) });

/** As many days, up to the day before the first. */
export function periodBefore({ from, to }: DayPeriod): DayPeriod {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return { from: day(first - (last - first) - DAY_MS), to: day(first - DAY_MS) };
}

/** What loses most hours first, then what stands in most procedures. */
export function byKind(found: readonly { finding: TellingFinding; procedures: readonly string[] }[], language: Language): FindingKindRow[] {
  const rows = catalogue.map(({ id, kind, title }): FindingKindRow => {
    const own = found.filter(({ finding }) => finding.check === id);
    const open = own.filter(({ finding }) => finding.accepted === undefined).map(({ finding }) => finding);
    const count = (severity: TellingFinding['severity']): number => open.filter((each) => each.severity === severity).length;
    return {
      check: id, kind, title: title[language], procedures: new Set(own.flatMap(({ procedures }) => procedures)).size, error: count('error'), warning: count('warning'), advice: count('advice'), accepted: own.length - open.length,
      hoursPerYear: Math.round(open.reduce((sum, { hoursPerYear = 0 }) => sum + hoursPerYear, 0)),
    };
  });
  return rows.filter(({ procedures }) => procedures > 0).sort((a, b) => b.hoursPerYear - a.hoursPerYear || b.procedures - a.procedures);
}
