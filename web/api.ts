/** What the server offers to the staff pages. The only place that knows addresses of the HTTP API. */
import type { CalendarFile } from '../engine/calendar/types.js';
import type {
  AttachmentRow, CalendarPreview, CalendarProgress, CalendarRow, CalendarVersionRow, CalendarView, DossierRow, DossierView, FormEntry, HeatReport, OverviewReport, Page, ProcedureRow, ProcedureView, PublishResult,
  ReceivePreview, ReceiveRequest, SessionView, SettingView, WorkAnswer, WorkPage,
  CaseAnswer, DossierAction, NoticePage, OfferedAction, RuleSetView,
} from '../server/contract.js';
import { rememberCsrf, request } from './api/http.js';

export { ApiError, ConnectionLost } from './api/http.js';

type Query = Record<string, string | number | undefined>;
const query = (values: Query): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined && value !== '') params.set(name, String(value));
  const text = params.toString();
  return text ? `?${text}` : '';
};
const get = async <T>(path: string): Promise<T> => (await request<T>(path)).body;
const post = async <T>(path: string, json: unknown): Promise<T> => (await request<T>(path, { method: 'POST', json })).body;
const id = encodeURIComponent;

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
  signOut: async () => { await request('/api/session', { method: 'DELETE' }); },

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
  formUrl: (dossierId: string, { form, n }: { form: string; n: number }) => `/api/dossiers/${id(dossierId)}/forms/${form}${n > 1 ? `-${n}` : ''}.pdf`,
  /** `month`: YYYY-MM. */
  registerUrl: (month: string) => {
    const [year, index] = month.split('-').map(Number) as [number, number];
    return `/api/register/07.pdf${query({ from: `${month}-01`, to: `${month}-${new Date(Date.UTC(year, index, 0)).getUTCDate()}` })}`;
  },
  resolveIncident: (dossierId: string, incidentId: string, action: 'retry' | 'skip', reason: string, commandId: string) =>
    post<WorkAnswer>(`/api/dossiers/${id(dossierId)}/incidents/${id(incidentId)}`, { commandId, action, reason }),

  offered: (dossierId: string) => get<{ items: OfferedAction[] }>(`/api/dossiers/${id(dossierId)}/actions`),
  actOnDossier: (dossierId: string, action: DossierAction, body: Record<string, unknown>) => post<CaseAnswer>(`/api/dossiers/${id(dossierId)}/actions/${action}`, body),

  rules: () => get<{ items: RuleSetView[] }>('/api/rules'),
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
  publish: (procedureId: string, note: string) => post<PublishResult>(`/api/procedures/${id(procedureId)}/publish`, { note }),

  calendars: () => get<CalendarRow[]>('/api/calendars'),
  calendar: (calendarId: string) => get<CalendarView>(`/api/calendars/${id(calendarId)}`),
  calendarFileUrl: (calendarId: string) => `/api/calendars/${id(calendarId)}/file`,
  previewCalendar: (calendarId: string, file: CalendarFile, page: number) => post<CalendarPreview>(`/api/calendars/${id(calendarId)}/preview`, { file, page, pageSize: 20 }),
  correctCalendar: (calendarId: string, change: { file: CalendarFile; reason: string; base: number }) => post<CalendarVersionRow>(`/api/calendars/${id(calendarId)}/versions`, change),
  calendarProgress: (calendarId: string, version: number) => get<CalendarProgress>(`/api/calendars/${id(calendarId)}/versions/${version}`),
  settings: () => get<SettingView[]>('/api/settings'),
  changeSetting: async (key: string, change: { scope: string; value: SettingView['default'] | null; reason: string }) =>
    (await request<SettingView[]>(`/api/settings/${id(key)}`, { method: 'PUT', json: change })).body,

  overview: (range: { from?: string; to?: string }) => get<OverviewReport>(`/api/reports/overview${query(range)}`),
  heat: (procedure: string, version?: number) => get<HeatReport>(`/api/reports/heat${query({ procedure, version })}`),
};
