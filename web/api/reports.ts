/** The manager's figures: what his pages ask. */
import { queryOptions } from '@tanstack/react-query';
import type { AtRiskPage, HeatReport, LateRow, MonthlyReportRow, MovesView, OverviewReport, Page, PracticeReport, PracticeView, RatingReport } from '../../server/contract.js';
import type { OverviewFilter, OverviewRange } from '../pages/overview/search.js';
import type { PracticeFilter } from '../pages/practice/search.js';
import { get, post, query } from './calls.js';

/** The dossiers of a procedure that its heat map is made of. */
export interface HeatAsked { procedure: string; agency?: string | undefined; channel?: string | undefined; from?: string | undefined; to?: string | undefined }
/** Rows of a list under the figures. */
const PAGE = 10;

export const reports = {
  overviewSheetUrl: (asked: OverviewFilter & OverviewRange) => `/api/tables/overview.xlsx${query({ ...asked })}`,
  overview: (asked: OverviewFilter & OverviewRange) => get<OverviewReport>(`/api/reports/overview${query({ ...asked })}`),
  late: (filter: OverviewFilter, page: number) => get<Page<LateRow>>(`/api/reports/late${query({ ...filter, page, pageSize: PAGE })}`),
  atRisk: (filter: OverviewFilter, page: number) => get<AtRiskPage>(`/api/reports/at-risk${query({ ...filter, page, pageSize: PAGE })}`),
  ratings: (range: { from?: string; to?: string }, page: number) => get<RatingReport>(`/api/reports/ratings${query({ ...range, page, pageSize: 10 })}`),
  practice: (filter: PracticeFilter, lang: string) => get<PracticeReport>(`/api/reports/findings${query({ ...filter, lang })}`),
  practised: (filter: PracticeFilter) => get<PracticeView>(`/api/reports/practice${query({ ...filter })}`),
  moves: (filter: PracticeFilter) => get<MovesView>(`/api/reports/moves${query({ ...filter })}`),
  practiceSheetUrl: (filter: PracticeFilter) => `/api/tables/practice.xlsx${query({ ...filter })}`,
  monthly: (page: number) => get<Page<MonthlyReportRow>>(`/api/reports/monthly${query({ page, pageSize: 12 })}`),
  monthlyUrl: (month: string, lang: string) => `/api/reports/monthly/${month}/report.pdf?lang=${lang}`,
  makeMonthly: (month: string) => post<MonthlyReportRow>('/api/reports/monthly', { month }),
  heat: (asked: HeatAsked) => get<HeatReport>(`/api/reports/heat${query({ ...asked })}`),
  heatSheetUrl: (asked: HeatAsked) => `/api/tables/heat.xlsx${query({ ...asked })}`,
};

// All under one key: what changes a dossier makes the three of them old.
export const overviewQuery = (asked: OverviewFilter & OverviewRange) => queryOptions({ queryKey: ['overview', 'figures', asked], queryFn: () => reports.overview(asked), placeholderData: (previous) => previous });
export const lateQuery = (filter: OverviewFilter, page: number) => queryOptions({ queryKey: ['overview', 'late', filter, page], queryFn: () => reports.late(filter, page), placeholderData: (previous) => previous });
export const atRiskQuery = (filter: OverviewFilter, page: number) => queryOptions({ queryKey: ['overview', 'atRisk', filter, page], queryFn: () => reports.atRisk(filter, page), placeholderData: (previous) => previous });
export const ratingsQuery = (range: { from?: string; to?: string }, page: number) => queryOptions({
  queryKey: ['ratings', range, page], queryFn: () => reports.ratings(range, page), placeholderData: (previous) => previous,
});
export const practiceQuery = (filter: PracticeFilter, lang: string) => queryOptions({ queryKey: ['practice', filter, lang], queryFn: () => reports.practice(filter, lang) });
export const practisedQuery = (filter: PracticeFilter) => queryOptions({ queryKey: ['practised', filter], queryFn: () => reports.practised(filter) });
export const movesQuery = (filter: PracticeFilter) => queryOptions({ queryKey: ['moves', filter], queryFn: () => reports.moves(filter) });
export const monthlyQuery = (page: number) => queryOptions({ queryKey: ['monthly', page], queryFn: () => reports.monthly(page), placeholderData: (previous) => previous });
export const heatQuery = (asked: HeatAsked) => queryOptions({ queryKey: ['heat', asked], queryFn: () => reports.heat(asked), placeholderData: (previous) => previous });
