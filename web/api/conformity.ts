/** The declaration of conformity and its evidence. */
import { queryOptions } from '@tanstack/react-query';
import type { ConformityScopeRow, ConformityView, DeclarationRow, EvidenceVerdict, Page } from '../../server/contract.js';
import { get, post, query } from './calls.js';
import { request } from './http.js';

export interface NewDeclaration { standard: string; decision: { number: string; date: string; signatory: string; position?: string }; except: string[]; seen: { inForce: number; last: number } }

export const conformityQuery = queryOptions({ queryKey: ['conformity', 'view'], queryFn: () => get<ConformityView>('/api/conformity') });
export const scopeQuery = (asked: { q: string; page: number; pageSize: number }) => queryOptions({ queryKey: ['conformity', 'scope', asked], queryFn: () => get<Page<ConformityScopeRow>>(`/api/conformity/scope${query(asked)}`), placeholderData: (previous) => previous });
export const historyQuery = (page: number) => queryOptions({ queryKey: ['conformity', 'history', page], queryFn: () => get<Page<DeclarationRow>>(`/api/conformity/history${query({ page, pageSize: 10 })}`), placeholderData: (previous) => previous });
export const declareConformity = (declaration: NewDeclaration) => post<ConformityView>('/api/conformity', declaration);
export const declarationUrl = (n: number, file: 'pdf' | 'docx'): string => `/api/conformity/declarations/${n}/document.${file}`;
export const evidenceUrl = (asked: { samples: number; seed: string; part: number }): string => `/api/conformity/evidence.zip${query(asked)}`;
export const checkEvidence = async (bytes: Blob): Promise<EvidenceVerdict> => (await request<EvidenceVerdict>('/api/conformity/evidence/check', { method: 'POST', bytes })).body;
