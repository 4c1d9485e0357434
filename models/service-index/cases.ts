/** What stands behind an indicator, met or missed: dossiers, procedures or records, the latest first. */
import type { IndexCase, Page } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { isDecided } from '../due-state.js';
import { isDigital, OF_FILES } from '../figures/shares.js';
import { skipOf, type Paging, type QueryContext } from '../queries/context.js';
import type { ServiceIndex } from '../queries/service-index.js';
import { agenciesOf, visibleDossiers } from '../rights.js';
import type { DossierDoc } from '../schemas/dossier.js';
import type { IndicatorId } from '../../engine/service-index/indicators.js';
import { instantsOf } from './period.js';
import { isInTime, isWholeOnline, missingOf, type Announced } from './published.js';
import { IndexSources, type IndexAsked } from './sources.js';

export interface CasesAsked extends IndexAsked, Paging { indicator: IndicatorId; met: boolean }
const SHOWN = { dossierNo: 1, 'facts.procedureName': 1, 'facts.parts': 1, state: 1, receivedAt: 1, dueAt: 1, settledAt: 1 } as const;
type Shown = Pick<DossierDoc, '_id' | 'dossierNo' | 'state' | 'receivedAt' | 'dueAt' | 'settledAt'> & { facts: Pick<DossierDoc['facts'], 'procedureName' | 'parts'> };
const AT_ONCE = 200;
const NOTHING: { items: IndexCase[]; total: number } = { items: [], total: 0 };

export class IndexCases {
  private readonly sources: IndexSources;

  constructor(private readonly context: QueryContext, private readonly index: ServiceIndex) {
    this.sources = new IndexSources(context);
  }

  async list(actor: Actor, asked: CasesAsked): Promise<Page<IndexCase>> {
    return { ...await this.found(actor, asked), page: asked.page, pageSize: asked.pageSize };
  }

  private found(actor: Actor, asked: CasesAsked): Promise<{ items: IndexCase[]; total: number }> | typeof NOTHING {
    switch (asked.indicator) {
      case 'onTime': case 'timeWithinLimit': return asked.department === undefined ? this.settled(actor, asked) : this.steps(actor, { ...asked, department: asked.department });
      case 'receivedOnline': return asked.department === undefined ? this.received(actor, asked) : NOTHING;
      case 'digitised': return asked.department === undefined ? this.digitised(actor, asked) : NOTHING;
      case 'satisfied': return this.rated(actor, asked);
      case 'publishedInTime': return this.procedures(actor, asked, (each) => isInTime(each));
      case 'fullContent': return this.procedures(actor, asked, (each) => missingOf(each).length === 0);
      case 'wholeOnline': return this.procedures(actor, asked, isWholeOnline);
      case 'complaintsInTime': return this.complaints(actor, asked);
      case 'toldPortal': return this.messages(actor, asked);
      case 'paidOnline': case 'electronicResult': case 'dataReused': case 'dataShared': case 'complaintsSatisfied': return NOTHING;
    }
  }

  private dossierFilter(actor: Actor, { agency, procedure }: CasesAsked) {
    return { ...visibleDossiers(actor), ...(agency === undefined ? {} : { agencyId: agency }), ...(procedure === undefined ? {} : { procedureId: procedure }) };
  }

  private async settled(actor: Actor, asked: CasesAsked) {
    const all = this.context.store.dossiers.find({ ...this.dossierFilter(actor, asked), settledAt: instantsOf(asked) }, SHOWN).sort({ settledAt: -1 }).lean().cursor() as AsyncIterable<Shown>;
    const fits = (doc: Shown): boolean => isDecided(doc.state) && doc.dueAt !== undefined && (doc.settledAt! <= doc.dueAt) === asked.met;
    return this.streamed(actor, { ...asked, indicator: 'onTime' }, all, (docs) => docs.filter(fits), (doc) => rowOf(doc, doc.settledAt!));
  }
  private async received(actor: Actor, asked: CasesAsked) {
    const filter = { ...this.dossierFilter(actor, asked), receivedAt: instantsOf(asked), 'facts.channel': asked.met ? 'online' as const : { $ne: 'online' as const } };
    const { dossiers } = this.context.store;
    const [docs, total] = await Promise.all([dossiers.find(filter, SHOWN).sort({ receivedAt: -1, _id: 1 }).skip(skipOf(asked)).limit(asked.pageSize).lean<Shown[]>(), dossiers.countDocuments(filter)]);
    return { items: docs.map((doc) => rowOf(doc, doc.receivedAt)), total };
  }
  private async digitised(actor: Actor, asked: CasesAsked) {
    const { dossiers, attachments } = this.context.store;
    const all = dossiers.find({ ...this.dossierFilter(actor, asked), receivedAt: instantsOf(asked) }, SHOWN).sort({ receivedAt: -1 }).lean().cursor() as AsyncIterable<Shown>;
    const fits = async (docs: readonly Shown[]): Promise<Shown[]> => {
      const files = new Map<string, number>();
      for (const { dossierId } of await attachments.find({ dossierId: { $in: docs.map(({ _id }) => _id) }, ...OF_FILES }, { dossierId: 1 }).lean()) files.set(dossierId, (files.get(dossierId) ?? 0) + 1);
      return docs.filter(({ _id, facts: { parts } }) => parts.some((part) => part.received) && isDigital(parts, files.get(_id) ?? 0) === asked.met);
    };
    return this.streamed(actor, asked, all, fits, (doc) => rowOf(doc, doc.receivedAt));
  }
  /** Of a department: the steps that it did. */
  private async steps(actor: Actor, asked: CasesAsked & { department: string }) {
    const { store, directory } = this.context;
    const filter = {
      departmentId: { $in: directory.withPredecessors(asked.department) }, agencyId: { $in: agenciesOf(actor) }, status: 'completed' as const, endedAt: instantsOf(asked), ...(asked.procedure === undefined ? {} : { procedureId: asked.procedure }),
    };
    const all = store.workItems.find(filter, { dossierId: 1, dossierNo: 1, procedureName: 1, step: 1, endedAt: 1, stepDueAt: 1 }).sort({ endedAt: -1 }).lean().cursor() as AsyncIterable<{ dossierId: string; dossierNo: string; procedureName: string; step: string; endedAt: Date; stepDueAt?: Date }>;
    return this.streamed(actor, { ...asked, indicator: 'onTime' }, all, (items) => items.filter(({ endedAt, stepDueAt }) => (stepDueAt === undefined || endedAt <= stepDueAt) === asked.met), (item) => ({
      kind: 'dossier', id: item.dossierId, no: item.dossierNo, name: `${item.procedureName}: ${item.step}`, at: item.endedAt.toISOString(), ...(item.stepDueAt ? { dueAt: item.stepDueAt.toISOString() } : {}),
    }));
  }

  /** Reads as far as the page asked for; how many there are, the kept figures know. */
  private async streamed<T>(actor: Actor, asked: CasesAsked, all: AsyncIterable<T>, fits: (some: readonly T[]) => T[] | Promise<T[]>, row: (one: T) => IndexCase): Promise<{ items: IndexCase[]; total: number }> {
    const count = await this.index.count(actor, asked, asked.indicator);
    const [found, last]: [T[], number] = [[], asked.page * asked.pageSize];
    let some: T[] = [];
    for await (const each of all) {
      some.push(each);
      if (some.length < AT_ONCE) continue;
      found.push(...await fits(some));
      some = [];
      if (found.length >= last) break;
    }
    if (some.length > 0) found.push(...await fits(some));
    return { items: found.slice(skipOf(asked), last).map(row), total: count && 'met' in count ? (asked.met ? count.met : count.all - count.met) : found.length };
  }

  private async rated(actor: Actor, asked: CasesAsked) {
    const { ratings } = this.context.store;
    const filter = this.sources.ratingFilter(actor, asked, asked.met);
    const [docs, total] = await Promise.all([ratings.find(filter).sort({ at: -1, _id: 1 }).skip(skipOf(asked)).limit(asked.pageSize).lean(), ratings.countDocuments(filter)]);
    return { items: docs.map(({ _id, dossierNo, procedureName, score, at }): IndexCase => ({ kind: 'dossier', id: _id, no: dossierNo, name: procedureName, score, at: at.toISOString() })), total };
  }

  private async procedures(actor: Actor, asked: CasesAsked, test: (each: Announced) => boolean | undefined) {
    if (asked.department !== undefined) return NOTHING;
    const agencies = asked.agency === undefined ? await this.agencies(actor, asked) : [asked.agency];
    const found = (await this.sources.announced(agencies, asked)).filter((each) => test(each) === asked.met);
    const items = found.slice(skipOf(asked), asked.page * asked.pageSize).map((each): IndexCase => ({
      kind: 'procedure', id: each.procedure._id, no: each.procedure.code, name: each.procedure.name, ...(asked.indicator === 'fullContent' && !asked.met ? { missing: missingOf(each) } : {}),
    }));
    return { items, total: found.length };
  }
  private async agencies(actor: Actor, asked: CasesAsked): Promise<string[]> {
    return [...new Set([...agenciesOf(actor), ...(await this.sources.cells(actor, asked)).map(({ agencyId }) => agencyId)])];
  }

  private async complaints(actor: Actor, asked: CasesAsked) {
    if (asked.department !== undefined) return NOTHING;
    const found = ((await this.sources.complaints(actor, asked)) ?? []).filter(({ inTime }) => inTime === asked.met);
    return { items: found.slice(skipOf(asked), asked.page * asked.pageSize).map(({ doc }): IndexCase => ({ kind: 'improvement', id: doc._id, no: doc.no, name: doc.title, at: doc.openedAt.toISOString() })), total: found.length };
  }

  private async messages(actor: Actor, asked: CasesAsked) {
    const filter = asked.department === undefined ? await this.sources.messageFilter(actor, asked) : undefined;
    if (!filter) return NOTHING;
    const { portalChanges, dossiers } = this.context.store;
    const wanted = { ...filter, state: asked.met ? 'sent' as const : { $ne: 'sent' as const } };
    const [docs, total] = await Promise.all([portalChanges.find(wanted).sort({ at: -1, _id: 1 }).skip(skipOf(asked)).limit(asked.pageSize).lean(), portalChanges.countDocuments(wanted)]);
    const names = new Map((await dossiers.find({ _id: { $in: docs.map(({ dossierId }) => dossierId) } }, { 'facts.procedureName': 1 }).lean<Pick<DossierDoc, '_id' | 'facts'>[]>()).map(({ _id, facts }) => [_id, facts.procedureName]));
    return { items: docs.map(({ dossierId, dossierNo, at }): IndexCase => ({ kind: 'dossier', id: dossierId, no: dossierNo, name: names.get(dossierId) ?? '', at: at.toISOString() })), total };
  }
}

const rowOf = ({ _id, dossierNo, facts, dueAt }: Shown, at: Date): IndexCase => ({ kind: 'dossier', id: _id, no: dossierNo, name: facts.procedureName, at: at.toISOString(), ...(dueAt ? { dueAt: dueAt.toISOString() } : {}) });
