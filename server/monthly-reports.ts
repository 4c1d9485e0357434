/** Monthly reports: made on the first of a month for every agency, or when somebody asks for a month that has ended. */
import type { Binary } from 'mongodb';
import { deskDay, deskMidnight } from '../models/desk.js';
import type { Actor } from '../models/directory.js';
import { monthAfter, monthBefore } from '../models/figures/periods.js';
import { Refusal, wrongField } from '../models/problem.js';
import { skipOf, type Paging, type QueryContext } from '../models/queries/context.js';
import { LateQueries } from '../models/queries/late.js';
import { OverviewQueries } from '../models/queries/overview.js';
import { ServiceIndex } from '../models/queries/service-index.js';
import { ofAgency } from '../models/rights.js';
import { monthlyReportId, type MonthlyReportDoc } from '../models/schemas/monthly-report.js';
import { isDuplicate } from '../models/store.js';
import type { MonthlyReportRow, Page } from './contract.js';
import { monthlyDocument, type MonthlyFigures } from './documents/monthly-document.js';

/** Longest overdue first. */
const LATE_ROWS = 50;

export class MonthlyReports {
  private readonly given: { overview: OverviewQueries; late: LateQueries; index: ServiceIndex };

  constructor(private readonly context: QueryContext) {
    this.given = { overview: new OverviewQueries(context), late: new LateQueries(context), index: new ServiceIndex(context) };
  }

  /** For every agency that has something to tell, of the month before the given moment. One that cannot be made leaves the others; then it throws, to be tried again. */
  async makeAll(at: Date): Promise<void> {
    const month = monthBefore(deskDay(at));
    const failed: unknown[] = [];
    for (const agencyId of await this.context.store.figures.distinct('agencyId', { departmentId: '', period: month })) {
      await this.make(this.context.directory.managerOf(agencyId), month).catch((error: unknown) => { failed.push(error); });
    }
    if (failed.length > 0) throw failed[0] instanceof Error ? failed[0] : new Error(String(failed[0]));
  }

  /** One that is there is left as it is. Throws Refusal bad-request for a month that has not ended. */
  async make(actor: Actor, month: string, by?: string): Promise<MonthlyReportRow> {
    if (month >= deskDay(this.context.now()).slice(0, 7)) throw wrongField('month', 'must have ended');
    const _id = monthlyReportId(actor.agencyId, month);
    const { monthlyReports } = this.context.store;
    const known = await monthlyReports.findById(_id, { vi: 0, en: 0 }).lean();
    if (known) return this.row(known);
    const figures = await this.figures(actor, month);
    const { plainPdf } = await import('./documents/plain-pdf.js');
    const [vi, en] = await Promise.all((['vi', 'en'] as const).map((language) => plainPdf(monthlyDocument(figures, language))));
    const doc: MonthlyReportDoc = { _id, agencyId: actor.agencyId, month, at: this.context.now(), ...(by === undefined ? {} : { by }), vi: vi!, en: en! };
    await monthlyReports.create(doc).catch((error: unknown) => { if (!isDuplicate(error)) throw error; });
    await this.tell(doc);
    return this.row((await monthlyReports.findById(_id, { vi: 0, en: 0 }).lean()) ?? doc);
  }

  async list(actor: Actor, paging: Paging): Promise<Page<MonthlyReportRow>> {
    const filter = { agencyId: ofAgency(actor) };
    const { monthlyReports } = this.context.store;
    const [docs, total] = await Promise.all([monthlyReports.find(filter, { vi: 0, en: 0 }).sort({ month: -1 }).skip(skipOf(paging)).limit(paging.pageSize).lean(), monthlyReports.countDocuments(filter)]);
    return { items: docs.map((doc) => this.row(doc)), total, page: paging.page, pageSize: paging.pageSize };
  }

  /** Throws Refusal unknown-report. */
  async pdf(actor: Actor, month: string, language: 'vi' | 'en'): Promise<Buffer> {
    const doc = await this.context.store.monthlyReports.findOne({ agencyId: ofAgency(actor), month }, { [language]: 1 }).lean<Pick<MonthlyReportDoc, 'vi' | 'en'>>();
    if (!doc) throw new Refusal('unknown-report', `no report of ${month}`);
    // As the driver gives it where no schema reads it.
    const kept = doc[language] as Buffer | Binary;
    return Buffer.isBuffer(kept) ? kept : Buffer.from(kept.buffer);
  }

  private async figures(actor: Actor, month: string): Promise<MonthlyFigures> {
    const { overview, late, index } = this.given;
    const of = (each: string) => overview.report(actor, { from: deskMidnight(`${each}-01`), to: deskMidnight(`${monthAfter(each)}-01`), by: 'month' });
    const before = monthBefore(`${month}-01`);
    const [now, former, overdue, rated] = await Promise.all([of(month), of(before), late.list(actor, { page: 1, pageSize: LATE_ROWS }), index.report(actor, { from: `${month}-01`, to: lastDay(month) })]);
    return { agency: actor.agencyName, month, before, now, former, overdue, index: rated };
  }

  /** Those who manage it, once each. */
  private async tell({ _id, agencyId, month, at }: MonthlyReportDoc): Promise<void> {
    const { store, directory } = this.context;
    const managers = [...new Set(['manager', 'leader'].flatMap((role) => directory.staffOf({ agencyId, role })))];
    for (const to of managers) {
      await store.notices.create({ _id: `report:${_id}:${to}`, to, at, kind: 'monthlyReport', dossierId: '', dossierNo: month, procedureName: '', steps: [] }).catch((error: unknown) => { if (!isDuplicate(error)) throw error; });
    }
  }

  private row({ month, at, by }: Pick<MonthlyReportDoc, 'month' | 'at' | 'by'>): MonthlyReportRow {
    return { month, at: at.toISOString(), ...(by === undefined ? {} : { byName: this.context.directory.staffName(by) }) };
  }
}

const lastDay = (month: string): string => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);
