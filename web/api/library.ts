/** Procedures beside each other: the map, and the designer's question about a drawing. */
import { queryOptions } from '@tanstack/react-query';
import type { AlikeRow, ComparisonView, DraftComparison, DraftFindings, LabelWords, LibraryGraph, LibraryRow, Page } from '../../server/contract.js';
import { get, id, post, query } from './calls.js';

export type LibraryView = 'alike' | 'findings' | 'clones' | 'steps' | 'documents';

export const library = {
  library: (view: LibraryView, q: string, page: number) => get<Page<LibraryRow>>(`/api/library/${view}${query({ q, page })}`),
  libraryGraph: () => get<LibraryGraph>('/api/library/graph'),
  compareProcedures: (a: string, b: string) => get<ComparisonView>(`/api/library/compare${query({ a, b })}`),
  nearProcedures: (procedureId: string) => get<AlikeRow[]>(`/api/library/near/${id(procedureId)}`),
  labelWords: () => get<LabelWords>('/api/library/words'),
  checkBeside: (procedureId: string, xml: string) => post<DraftFindings>('/api/library/check', { id: procedureId, xml }),
  compareBeside: (procedureId: string, xml: string, other: string) => post<DraftComparison>('/api/library/compare', { id: procedureId, xml, with: other }),
};

export const libraryQuery = (view: LibraryView, q: string, page: number) => queryOptions({ queryKey: ['procedures', 'library', view, q, page], queryFn: () => library.library(view, q, page) });
export const libraryGraphQuery = queryOptions({ queryKey: ['procedures', 'library', 'graph'], queryFn: () => library.libraryGraph() });
/** They change with a restart of the server only. */
export const labelWordsQuery = queryOptions({ queryKey: ['labelWords'], queryFn: () => library.labelWords(), staleTime: Infinity });
export const comparisonQuery = (a: string, b: string) => queryOptions({ queryKey: ['procedures', 'library', 'compare', a, b], queryFn: () => library.compareProcedures(a, b) });
export const nearQuery = (procedureId: string) => queryOptions({ queryKey: ['procedures', 'library', 'near', procedureId], queryFn: () => library.nearProcedures(procedureId) });
