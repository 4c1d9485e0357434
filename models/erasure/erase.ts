/** Erases what a dossier holds about people, and keeps that it did. The record goes first: a break leaves a run that the next one finishes. */
import { personalFields } from '../../engine/graph/fields.js';
import type { RetentionRule } from '../../server/contract.js';
import type { FileStore } from '../files/store.js';
import { wordsOf } from '../fold.js';
import type { Projector } from '../projector.js';
import type { QueryContext } from '../queries/context.js';
import type { DossierDoc, DossierFacts, LogDoc } from '../schemas/dossier.js';
import type { ErasureDoc } from '../schemas/erasure.js';
import type { TrailSealer } from '../trail/sealer.js';
import { sealedItem } from '../trail/sources.js';
import { Eraser, ERASED, type Marks } from './content.js';

export interface ErasingParts { context: Pick<QueryContext, 'store' | 'plans' | 'now'>; files: FileStore; projector: Projector; trail: TrailSealer }
interface Order { dossier: DossierDoc; rule: RetentionRule; by?: string | undefined }

/** What there is to erase, counted without touching anything. */
export async function lookAt(parts: Pick<ErasingParts, 'context'>, dossier: DossierDoc): Promise<ErasureDoc['kinds']> {
  return (await plannedFor(parts, dossier)).kinds;
}

export async function eraseDossier(parts: ErasingParts, { dossier, rule, by }: Order): Promise<ErasureDoc> {
  const { store, now } = parts.context;
  const { entries, eraser, kinds, altered } = await plannedFor(parts, dossier);
  const record: ErasureDoc = {
    _id: dossier._id, dossierNo: dossier.dossierNo, procedureId: dossier.procedureId, agencyId: dossier.agencyId, at: now(), ...(by === undefined ? {} : { by }), closedAt: dossier.endedAt ?? dossier.updatedAt, rule, kinds, altered,
  };
  // The first record holds: after a break, or beside another process, what is left to do is less than what it names.
  const { _id, ...facts } = record;
  await store.erasures.collection.updateOne({ _id: _id as never }, { $setOnInsert: facts }, { upsert: true });
  for (const entry of entries) await store.log.collection.replaceOne({ _id: entry._id as never }, entry);
  await Promise.all([eraseFiles(parts, dossier._id, rule), eraseMessages(parts, dossier._id)]);
  await eraseLists(parts, dossier, eraser, entries.find((entry) => entry.facts)?.facts);
  await store.erasures.updateOne({ _id: dossier._id }, { $set: { doneAt: now() } });
  const kept = (await store.erasures.findById(_id).lean())!;
  parts.trail.note('erasures', dossier.agencyId, kept);
  await parts.trail.flush();
  return kept;
}

async function plannedFor({ context: { store, plans } }: Pick<ErasingParts, 'context'>, dossier: DossierDoc) {
  const log = await store.log.find({ dossierId: dossier._id }).sort({ from: 1 }).lean();
  const eraser = new Eraser(await marksOf(plans, log, dossier.facts.planHash));
  const entries = log.map((entry) => eraser.entry(entry));
  const changed = entries.map((entry, at) => ({ item: sealedItem('log', entry), before: sealedItem('log', log[at]!).hash })).filter(({ item, before }) => item.hash !== before);
  const of = { dossierId: dossier._id };
  const [files, letters, notices] = await Promise.all([store.attachments.countDocuments({ ...of, removed: { $exists: false } }), store.outbox.countDocuments(of), store.notices.countDocuments(of)]);
  return { entries, eraser, altered: changed.map(({ item: { source, id, hash }, before }) => ({ source, id, before, after: hash })), kinds: { ...eraser.counted, files, messages: letters + notices } };
}

/** By every plan that the dossier has run on: what one of them marks was entered under that mark. */
async function marksOf(plans: QueryContext['plans'], log: readonly LogDoc[], present: string): Promise<Marks> {
  const hashes = new Set([present, ...log.flatMap(({ facts, events }) => [...(facts ? [facts.planHash] : []), ...events.flatMap((event) => (event.type === 'processMigrated' ? [event.from, event.to] : []))])]);
  const marks = await Promise.all([...hashes].map(async (hash) => personalFields(await plans.plan(hash))));
  return new Map(marks.flatMap((each) => [...each]));
}

/** The bytes go; size, kind and hash of what was handed in stay. */
async function eraseFiles({ context: { store, now }, files }: ErasingParts, dossierId: string, rule: RetentionRule): Promise<void> {
  for (const { _id, removed } of await store.attachments.find({ dossierId }).lean()) {
    await files.remove(_id);
    await store.attachments.updateOne({ _id }, { $set: { name: ERASED, removed: removed ? { ...removed, reason: ERASED } : { at: now(), by: '', reason: rule.basis } } });
  }
  const uploads = await store.uploads.find({ dossierId }, { _id: 1 }).lean();
  await store.uploadPieces.deleteMany({ upload: { $in: uploads.map(({ _id }) => _id) } });
  await store.uploads.deleteMany({ dossierId });
}

async function eraseMessages({ context: { store } }: ErasingParts, dossierId: string): Promise<void> {
  await store.outbox.updateMany({ dossierId, state: { $in: ['waiting', 'sending', 'failed'] } }, { $set: { state: 'skipped' } });
  await Promise.all([
    store.outbox.updateMany({ dossierId }, { $set: { to: '', 'facts.reason': '' }, $unset: { error: '' } }), store.notices.updateMany({ dossierId, text: { $exists: true } }, { $set: { text: ERASED } }),
    store.keptMessages.deleteMany({ dossierId }), store.ratings.updateOne({ _id: dossierId }, { $unset: { comment: '' } }),
  ]);
}

/** Dossier and work as lists and pages show them, and what the program has in memory. */
async function eraseLists({ context: { store, now }, projector }: ErasingParts, dossier: DossierDoc, eraser: Eraser, received: DossierFacts | undefined): Promise<void> {
  const facts = { ...eraser.facts(dossier.facts), ...(received ? { applicant: received.applicant } : {}) };
  const words = wordsOf(`${dossier.dossierNo} ${dossier.procedureCode} ${facts.procedureName}`);
  const incidents = dossier.incidents.map((each) => ({ ...each, message: ERASED }));
  await store.dossiers.collection.updateOne({ _id: dossier._id as never }, {
    $set: { facts, words, keys: [], data: eraser.data(dossier.data), incidents, erasedAt: now(), ...(dossier.casework ? { casework: eraser.casework(dossier.casework) } : {}) },
    // Written by earlier builds.
    $unset: { search: '' },
  });
  await store.workItems.collection.updateMany({ dossierId: dossier._id }, { $set: { applicant: ERASED, words }, $unset: { keys: '', search: '' } });
  await store.workItems.collection.updateMany({ dossierId: dossier._id, element: 'opinion' }, { $set: { step: ERASED } });
  projector.remember(dossier._id, facts);
}
