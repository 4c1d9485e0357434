/** Improvement records as lists and pages show them, with what the reader may do. */
import type { ImprovementRow, ImprovementView, Page } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { mayMeasure, mayNameVersion, mayOpenDraft, mayPlan, mayPredict, whyNotDecide } from '../improvements/life.js';
import { ImprovementRecords } from '../improvements/records.js';
import { ofAgency } from '../rights.js';
import type { ImprovementDoc, ImprovementSource, ImprovementState } from '../schemas/improvement.js';
import { skipOf, type Paging, type QueryContext } from './context.js';

export interface ImprovementFilter { state?: ImprovementState | undefined; source?: ImprovementSource | undefined; procedure?: string | undefined; dossier?: string | undefined }

export class ImprovementQueries {
  private readonly records: ImprovementRecords;

  constructor(private readonly context: QueryContext) {
    this.records = new ImprovementRecords(context.store);
  }

  /** The latest first. */
  async list(actor: Actor, { state, source, procedure, dossier, ...paging }: ImprovementFilter & Paging): Promise<Page<ImprovementRow>> {
    const { improvements } = this.context.store;
    const filter = { agencyId: ofAgency(actor), ...(state && { state }), ...(source && { source }), ...(procedure && { procedureId: procedure }), ...(dossier && { 'dossiers.dossierId': dossier }) };
    const [docs, total] = await Promise.all([improvements.find(filter).sort({ openedAt: -1, _id: 1 }).skip(skipOf(paging)).limit(paging.pageSize).lean(), improvements.countDocuments(filter)]);
    return { items: docs.map((doc) => this.rowOf(doc)), total, page: paging.page, pageSize: paging.pageSize };
  }

  async view(actor: Actor, id: string): Promise<ImprovementView> {
    const doc = await this.records.find(actor, id);
    const { store, directory } = this.context;
    const versions = doc.base === undefined ? [] : await store.revisions.find({ procedureId: doc.procedureId, version: { $gt: doc.base } }, { version: 1, state: 1, inForceFrom: 1 }).sort({ version: -1 }).lean();
    const { predicted, measured } = doc;
    return {
      ...this.rowOf(doc), openedByName: directory.staffName(doc.openedBy), ...(doc.cause && { cause: doc.cause }), ...(doc.finding && { finding: doc.finding }), dossiers: doc.dossiers, goal: doc.goal,
      ...(doc.base !== undefined && { base: doc.base }), ...(doc.remedy && { remedy: doc.remedy }), ...(doc.restoredAs !== undefined && { restoredAs: doc.restoredAs }),
      ...(predicted && { predicted: { ...predicted, at: predicted.at.toISOString() } }), ...(measured && { measured: { ...measured, at: measured.at.toISOString() } }),
      versions: versions.map(({ version, state, inForceFrom }) => ({ version, state, ...(inForceFrom && { inForceFrom }) })),
      history: doc.history.map(({ act, at, by, note }) => ({ act, at: at.toISOString(), byName: directory.staffName(by), position: directory.positionOf(by), ...(note && { note }) })),
      may: {
        plan: mayPlan(actor, doc), openDraft: mayOpenDraft(actor, doc), predict: mayPredict(actor, doc), nameVersion: mayNameVersion(actor, doc), measure: mayMeasure(actor, doc),
        decide: whyNotDecide(actor, doc, 'keep') === undefined, close: whyNotDecide(actor, doc, 'close') === undefined,
      },
      ...(whyNotDecide(actor, doc, 'keep') === 'four-eyes' && { whyNotDecide: 'four-eyes' as const }),
    };
  }

  private rowOf(doc: ImprovementDoc): ImprovementRow {
    const { directory } = this.context;
    return {
      id: doc._id, no: doc.no, title: doc.title, procedureId: doc.procedureId, procedureName: doc.procedureName, kind: doc.kind, source: doc.source, state: doc.state, openedAt: doc.openedAt.toISOString(),
      owner: doc.owner, ownerName: directory.staffName(doc.owner), dueDay: doc.dueDay, ...(doc.version !== undefined && { version: doc.version }), ...(doc.measured && { verdict: doc.measured.verdict }),
    };
  }
}
