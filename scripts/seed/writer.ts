/** Played dossiers as documents: their log, and the read model that the log makes. */
import type { Played } from './player.js';
import { dossierView, type Surroundings } from '../../models/projections/dossier-view.js';
import { noticesOf } from '../../models/projections/notices.js';
import { workItemChanges } from '../../models/projections/work-item-views.js';
import type { DossierDoc, DossierFacts, LogDoc, WorkItemDoc } from '../../models/schemas/dossier.js';
import type { RatingDoc } from '../../models/schemas/rating.js';
import type { NoticeDoc } from '../../models/schemas/notice.js';
import { isDuplicate, type Store } from '../../models/store.js';

/** Small enough that one statement never looks like a database that has gone silent. */
const AT_ONCE = 250;

export interface Documents { log: LogDoc[]; dossier: DossierDoc; work: WorkItemDoc[]; notices: NoticeDoc[] }
/** Older notices have been read. */
const UNREAD_MS = 2 * 86_400_000;

export function documentsOf(dossierId: string, facts: DossierFacts, registerNo: string, { turns, standing }: Played, around: Surroundings): Documents {
  const log: LogDoc[] = [{
    _id: `${dossierId}:0`, dossierId, from: 0, seq: 0, at: facts.receivedAt, by: facts.receivedBy, command: 'receive', commandId: `receive-${dossierId}`, events: [], facts, registerNo,
  }];
  const work = new Map<string, Partial<WorkItemDoc>>();
  const notices: NoticeDoc[] = [];
  const ended = turns[turns.length - 1]?.step.at ?? 0;
  for (const { step, ended: over, standing: then } of turns) {
    log.push({
      _id: `${dossierId}:${step.from}`, dossierId, from: step.from, seq: step.seq, at: new Date(step.at), command: step.command, commandId: step.commandId,
      events: [...step.events], ...(step.by === undefined ? {} : { by: step.by }), ...(step.reason === undefined ? {} : { reason: step.reason }),
    });
    const batch = { dossierId, planHash: facts.planHash, steps: [step], ended: over, ...then };
    const view = dossierView(dossierId, facts, then, around);
    notices.push(...noticesOf(batch, view, around.organisation));
    for (const { id, set, unset, marks } of workItemChanges(batch, view, around)) {
      const known = work.get(id);
      const item = { ...known, _id: id, ...set, ...(marks && { history: { ...known?.history, ...marks } }) };
      for (const field of unset) delete item[field];
      work.set(id, item);
    }
  }
  const read = notices.map((notice) => (standing.state.status === 'running' && ended - notice.at.getTime() < UNREAD_MS ? notice : { ...notice, readAt: new Date(notice.at.getTime() + 3_600_000) }));
  return { log, dossier: dossierView(dossierId, facts, standing, around), work: [...work.values()] as WorkItemDoc[], notices: read };
}

/** What is there already stays: an interrupted filling goes on where it stopped. */
export async function write(store: Store, documents: readonly Documents[], ratings: readonly RatingDoc[] = []): Promise<void> {
  const insert = async (collection: { insertMany(docs: never[], options: { ordered: boolean }): Promise<unknown> }, docs: readonly unknown[]): Promise<void> => {
    for (let at = 0; at < docs.length; at += AT_ONCE) {
      try {
        await collection.insertMany(docs.slice(at, at + AT_ONCE) as never[], { ordered: false });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    }
  };
  await insert(store.log.collection as never, documents.flatMap((each) => each.log));
  await insert(store.workItems.collection as never, documents.flatMap((each) => each.work));
  await insert(store.notices.collection as never, documents.flatMap((each) => each.notices));
  await insert(store.ratings.collection as never, ratings);
  await insert(store.dossiers.collection as never, documents.map((each) => each.dossier));
}
