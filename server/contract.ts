/**
 * What the HTTP API answers: types only, shared with the staff pages, so that screen and server cannot drift apart.
 * Instants are ISO 8601 strings with `Z`; working time is in minutes; texts that people read come in both languages
 * only where the data has both, otherwise as typed.
 */
import type { Diagnostic } from '../engine/graph/types.js';
import type { CalendarFile } from '../engine/calendar/types.js';
import type { MigrationProblem } from '../engine/migration/types.js';
import type { Finding } from '../engine/analysis/finding.js';

export type Role = 'oneStop' | 'officer' | 'head' | 'leader' | 'seal' | 'designer' | 'manager' | 'qmsOfficer' | 'administrator';
export interface Person { id: string; name: string; position: string; agencyId: string; agencyName: string; departmentIds: string[]; departmentNames: string[]; roles: Role[] }
/** GET /api/session */
export interface SessionView { person: Person | null; demo: Person[]; csrf: string; agencyName: string }

/** RFC 9457 problem; `code` is stable. A 409 about a work item carries what happened meanwhile. */
export interface Problem {
  type: string; title: string; status: number; code: string; detail?: string;
  fields?: { field: string; message: string }[];
  problems?: (Diagnostic | Finding)[];
  /** Who did what when, for `stale-work-item`, `already-claimed`. */
  meanwhile?: { by?: string; byName?: string; at: string; what: string };
}
export interface Page<T> { items: T[]; total: number; page: number; pageSize: number }

// ---- procedures ----
export interface ProcedureRow {
  id: string; code: string; name: string; field?: string; level?: string; limit?: string;
  currentVersion?: number; hasDraft: boolean; openDossiers: number; findings: { error: number; warning: number; advice: number };
  /** In lists: the reader may receive dossiers of it. */
  mayReceive?: boolean;
}
export interface VersionRow { version: number; publishedAt: string; publishedBy: string; hash: string; note?: string; openDossiers: number }
export interface ProcedureView extends ProcedureRow { versions: VersionRow[]; draft?: { savedAt: string; savedBy: string; etag: string } }
/** GET …/xml?version=n|draft answers application/xml with an ETag; PUT …/draft {xml} with If-Match. POST …/publish {note}. */
export interface PublishResult { version: number; warnings: (Diagnostic | Finding)[] }

// ---- running dossiers and a new version ----
/** POST /api/procedures/:id/migrations/preview {from, to, plan?, page?} → Page<MigrationCandidate>; …/propose {from, to, plan?} → {plan, unmapped, problems, running}. */
export interface MigrationCandidate { dossierId: string; dossierNo: string; steps: string[]; movable: boolean; problems: MigrationProblem[]; dueAt?: string; newDueAt?: string }
/** POST /api/procedures/:id/migrations {commandId, from, to, plan?, dossiers?, stopOnError?, reason}: 200 when finished, 202 while it goes on; …/:migration/undo {commandId, reason}. */
export interface MigrationView { id: string; procedureId: string; from: number; to: number; at: string; by: string; reason: string; moved: number; kept: number; left: number; undoes?: string; finishedAt?: string }
export interface MigrationResult { dossierId: string; dossierNo: string; moved: boolean; code?: string; problems: MigrationProblem[]; at: string }

// ---- work ----
export type DueState = 'onTime' | 'dueSoon' | 'overdue' | 'paused' | 'early' | 'late' | 'none';
export interface WorkRow {
  id: string; dossierId: string; dossierNo: string; applicant: string; procedureCode: string; procedureName: string;
  element: string; step: string; departmentId: string; departmentName: string; role?: string;
  status: 'offered' | 'allocated' | 'started'; assignee?: string; assigneeName?: string;
  since: string; stepDueAt?: string; dueAt?: string; dueState: DueState; overdueMinutes?: number;
}
/** GET /api/work?view=mine|department|all&status=&procedure=&q=&sort=&page= */
export interface WorkPage extends Page<WorkRow> { counts: { mine: number; department: number; all: number; overdue: number; dueSoon: number } }
/** One button on the decision screen: what the drawing offers after this step. */
export interface Outcome { id: string; label: string; data: Record<string, unknown>; kind: 'forward' | 'return' | 'refuse' }
export interface FormField { name: string; label: string; type: 'string' | 'number' | 'boolean' | 'date' | 'text'; required: boolean; value?: unknown }
/** POST /api/work/:id/claim|release {commandId}; …/assign {commandId, to}; …/complete {commandId, outcome?, data?, note?}. */
export interface WorkAnswer { dossierId: string; seq: number; next: WorkRow[]; dossierStatus: string }

// ---- dossiers ----
export type BusinessState =
  | 'draft' | 'submitted' | 'received' | 'notReceived' | 'inProgress' | 'awaitingSupplement' | 'financialDuty' | 'withdrawn' | 'stopped' | 'resolved' | 'delivered'
  | 'refused' | 'unresolved';
export interface DossierRow {
  id: string; dossierNo: string; procedureId: string; procedureCode: string; procedureName: string; version: number;
  applicant: string; channel: 'desk' | 'online' | 'post'; state: BusinessState; steps: { element: string; name: string; departmentName: string; assigneeName?: string }[];
  receivedAt: string; dueAt?: string; endedAt?: string; dueState: DueState; overdueMinutes?: number;
}
export interface TimelineEntry {
  seq: number; at: string; kind: 'received' | 'entered' | 'claimed' | 'completed' | 'released' | 'assigned' | 'timer' | 'message' | 'incident' | 'incidentResolved' | 'ended' | 'cancelled' | 'note' | 'data' | 'calendar' | 'migrated' | CaseEntryKind;
  element?: string; step?: string; departmentName?: string; by?: string; byName?: string; note?: string; outcome?: string; minutes?: number; /** The due date before and after. */ moved?: { from: string; to: string };
  /** What no diagram draws: the legal ground, the parts named, the new date, which automatic thing. */
  ground?: string; parts?: string[]; until?: string; automatic?: AutomaticKind;
}
export type CaseEntryKind =
  | 'supplementAsked' | 'supplementReceived' | 'paymentAsked' | 'paymentConfirmed' | 'stopped' | 'resumed' | 'apologyDrafted' | 'extended' | 'opinionAsked' | 'opinionTaken'
  | 'opinionAnswered' | 'handedOver' | 'handOverReceived' | 'automatic' | 'automaticCancelled' | 'withdrawn' | 'refused' | 'notReceived' | 'unanswered';
export interface LedgerSpan { from: string; to: string; countedMinutes: number; why: { code: string; vi: string; en: string } }
export interface DueView { dueAt: string; limit: string; rule: string; ledger: LedgerSpan[]; pausedMinutes: number }
/** How long an agency has had the dossier, by its own calendar; `due` where the law gives it a limit of its own. */
export interface AgencyClockView { agencyId: string; agencyName: string; calendar: string; spentMinutes: number; running: boolean; due?: DueView }
/** A timer of the drawing that is running; a notice has its own time, outside the limit. */
export interface TimerView { element: string; name: string; kind: 'notice' | 'deadline'; since: string; dueAt: string }
export interface IncidentView { id: string; element: string; step: string; code: string; message: string; at: string }
export interface AutomaticView { kind: AutomaticKind; at: string; state: 'planned' | 'done' | 'cancelled'; reason?: string; byName?: string }
/** What no diagram draws. `portalState`: 1 to 10, by the mapping of the rules. */
export interface CaseView {
  finance: 'none' | 'due' | 'paid'; delivery: 'none' | 'ready' | 'delivered'; sync: 'none' | 'sent' | 'failed'; portalState?: number;
  halt?: { kind: 'supplement' | 'financialDuty' | 'stop'; from: string; reason: string; byName?: string; parts?: string[]; ground?: string; answerBy?: string };
  draft?: { at: string; newDueAt: string; reason: string; byName?: string };
  extensions: { at: string; dueAt: string; newDueAt: string; reason: string; byName?: string }[];
  opinions: { id: string; at: string; departmentName: string; question: string; byName?: string; answer?: { at: string; text: string; byName?: string } }[];
  handOvers: { id: string; at: string; fromName?: string; toName: string; what: string; byName?: string; received?: { at: string; byName?: string } }[];
  automatic: AutomaticView[];
  places?: { help: string; reception: string; competent: string };
  follows?: { dossierId: string; dossierNo: string };
}
export interface DossierView extends DossierRow {
  casework: CaseView;
  /** Dossiers that took this one up again after delivery. */
  followUps: { dossierId: string; dossierNo: string }[];
  applicantDetails: { name: string; idNumber?: string; phone?: string; email?: string; address?: string; kind: 'person' | 'organisation' };
  data: Record<string, unknown>;
  /** What the drawing calls the data, by name; a name without a label is missing. */
  labels: Record<string, string>;
  parts: { type: string; name: string; copies: number; form: string; received: boolean }[];
  fee?: string; receivedByName: string; agencyName: string;
  work: (WorkRow & { outcomes: Outcome[]; fields: FormField[]; mayAct: boolean; whyNot?: string; /** How the due date of the step came about. */ stepDue?: DueView })[];
  timeline: TimelineEntry[]; due?: DueView; clocks: AgencyClockView[]; timers: TimerView[]; incidents: IncidentView[];
  /** For the drawing: where the dossier is, and the way it walked. */
  path: { active: string[]; done: string[]; flows: string[] };
  seq: number; asOf: string;
}
/** GET /api/dossiers/:id/actions: what this person may do beside the steps; what a rule forbids is not in it. */
export type DossierAction =
  | 'requestSupplement' | 'receiveSupplement' | 'requirePayment' | 'confirmPayment' | 'stop' | 'resume' | 'draftApology' | 'extend'
  | 'askOpinion' | 'handOver' | 'receiveHandOver' | 'withdraw' | 'refuse' | 'recall' | 'cancelAutomatic';
export type AutomaticKind = 'reminder' | 'escalation:head' | 'escalation:leader' | 'apology' | 'closing';
export interface OfferedAction {
  action: DossierAction;
  /** What is asked, in order. */
  fields: ('parts' | 'reason' | 'ground' | 'note' | 'newDate' | 'department' | 'handOver' | 'automatic')[];
  groundNeeded?: boolean;
  /** Names of the parts handed in, to choose the missing ones from; others may be typed. */
  parts?: string[]; answerBy?: string;
  /** Extension: the present date, the last new one, until when the apology may go out, and what has been drafted. */
  dueAt?: string; latest?: string; until?: string; draft?: { newDueAt: string; reason: string };
  departments?: { id: string; name: string; agencyName: string }[];
  handOvers?: { id: string; what: string; fromName: string }[];
  automatic?: { kind: AutomaticKind; at: string }[];
}
/** POST /api/dossiers/:id/actions/:action {commandId, and the fields}; `newDate` is a working day, YYYY-MM-DD. A recall answers the new dossier. */
export interface CaseAnswer { dossierId: string; seq: number; dossierStatus: string }
/**
 * GET /api/dossiers/:id/attachments; each at …/attachments/:file, taken out by DELETE {reason}. They come in by the tus protocol at
 * /api/uploads with the metadata dossierId, name and, for a dossier part, part. `sha256` in hexadecimal, `size` in bytes.
 */
export interface AttachmentRow {
  id: string; part?: string; name: string; mediaType: string; size: number; sha256: string; at: string; byName: string; mayRemove: boolean;
  removed?: { at: string; byName: string; reason: string };
}
/** Forms 01 to 06 of the one-stop mechanism. */
export type FormNo = '01' | '02' | '03' | '04' | '05' | '06';
/** GET /api/dossiers/:id/forms: those that there are, in the order in which they came about; each at …/forms/:form[-:n].pdf. `n` counts those of one kind, from 1. */
export interface FormEntry { form: FormNo; n: number; at: string }
/** POST /api/dossiers; 201 with the row. Preview: POST /api/dossiers/preview {procedureId, receivedAt?}. */
export interface ReceiveRequest {
  commandId: string; procedureId: string; channel: 'desk' | 'online' | 'post';
  applicant: { kind: 'person' | 'organisation'; name: string; idNumber?: string; phone?: string; email?: string; address?: string };
  parts: { type: string; copies: number; received: boolean }[]; data?: Record<string, unknown>; note?: string;
  /** Agencies by id, where they are others than the receiving one and the one that the drawing names. */
  helpAgencyId?: string; competentAgencyId?: string;
}
export interface ReceivePreview { procedure: { id: string; code: string; name: string; fee?: string; limit?: string }; parts: { type: string; name: string; copies: number; original: string; mandatory: boolean }[]; fields: FormField[]; due?: DueView }

// ---- calendars ----
export interface CalendarRow { id: string; name: string; version: number; base?: string; agencies: string[]; departments: string[] }
export interface CalendarVersionRow { version: number; savedAt: string; savedByName: string; reason: string; /** Lists show dates by it since then. */ appliedAt?: string; moved?: number }
/** GET /api/calendars/:id; `file` is the calendar's own, `baseFile` that whose days off it takes over. GET …/file downloads both as one. */
export interface CalendarView { id: string; version: number; file: CalendarFile; baseFile?: CalendarFile; versions: CalendarVersionRow[] }
export interface CalendarMove { dossierId: string; dossierNo: string; procedureName: string; from?: string; to?: string }
/** POST …/preview {file, page?}: open dossiers whose date would be another one, and how many open steps. */
export interface CalendarPreview extends Page<CalendarMove> { steps: number }
/** POST …/versions {file, reason, base} answers the row; GET …/versions/:n how far it is: `told` of `all` dossiers have it in their history. */
export interface CalendarProgress extends CalendarVersionRow { told: number; all: number; moves: Page<CalendarMove> }

// ---- settings ----
/** GET /api/settings; PUT /api/settings/:key {scope, value, reason}: `value` null takes a change back. */
export interface SettingView {
  key: string; default: string | { value: number; unit: string }; basis: string; confirmed: boolean; scopes: string[];
  changed: { scope: string; value: SettingView['default']; changedAt: string; changedByName: string; reason: string }[];
}

// ---- notices and rules ----
/** GET /api/notices?unread=&page=; POST /api/notices/:id/read, POST /api/notices/read for all: 204. */
export interface NoticeRow {
  id: string; at: string; kind: 'reminder' | 'escalationHead' | 'escalationLeader' | 'apologyDrafted' | 'unanswered' | 'opinionAsked' | 'opinionAnswered' | 'handedOver';
  dossierId: string; dossierNo: string; procedureName: string; steps: string[]; dueAt?: string; text?: string; read: boolean;
}
export interface NoticePage extends Page<NoticeRow> { unread: number }
/** GET /api/rules, the newest first; `agencies` empty: every agency without rules of its own. `confirmed` is false while the basis is known from memory. */
export interface RuleSetView {
  id: string; version: number; name: { vi: string; en: string }; from: string; to?: string; agencies: string[];
  rules: { key: string; value: unknown; basis: string; confirmed: boolean; title: { vi: string; en: string } }[];
}

// ---- reports ----
export interface OverviewReport {
  from: string; to: string; asOf: string;
  byState: { state: BusinessState; n: number }[];
  byDepartment: { departmentId: string; departmentName: string; open: number; overdue: number; dueSoon: number; completed: number; medianMinutes?: number }[];
  totals: { received: number; carriedOver: number; resolved: number; early: number; onTime: number; late: number; open: number; overdue: number; paused: number };
  late: { dossierId: string; dossierNo: string; procedureName: string; step: string; departmentName: string; assigneeName?: string; overdueMinutes: number; dueAt: string }[];
}
/** GET /api/reports/heat?procedure=ID&version= : per element, over completed turns in the period; minutes of office time. */
export interface HeatReport {
  procedureId: string; version: number; cases: number; from: string; to: string;
  elements: { element: string; name: string; n: number; medianMinutes: number; p90Minutes: number; totalMinutes: number; share: number; waitMinutes: number; workMinutes: number; limitMinutes?: number; overLimitShare?: number }[];
}
