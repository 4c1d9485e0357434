/** The service index: what its page asks. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { IndexCase, IndexReport, Page } from '../../server/contract.js';
import { get, query, type Query } from './calls.js';

export const indexSheetUrl = (filter: Query): string => `/api/tables/index.xlsx${query(filter)}`;
export const indexCaseSheetUrl = (filter: Query): string => `/api/tables/index-cases.xlsx${query(filter)}`;
export const indexQuery = (filter: Query) => queryOptions({ queryKey: ['service-index', filter], queryFn: () => get<IndexReport>(`/api/reports/index${query(filter)}`), placeholderData: keepPreviousData });
export const indexCasesQuery = (filter: Query) => queryOptions({ queryKey: ['service-index-cases', filter], queryFn: () => get<Page<IndexCase>>(`/api/reports/index/cases${query(filter)}`) });
