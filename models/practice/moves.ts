/** Dossiers on their way along the drawing, step by step. */
import type { Model } from '../../engine/graph/types.js';
import { groupBy } from '../../engine/log-checks/numbers.js';
import type { MovesView } from '../../server/contract.js';
import { OPINION } from '../projections/opinion-items.js';
import type { QueryContext } from '../queries/context.js';
import type { DossierDoc, WorkItemDoc } from '../schemas/dossier.js';
import { drawnOf } from './compute.js';
import { dossiersIn, periodOf, type Selection } from './selection.js';

/** More cannot be told apart on a screen. */
const MOST = 150;
type Moved = Pick<DossierDoc, '_id' | 'dossierNo' | 'receivedAt' | 'endedAt'>;
type Stay = Pick<WorkItemDoc, 'dossierId' | 'element' | 'step' | 'since' | 'endedAt'>;

/** The newest of the period. */
export async function movesOf({ store, now }: Pick<QueryContext, 'store' | 'now'>, model: Model, selection: Selection): Promise<Pick<MovesView, 'from' | 'to' | 'dossiers' | 'flows'>> {
  const period = periodOf(selection, now());
  const docs = await store.dossiers.find(dossiersIn(selection, period), { dossierNo: 1, receivedAt: 1, endedAt: 1 }).sort({ receivedAt: -1, _id: 1 }).limit(MOST).lean<Moved[]>();
  const items = await store.workItems.find({ dossierId: { $in: docs.map(({ _id }) => _id) } }, { dossierId: 1, element: 1, step: 1, since: 1, endedAt: 1 }).lean<Stay[]>();
  const stays = groupBy(items.filter(({ element }) => element !== OPINION).sort((a, b) => a.since.getTime() - b.since.getTime()), (item) => item.dossierId);
  const shown = docs.map((doc) => ({ doc, own: stays.get(doc._id) ?? [] }));
  const first = docs.reduce((least, { receivedAt }) => Math.min(least, receivedAt.getTime()), period.to.getTime());
  return { from: new Date(first).toISOString(), to: period.to.toISOString(), dossiers: shown.map(moved), flows: flowsOf(model, shown.map(({ own }) => own)) };
}

function moved({ doc, own }: { doc: Moved; own: readonly Stay[] }): MovesView['dossiers'][number] {
  return {
    id: doc._id, dossierNo: doc.dossierNo, receivedAt: doc.receivedAt.toISOString(), ...(doc.endedAt ? { endedAt: doc.endedAt.toISOString() } : {}),
    stays: own.map(({ element, step, since, endedAt }) => ({ element, name: step, from: since.toISOString(), ...(endedAt ? { to: endedAt.toISOString() } : {}) })),
  };
}

/** Between steps that follow each other in some dossier. */
function flowsOf(model: Model, dossiers: readonly (readonly Stay[])[]): Record<string, string[]> {
  const drawn = drawnOf(model);
  const pairs = new Set(dossiers.flatMap((stays) => stays.slice(1).map((stay, at) => `${stays[at]!.element}>${stay.element}`)));
  return Object.fromEntries([...pairs].map((pair) => [pair, drawn.flows(pair.split('>'))]));
}
