/** The manager's figures. */
import { Router } from 'express';
import { ProblemError } from '../http/problem.js';
import type { PracticeFilter, PracticeQueries } from '../../models/queries/practice.js';
import type { AtRiskQueries } from '../../models/queries/at-risk.js';
import type { LateQueries } from '../../models/queries/late.js';
import { CHANNELS, type OverviewQueries } from '../../models/queries/overview.js';
import type { Period, ReportQueries } from '../../models/queries/reports.js';
import { one, pageOf } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import type { Ratings } from '../../models/ratings.js';
import { deskDay } from '../../models/desk.js';
import type { IndexCases } from '../../models/service-index/cases.js';
import { INDICATOR_IDS } from '../../engine/service-index/indicators.js';
import type { IndexAsked } from '../../models/service-index/sources.js';
import type { ServiceIndex } from '../../models/queries/service-index.js';
import { instant, lang, page, pageSize, z } from '../http/validate.js';

const range = { from: instant.optional(), to: instant.optional(), lang };
const id = z.string().min(1).max(100).optional();
const channel = z.enum(CHANNELS).optional();
const dossiersOf = { lang, agency: id, department: id, procedure: id, field: z.string().min(1).max(300).optional(), channel };
const ofProcedure = { ...range, procedure: z.string().min(1).max(100), version: z.coerce.number().int().min(1).optional(), agency: id, channel };
export const overviewQuery = z.strictObject({ ...range, ...dossiersOf, by: z.enum(['day', 'month', 'quarter', 'year']).optional() });
const listed = z.strictObject({ ...dossiersOf, page, pageSize });
const rated = z.strictObject({ ...range, page, pageSize });
export const heatQuery = z.strictObject(ofProcedure);
/** Of a procedure as it is carried out; the address of the page says the same. */
export const practiceQuery = z.strictObject({ ...ofProcedure, department: id });
const day = z.iso.date().refine((value) => value >= '2000-01-01' && value < '2100-01-01', 'must be between 2000 and 2099');
const index = { from: day.optional(), to: day.optional(), agency: id, department: id, procedure: id, lang };
export const indexQuery = z.strictObject({ ...index, by: z.enum(['month', 'quarter', 'year']).optional() });
const behind = { indicator: z.enum(INDICATOR_IDS), met: z.enum(['true', 'false']).transform((value) => value === 'true') };
const indexCases = z.strictObject({ ...index, ...behind, page, pageSize });
export const indexCasesQuery = z.strictObject({ ...index, ...behind });
const SIXTY_DAYS_MS = 60 * 86_400_000;

export function practiceFilter({ procedure, version, agency, department, channel, from, to }: z.output<typeof practiceQuery>): PracticeFilter {
  if (from && to && from > to) throw new ProblemError('bad-request', { fields: [{ field: 'from', message: 'must not be after "to"' }] });
  return { procedureId: procedure, version, agencyId: agency, departmentId: department, channel, from, to };
}

/** The last sixty days unless something else is asked for. */
export function periodOf({ from, to }: { from?: Date | undefined; to?: Date | undefined }, now: Date): Period {
  const end = to ?? now;
  const begin = from ?? new Date(end.getTime() - SIXTY_DAYS_MS);
  if (begin > end) throw new ProblemError('bad-request', { fields: [{ field: 'from', message: 'must not be after "to"' }] });
  return { from: begin, to: end };
}

/** The month that has begun unless something else is asked for; both days are counted. */
export function indexAsked({ from, to, agency, department, procedure, by }: z.output<typeof indexQuery>, now: Date): IndexAsked {
  const end = to ?? deskDay(now);
  const begin = from ?? `${end.slice(0, 7)}-01`;
  if (begin > end) throw new ProblemError('bad-request', { fields: [{ field: 'from', message: 'must not be after "to"' }] });
  return { from: begin, to: end, agency, department, procedure, by };
}

export const REPORT_READERS = ['manager', 'leader', 'head', 'qmsOfficer', 'administrator', 'designer'] as const;
export const REPORTS = declare('reports', {
  overview: { method: 'get', path: '/reports/overview', summary: 'The manager\'s figures', who: REPORT_READERS, scope: 'reports:read', query: overviewQuery, answers: { 200: one('OverviewReport') } },
  late: { method: 'get', path: '/reports/late', summary: 'Dossiers past their due date, and whose step made them so', who: REPORT_READERS, scope: 'reports:read', query: listed, answers: { 200: pageOf('LateRow') } },
  atRisk: { method: 'get', path: '/reports/at-risk', summary: 'Dossiers within their limit that are likely to be late', who: REPORT_READERS, scope: 'reports:read', query: listed, answers: { 200: one('AtRiskPage') } },
  heat: { method: 'get', path: '/reports/heat', summary: 'Where the time of a procedure goes', who: REPORT_READERS, scope: 'reports:read', query: heatQuery, answers: { 200: one('HeatReport') }, problems: ['unknown-procedure', 'unknown-version', 'not-published'] },
  findings: { method: 'get', path: '/reports/findings', summary: 'What is wrong with a procedure, by its drawing and by its dossiers', who: REPORT_READERS, scope: 'reports:read', query: practiceQuery, answers: { 200: one('PracticeReport') }, problems: ['unknown-version'] },
  practice: { method: 'get', path: '/reports/practice', summary: 'A procedure as it is carried out', who: REPORT_READERS, scope: 'reports:read', query: practiceQuery, answers: { 200: one('PracticeView') }, problems: ['unknown-version'] },
  moves: { method: 'get', path: '/reports/moves', summary: 'Dossiers on their way along the drawing', who: REPORT_READERS, scope: 'reports:read', query: practiceQuery, answers: { 200: one('MovesView') }, problems: ['unknown-version'] },
  ratings: { method: 'get', path: '/reports/ratings', summary: 'What applicants said', who: REPORT_READERS, scope: 'reports:read', query: rated, answers: { 200: one('RatingReport') } },
  index: { method: 'get', path: '/reports/index', summary: 'The service index in five groups', who: REPORT_READERS, scope: 'reports:read', query: indexQuery, answers: { 200: one('IndexReport') } },
  indexCases: { method: 'get', path: '/reports/index/cases', summary: 'What stands behind an indicator of the index', who: REPORT_READERS, scope: 'reports:read', query: indexCases, answers: { 200: pageOf('IndexCase') } },
});

export interface Reports { overview: OverviewQueries; late: LateQueries; atRisk: AtRiskQueries; reports: ReportQueries; ratings: Ratings; practice: PracticeQueries; index: ServiceIndex; cases: IndexCases }

export function reportRoutes({ overview, late, atRisk, reports, ratings, practice, index: service, cases }: Reports, now: () => Date): Router {
  const router = Router();
  route(router, REPORTS.overview, async ({ actor, query }, res) => { res.json(await overview.report(actor, { ...query, ...periodOf(query, now()) })); });
  route(router, REPORTS.late, async ({ actor, query }, res) => { res.json(await late.list(actor, query)); });
  route(router, REPORTS.atRisk, async ({ actor, query }, res) => { res.json(await atRisk.list(actor, query)); });
  route(router, REPORTS.heat, async ({ actor, query }, res) => { res.json(await reports.heat(actor, { ...query, ...periodOf(query, now()) })); });
  route(router, REPORTS.findings, async ({ actor, query }, res) => { res.json(await practice.findings(actor, practiceFilter(query), query.lang === 'en' ? 'en' : 'vi')); });
  route(router, REPORTS.practice, async ({ actor, query }, res) => { res.json(await practice.figures(actor, practiceFilter(query))); });
  route(router, REPORTS.moves, async ({ actor, query }, res) => { res.json(await practice.moves(actor, practiceFilter(query))); });
  route(router, REPORTS.ratings, async ({ actor, query }, res) => { res.json(await ratings.report(actor, periodOf(query, now()), query)); });
  route(router, REPORTS.index, async ({ actor, query }, res) => { res.json(await service.report(actor, indexAsked(query, now()))); });
  route(router, REPORTS.indexCases, async ({ actor, query: { indicator, met, page: n, pageSize: size, ...query } }, res) => { res.json(await cases.list(actor, { ...indexAsked(query, now()), indicator, met, page: n, pageSize: size })); });
  return router;
}
