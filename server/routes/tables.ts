/** Every list as Excel: the same filters and the same rights as the list itself, at most so many rows. */
import { Router, type Response } from 'express';
import type { Actor } from '../../models/directory.js';
import type { DossierQueries } from '../../models/queries/dossiers.js';
import type { AtRiskQueries } from '../../models/queries/at-risk.js';
import type { ImprovementQueries } from '../../models/queries/improvements.js';
import type { LateQueries } from '../../models/queries/late.js';
import type { OverviewQueries } from '../../models/queries/overview.js';
import type { PracticeQueries } from '../../models/queries/practice.js';
import type { ProcedureQueries } from '../../models/queries/procedures.js';
import type { ReportQueries } from '../../models/queries/reports.js';
import type { ServiceIndex } from '../../models/queries/service-index.js';
import type { WorkQueries } from '../../models/queries/work.js';
import type { Ratings } from '../../models/ratings.js';
import type { IndexCases } from '../../models/service-index/cases.js';
import { dateOnly } from '../i18n.js';
import { XLSX } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { lang, z } from '../http/validate.js';
import { improvementTable } from '../tables/improvements.js';
import { overviewTables } from '../tables/overview.js';
import { heatTables, practiceTables } from '../tables/practice.js';
import { indexCaseTable, indexTables } from '../tables/service-index.js';
import { dossierTable, findingTable, workTable } from '../tables/tables.js';
import { MOST_ROWS, workbookOf, type AnyTable } from '../tables/workbook.js';
import { dossierList } from './dossiers.js';
import { improvementTableQuery } from './improvements.js';
import { heatQuery, indexAsked, indexCasesQuery, indexQuery, overviewQuery, periodOf, practiceFilter, practiceQuery, REPORT_READERS } from './reports.js';
import { workList } from './work.js';

export interface Lists {
  work: WorkQueries; dossiers: DossierQueries; procedures: ProcedureQueries; improvements: ImprovementQueries;
  overview: OverviewQueries; late: LateQueries; atRisk: AtRiskQueries; ratings: Ratings; reports: ReportQueries; practice: PracticeQueries; index: ServiceIndex; cases: IndexCases;
}
const findings = z.strictObject({ procedure: z.string().min(1).max(100), version: z.coerce.number().int().min(1).optional(), lang });
const ALL = { page: 1, pageSize: MOST_ROWS };

const exported = { method: 'get', scope: 'dossiers:read', personal: true, exports: true, answers: { 200: XLSX } } as const;
export const TABLES = declare('tables', {
  work: { ...exported, path: '/tables/work.xlsx', summary: 'The list of work, for Excel', who: 'signedIn', query: workList },
  dossiers: { ...exported, path: '/tables/dossiers.xlsx', summary: 'The list of dossiers, for Excel', who: 'signedIn', query: dossierList },
  overview: { ...exported, path: '/tables/overview.xlsx', summary: 'The manager\'s figures, for Excel', who: REPORT_READERS, query: overviewQuery },
  practice: { ...exported, path: '/tables/practice.xlsx', summary: 'A procedure as it is carried out, for Excel', who: REPORT_READERS, query: practiceQuery, problems: ['unknown-version'] },
  heat: { ...exported, path: '/tables/heat.xlsx', summary: 'Where the time of a procedure goes, and its findings, for Excel', who: REPORT_READERS, query: heatQuery, problems: ['unknown-procedure', 'unknown-version', 'not-published'] },
  index: { ...exported, path: '/tables/index.xlsx', summary: 'The service index, for Excel', who: REPORT_READERS, query: indexQuery },
  indexCases: { ...exported, path: '/tables/index-cases.xlsx', summary: 'What stands behind an indicator of the index, for Excel', who: REPORT_READERS, query: indexCasesQuery },
  improvements: { ...exported, path: '/tables/improvements.xlsx', summary: 'Improvement records, for Excel', who: REPORT_READERS, query: improvementTableQuery },
  findings: { ...exported, path: '/tables/findings.xlsx', summary: 'Findings of a procedure, for Excel', who: 'signedIn', query: findings, problems: ['unknown-procedure', 'unknown-version'] },
});

export function tableRoutes({ work, dossiers, procedures, improvements, overview, late, atRisk, ratings, reports, practice, index, cases }: Lists, now: () => Date): Router {
  const router = Router();
  const send = async (res: Response, actor: Actor, name: string, tables: AnyTable[]): Promise<void> => {
    sendXlsx(res, `${name}-${fileDay(now())}`, await workbookOf(tables, [['Cơ quan', actor.agencyName], ['Người lập', actor.name]], now()));
  };
  route(router, TABLES.work, async ({ actor, query }, res) => {
    const { items, total } = await work.list(actor, { ...query, ...ALL });
    await send(res, actor, 'cong-viec', [workTable(items, total)]);
  });
  route(router, TABLES.dossiers, async ({ actor, query }, res) => {
    const { items, total } = await dossiers.list(actor, { ...query, ...ALL });
    await send(res, actor, 'ho-so', [dossierTable(items, total)]);
  });
  route(router, TABLES.overview, async ({ actor, query }, res) => {
    const period = periodOf(query, now());
    const [report, overdue, risks, rated] = await Promise.all([overview.report(actor, { ...query, ...period }), late.list(actor, { ...query, ...ALL }), atRisk.list(actor, { ...query, ...ALL }), ratings.report(actor, period, { page: 1, pageSize: 1 })]);
    await send(res, actor, 'dieu-hanh', overviewTables(report, { late: overdue, atRisk: risks, ratings: rated }));
  });
  route(router, TABLES.practice, async ({ actor, query }, res) => {
    const filter = practiceFilter(query);
    const [figures, found] = await Promise.all([practice.figures(actor, filter), practice.findings(actor, filter, 'vi')]);
    await send(res, actor, 'thu-tuc-trong-thuc-te', practiceTables(figures, found));
  });
  route(router, TABLES.heat, async ({ actor, query }, res) => {
    const [report, found] = await Promise.all([reports.heat(actor, { ...query, ...periodOf(query, now()) }), practice.findings(actor, { procedureId: query.procedure, version: query.version }, 'vi')]);
    await send(res, actor, 'thoi-gian-theo-buoc', heatTables(report, found));
  });
  route(router, TABLES.index, async ({ actor, query }, res) => { await send(res, actor, 'bo-chi-so-766', indexTables(await index.report(actor, indexAsked(query, now())))); });
  route(router, TABLES.indexCases, async ({ actor, query: { indicator, met, ...query } }, res) => {
    await send(res, actor, 'phia-sau-chi-tieu-766', [indexCaseTable(await cases.list(actor, { ...indexAsked(query, now()), indicator, met, ...ALL }))]);
  });
  route(router, TABLES.improvements, async ({ actor, query }, res) => { await send(res, actor, 'cai-tien', [improvementTable(await improvements.list(actor, { ...query, ...ALL }))]); });
  route(router, TABLES.findings, async ({ actor, query: { procedure, version } }, res) => {
    const { currentVersion } = await procedures.view(actor, procedure);
    await send(res, actor, 'phat-hien', [findingTable(await procedures.findings(procedure, version ?? currentVersion ?? 0))]);
  });
  return router;
}

const fileDay = (at: Date): string => dateOnly(at).split('/').reverse().join('');

export function sendXlsx(res: Response, name: string, bytes: Buffer): void {
  res.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').setHeader('content-disposition', `attachment; filename="${name}.xlsx"`).send(bytes);
}
