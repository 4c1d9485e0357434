/**
 * What the HTTP API answers: types only, shared with the staff pages, so that screen and server cannot drift apart.
 * Instants are ISO 8601 strings with `Z`; working time is in minutes; texts that people read come in both languages
 * only where the data has both, otherwise as typed.
 */
import type { Diagnostic } from '../engine/graph/types.js';
import type { StepForm } from '../engine/graph/form.js';
import type { CalendarFile } from '../engine/calendar/types.js';
import type { RuleKind } from '../engine/casework/rules.js';
import type { MigrationPlan, MigrationProblem, Unmapped } from '../engine/migration/types.js';
import type { Finding, TellingFinding } from '../engine/analysis/finding.js';
import type { VersionRow, VersionState } from './contract-versions.js';

export type * from './contract-documents.js';
export type * from './contract-conformity.js';
export type * from './contract-frameworks.js';
export type * from './contract-improvements.js';
export type * from './contract-reports.js';
export type * from './contract-versions.js';

export type Role = 'oneStop' | 'officer' | 'head' | 'leader' | 'seal' | 'designer' | 'manager' | 'qmsOfficer' | 'administrator';
export interface Person { id: string; name: string; position: string; agencyId: string; agencyName: string; departmentIds: string[]; departmentNames: string[]; roles: Role[]; /** Whose work the person does now. */ standsInFor?: { id: string; name: string; to: string }[] }
/** GET /api/session. `mustChange`: the account that came in with a temporary password, and may only choose another. */
export interface SessionView { person: Person | null; mustChange?: string; /** One can sign in at a provider: GET /api/session/open-id leads there. */ openId: boolean; demo: Person[]; csrf: string; agencyName: string }
export type Scope = 'dossiers:read' | 'dossiers:write' | 'procedures:read' | 'procedures:write' | 'reports:read' | 'calendars:read';
/** GET /api/tokens?page=, the latest first; DELETE /api/tokens/:ref revokes. A program acts as the person, within the scopes: `Authorization: Bearer …`. */
export interface TokenRow { ref: string; name: string; personId: string; personName: string; scopes: Scope[]; state: 'valid' | 'expired' | 'revoked'; madeAt: string; madeByName: string; expiresAt: string; usedAt?: string }
/** POST /api/tokens {name, personId, scopes, days}: the token is told this once. */
export interface MadeToken extends TokenRow { token: string }
/** DELETE /api/session where the provider of sign-ins has a session of its own to end; else 204. */
export interface SignedOut { leaveAt: string }
/** GET /api/account/sessions: the latest first. DELETE …/:ref ends one, DELETE /api/account/sessions all but the own. */
export interface OwnSession { ref: string; current: boolean; signedInAt: string; seenAt?: string; address?: string; agent?: string }
/** POST /api/organisation/staff/:id/password {reason}: shown once, to be changed at the first sign-in. */
export interface TemporaryPassword { password: string; until: string }

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
/** `inPreparation`: what has been put forward, or sent back; `mayPublish`: a setting lets the draft be put in force at once. */
export interface ProcedureView extends ProcedureRow { versions: VersionRow[]; draft?: { savedAt: string; savedBy: string; etag: string }; inPreparation?: { version: number; state: VersionState; openComments: number }; mayPublish: boolean }
/** GET …/xml?version=n|draft answers application/xml with an ETag; PUT …/draft {xml} with If-Match. POST …/publish {note}. */
/** POST /api/procedures/check {xml}. */
export interface Examination { errors: Diagnostic[]; warnings: Diagnostic[]; findings: Finding[] }
export interface DraftSaved { savedAt: string }
export interface PublishResult { version: number; warnings: (Diagnostic | Finding)[] }

// ---- the map of procedures ----
/** GET /api/library/{alike,clones,steps,documents,findings}?q=&page=&pageSize= → Page of rows; …/graph; …/compare?a=&b=; …/near/:id → AlikeRow[], the procedure asked about as `a`. Of published versions in force. */
export interface MapPlace { id: string; code: string; name: string; field?: string }
/** `similarity` 0 to 1. */
export interface AlikeRow { a: MapPlace; b: MapPlace; similarity: number }
/** `count`: all procedures; `procedures`: the first of them. */
export interface SharedStepRow { label: string; count: number; procedures: MapPlace[] }
/** `asked`: by which it is asked of the applicant; `given`: of which it is the result. */
export interface SharedDocumentRow { document: string; name: string; count: number; asked: MapPlace[]; given: MapPlace[] }
/** `needs`: b asks for the result of a. `left`: links that are not among these. */
export interface LibraryGraph { procedures: number; places: MapPlace[]; links: { kind: 'alike' | 'needs'; a: string; b: string; weight: number; document?: string }[]; left: number }
export interface ComparisonView { a: MapPlace; b: MapPlace; similarity: number; pairs: { a?: string; b?: string; likeness: number }[] }
/** A row of steps that stands in several procedures. */
export interface ClonedRow { steps: string[]; count: number; procedures: MapPlace[] }
export type LibraryRow = LibraryFinding | AlikeRow | ClonedRow | SharedStepRow | SharedDocumentRow;
/** The procedure that the finding is about comes first. */
export interface LibraryFinding { finding: TellingFinding; procedures: MapPlace[] }
/** POST /api/library/check {xml, id}: a drawing in the place of procedure `id`, beside all others; `files` of a finding are their ids. POST …/compare {xml, id, with}. */
export interface DraftFindings { findings: Finding[]; procedures: MapPlace[] }
/** GET /api/library/words: `synonyms` as [as written, as compared]. */
export interface LabelWords { verbs?: string[]; asking?: string[]; synonyms?: string[][]; stopWords?: string[] }
export type DraftComparison = Omit<ComparisonView, 'a'>;

// ---- running dossiers and a new version ----
/** POST /api/procedures/:id/migrations/preview {from, to, plan?, page?} → Page<MigrationCandidate>; …/propose {from, to, plan?} → {plan, unmapped, problems, running}. */
export interface MigrationProposal { plan: MigrationPlan; unmapped: Unmapped[]; /** Of the plan itself. */ problems: MigrationProblem[]; running: number }
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
  /** In lists: it may be claimed by the reader; and for whom he would act, where he stands in. */
  mayClaim?: boolean; onBehalfOfName?: string;
}
/** GET /api/work?view=mine|department|all&status=&procedure=&q=&sort=&page= */
export interface WorkPage extends Page<WorkRow> { counts: { mine: number; department: number; all: number; overdue: number; dueSoon: number } }
/** GET, PUT {name, search}, DELETE {name} /api/views answer {items}: a person's named views, by name; `search` is what the address of the list says. */
export interface SavedView { name: string; search: Record<string, string> }
/** One button on the decision screen: what the drawing offers after this step. */
export interface Outcome { id: string; label: string; data: Record<string, unknown>; kind: 'forward' | 'return' | 'refuse' }
/**
 * POST /api/work/:id/claim|release {commandId}; …/assign {commandId, to, reason?, holder?}; …/complete {commandId, outcome?, data?, note?}.
 * A head assigns; whoever holds the work hands it on, with a reason. `holder`: who held it when this was decided, null for nobody; another one by now is a 409.
 */
export interface WorkAnswer { dossierId: string; seq: number; next: WorkRow[]; dossierStatus: string }

/** POST /api/work/options {ids}: what may be done to these, at most 100, together. */
export interface BulkOptions {
  claim: number; release: number;
  /** Absent when one of them may not be handed on; `load`: how many open steps of the department each holds. */
  handOn?: { reasonNeeded: boolean; people: { id: string; name: string; position: string; load: number }[] };
  /** When all are the same step, mine to do, and nothing has to be filled in for each. */
  complete?: { step: string; outcomes: Outcome[] };
}
/** POST /api/work/bulk {commandId, action: claim|release|assign|complete, ids, to?, reason?, outcome?, note?}: 200 with a result for each, in the order sent; the same command id again answers the same. */
export interface BulkResult { id: string; dossierId?: string; dossierNo?: string; done: boolean; problem?: Problem }

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
  element?: string; step?: string; departmentName?: string; by?: string; byName?: string; /** Whom that person stood in for. */ onBehalfOf?: string; onBehalfOfName?: string; note?: string; outcome?: string; minutes?: number; /** Who was given the work. */ to?: string; toName?: string; /** The due date before and after. */ moved?: { from: string; to: string };
  /** What no diagram draws: the legal ground, the parts named, the new date, which automatic thing. */
  ground?: string; parts?: string[]; until?: string; automatic?: AutomaticKind;
}
export type CaseEntryKind =
  | 'supplementAsked' | 'supplementReceived' | 'paymentAsked' | 'paymentConfirmed' | 'stopped' | 'resumed' | 'apologyDrafted' | 'extended' | 'opinionAsked' | 'opinionTaken'
  | 'opinionReleased' | 'opinionAssigned' | 'opinionWithdrawn' | 'opinionAnswered' | 'handedOver' | 'handOverReceived' | 'automatic' | 'automaticCancelled' | 'withdrawn' | 'refused' | 'notReceived' | 'unanswered';
export interface LedgerSpan { from: string; to: string; countedMinutes: number; why: { code: string; vi: string; en: string } }
export interface DueView { dueAt: string; limit: string; rule: string; ledger: LedgerSpan[]; pausedMinutes: number }
/** How long an agency has had the dossier, by its own calendar; `due` where the law gives it a limit of its own. */
export interface AgencyClockView { agencyId: string; agencyName: string; calendar: string; spentMinutes: number; running: boolean; due?: DueView }
/** A timer of the drawing that is running; a notice has its own time, outside the limit. */
export interface TimerView { element: string; name: string; kind: 'notice' | 'deadline'; since: string; /** Absent: held while the dossier stands still. */ dueAt?: string }
export interface IncidentView { id: string; element: string; step: string; code: string; message: string; at: string }
export interface AutomaticView { kind: AutomaticKind; at: string; state: 'planned' | 'done' | 'cancelled'; reason?: string; byName?: string; onBehalfOfName?: string }
/** What the National Portal has been told: `none` where none is connected. */
export type SyncState = 'none' | 'pending' | 'sent' | 'failed';
/** What no diagram draws. `portalState`: 1 to 10, by the mapping of the rules. */
export interface CaseView {
  finance: 'none' | 'due' | 'paid'; delivery: 'none' | 'ready' | 'delivered'; sync: SyncState; portalState?: number;
  halt?: { kind: 'supplement' | 'financialDuty' | 'stop'; from: string; reason: string; byName?: string; onBehalfOfName?: string; parts?: string[]; ground?: string; answerBy?: string };
  draft?: { at: string; newDueAt: string; reason: string; byName?: string; onBehalfOfName?: string };
  extensions: { at: string; dueAt: string; newDueAt: string; reason: string; byName?: string; onBehalfOfName?: string }[];
  opinions: { id: string; at: string; departmentName: string; question: string; byName?: string; onBehalfOfName?: string; takenByName?: string; answer?: { at: string; text: string; byName?: string; onBehalfOfName?: string }; withdrawn?: { at: string; reason: string; byName?: string; onBehalfOfName?: string } }[];
  handOvers: { id: string; at: string; fromName?: string; toName: string; what: string; byName?: string; onBehalfOfName?: string; received?: { at: string; byName?: string; onBehalfOfName?: string } }[];
  automatic: AutomaticView[];
  places?: { help: string; reception: string; competent: string };
  follows?: { dossierId: string; dossierNo: string };
}
export interface DossierView extends DossierRow {
  casework: CaseView;
  /** Dossiers that took this one up again after delivery. */
  followUps: { dossierId: string; dossierNo: string }[];
  applicantDetails: { name: string; idNumber?: string; birthDate?: string; phone?: string; email?: string; address?: string; representative?: string; authority?: string; kind: 'person' | 'organisation' };
  /** Personal data are hidden: the reader's unit does not handle the dossier. */
  masked?: true;
  data: Record<string, unknown>;
  /** What the drawing calls the data, by name; a name without a label is missing. */
  labels: Record<string, string>;
  parts: { type: string; name: string; copies: number; form: string; received: boolean }[];
  fee?: string; feePaid?: { amount: number; receiptNo?: string }; receivedByName: string; receivedOnBehalfOfName?: string; agencyName: string;
  work: (WorkRow & { outcomes: Outcome[]; /** What the step asks for; its `schema` is what `data` is checked by. */ form: StepForm; mayAct: boolean; whyNot?: string; mayHandOn: boolean; /** How the due date of the step came about. */ stepDue?: DueView })[];
  timeline: TimelineEntry[]; due?: DueView; clocks: AgencyClockView[]; timers: TimerView[]; incidents: IncidentView[];
  /** For the drawing: where the dossier is, and the way it walked. */
  path: { active: string[]; done: string[]; flows: string[] };
  seq: number; asOf: string;
}
/** GET /api/dossiers/:id/actions: what this person may do beside the steps; what a rule forbids is not in it. */
export type DossierAction =
  | 'requestSupplement' | 'receiveSupplement' | 'requirePayment' | 'confirmPayment' | 'stop' | 'resume' | 'draftApology' | 'extend'
  | 'askOpinion' | 'withdrawOpinion' | 'handOver' | 'receiveHandOver' | 'withdraw' | 'refuse' | 'recall' | 'cancelAutomatic';
export type AutomaticKind = 'reminder' | 'escalation:head' | 'escalation:leader' | 'apology' | 'closing';
export interface OfferedAction {
  action: DossierAction;
  /** What is asked, in order. */
  fields: ('parts' | 'reason' | 'ground' | 'note' | 'newDate' | 'department' | 'handOver' | 'opinion' | 'automatic')[];
  groundNeeded?: boolean;
  /** Names of the parts handed in, to choose the missing ones from; others may be typed. */
  parts?: string[]; answerBy?: string;
  /** Extension: the present date, the last new one, until when the apology may go out, and what has been drafted. */
  dueAt?: string; latest?: string; until?: string; draft?: { newDueAt: string; reason: string };
  departments?: { id: string; name: string; agencyName: string }[];
  handOvers?: { id: string; what: string; fromName: string }[];
  opinions?: { id: string; question: string; departmentName: string }[];
  automatic?: { kind: AutomaticKind; at: string }[];
}
/** POST /api/dossiers/:id/actions/:action {commandId, and the fields}; `newDate` is a working day, YYYY-MM-DD. A recall answers the new dossier. */
export interface CaseAnswer { dossierId: string; seq: number; dossierStatus: string }
/**
 * GET /api/dossiers/:id/attachments; each at …/attachments/:file, taken out by DELETE {reason}. They come in by the tus protocol at
 * /api/uploads with the metadata dossierId, name and, for a dossier part, part. `sha256` in hexadecimal, `size` in bytes.
 */
export interface AttachmentRow {
  id: string; part?: string; name: string; mediaType: string; size: number; sha256: string; at: string; byName: string; mayRemove: boolean; /** Not for the reader, whose unit does not handle the dossier. */ closed?: true;
  removed?: { at: string; byName: string; reason: string };
}
/** GET /api/register: {items}, one for each series of dossier numbers; `next`, `pattern` and `period` of the present one. */
export interface RegisterSeries { year?: string; last: number; next?: string; pattern?: string; period?: 'ever' | 'year' }
/** Forms 01 to 06 of the one-stop mechanism. */
export type FormNo = '01' | '02' | '03' | '04' | '05' | '06';
/** GET /api/dossiers/:id/forms: those that there are, in the order in which they came about; each at …/forms/:form[-:n].pdf. `n` counts those of one kind, from 1. */
/** Forms 02 to 05 also as `.docx`. GET, PUT /api/form-template: what the letters of one's own agency bear (administrators change it); PUT /api/form-template/crest with a PNG as the body, DELETE; GET …/preview/02.pdf to 05.pdf: what has been saved on a made-up letter. */
export interface FormTemplateView { superior?: string; name?: string; place?: string; onBehalf?: string; signatory?: { as: string; name?: string }; hasCrest: boolean }
export interface FormEntry { form: FormNo; n: number; at: string }
export type PartForm = 'original' | 'certified' | 'copy' | 'electronic';
/** POST /api/dossiers; 201 with the row. Preview: POST /api/dossiers/preview {procedureId, receivedAt?}. */
export interface ReceiveRequest {
  commandId: string; procedureId: string; channel: 'desk' | 'online' | 'post';
  applicant: { kind: 'person' | 'organisation'; name: string; idNumber?: string; /** Of a person, YYYY-MM-DD. */ birthDate?: string; phone?: string; email?: string; address?: string; /** Who came in the applicant's stead, and by which paper. */ representative?: string; authority?: string };
  parts: { type: string; copies: number; received: boolean; /** As handed in, where it is another than the procedure asks. */ form?: PartForm }[]; /** What was paid at the desk, in đồng. */ feePaid?: { amount: number; receiptNo?: string }; data?: Record<string, unknown>; note?: string;
  /** Ids, where they are others than the receiving agency, the person's own department and the agency that the drawing names. */
  helpAgencyId?: string; receptionDepartmentId?: string; competentAgencyId?: string;
  /** A draft was kept under the command id: it goes with the reception. */
  fromDraft?: boolean;
}
/** Whom the three places of a reception can name, and what holds unless another is chosen. */
export interface PlacesOffered { agencies: { id: string; name: string }[]; desks: { id: string; name: string }[]; helpAgencyId: string; receptionDepartmentId?: string; competentAgencyId: string }
/** GET /api/reception-drafts: {items} without content; GET, PUT {procedureId, title, content}, DELETE …/:id. The id becomes the command id of the reception, which takes the draft away when it says `fromDraft`. */
export interface ReceptionDraftRow { id: string; procedureId: string; title: string; savedAt: string }
export interface ReceptionDraft extends ReceptionDraftRow { content: string }
/** POST /api/dossiers/similar {name?, idNumber?, phone?, birthDate?}: {items}, at most five, of the dossiers that the reader may see. */
export interface SimilarApplicant { dossierId: string; dossierNo: string; applicant: string; procedureId: string; procedureName: string; state: BusinessState; open: boolean; receivedAt: string; same: 'idNumber' | 'nameAndPhone' | 'nameAndBirthDate' }
export interface ReceivePreview { procedure: { id: string; code: string; name: string; fee?: string; limit?: string }; parts: { type: string; name: string; copies: number; original: string; mandatory: boolean }[]; /** What the applicant states. */ form: StepForm; due?: DueView; places: PlacesOffered }

// ---- calendars ----
/** GET /api/calendars; POST {id, file, base?, reason}: 201 with the row. `agencies` and `departments`: names of those that work by it now. */
export interface CalendarRow { id: string; name: string; version: number; base?: string; agencies: string[]; departments: string[] }
/** Without `calendar`: by that of the agency, or the common one. */
export interface CalendarAssignmentRow { n: number; who: string; calendar?: string; from: string; at: string; byName: string; reason: string }
/** GET /api/calendars/assignments?page=, the newest first, with whom one can be assigned to. POST {agency? or department?, calendar or null, from: YYYY-MM-DD, reason}: 201 with the row. */
export interface CalendarAssignments extends Page<CalendarAssignmentRow> { agencies: { id: string; name: string }[]; departments: { id: string; name: string; agencyName: string }[] }
export interface CalendarVersionRow { version: number; savedAt: string; savedByName: string; reason: string; /** Lists show dates by it since then. */ appliedAt?: string; moved?: number }
/** GET /api/calendars/:id; `file` is the calendar's own, `baseFile` that whose days off it takes over. GET …/file downloads both as one, …/file.xlsx as a table. */
export interface CalendarView { id: string; version: number; file: CalendarFile; baseFile?: CalendarFile; versions: CalendarVersionRow[] }
export interface CalendarMove { dossierId: string; dossierNo: string; procedureName: string; from?: string; to?: string }
/** POST …/preview {file, page?}: open dossiers whose date would be another one, and how many open steps. */
export interface CalendarPreview extends Page<CalendarMove> { steps: number }
/** POST …/versions {file, reason, base} answers the row; GET …/versions/:n how far it is: `told` of `all` dossiers have it in their history. */
export interface CalendarProgress extends CalendarVersionRow { told: number; all: number; moves: Page<CalendarMove> }

/** GET /api/procedures/:id/forms: BlankFormsView; PUT /api/procedures/:id/forms?name=&file= with the file as the body; DELETE /api/procedures/:id/forms/:form. */
export interface BlankFormRow { id: string; name: string; fileName: string; /** Bytes. */ size: number; at: string }
/** `names`: the forms that the published drawing names. */
export interface BlankFormsView { items: BlankFormRow[]; names: string[] }

// ---- settings ----
export type SettingValue = string | number | { value: number; unit: string };
/** GET /api/settings; PUT /api/settings/:key {scope, value, reason}: `value` null takes a change back. */
export interface SettingView {
  key: string; default: SettingValue; basis: string; confirmed: boolean; scopes: string[];
  changed: { scope: string; value: SettingValue; changedAt: string; changedByName: string; reason: string }[];
}

// ---- stand-ins ----
/** GET /api/stand-ins?page=; POST {absent?, standIn, from, to, procedures?, reason?} → 201; POST …/:id/end. GET …/people: {items} of one's agency. `to`: the earlier of the end as set and the one made by hand. */
export interface StandInRow {
  id: string; absent: string; absentName: string; standIn: string; standInName: string; from: string; to: string; procedures?: string[]; reason?: string;
  state: 'planned' | 'inForce' | 'ended'; setByName: string; endedByName?: string; mayEnd: boolean;
}

export interface Colleague { id: string; name: string; position: string }

// ---- organisation ----
/** GET /api/organisation: of one's own agency. `revision` counts changes and goes back as `base` of the next one. */
/** PUT /api/organisation/place {code, at, reason}: the province that the agency lies in, by its code on a day; `now`: where that is today, when it is another one. */
export interface AgencyPlace { code: string; at: string; name: string; kind: 'province' | 'city'; now?: { code: string; name: string; kind: 'province' | 'city' } }
export interface OrganisationView { agencyId: string; agencyName: string; place?: AgencyPlace; provinces: { code: string; name: string }[]; departments: DepartmentRow[]; roles: { id: string; name: string }[]; mayChange: boolean }
/** POST /api/organisation/departments {id, name, oneStop, headcount?, reason} → 201; PUT …/departments/:id the same without id, with `base`. */
export interface DepartmentRow { id: string; name: string; oneStop: boolean; headcount?: number; people: number; revision: number }
/** A further post: its roles hold in its department alone, from one day to another (YYYY-MM-DD, both included). */
export interface StaffPost { departmentId: string; title: string; roles: string[]; from?: string; to?: string }
/**
 * GET /api/organisation/staff?q=&department=&page=. POST {id, name, position, departmentIds, roles, posts?, from?, to?, active, reason} → 201; PUT …/staff/:id the same
 * without id, with `base`, and with `handOver` {commandId, to?} where somebody leaves who holds work. `held`: open steps in his hands, listed by GET …/staff/:id/work?page=;
 * POST …/staff/:id/hand-over {commandId, to?, reason} gives them to `to`, or each to whoever of its unit has least.
 */
export interface StaffRow { id: string; name: string; position: string; departmentIds: string[]; roles: string[]; posts: StaffPost[]; from?: string; to?: string; active: boolean; held: number; revision: number }
export interface PersonSaved extends OrganisationView { /** One answer for each step that was handed over. */ handedOver?: BulkResult[] }
/** GET /api/organisation/changes?page=, the newest first. */
export interface OrganisationChangeRow { id: string; at: string; byName: string; kind: 'agency' | 'department' | 'person'; target: string; name: string; before?: Record<string, unknown>; after: Record<string, unknown>; reason: string }

/**
 * GET /api/organisation/succession: whether the agency has ended and what continues it, which ended ones it continues, and to which its own departments could go.
 * POST …/preview {day, departments: [{id, department? | agency?}]} → SuccessionPreview; POST … with `reason` carries it out, from its day on.
 */
export interface SuccessionView {
  id: string; name: string; to?: string; successors?: { id: string; name: string }[]; continues: { id: string; name: string }[];
  others: { id: string; name: string; departments: { id: string; name: string }[] }[];
}
export interface SuccessionPreview {
  successors: { id: string; name: string }[]; openDossiers: number; departments: { id: string; name: string; openSteps: number; people: number }[]; people: number;
  /** Where each procedure goes; of each framework which of its procedures, and of which codes the successor has its own already. */
  procedures: { id: string; code: string; name: string; to: { id: string; name: string } }[]; frameworks: { id: string; version: number; to: { id: string; name: string }; codes: string[]; kept: string[] }[];
}

// ---- live ----
/**
 * GET /api/events, server-sent: `changed` with a hint as JSON, resumed by Last-Event-ID; `reset` without data: all may have changed.
 * 204: no further stream for this person. `dossiers`: those that changed, null when they are many; `near`: it is one's own work or one's department's.
 */
export interface ChangedHint { dossiers: string[] | null; near: boolean; notices: boolean }

// ---- personal data ----

/** `months` after a dossier was closed, 0: never; `scope`: `all`, `agency:…`, `procedure:…` or `default`; `basis`: what was written down for it. */
export interface RetentionRule { months: number; scope: string; basis: string }
/** GET /api/personal/retention: rules, what is due of one's agency (`first` of `due`) and what has been erased, the newest first. */
export interface RetentionView {
  rules: RetentionRule[]; due: number; first: { dossierId: string; dossierNo: string; procedureName: string; closedAt: string; rule: RetentionRule }[];
  done: { dossierId: string; dossierNo: string; closedAt: string; at: string; by?: string; rule: RetentionRule; kinds: { applicant: number; fields: number; texts: number; files: number; messages: number } }[];
}
/** POST /api/personal/export {idNumber} or {name, birthDate}, and a reason; as `.zip` with the files. */
export interface PersonExport {
  asked: { idNumber?: string; name?: string; birthDate?: string }; agency: string; at: string;
  dossiers: {
    dossierId: string; dossierNo: string; procedure: string; receivedAt: string; endedAt?: string; state: BusinessState; applicant: ReceiveRequest['applicant']; data: Record<string, unknown>;
    parts: { type: string; name: string; copies: number; form: string; received: boolean }[]; note?: string;
    steps: { at: string; command: string; by?: string; reason?: string; events: unknown[] }[];
    attachments: { id: string; name: string; mediaType: string; size: number; sha256: string; at: string; removed: boolean }[];
    messages: { channel: string; to: string; kind: string; at: string; state: string }[]; rating?: { score: number; comment?: string; at: string };
  }[];
}

// ---- messages to applicants ----
/** GET /api/outbox?state=&page= for administrators, with how many there are of each state; POST /api/outbox/:id/retry: 204. */
export interface OutboxRow {
  id: string; channel: 'email' | 'text'; to: string; kind: 'received' | 'supplement' | 'extended' | 'ready' | 'refused'; dossierId: string; dossierNo: string; procedureName: string; at: string;
  state: 'waiting' | 'sending' | 'sent' | 'failed' | 'skipped'; attempts: number; nextAt?: string; sentAt?: string; error?: string;
}
export type OutboxCounts = Record<OutboxRow['state'], number>;
export interface OutboxPage extends Page<OutboxRow> { counts: OutboxCounts }

// ---- notices and rules ----
/** GET /api/notices?unread=&page=; POST /api/notices/:id/read, POST /api/notices/read for all: 204. */
export interface NoticeRow {
  id: string; at: string; kind: 'reminder' | 'escalationHead' | 'escalationLeader' | 'apologyDrafted' | 'unanswered' | 'opinionAsked' | 'opinionAnswered' | 'opinionWithdrawn' | 'handedOver' | 'workAssigned' | 'monthlyReport' | 'versionWaits' | 'documentWaits';
  /** `dossierId` is empty where it is about none: of a monthly report `dossierNo` is the month, of a version that waits for an approval the code; `about` is then the procedure or the document. */
  dossierId: string; dossierNo: string; procedureName: string; steps: string[]; dueAt?: string; text?: string; about?: { id: string; version: number }; read: boolean;
}
export interface NoticePage extends Page<NoticeRow> { unread: number }
/** GET /api/rules/changes?page=, the newest first. `value` null: what was set before no longer holds. Without `agencyName` for all. */
export interface RuleChangeRow { n: number; key: string; value: unknown; basis?: string; agencyName?: string; from: string; at: string; byName: string; reason: string }
/** `confirmed` is false while the basis is known from memory. `change`: who set the value; absent: that of the set. */
export interface RuleRow {
  key: string; kind: RuleKind; value: unknown; basis: string; confirmed: boolean; title: { vi: string; en: string }; change?: RuleChangeRow; planned: RuleChangeRow[];
}
/**
 * GET /api/rules?agency=: what the agency, or without one every agency that has changed nothing, follows today. POST /api/rules/changes
 * {agency?, key, value, from: YYYY-MM-DD, basis?, confirmed?, reason, base} answers the row of the change.
 */
export interface RulesView {
  id: string; version: number; name: { vi: string; en: string }; from: string; base: number; mayChange: boolean; agency?: string; agencies: { id: string; name: string }[]; rules: RuleRow[];
}

