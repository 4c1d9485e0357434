/** What the forms of a dossier are made from, and the register of an agency; as far as the person may see it. */
import type { Plan } from '../../engine/graph/types.js';
import type { Actor } from '../directory.js';
import { maskedApplicant, mayReadPersonal } from '../personal.js';
import { visibleDossiers } from '../rights.js';
import type { DossierDoc, DossierFacts, LogDoc, WorkItemDoc } from '../schemas/dossier.js';
import type { QueryContext } from './context.js';

export interface DossierHistory { doc: DossierDoc; log: LogDoc[]; items: WorkItemDoc[]; plan: Plan }
export interface RegisterPeriod { from: Date; /** Not included. */ to: Date }

/** Lines of one printed register; a longer period is printed in parts. */
const MOST_LINES = 2_000;

export class FormQueries {
  constructor(private readonly context: QueryContext) {}

  /** Undefined when it is not there, or not for this person to see. */
  async history(actor: Actor, id: string): Promise<DossierHistory | undefined> {
    const { store, plans } = this.context;
    const doc = await store.dossiers.findOne({ _id: id, ...visibleDossiers(actor) }).lean();
    if (!doc) return undefined;
    const [written, items, plan] = await Promise.all([
      store.log.find({ dossierId: id }).sort({ from: 1 }).lean(), store.workItems.find({ dossierId: id }).sort({ since: 1, _id: 1 }).lean(), plans.plan(doc.facts.planHash),
    ]);
    if (mayReadPersonal(actor, doc)) return { doc, log: written, items, plan };
    return { doc: masked(doc), log: written.map((entry) => (entry.facts ? { ...entry, facts: masked(entry).facts! } : entry)), items, plan };
  }

  /** Dossiers that the person's agency received in the period, in the order of their reception. */
  async register(actor: Actor, { from, to }: RegisterPeriod): Promise<{ docs: DossierDoc[]; total: number }> {
    const filter = { agencies: actor.agencyId, agencyId: actor.agencyId, receivedAt: { $gte: from, $lt: to } };
    const [docs, total] = await Promise.all([
      this.context.store.dossiers.find(filter).sort({ receivedAt: 1, _id: 1 }).limit(MOST_LINES).lean(), this.context.store.dossiers.countDocuments(filter),
    ]);
    return { docs: docs.map((doc) => (mayReadPersonal(actor, doc) ? doc : masked(doc))), total };
  }
}

function masked<T extends { facts?: DossierFacts }>(doc: T): T {
  return doc.facts ? { ...doc, facts: { ...doc.facts, applicant: maskedApplicant(doc.facts.applicant) } } : doc;
}
