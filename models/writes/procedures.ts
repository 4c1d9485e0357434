/** Drafts and versions of procedures. Published versions never change; a dossier keeps the one it began with. */
import { createHash } from 'node:crypto';
import { linkPlan } from '../../engine/bpmn/plan.js';
import { readValidated } from '../../engine/bpmn/validate.js';
import { check, type WordList } from '../../engine/check.js';
import type { Finding } from '../../engine/analysis/finding.js';
import type { Diagnostic, Model, Plan, ProcessGraph } from '../../engine/graph/types.js';
import type { Actor } from '../directory.js';
import { fold } from '../fold.js';
import type { PlanStore } from '../plans.js';
import { Refusal } from '../problem.js';
import { hasRole } from '../rights.js';
import type { FindingCounts, ProcedureDoc, VersionDoc } from '../schemas/procedure.js';
import { isDuplicate, type Store } from '../store.js';

export interface Examined { model: Model; plan?: Plan; root?: ProcessGraph; errors: Diagnostic[]; warnings: Diagnostic[]; findings: Finding[] }
export interface Published { version: number; planHash: string; warnings: (Diagnostic | Finding)[] }

export const etagOf = (xml: string): string => `"${createHash('sha256').update(xml).digest('base64url').slice(0, 22)}"`;

/**
 * Reads, validates by the standard's rules, links and checks a drawing: everything that is wrong with it at once.
 * @param on the day after which accepted findings are due again; without it none is
 * @param own words of labels that the agency adds
 */
export async function examine(xml: string, file?: string, on?: string, own?: WordList): Promise<Examined> {
  const { model, ...validated } = await readValidated(xml, file);
  const root = model.processes.find((process) => process.executable && !process.globalTask) ?? model.processes.find((process) => !process.globalTask);
  const errors: Diagnostic[] = validated.errors.map((each) => ({ ...each, severity: 'error' }));
  const warnings: Diagnostic[] = validated.warnings.map((each) => ({ ...each, severity: 'warning' }));
  if (!root) {
    if (errors.length === 0) errors.push({ code: 'no-process', severity: 'error', message: 'the drawing has no process that could run' });
    return { model, errors, warnings, findings: [] };
  }
  const linked = linkPlan([model], root.id);
  errors.push(...linked.diagnostics.filter((each) => each.severity === 'error' && !errors.some((known) => sameProblem(known, each))));
  const findings = errors.length > 0 ? [] : (await check([model], { ...(on !== undefined && { on }), ...(own && { words: own }) })).filter((each) => each.canTell);
  return { model, root, ...(linked.plan ? { plan: linked.plan } : {}), errors, warnings, findings };
}

function sameProblem(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.elementId === b.elementId && a.message === b.message;
}

export class ProcedureWrites {
  constructor(private readonly store: Store, private readonly plans: PlanStore, private readonly now: () => Date, private readonly words?: WordList) {}

  /** Without keeping it. */
  examine(xml: string): Promise<Examined> { return examine(xml, undefined, undefined, this.words); }

  /** Stores a draft. `expected` is the ETag of the draft, or of the version, that was edited. */
  async saveDraft(actor: Actor, procedureId: string, xml: string, expected?: string): Promise<{ etag: string; savedAt: Date }> {
    requireDesigner(actor);
    const procedure = await this.find(procedureId);
    const current = procedure.draft?.etag;
    if (current !== undefined && expected !== current) throw new Refusal('stale-draft', 'the draft was saved by somebody else meanwhile');
    const draft = { xml, etag: etagOf(xml), savedAt: this.now(), savedBy: actor.id };
    const unchanged = current === undefined ? { draft: { $exists: false } } : { 'draft.etag': current };
    const written = await this.store.procedures.updateOne({ _id: procedureId, ...unchanged }, { $set: { draft } });
    if (written.matchedCount === 0) throw new Refusal('stale-draft', 'the draft was saved by somebody else meanwhile');
    return { etag: draft.etag, savedAt: draft.savedAt };
  }

  /** A new procedure with a first draft; its id is made from the code. */
  async create(actor: Actor, procedureId: string, xml: string): Promise<void> {
    requireDesigner(actor);
    const { root } = await examine(xml);
    await this.insert(procedureId, actor.agencyId, root, { xml, etag: etagOf(xml), savedAt: this.now(), savedBy: actor.id });
  }

  /** Publishes the draft. Refused with every reason when the drawing cannot run; findings are told, and stay with the version. */
  async publish(actor: Actor, procedureId: string, note: string | undefined): Promise<Published> {
    requireDesigner(actor);
    const { draft } = await this.find(procedureId);
    if (!draft) throw new Refusal('no-draft', 'there is no draft to publish');
    return this.publishXml(procedureId, draft.xml, actor.id, note, draft.etag);
  }

  async publishXml(procedureId: string, xml: string, by: string, note?: string, draftEtag?: string): Promise<Published> {
    const { plan, root, errors, warnings, findings } = await examine(xml, undefined, this.now().toISOString().slice(0, 10), this.words);
    if (!plan || !root || errors.length > 0) throw new Refusal('cannot-run', 'the drawing cannot run as it is', { problems: errors });
    const procedure = await this.find(procedureId);
    const version = (procedure.currentVersion ?? 0) + 1;
    await this.plans.keep(plan);
    await this.insertVersion({
      _id: `${procedureId}@${version}`, procedureId, version, xml, planHash: plan.hash, publishedAt: this.now(), publishedBy: by,
      ...(note ? { note } : {}), startMessages: startMessagesOf(root),
    });
    await this.storeFindings(procedureId, version, findings);
    // The version exists from here on; the procedure is told last, so that what it names is always there.
    await this.store.procedures.updateOne({ _id: procedureId }, { $set: { ...describe(root, procedureId), currentVersion: version, findings: countOf(findings) } });
    if (draftEtag !== undefined) await this.store.procedures.updateOne({ _id: procedureId, 'draft.etag': draftEtag }, { $unset: { draft: '' } });
    return { version, planHash: plan.hash, warnings: [...warnings, ...findings] };
  }

  async insert(procedureId: string, agencyId: string, root: ProcessGraph | undefined, draft?: ProcedureDoc['draft']): Promise<void> {
    const doc: ProcedureDoc = { _id: procedureId, agencyId, findings: { error: 0, warning: 0, advice: 0 }, ...describe(root, procedureId), ...(draft ? { draft } : {}) };
    try {
      await this.store.procedures.create(doc);
    } catch (error) {
      if (isDuplicate(error)) throw new Refusal('procedure-exists', `there is a procedure ${procedureId} already`);
      throw error;
    }
  }

  private async insertVersion(doc: VersionDoc): Promise<void> {
    try {
      await this.store.versions.create(doc);
    } catch (error) {
      if (isDuplicate(error)) throw new Refusal('published-meanwhile', `version ${doc.version} was published by somebody else meanwhile`);
      throw error;
    }
  }

  private async storeFindings(procedureId: string, version: number, findings: readonly Finding[]): Promise<void> {
    const docs = findings.map((finding, index) => ({
      _id: `${procedureId}@${version}#${index}`, procedureId, version, check: finding.check, severity: String('severity' in finding ? finding.severity : ''), finding,
    }));
    if (docs.length > 0) await this.store.findings.insertMany(docs);
  }

  private async find(procedureId: string): Promise<ProcedureDoc> {
    const found = await this.store.procedures.findById(procedureId).lean();
    if (!found) throw new Refusal('unknown-procedure', `no procedure ${procedureId}`);
    return found;
  }
}

function requireDesigner(actor: Actor): void {
  if (!hasRole(actor, 'designer', 'administrator')) throw new Refusal('forbidden', 'only a process designer changes procedures');
}

function describe(root: ProcessGraph | undefined, id: string): Pick<ProcedureDoc, 'code' | 'name' | 'search'> & Partial<ProcedureDoc> {
  const facts = root?.procedure;
  const code = facts?.code ?? id;
  const name = facts?.name ?? root?.name ?? id;
  const limit = facts?.timeLimits.find((each) => each.when === undefined);
  return {
    code, name, search: fold(`${code} ${name} ${facts?.field ?? ''}`), ...(facts?.field ? { field: facts.field } : {}), ...(facts?.level ? { level: facts.level } : {}),
    ...(limit ? { limit: { value: limit.value, unit: limit.unit } } : {}), ...(root ? { forApplicants: root.lanes.some((lane) => lane.department?.oneStop) } : {}),
  };
}

/** Those that nobody has accepted. */
export function countOf(findings: readonly Finding[]): FindingCounts {
  const counts: FindingCounts = { error: 0, warning: 0, advice: 0 };
  for (const finding of findings) if ('severity' in finding && !finding.accepted) counts[finding.severity] += 1;
  return counts;
}

function startMessagesOf(root: ProcessGraph): VersionDoc['startMessages'] {
  return Object.values(root.nodes).flatMap((node) => {
    if (node.type !== 'startEvent' || node.kind !== 'event' || node.scope !== root.id) return [];
    return node.definitions.flatMap((each) => (each.kind === 'message' ? [{ name: each.message.name, startEvent: node.id }] : []));
  });
}
