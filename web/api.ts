/** What the server offers to the staff pages. The only place that knows addresses of the HTTP API. */
import type {
  AttachmentRow, BlankFormRow, BlankFormsView, DossierRow, DossierView, FormEntry, Page, ProcedureRow, ProcedureView, PublishResult, ReceivePreview, ReceiveRequest, SessionView, SignedOut,
  WorkAnswer, WorkPage, CaseAnswer, DossierAction, NoticePage, OfferedAction,
} from '../server/contract.js';
import { get, id, post, query } from './api/calls.js';
import { rememberCsrf, request } from './api/http.js';

export { ApiError, ConnectionLost } from './api/http.js';

const asSession = (view: SessionView): SessionView => { rememberCsrf(view.csrf); return view; };

export interface WorkQuery { view: 'mine' | 'department' | 'all'; status?: string; procedure?: string; q?: string; sort?: string; page?: number }
export interface Completion { commandId: string; outcome?: string; data?: Record<string, unknown>; note?: string }
/** A diagram as stored, with the tag that a later save must name. */
export interface StoredXml { xml: string; etag?: string }
export type VersionName = number | 'draft';

const storedXml = async (path: string): Promise<StoredXml> => {
  const { body, etag } = await request<string>(path);
  return { xml: body, etag };
};

export const api = {
  session: async () => asSession(await get<SessionView>('/api/session')),
  signIn: async (personId: string) => asSession(await post<SessionView>('/api/session', { personId })),
  signInWithPassword: async (given: { account: string; password: string }) => asSession(await post<SessionView>('/api/session/password', given)),
  changePassword: async (given: { current: string; password: string }): Promise<void> => { await request('/api/account/password', { method: 'PUT', json: given }); },
  /** Where the browser has to go to be signed out at the provider too. */
  signOut: async () => (await request<SignedOut | undefined>('/api/session', { method: 'DELETE' })).body?.leaveAt,

  workSheetUrl: ({ page: _page, ...q }: WorkQuery) => `/api/tables/work.xlsx${query(q)}`,
  dossierSheetUrl: ({ q, state }: { q?: string; state?: string }) => `/api/tables/dossiers.xlsx${query({ q, state })}`,
  documentUrl: (procedure: string, version: number, file: 'pdf' | 'docx') => `/api/procedures/${id(procedure)}/versions/${version}/document.${file}`,
  processTableUrl: (procedure: string, version: number, file: 'pdf' | 'docx', lang: string) => `/api/procedures/${id(procedure)}/versions/${version}/process-table.${file}${query({ lang })}`,
  procedureListUrl: (file: 'pdf' | 'docx', lang: string) => `/api/papers/procedures.${file}${query({ lang })}`,
  findingSheetUrl: (procedure: string) => `/api/tables/findings.xlsx${query({ procedure })}`,
  work: (q: WorkQuery) => get<WorkPage>(`/api/work${query({ ...q })}`),
  claim: (workId: string, commandId: string) => post<WorkAnswer>(`/api/work/${id(workId)}/claim`, { commandId }),
  release: (workId: string, commandId: string) => post<WorkAnswer>(`/api/work/${id(workId)}/release`, { commandId }),
  complete: (workId: string, completion: Completion) => post<WorkAnswer>(`/api/work/${id(workId)}/complete`, completion),

  dossiers: (q: { state?: string; procedure?: string; q?: string; page?: number }) => get<Page<DossierRow>>(`/api/dossiers${query(q)}`),
  dossier: (dossierId: string) => get<DossierView>(`/api/dossiers/${id(dossierId)}`),
  dossierXml: (dossier: DossierRow) => storedXml(`/api/procedures/${id(dossier.procedureId)}/xml${query({ version: dossier.version })}`),
  previewReceipt: (procedureId: string, data?: Record<string, unknown>) => post<ReceivePreview>('/api/dossiers/preview', { procedureId, data }),
  receive: (dossier: ReceiveRequest) => post<DossierRow>('/api/dossiers', dossier),
  attachments: (dossierId: string) => get<AttachmentRow[]>(`/api/dossiers/${id(dossierId)}/attachments`),
  attachmentUrl: (dossierId: string, file: string) => `/api/dossiers/${id(dossierId)}/attachments/${id(file)}`,
  removeAttachment: async (dossierId: string, file: string, reason: string): Promise<void> => { await request<unknown>(`/api/dossiers/${id(dossierId)}/attachments/${id(file)}`, { method: 'DELETE', json: { reason } }); },
  forms: (dossierId: string) => get<FormEntry[]>(`/api/dossiers/${id(dossierId)}/forms`),
  formUrl: (dossierId: string, { form, n }: { form: string; n: number }, kind: 'pdf' | 'docx' = 'pdf') => `/api/dossiers/${id(dossierId)}/forms/${form}${n > 1 ? `-${n}` : ''}.${kind}`,
  resolveIncident: (dossierId: string, incidentId: string, action: 'retry' | 'skip', reason: string, commandId: string) =>
    post<WorkAnswer>(`/api/dossiers/${id(dossierId)}/incidents/${id(incidentId)}`, { commandId, action, reason }),

  offered: (dossierId: string) => get<{ items: OfferedAction[] }>(`/api/dossiers/${id(dossierId)}/actions`),
  actOnDossier: (dossierId: string, action: DossierAction, body: Record<string, unknown>) => post<CaseAnswer>(`/api/dossiers/${id(dossierId)}/actions/${action}`, body),

  notices: () => get<NoticePage>('/api/notices?pageSize=30'),
  readNotice: async (noticeId: string) => { await request(`/api/notices/${id(noticeId)}/read`, { method: 'POST', json: {} }); },
  readAllNotices: async () => { await request('/api/notices/read', { method: 'POST', json: {} }); },

  procedures: () => get<ProcedureRow[]>('/api/procedures'),
  procedure: (procedureId: string) => get<ProcedureView>(`/api/procedures/${id(procedureId)}`),
  createProcedure: (procedureId: string, xml: string) => post<ProcedureRow>('/api/procedures', { id: procedureId, xml }),
  procedureXml: (procedureId: string, version: VersionName) => storedXml(`/api/procedures/${id(procedureId)}/xml${query({ version })}`),
  saveDraft: async (procedureId: string, xml: string, etag?: string): Promise<{ etag?: string }> => {
    const headers: Record<string, string> = etag ? { 'if-match': etag } : {};
    const answer = await request<unknown>(`/api/procedures/${id(procedureId)}/draft`, { method: 'PUT', json: { xml }, headers });
    return { etag: answer.etag };
  },
  blankForms: (procedureId: string) => get<BlankFormsView>(`/api/procedures/${id(procedureId)}/forms`),
  putBlankForm: async (procedureId: string, name: string, file: File) => (await request<BlankFormRow>(`/api/procedures/${id(procedureId)}/forms${query({ name, file: file.name })}`, { method: 'PUT', bytes: file })).body,
  removeBlankForm: async (procedureId: string, formId: string): Promise<void> => { await request(`/api/procedures/${id(procedureId)}/forms/${id(formId)}`, { method: 'DELETE', json: {} }); },
  blankFormUrl: (procedureId: string, formId: string) => `/thu-tuc/${id(procedureId)}/bieu-mau/${id(formId)}`,
  publish: (procedureId: string, note: string) => post<PublishResult>(`/api/procedures/${id(procedureId)}/publish`, { note }),
};
