/**
 * Puts announced versions in force when their day has come. What a revision says is the truth; version, findings and the procedure's
 * current version follow from it, and each of these steps may be done again after an interruption.
 */
import type { WordList } from '../../engine/check.js';
import { deskDay } from '../desk.js';
import type { PlanStore } from '../plans.js';
import { Refusal } from '../problem.js';
import type { RevisionDoc } from '../schemas/revision.js';
import type { VersionDoc } from '../schemas/procedure.js';
import { isDuplicate, type Store } from '../store.js';
import { countOf, describe, examineSound, startMessagesOf, type Sound } from './examine.js';
import { RevisionStore } from './revision-store.js';

interface Given { store: Store; plans: PlanStore; words?: WordList | undefined; now(): Date }

export class VersionsInForce {
  private readonly revisions: RevisionStore;

  constructor(private readonly given: Given) {
    this.revisions = new RevisionStore(given.store);
  }

  /** Every version whose day has come: called before it matters which one is in force, and now and then. Answers how many there were. */
  async upToDate(procedureId?: string): Promise<number> {
    const { store, now } = this.given;
    const due = await store.revisions.find({ state: 'announced', inForceFrom: { $lte: deskDay(now()) }, ...(procedureId !== undefined && { procedureId }) }).sort({ state: 1, inForceFrom: 1 }).lean();
    for (const each of due.sort((a, b) => a.version - b.version)) await this.bring(each);
    return due.length;
  }

  /** After a start: what an interruption has left between a revision and its procedure. */
  async settleAll(): Promise<void> {
    await this.upToDate();
    const procedures = await this.given.store.revisions.distinct('procedureId', { state: { $in: ['inForce', 'withdrawn'] } });
    for (const procedureId of procedures) await this.settle(procedureId);
  }

  /** The version itself, with its plan and its findings, of what was announced. */
  async complete({ _id, procedureId, version, xml, etag, note, history, decision, inForceFrom }: RevisionDoc, examined?: Sound): Promise<void> {
    const { store, plans, words, now } = this.given;
    if (await store.versions.exists({ _id })) return;
    const { plan, root, findings } = examined ?? (await examineSound(xml, now(), words));
    await plans.keep(plan);
    for (const [index, finding] of findings.entries()) {
      const doc = { procedureId, version, check: finding.check, severity: String('severity' in finding ? finding.severity : ''), finding };
      await store.findings.updateOne({ _id: `${_id}#${index}` }, { $set: doc }, { upsert: true });
    }
    const announced = [...history].reverse().find(({ act }) => act === 'announced' || act === 'issued')!;
    const doc: VersionDoc = {
      _id, procedureId, version, xml, planHash: plan.hash, publishedAt: announced.at, publishedBy: announced.by ?? '', ...(note ? { note } : {}),
      ...(inForceFrom && { inForceFrom }), ...(decision && { decision }), startMessages: startMessagesOf(root),
    };
    await store.versions.create(doc).catch((error: unknown) => { if (!isDuplicate(error)) throw error; });
    if (etag) await store.procedures.updateOne({ _id: procedureId, 'draft.etag': etag }, { $unset: { draft: '' } });
  }

  /** Which version the procedure names: the latest in force, or none when that was withdrawn. */
  async settle(procedureId: string): Promise<void> {
    const { store } = this.given;
    const [procedure, known] = await Promise.all([
      store.procedures.findById(procedureId, { currentVersion: 1 }).lean(), store.revisions.find({ procedureId, state: { $in: ['inForce', 'withdrawn', 'replaced'] } }, { version: 1, state: 1 }).lean(),
    ]);
    const inForce = known.filter(({ state }) => state === 'inForce').map(({ version }) => version);
    const current = procedure?.currentVersion;
    if (inForce.length > 0) {
      const wanted = Math.max(...inForce);
      if (current !== wanted) await this.name(procedureId, wanted);
    } else if (current !== undefined && known.some(({ version, state }) => version === current && state === 'withdrawn')) {
      await store.procedures.updateOne({ _id: procedureId, currentVersion: current }, { $unset: { currentVersion: '' } });
    }
  }

  private async bring(doc: RevisionDoc): Promise<void> {
    const { store, now } = this.given;
    await this.complete(doc);
    await this.adoptCurrent(doc);
    const before = await store.revisions.find({ procedureId: doc.procedureId, state: 'inForce', version: { $lt: doc.version } }).lean();
    try {
      await this.revisions.write(doc, { state: 'inForce' }, { act: 'inForce', at: now() });
      for (const each of before) await this.revisions.write(each, { state: 'replaced' }, { act: 'replaced', at: now(), note: `${doc.version}` });
    } catch (error) {
      // Another process was faster, or it was withdrawn at this moment: what is kept now counts.
      if (!(error instanceof Refusal)) throw error;
    }
    await this.settle(doc.procedureId);
  }

  /** One that was published before versions had a life of their own is replaced like any other. */
  private async adoptCurrent({ procedureId, version }: RevisionDoc): Promise<void> {
    const current = (await this.given.store.procedures.findById(procedureId, { currentVersion: 1 }).lean())?.currentVersion;
    if (current !== undefined && current < version) await this.revisions.find(procedureId, current);
  }

  private async name(procedureId: string, version: number): Promise<void> {
    const { store, plans } = this.given;
    const [doc, findings] = await Promise.all([store.versions.findOne({ procedureId, version }, { planHash: 1 }).lean(), store.findings.find({ procedureId, version }, { finding: 1 }).lean()]);
    if (!doc) return;
    const plan = await plans.plan(doc.planHash);
    const counts = countOf(findings.map(({ finding }) => finding as Sound['findings'][number]));
    await store.procedures.updateOne({ _id: procedureId }, { $set: { ...describe(plan.processes[plan.root], procedureId), currentVersion: version, findings: counts } });
  }
}
