/** The only place that opens a connection to MongoDB. Needs no transactions and no change streams. */
import mongoose, { type Connection, type Model } from 'mongoose';
import { QualityModels } from './quality-models.js';
import { passwordSchema, sessionSchema, type PasswordDoc, type SessionDoc } from './schemas/account.js';
import { attachmentSchema, uploadPieceSchema, uploadSchema, type AttachmentDoc, type UploadDoc, type UploadPieceDoc } from './schemas/attachment.js';
import { agencySchema, departmentSchema, organisationChangeSchema, roleSchema, staffSchema, type AgencyDoc, type DepartmentDoc, type OrganisationChangeDoc, type RoleDoc, type StaffDoc } from './schemas/organisation.js';
import { calendarAssignmentSchema, calendarMoveSchema, calendarSchema, calendarVersionSchema, type CalendarAssignmentDoc, type CalendarDoc, type CalendarMoveDoc, type CalendarVersionDoc } from './schemas/calendar.js';
import { blankFormSchema, type BlankFormDoc } from './schemas/blank-form.js';
import { formTemplateSchema, type FormTemplateDoc } from './schemas/form-template.js';
import { erasureSchema, type ErasureDoc } from './schemas/erasure.js';
import { outboxSchema, type OutboxDoc } from './schemas/outbox.js';
import { ratingSchema, type RatingDoc } from './schemas/rating.js';
import { secretSchema, trySchema, type SecretDoc, type TryDoc } from './schemas/guard.js';
import { noticeSchema, type NoticeDoc } from './schemas/notice.js';
import { keptMessageSchema, type KeptMessageDoc } from './schemas/kept-message.js';
import { migrationResultSchema, migrationSchema, type MigrationDoc, type MigrationResultDoc } from './schemas/migration.js';
import { portalChangeSchema, type PortalChangeDoc } from './schemas/portal-change.js';
import { ruleChangeSchema, ruleSetSchema, type RuleChangeDoc, type RuleSetDoc } from './schemas/rules.js';
import { settingSchema, type SettingDoc } from './schemas/setting.js';
import { findingSchema, planSchema, procedureSchema, versionSchema, type FindingDoc, type PlanDoc, type ProcedureDoc, type VersionDoc } from './schemas/procedure.js';
import { savedViewSchema, type SavedViewDoc } from './schemas/saved-view.js';
import { trailBlockSchema, trailEntrySchema, type TrailBlockDoc, type TrailEntryDoc } from './schemas/trail.js';
import { standInSchema, type StandInDoc } from './schemas/stand-in.js';
import { receptionDraftSchema, type ReceptionDraftDoc } from './schemas/reception-draft.js';
import { changeSchema, type ChangeDoc } from './schemas/change.js';
import { tokenSchema, type TokenDoc } from './schemas/token.js';
import {
  counterSchema, dossierSchema, logSchema, workItemSchema, type CounterDoc, type DossierDoc, type LogDoc, type WorkItemDoc,
} from './schemas/dossier.js';

/** Shorter than a clerk's patience: without a database the answer is a clear one, soon. */
const SELECTION_MS = 1_500;
/** A server that holds the connection and says nothing is away as well; no single statement that a person waits for takes that long. */
const SILENCE_MS = 5_000;
const HEARTBEAT_MS = 2_000;

export class Store extends QualityModels {
  readonly agencies: Model<AgencyDoc>;
  readonly departments: Model<DepartmentDoc>;
  readonly staff: Model<StaffDoc>;
  readonly roles: Model<RoleDoc>;
  readonly organisationChanges: Model<OrganisationChangeDoc>;
  readonly procedures: Model<ProcedureDoc>;
  readonly versions: Model<VersionDoc>;
  readonly plans: Model<PlanDoc>;
  readonly findings: Model<FindingDoc>;
  readonly log: Model<LogDoc>;
  readonly dossiers: Model<DossierDoc>;
  readonly workItems: Model<WorkItemDoc>;
  readonly counters: Model<CounterDoc>;
  readonly notices: Model<NoticeDoc>;
  readonly changes: Model<ChangeDoc>;
  readonly receptionDrafts: Model<ReceptionDraftDoc>;
  readonly standIns: Model<StandInDoc>;
  readonly savedViews: Model<SavedViewDoc>;
  readonly attachments: Model<AttachmentDoc>;
  readonly uploads: Model<UploadDoc>;
  readonly uploadPieces: Model<UploadPieceDoc>;
  readonly ruleSets: Model<RuleSetDoc>;
  readonly ruleChanges: Model<RuleChangeDoc>;
  readonly portalChanges: Model<PortalChangeDoc>;
  readonly settings: Model<SettingDoc>;
  readonly calendars: Model<CalendarDoc>;
  readonly calendarVersions: Model<CalendarVersionDoc>;
  readonly calendarMoves: Model<CalendarMoveDoc>;
  readonly calendarAssignments: Model<CalendarAssignmentDoc>;
  readonly keptMessages: Model<KeptMessageDoc>;
  readonly migrations: Model<MigrationDoc>;
  readonly migrationResults: Model<MigrationResultDoc>;
  readonly blankForms: Model<BlankFormDoc>;
  readonly ratings: Model<RatingDoc>;
  readonly outbox: Model<OutboxDoc>;
  readonly erasures: Model<ErasureDoc>;
  readonly formTemplates: Model<FormTemplateDoc>;
  readonly secrets: Model<SecretDoc>;
  readonly tries: Model<TryDoc>;
  readonly passwords: Model<PasswordDoc>;
  readonly sessions: Model<SessionDoc>;
  readonly trail: Model<TrailEntryDoc>;
  readonly trailBlocks: Model<TrailBlockDoc>;
  readonly tokens: Model<TokenDoc>;

  private constructor(connection: Connection) {
    super(connection);
    this.agencies = connection.model<AgencyDoc>('Agency', agencySchema);
    this.departments = connection.model<DepartmentDoc>('Department', departmentSchema);
    this.staff = connection.model<StaffDoc>('Staff', staffSchema);
    this.roles = connection.model<RoleDoc>('Role', roleSchema);
    this.organisationChanges = connection.model<OrganisationChangeDoc>('OrganisationChange', organisationChangeSchema);
    this.procedures = connection.model<ProcedureDoc>('Procedure', procedureSchema);
    this.versions = connection.model<VersionDoc>('ProcedureVersion', versionSchema);
    this.plans = connection.model<PlanDoc>('Plan', planSchema);
    this.findings = connection.model<FindingDoc>('Finding', findingSchema);
    this.log = connection.model<LogDoc>('EventLog', logSchema);
    this.dossiers = connection.model<DossierDoc>('Dossier', dossierSchema);
    this.workItems = connection.model<WorkItemDoc>('WorkItem', workItemSchema);
    this.notices = connection.model<NoticeDoc>('Notice', noticeSchema);
    this.savedViews = connection.model<SavedViewDoc>('SavedView', savedViewSchema);
    this.trail = connection.model<TrailEntryDoc>('TrailEntry', trailEntrySchema);
    this.trailBlocks = connection.model<TrailBlockDoc>('TrailBlock', trailBlockSchema);
    this.standIns = connection.model<StandInDoc>('StandIn', standInSchema);
    this.receptionDrafts = connection.model<ReceptionDraftDoc>('ReceptionDraft', receptionDraftSchema);
    this.changes = connection.model<ChangeDoc>('Change', changeSchema);
    this.ruleSets = connection.model<RuleSetDoc>('RuleSet', ruleSetSchema);
    this.portalChanges = connection.model<PortalChangeDoc>('PortalChange', portalChangeSchema);
    this.ruleChanges = connection.model<RuleChangeDoc>('RuleChange', ruleChangeSchema);
    this.counters = connection.model<CounterDoc>('Counter', counterSchema);
    this.attachments = connection.model<AttachmentDoc>('Attachment', attachmentSchema);
    this.uploads = connection.model<UploadDoc>('Upload', uploadSchema);
    this.uploadPieces = connection.model<UploadPieceDoc>('UploadPiece', uploadPieceSchema);
    this.settings = connection.model<SettingDoc>('Setting', settingSchema);
    this.calendars = connection.model<CalendarDoc>('Calendar', calendarSchema);
    this.calendarVersions = connection.model<CalendarVersionDoc>('CalendarVersion', calendarVersionSchema);
    this.calendarAssignments = connection.model<CalendarAssignmentDoc>('CalendarAssignment', calendarAssignmentSchema);
    this.calendarMoves = connection.model<CalendarMoveDoc>('CalendarMove', calendarMoveSchema);
    this.keptMessages = connection.model<KeptMessageDoc>('KeptMessage', keptMessageSchema);
    this.migrations = connection.model<MigrationDoc>('Migration', migrationSchema);
    this.migrationResults = connection.model<MigrationResultDoc>('MigrationResult', migrationResultSchema);
    this.blankForms = connection.model<BlankFormDoc>('BlankForm', blankFormSchema);
    this.ratings = connection.model<RatingDoc>('Rating', ratingSchema);
    this.formTemplates = connection.model<FormTemplateDoc>('FormTemplate', formTemplateSchema);
    this.outbox = connection.model<OutboxDoc>('Outbox', outboxSchema);
    this.erasures = connection.model<ErasureDoc>('Erasure', erasureSchema);
    this.secrets = connection.model<SecretDoc>('Secret', secretSchema);
    this.tries = connection.model<TryDoc>('Try', trySchema);
    this.passwords = connection.model<PasswordDoc>('Password', passwordSchema);
    this.sessions = connection.model<SessionDoc>('Session', sessionSchema);
    this.tokens = connection.model<TokenDoc>('Token', tokenSchema);
  }

  /** `silenceMs`: how long a statement may take; whoever reads a year behind an answer has time. */
  static async connect(uri: string, { silenceMs = SILENCE_MS }: { silenceMs?: number } = {}): Promise<Store> {
    const connection = mongoose.createConnection(uri, {
      serverSelectionTimeoutMS: SELECTION_MS, connectTimeoutMS: SELECTION_MS, socketTimeoutMS: silenceMs, heartbeatFrequencyMS: HEARTBEAT_MS, autoIndex: false, autoCreate: false, ignoreUndefined: true,
    });
    connection.set('strictQuery', 'throw');
    await connection.asPromise();
    return new Store(connection);
  }

  /** Unique indexes carry the promises of idempotency: without them nothing may be written. */
  async ensureIndexes(): Promise<void> {
    await Promise.all(Object.values(this.connection.models).map((model) => model.createIndexes()));
  }

  /** Throws while the database does not answer. */
  async probe(): Promise<void> {
    await this.connection.db?.command({ ping: 1 });
  }

  /** Everything: for taking down demo data, and tests. */
  async clear(): Promise<void> {
    await Promise.all(Object.values(this.connection.models).map((model) => model.deleteMany({})));
  }

  async close(): Promise<void> {
    await this.connection.close();
  }
}

/** True for the refusal by a unique index. */
export function isDuplicate(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 11_000;
}
/** True when a document with this `_id` is there already; any other clash of unique values must not pass unseen. */
export function isThere(error: unknown): boolean {
  return isDuplicate(error) && /index: _id_?\b/.test((error as { message?: string }).message ?? '');
}
