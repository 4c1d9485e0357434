/** The other documents of the quality system: what their pages ask and send. */
import { queryOptions } from '@tanstack/react-query';
import type { DocumentKind, DocumentList, DocumentReaders, DocumentRevisionView, DocumentView, Objective, ObjectiveProgress, RichNode } from '../../server/contract.js';
import { get, id, post, query } from './calls.js';
import { request } from './http.js';
import type { VersionWish } from './versions.js';

export interface DocumentFilter { kind?: string; toRead?: boolean; page?: number; pageSize?: number }
export interface DraftWish { seq: number; title: string; concerned: string[]; text?: RichNode; objectives?: Objective[] }
const at = (document: string, more = ''): string => `/api/documents/${id(document)}${more}`;
const of = (document: string, version: number, more = ''): string => at(document, `/revisions/${version}${more}`);

export const documents = {
  create: (made: { kind: DocumentKind; code: string; title: string }) => post<DocumentView>('/api/documents', made),
  save: async (document: string, draft: DraftWish) => (await request<DocumentView>(at(document, '/draft'), { method: 'PUT', json: draft })).body,
  putFile: async (document: string, seq: number, file: File) => (await request<DocumentView>(at(document, `/draft/file${query({ seq, name: file.name })}`), { method: 'PUT', bytes: file })).body,
  submit: (document: string, note: string) => post<DocumentRevisionView>(at(document, '/revisions'), { note }),
  do: (document: string, version: number, { act, ...body }: VersionWish) => post<DocumentRevisionView>(of(document, version, `/${act}`), body),
  answer: (document: string, version: number, comment: string, text: string) => post<DocumentRevisionView>(of(document, version, `/comments/${id(comment)}/answers`), { text }),
  resolve: (document: string, version: number, comment: string, resolved: boolean) => post<DocumentRevisionView>(of(document, version, `/comments/${id(comment)}/resolve`), { resolved }),
  read: (document: string, version: number) => post<DocumentRevisionView>(of(document, version, '/read'), {}),
  fileUrl: (document: string, version?: number) => (version === undefined ? at(document, '/draft/file') : of(document, version, '/file')),
  printUrl: (document: string, version: number, kind: 'pdf' | 'docx') => of(document, version, `/document.${kind}`),
  tableUrl: (kind?: string) => `/api/tables/documents.xlsx${query({ kind })}`,
};
export const documentsQuery = ({ toRead, ...filter }: DocumentFilter) => queryOptions({ queryKey: ['documents', 'list', { toRead, ...filter }], queryFn: () => get<DocumentList>(`/api/documents${query({ ...filter, toRead: toRead ? 'true' : undefined })}`), placeholderData: (previous) => previous });
export const documentQuery = (document: string) => queryOptions({ queryKey: ['documents', 'one', document], queryFn: () => get<DocumentView>(at(document)) });
export const documentRevisionQuery = (document: string, version: number) => queryOptions({ queryKey: ['documents', 'revision', document, version], queryFn: () => get<DocumentRevisionView>(of(document, version)) });
export const progressQuery = (document: string, version: number) => queryOptions({ queryKey: ['documents', 'objectives', document, version], queryFn: () => get<ObjectiveProgress[]>(of(document, version, '/objectives')) });
export const readersQuery = (document: string, version: number, read: 'true' | 'false' | undefined, page: number) => queryOptions({ queryKey: ['documents', 'readers', document, version, read, page], queryFn: () => get<DocumentReaders>(of(document, version, `/readers${query({ read, page, pageSize: 25 })}`)), placeholderData: (previous) => previous });
