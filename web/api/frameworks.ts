/** Model frameworks: questions and calls of their pages. */
import { queryOptions } from '@tanstack/react-query';
import type { FrameworkDeviations, FrameworkEntry, FrameworkListed, FrameworkMerge, FrameworkPractice, FrameworkQuestion, FrameworkRow, FrameworkRulings, FrameworkView, PackagePreview, Page, TwoWords } from '../../server/contract.js';
import { get, id, post, query } from './calls.js';
import { request } from './http.js';

export type FrameworkAnswers = Record<string, string | boolean | string[]>;
export type Decisions = Record<string, 'ours' | 'theirs'>;
const at = (framework: string): string => `/api/frameworks/${id(framework)}`;
const procedure = (framework: string, code: string): string => `${at(framework)}/procedures/${id(code)}`;

export const frameworksQuery = (page: number) => queryOptions({ queryKey: ['frameworks', 'list', page], queryFn: () => get<Page<FrameworkRow>>(`/api/frameworks${query({ page, pageSize: 20 })}`), placeholderData: (previous) => previous });
export const frameworkQuery = (framework: string) => queryOptions({ queryKey: ['frameworks', framework], queryFn: () => get<FrameworkView>(at(framework)) });
export const rulingsQuery = (code: string, on: string | undefined) => queryOptions({ queryKey: ['frameworks', 'rulings', code, on], queryFn: () => get<FrameworkRulings>(`/api/frameworks/rulings${query({ code, on })}`), placeholderData: (previous) => previous });
export const listedQuery = (framework: string, answers: FrameworkAnswers) => queryOptions({ queryKey: ['frameworks', framework, 'list', answers], queryFn: () => post<FrameworkListed[]>(`${at(framework)}/list`, { answers }), placeholderData: (previous) => previous });
export const deviationsQuery = (framework: string, code: string) => queryOptions({ queryKey: ['frameworks', framework, code], queryFn: () => get<FrameworkDeviations>(`${procedure(framework, code)}/deviations`) });
export const mergeQuery = (framework: string, code: string, resolutions: Decisions) => queryOptions({ queryKey: ['frameworks', framework, code, 'merge', resolutions], queryFn: () => post<FrameworkMerge>(`${procedure(framework, code)}/merge/preview`, { resolutions }), placeholderData: (previous) => previous });
export const practiceOfQuery = (framework: string) => queryOptions({ queryKey: ['frameworks', framework, 'practice'], queryFn: () => get<FrameworkPractice>(`${at(framework)}/practice`) });

export const adoptFramework = (framework: string, wish: { answers: FrameworkAnswers; codes: string[]; shares: boolean }) => post<FrameworkView>(`${at(framework)}/adoption`, wish);
export const explainDeviations = (framework: string, code: string, given: { ids: string[]; reason: string }) => post<FrameworkDeviations>(`${procedure(framework, code)}/deviations`, given);
export const saveMerge = (framework: string, code: string, given: { resolutions: Decisions; etag: string }) => post<FrameworkDeviations>(`${procedure(framework, code)}/merge`, given);
interface Guideline { questions: FrameworkQuestion[]; entries: FrameworkEntry[] }
interface Begun { id: string; title: TwoWords; scope: { kinds: string[]; levels: string[] }; from: string; procedures: string[]; drawings: string[]; guideline: Guideline; documents: FrameworkView['documents'] }
export const beginFramework = (given: Begun) => post<FrameworkView>('/api/frameworks', given);
export const amendFramework = (framework: string, given: { from: string; note?: string; drawings?: string[]; guideline?: Guideline; documents?: FrameworkView['documents'] }) => post<FrameworkView>(`${at(framework)}/versions`, given);
export const withdrawFramework = (framework: string, version: number, reason: string) => post<undefined>(`${at(framework)}/versions/${version}/withdrawal`, { reason });

export const packageUrl = (framework: string): string => `${at(framework)}/package.zip`;
export const previewPackage = async (bytes: Blob): Promise<PackagePreview> => (await request<PackagePreview>('/api/packages/preview', { method: 'POST', bytes })).body;
export const takePackage = async (bytes: Blob, fingerprint: string): Promise<PackagePreview> => (await request<PackagePreview>(`/api/packages${query({ fingerprint })}`, { method: 'POST', bytes })).body;
