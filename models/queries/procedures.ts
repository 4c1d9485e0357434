/** Procedures with their versions and drawings. They are public; drafts are for designers. */
import type { ProcessGraph, Plan } from '../../engine/graph/types.js';
import type { TellingFinding } from '../../engine/analysis/finding.js';
import type { ProcedureRow, ProcedureView } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { deskDay } from '../desk.js';
import { foldedPattern } from '../fold.js';
import { limitText } from '../limit-text.js';
import { mayReceive } from '../may-receive.js';
import { Refusal } from '../problem.js';
import { VersionsInForce } from '../revisions/in-force.js';
import { isInPreparation, openComments } from '../revisions/life.js';
import { actingAs, visibleDossiers } from '../rights.js';
import type { ProcedureDoc, VersionDoc } from '../schemas/procedure.js';
import { etagOf } from '../writes/procedures.js';
import type { QueryContext } from './context.js';

export interface PublishedProcedure { procedure: Omit<ProcedureDoc, 'draft'>; version: Omit<VersionDoc, 'xml'>; plan: Plan; root: ProcessGraph }

export interface PublicProcedure { id: string; code: string; name: string; field?: string; level?: string; limit?: { value: number; unit: 'workingHours' | 'workingDays' | 'days' } }

const MOST_PUBLIC = 500;
const [WITHOUT_DRAFT, WITHOUT_XML] = [{ draft: 0 }, { xml: 0 }] as const;
/** The embedded database knows no collation; Đ comes after D, not after Y. */
const BY_ALPHABET = new Intl.Collator('vi');

export class ProcedureQueries {
  private readonly inForce: VersionsInForce;

  constructor(private readonly context: QueryContext) {
    this.inForce = new VersionsInForce(context);
  }

  async list(actor: Actor): Promise<ProcedureRow[]> {
    const { store } = this.context;
    const [procedures, open] = await Promise.all([store.procedures.find().sort({ _id: 1 }).lean(), this.openByProcedure(actor)]);
    const receivable = await this.receivable(actor, procedures);
    return procedures.map((doc) => ({ ...toRow(doc, open.get(doc._id) ?? 0), mayReceive: receivable.has(doc._id) }));
  }

  private async receivable(actor: Actor, procedures: readonly ProcedureDoc[]): Promise<Set<string>> {
    const { store, plans, directory } = this.context;
    const published = new Map<string, ProcedureDoc>(procedures.flatMap((doc) => (doc.currentVersion === undefined ? [] : [[`${doc._id}@${doc.currentVersion}`, doc] as const])));
    const versions = await store.versions.find({ _id: { $in: [...published.keys()] } }, { planHash: 1 }).lean();
    const found = await Promise.all(versions.map(async ({ _id, planHash }) => {
      const plan = await plans.plan(planHash);
      const procedure = published.get(_id)!;
      const root = plan.processes[plan.root]!;
      return actingAs(actor, procedure._id, (person) => mayReceive(person, { procedure, root }, directory)) ? [procedure._id] : [];
    }));
    return new Set(found.flat());
  }

  async view(actor: Actor, id: string): Promise<ProcedureView> {
    const { store, directory, settings } = this.context;
    await settings.upToDate();
    await this.inForce.upToDate(id);
    const [doc, versions, lives] = await Promise.all([
      this.find(id), store.versions.find({ procedureId: id }).sort({ version: -1 }).lean(), store.revisions.find({ procedureId: id }, { version: 1, state: 1, comments: 1 }).sort({ version: -1 }).lean(),
    ]);
    const states = new Map(lives.map(({ version, state }) => [version, state]));
    const [last] = lives.filter(({ state }) => state === 'returned' || isInPreparation({ state }));
    const open = await Promise.all(versions.map(({ version }) => store.dossiers.countDocuments({ ...visibleDossiers(actor), procedureId: id, version, open: true })));
    return {
      ...toRow(doc, open.reduce((sum, n) => sum + n, 0)),
      versions: versions.map((each, index) => ({
        version: each.version, state: states.get(each.version) ?? (each.version === doc.currentVersion ? 'inForce' : 'replaced'), inForceFrom: dayOf(each), publishedAt: each.publishedAt.toISOString(), publishedBy: directory.staffName(each.publishedBy), hash: each.planHash,
        ...(each.note ? { note: each.note } : {}), ...(each.decision ? { decision: each.decision } : {}), openDossiers: open[index] ?? 0,
      })),
      ...(doc.draft ? { draft: { savedAt: doc.draft.savedAt.toISOString(), savedBy: directory.staffName(doc.draft.savedBy), etag: doc.draft.etag } } : {}),
      ...(last ? { inPreparation: { version: last.version, state: last.state, openComments: openComments(last) } } : {}),
      mayPublish: settings.get('version.directIssue', { agencyId: doc.agencyId, procedureId: id }) === 'on',
    };
  }

  /** The drawing of a version; `draft` falls back to the current version, where the next draft begins. */
  async xml(id: string, version: number | 'draft' | undefined): Promise<{ xml: string; etag: string }> {
    const doc = await this.find(id);
    if (version === 'draft' && doc.draft) return { xml: doc.draft.xml, etag: doc.draft.etag };
    const wanted = typeof version === 'number' ? version : doc.currentVersion;
    const found = wanted === undefined ? undefined : await this.context.store.versions.findOne({ procedureId: id, version: wanted }).lean();
    const put = found ?? (wanted === undefined ? undefined : await this.context.store.revisions.findOne({ procedureId: id, version: wanted }, { xml: 1 }).lean());
    if (put) return { xml: put.xml, etag: etagOf(put.xml) };
    if (version === undefined && doc.draft) return { xml: doc.draft.xml, etag: doc.draft.etag };
    throw new Refusal('unknown-version', `procedure ${id} has no version ${String(wanted ?? '')}`.trimEnd());
  }

  /** The version that a new dossier starts with, the one in force today; by id, or by code when only one procedure has it. */
  async published(idOrCode: string): Promise<PublishedProcedure> {
    const { store, plans } = this.context;
    const [brought, found] = await Promise.all([this.inForce.upToDate(), this.named(idOrCode)]);
    const procedure = brought > 0 ? await this.named(idOrCode) : found;
    if (!procedure) throw new Refusal('unknown-procedure', `no procedure ${idOrCode}`);
    const version = await store.versions.findOne({ procedureId: procedure._id, version: procedure.currentVersion ?? 0 }, WITHOUT_XML).lean();
    if (!version) throw new Refusal('not-published', `procedure ${procedure._id} has no published version`);
    const plan = await plans.plan(version.planHash);
    return { procedure, version, plan, root: plan.processes[plan.root]! };
  }

  /** A published version, whichever it is. Throws Refusal unknown-procedure, unknown-version. */
  async version(id: string, wanted: number): Promise<PublishedProcedure> {
    const { store, plans } = this.context;
    const procedure = await this.find(id);
    const version = await store.versions.findOne({ procedureId: id, version: wanted }, WITHOUT_XML).lean();
    if (!version) throw new Refusal('unknown-version', `procedure ${id} has no version ${wanted}`);
    const plan = await plans.plan(version.planHash);
    return { procedure, version, plan, root: plan.processes[plan.root]! };
  }

  /** The drawing of a published version, by default the one in force; undefined when there is none. */
  async publishedXml(procedureId: string, version?: number): Promise<string | undefined> {
    const { store } = this.context;
    const wanted = version ?? (await store.procedures.findById(procedureId, { currentVersion: 1 }).lean())?.currentVersion;
    return wanted === undefined ? undefined : (await store.versions.findOne({ procedureId, version: wanted }, { xml: 1 }).lean())?.xml;
  }

  /** Names of the forms that its published drawing asks for; none without a published version. */
  async formNames(procedureId: string): Promise<string[]> {
    const { store, plans } = this.context;
    const { currentVersion } = await this.find(procedureId);
    const version = currentVersion === undefined ? null : await store.versions.findOne({ procedureId, version: currentVersion }, { planHash: 1 }).lean();
    if (!version) return [];
    const plan = await plans.plan(version.planHash);
    return [...new Set((plan.processes[plan.root]?.procedure?.requiredDocuments ?? []).flatMap((each) => each.form ?? []))];
  }

  async findings(id: string, version: number): Promise<TellingFinding[]> {
    const docs = await this.context.store.findings.find({ procedureId: id, version }).sort({ _id: 1 }).lean();
    return docs.map((doc) => doc.finding as TellingFinding);
  }

  /** Those that applicants may ask for, with a published version, by folded text and by field; and all fields that there are. */
  async publicList({ q, field, page, pageSize }: { q: string; field: string; page: number; pageSize: number }): Promise<{ items: PublicProcedure[]; total: number; fields: string[] }> {
    // Without the drafts, which are large; a list of an agency has some hundreds.
    const docs = await this.context.store.procedures.find({ currentVersion: { $exists: true }, forApplicants: { $ne: false } }, { code: 1, name: 1, field: 1, level: 1, limit: 1, search: 1 }).limit(MOST_PUBLIC).lean();
    const pattern = q ? foldedPattern(q) : undefined;
    const found = docs.filter((doc) => (!pattern || pattern.test(doc.search)) && (field === '' || doc.field === field))
      .sort((a, b) => BY_ALPHABET.compare(a.field ?? '', b.field ?? '') || BY_ALPHABET.compare(a.name, b.name));
    return {
      items: found.slice((page - 1) * pageSize, page * pageSize).map(({ _id, code, name, field: of, level, limit }) => ({ id: _id, code, name, ...(of ? { field: of } : {}), ...(level ? { level } : {}), ...(limit ? { limit } : {}) })),
      total: found.length, fields: [...new Set(docs.flatMap((doc) => doc.field ?? []))].sort((a, b) => BY_ALPHABET.compare(a, b)),
    };
  }

  /** By id, or by code when only one procedure has it; drawings are large, and only those who draw need them. */
  private async named(idOrCode: string): Promise<Omit<ProcedureDoc, 'draft'> | null> {
    const { procedures } = this.context.store;
    return (await procedures.findById(idOrCode, WITHOUT_DRAFT).lean()) ?? (await procedures.findOne({ code: idOrCode, currentVersion: { $exists: true } }, WITHOUT_DRAFT).sort({ _id: 1 }).lean());
  }

  private async find(id: string): Promise<ProcedureDoc> {
    const doc = await this.context.store.procedures.findById(id).lean();
    if (!doc) throw new Refusal('unknown-procedure', `no procedure ${id}`);
    return doc;
  }

  private async openByProcedure(actor: Actor): Promise<Map<string, number>> {
    const rows = await this.context.store.dossiers.aggregate<{ _id: string; n: number }>([
      { $match: { ...visibleDossiers(actor), open: true } }, { $group: { _id: '$procedureId', n: { $sum: 1 } } },
    ]);
    return new Map(rows.map(({ _id, n }) => [_id, n]));
  }
}

/** The day from which a version holds. */
export const dayOf = ({ inForceFrom, publishedAt }: Pick<VersionDoc, 'inForceFrom' | 'publishedAt'>): string => inForceFrom ?? deskDay(publishedAt);

function toRow(doc: ProcedureDoc, openDossiers: number): ProcedureRow {
  return {
    id: doc._id, code: doc.code, name: doc.name, ...(doc.field ? { field: doc.field } : {}), ...(doc.level ? { level: doc.level } : {}),
    ...(doc.limit ? { limit: limitText(doc.limit) } : {}), ...(doc.currentVersion === undefined ? {} : { currentVersion: doc.currentVersion }),
    hasDraft: doc.draft !== undefined, openDossiers, findings: doc.findings,
  };
}
