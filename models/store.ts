/** The only place that opens a connection to MongoDB. Needs no transactions and no change streams. */
import mongoose, { type Connection, type Model } from 'mongoose';
import { attachmentSchema, uploadPieceSchema, uploadSchema, type AttachmentDoc, type UploadDoc, type UploadPieceDoc } from './schemas/attachment.js';
import { agencySchema, departmentSchema, roleSchema, staffSchema, type AgencyDoc, type DepartmentDoc, type RoleDoc, type StaffDoc } from './schemas/organisation.js';
import { calendarMoveSchema, calendarSchema, calendarVersionSchema, type CalendarDoc, type CalendarMoveDoc, type CalendarVersionDoc } from './schemas/calendar.js';
import { noticeSchema, type NoticeDoc } from './schemas/notice.js';
import { keptMessageSchema, type KeptMessageDoc } from './schemas/kept-message.js';
import { migrationResultSchema, migrationSchema, type MigrationDoc, type MigrationResultDoc } from './schemas/migration.js';
import { ruleSetSchema, type RuleSetDoc } from './schemas/rules.js';
import { settingSchema, type SettingDoc } from './schemas/setting.js';
import { findingSchema, planSchema, procedureSchema, versionSchema, type FindingDoc, type PlanDoc, type ProcedureDoc, type VersionDoc } from './schemas/procedure.js';
import {
  counterSchema, dossierSchema, logSchema, workItemSchema, type CounterDoc, type DossierDoc, type LogDoc, type WorkItemDoc,
} from './schemas/dossier.js';

/** Shorter than a clerk's patience: without a database the answer is a clear one, soon. */
const SELECTION_MS = 1_500;
/** A server that holds the connection and says nothing is away as well; no single statement of ours takes that long. */
const SILENCE_MS = 5_000;
const HEARTBEAT_MS = 2_000;

export class Store {
  readonly agencies: Model<AgencyDoc>;
  readonly departments: Model<DepartmentDoc>;
  readonly staff: Model<StaffDoc>;
  readonly roles: Model<RoleDoc>;
  readonly procedures: Model<ProcedureDoc>;
  readonly versions: Model<VersionDoc>;
  readonly plans: Model<PlanDoc>;
  readonly findings: Model<FindingDoc>;
  readonly log: Model<LogDoc>;
  readonly dossiers: Model<DossierDoc>;
  readonly workItems: Model<WorkItemDoc>;
  readonly counters: Model<CounterDoc>;
  readonly notices: Model<NoticeDoc>;
  readonly attachments: Model<AttachmentDoc>;
  readonly uploads: Model<UploadDoc>;
  readonly uploadPieces: Model<UploadPieceDoc>;
  readonly ruleSets: Model<RuleSetDoc>;
  readonly settings: Model<SettingDoc>;
  readonly calendars: Model<CalendarDoc>;
  readonly calendarVersions: Model<CalendarVersionDoc>;
  readonly calendarMoves: Model<CalendarMoveDoc>;
  readonly keptMessages: Model<KeptMessageDoc>;
  readonly migrations: Model<MigrationDoc>;
  readonly migrationResults: Model<MigrationResultDoc>;

  private constructor(readonly connection: Connection) {
    this.agencies = connection.model<AgencyDoc>('Agency', agencySchema);
    this.departments = connection.model<DepartmentDoc>('Department', departmentSchema);
    this.staff = connection.model<StaffDoc>('Staff', staffSchema);
    this.roles = connection.model<RoleDoc>('Role', roleSchema);
    this.procedures = connection.model<ProcedureDoc>('Procedure', procedureSchema);
    this.versions = connection.model<VersionDoc>('ProcedureVersion', versionSchema);
    this.plans = connection.model<PlanDoc>('Plan', planSchema);
    this.findings = connection.model<FindingDoc>('Finding', findingSchema);
    this.log = connection.model<LogDoc>('EventLog', logSchema);
    this.dossiers = connection.model<DossierDoc>('Dossier', dossierSchema);
    this.workItems = connection.model<WorkItemDoc>('WorkItem', workItemSchema);
    this.notices = connection.model<NoticeDoc>('Notice', noticeSchema);
    this.ruleSets = connection.model<RuleSetDoc>('RuleSet', ruleSetSchema);
    this.counters = connection.model<CounterDoc>('Counter', counterSchema);
    this.attachments = connection.model<AttachmentDoc>('Attachment', attachmentSchema);
    this.uploads = connection.model<UploadDoc>('Upload', uploadSchema);
    this.uploadPieces = connection.model<UploadPieceDoc>('UploadPiece', uploadPieceSchema);
    this.settings = connection.model<SettingDoc>('Setting', settingSchema);
    this.calendars = connection.model<CalendarDoc>('Calendar', calendarSchema);
    this.calendarVersions = connection.model<CalendarVersionDoc>('CalendarVersion', calendarVersionSchema);
    this.calendarMoves = connection.model<CalendarMoveDoc>('CalendarMove', calendarMoveSchema);
    this.keptMessages = connection.model<KeptMessageDoc>('KeptMessage', keptMessageSchema);
    this.migrations = connection.model<MigrationDoc>('Migration', migrationSchema);
    this.migrationResults = connection.model<MigrationResultDoc>('MigrationResult', migrationResultSchema);
  }

  static async connect(uri: string): Promise<Store> {
    const connection = mongoose.createConnection(uri, {
      serverSelectionTimeoutMS: SELECTION_MS, connectTimeoutMS: SELECTION_MS, socketTimeoutMS: SILENCE_MS, heartbeatFrequencyMS: HEARTBEAT_MS, autoIndex: false, autoCreate: false, ignoreUndefined: true,
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
