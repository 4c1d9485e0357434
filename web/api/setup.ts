/** What administrators set: rules, calendars, settings, letters. Apart, because few people open those pages. */
import { queryOptions } from '@tanstack/react-query';
import type { CalendarFile } from '../../engine/calendar/types.js';
import type {
  CalendarAssignmentRow, CalendarAssignments, CalendarPreview, CalendarProgress, CalendarRow, CalendarVersionRow, CalendarView, FormTemplateView, OutboxCounts, OutboxRow, Page, PersonExport, RegisterSeries, RetentionView, RuleChangeRow, RulesView, SettingView,
} from '../../server/contract.js';
import { get, id, post, query } from './calls.js';
import { request, requestFile } from './http.js';

/** A number, or a name with a date of birth. */
export interface PersonAsked { idNumber?: string; name?: string; birthDate?: string; reason: string }

export const setup = {
  /** Without an agency: what holds for all. */
  rules: (agency: string) => get<RulesView>(`/api/rules${query({ agency })}`),
  ruleChanges: (page: number) => get<Page<RuleChangeRow>>(`/api/rules/changes${query({ page, pageSize: 20 })}`),
  changeRule: (change: { agency?: string; key: string; value: unknown; from: string; basis?: string; confirmed?: boolean; reason: string; base: number }) => post<RuleChangeRow>('/api/rules/changes', change),

  calendars: () => get<CalendarRow[]>('/api/calendars'),
  createCalendar: (calendar: { id: string; file: CalendarFile; base?: string; reason: string }) => post<CalendarRow>('/api/calendars', calendar),
  calendarAssignments: (page: number) => get<CalendarAssignments>(`/api/calendars/assignments${query({ page, pageSize: 10 })}`),
  assignCalendar: (assignment: { agency?: string; department?: string; calendar: string | null; from: string; reason: string }) => post<CalendarAssignmentRow>('/api/calendars/assignments', assignment),
  calendar: (calendarId: string) => get<CalendarView>(`/api/calendars/${id(calendarId)}`),
  calendarFileUrl: (calendarId: string) => `/api/calendars/${id(calendarId)}/file`,
  calendarExcelUrl: (calendarId: string) => `/api/calendars/${id(calendarId)}/file.xlsx`,
  previewCalendar: (calendarId: string, file: CalendarFile, page: number) => post<CalendarPreview>(`/api/calendars/${id(calendarId)}/preview`, { file, page, pageSize: 20 }),
  correctCalendar: (calendarId: string, change: { file: CalendarFile; reason: string; base: number }) => post<CalendarVersionRow>(`/api/calendars/${id(calendarId)}/versions`, change),
  calendarProgress: (calendarId: string, version: number) => get<CalendarProgress>(`/api/calendars/${id(calendarId)}/versions/${version}`),
  settings: () => get<SettingView[]>('/api/settings'),
  changeSetting: async (key: string, change: { scope: string; value: SettingView['default'] | null; reason: string }) =>
    (await request<SettingView[]>(`/api/settings/${id(key)}`, { method: 'PUT', json: change })).body,
  outbox: (asked: { state?: OutboxRow['state']; page: number }) => get<Page<OutboxRow> & { counts: OutboxCounts }>(`/api/outbox${query({ ...asked, pageSize: 50 })}`),
  retryMessage: async (message: string): Promise<void> => { await request(`/api/outbox/${id(message)}/retry`, { method: 'POST', json: {} }); },
  retention: () => get<RetentionView>('/api/personal/retention'),
  exportPerson: (asked: PersonAsked) => post<PersonExport>('/api/personal/export', asked),
  exportPersonZip: (asked: PersonAsked) => requestFile('/api/personal/export.zip', { method: 'POST', json: asked, headers: { accept: 'application/zip, application/problem+json' } }),
  registers: () => get<{ items: RegisterSeries[] }>('/api/register'),
  letterPreviewUrl: (form: string) => `/api/form-template/preview/${form}.pdf`,
  formTemplate: () => get<FormTemplateView>('/api/form-template'),
  saveFormTemplate: async (words: Omit<FormTemplateView, 'hasCrest'>) => (await request<FormTemplateView>('/api/form-template', { method: 'PUT', json: words })).body,
  putCrest: async (file: File): Promise<void> => { await request('/api/form-template/crest', { method: 'PUT', bytes: file }); },
  removeCrest: async (): Promise<void> => { await request('/api/form-template/crest', { method: 'DELETE', json: {} }); },
};

export const rulesQuery = (agency: string) => queryOptions({ queryKey: ['rules', agency], queryFn: () => setup.rules(agency), placeholderData: (previous) => previous });
export const ruleChangesQuery = (page: number) => queryOptions({ queryKey: ['rules', 'changes', page], queryFn: () => setup.ruleChanges(page), placeholderData: (previous) => previous });
export const calendarsQuery = queryOptions({ queryKey: ['calendars'], queryFn: () => setup.calendars() });
export const assignmentsQuery = (page: number) => queryOptions({ queryKey: ['calendars', 'assignments', page], queryFn: () => setup.calendarAssignments(page), placeholderData: (previous) => previous });
export const calendarQuery = (calendarId: string) => queryOptions({ queryKey: ['calendars', calendarId], queryFn: () => setup.calendar(calendarId), refetchOnWindowFocus: false });
export const settingsQuery = queryOptions({ queryKey: ['settings'], queryFn: () => setup.settings() });
export const formTemplateQuery = queryOptions({ queryKey: ['formTemplate'], queryFn: () => setup.formTemplate(), refetchOnWindowFocus: false });
