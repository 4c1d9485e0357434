/** What the server offers to the parts of the desk that are fetched on demand. */
import type { BulkOptions, BulkResult, Page, ReceptionDraft, ReceptionDraftRow, SavedView, SimilarApplicant, StandInRow } from '../../server/contract.js';
import { request } from './http.js';

export interface BulkRequest { commandId: string; action: 'claim' | 'release' | 'assign' | 'complete'; ids: readonly string[]; to?: string; reason?: string; outcome?: string; note?: string }

const send = async <T>(method: string, path: string, json?: unknown): Promise<T> => (await request<T>(path, json === undefined ? { method } : { method, json })).body;

export interface NewStandIn { absent?: string; standIn: string; from: string; to: string; procedures?: string[]; reason?: string }

export const deskApi = {
  drafts: () => send<{ items: ReceptionDraftRow[] }>('GET', '/api/reception-drafts'),
  draft: (draftId: string) => send<ReceptionDraft>('GET', `/api/reception-drafts/${encodeURIComponent(draftId)}`),
  saveDraft: (draftId: string, draft: { procedureId: string; title: string; content: string }) => send<ReceptionDraftRow>('PUT', `/api/reception-drafts/${encodeURIComponent(draftId)}`, draft),
  removeDraft: (draftId: string) => send<undefined>('DELETE', `/api/reception-drafts/${encodeURIComponent(draftId)}`),
  similar: (who: { name: string; idNumber: string; phone: string; birthDate?: string }) => send<{ items: SimilarApplicant[] }>('POST', '/api/dossiers/similar', who),
  standIns: (page: number) => send<Page<StandInRow>>('GET', `/api/stand-ins?pageSize=20&page=${page}`),
  colleagues: () => send<{ items: { id: string; name: string; position: string }[] }>('GET', '/api/stand-ins/people'),
  setStandIn: (order: NewStandIn) => send<StandInRow>('POST', '/api/stand-ins', order),
  endStandIn: (standIn: string) => send<StandInRow>('POST', `/api/stand-ins/${encodeURIComponent(standIn)}/end`, {}),
  views: () => send<{ items: SavedView[] }>('GET', '/api/views'),
  saveView: (view: SavedView) => send<{ items: SavedView[] }>('PUT', '/api/views', view),
  removeView: (name: string) => send<{ items: SavedView[] }>('DELETE', '/api/views', { name }),
  bulkOptions: (ids: readonly string[]) => send<BulkOptions>('POST', '/api/work/options', { ids }),
  bulk: (order: BulkRequest) => send<{ results: BulkResult[] }>('POST', '/api/work/bulk', order),
};
