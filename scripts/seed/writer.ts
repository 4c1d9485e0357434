/** Played dossiers as documents: their log, and the read model that the log makes. */
import type { Played } from './player.js';
import { dossierView, type Surroundings } from '../../models/projections/dossier-view.js';
import { workItemChanges } from '../../models/projections/work-item-views.js';
import type { DossierDoc, DossierFacts, LogDoc, WorkItemDoc } from '../../models/schemas/dossier.js';
import { isDuplicate, type Store } from '../../models/store.js';

/** Small enough that one statement never looks like a database that has gone silent. */
const AT_ONCE = 250;

export interface Documents { log: LogDoc[]; dossier: DossierDoc; work: WorkItemDoc[] }

export function documentsOf(dossierId: string, facts: DossierFacts, registerNo: string, { turns, standing }: Played, around: Surroundings): Documents {
  const log: LogDoc[] = [{
    _id: `${dossierId}:0`, dossierId, from: 0, seq: 0, at: facts.receivedAt, by: facts.receivedBy, command: 'receive', commandId: `receive-${dossierId}`, events: [], facts, registerNo,
  }];
  const work = new Map<string, Partial<WorkItemDoc>>();
  for (const { step, ended, standing: then } of turns) {
    log.push({
      _id: `${dossierId}:${step.from}`, dossierId, from: step.from, seq: step.seq, at: new Date(step.at), command: step.command, commandId: step.commandId,
      events: [...step.events], ...(step.by === undefined ? {} : { by: step.by }),
    });
    const batch = { dossierId, planHash: facts.planHash, steps: [step], ended, ...then };
    for (const { id, set, unset } of workItemChanges(batch, dossierView(dossierId, facts, then, around), around)) {
      const item = { ...work.get(id), _id: id, ...set };
      for (const field of unset) delete item[field];
      work.set(id, item);
    }
  }
  return { log, dossier: dossierView(dossierId, facts, standing, around), work: [...work.values()] as WorkItemDoc[] };
}

/** What is there already stays: an interrupted filling goes on where it stopped. */
export async function write(store: Store, documents: readonly Documents[]): Promise<void> {
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
  await insert(store.dossiers.collection as never, documents.map((each) => each.dossier));
}
