/** The manager's figures: what his pages ask. */
import { queryOptions } from '@tanstack/react-query';
import type { HeatReport, MovesView, OverviewReport, PracticeReport, PracticeView, RatingReport } from '../../server/contract.js';
import type { PracticeFilter } from '../pages/practice/search.js';
import { get, query } from './calls.js';

export const reports = {
  overviewSheetUrl: (range: { from?: string; to?: string }) => `/api/tables/overview.xlsx${query(range)}`,
  overview: (range: { from?: string; to?: string }) => get<OverviewReport>(`/api/reports/overview${query(range)}`),
  ratings: (range: { from?: string; to?: string }, page: number) => get<RatingReport>(`/api/reports/ratings${query({ ...range, page, pageSize: 10 })}`),
  practice: (filter: PracticeFilter, lang: string) => get<PracticeReport>(`/api/reports/findings${query({ ...filter, lang })}`),
  practised: (filter: PracticeFilter) => get<PracticeView>(`/api/reports/practice${query({ ...filter })}`),
  moves: (filter: PracticeFilter) => get<MovesView>(`/api/reports/moves${query({ ...filter })}`),
  practiceSheetUrl: (filter: PracticeFilter) => `/api/tables/practice.xlsx${query({ ...filter })}`,
  heat: (procedure: string, version?: number) => get<HeatReport>(`/api/reports/heat${query({ procedure, version })}`),
};

export const overviewQuery = (range: { from?: string; to?: string }) => queryOptions({
  queryKey: ['overview', range], queryFn: () => reports.overview(range), placeholderData: (previous) => previous,
});
export const ratingsQuery = (range: { from?: string; to?: string }, page: number) => queryOptions({
  queryKey: ['ratings', range, page], queryFn: () => reports.ratings(range, page), placeholderData: (previous) => previous,
});
export const practiceQuery = (filter: PracticeFilter, lang: string) => queryOptions({ queryKey: ['practice', filter, lang], queryFn: () => reports.practice(filter, lang) });
export const practisedQuery = (filter: PracticeFilter) => queryOptions({ queryKey: ['practised', filter], queryFn: () => reports.practised(filter) });
export const movesQuery = (filter: PracticeFilter) => queryOptions({ queryKey: ['moves', filter], queryFn: () => reports.moves(filter) });
export const heatQuery = (procedure: string, version?: number) => queryOptions({ queryKey: ['heat', procedure, version], queryFn: () => reports.heat(procedure, version) });
