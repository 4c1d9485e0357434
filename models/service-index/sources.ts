/** Where the index finds what it counts: kept figures of dossiers, announced procedures, ratings, complaints, messages to the portal. */
import type { Actor } from '../directory.js';
import { isOver } from '../improvements/life.js';
import { deskDay } from '../desk.js';
import { dayOf } from '../queries/procedures.js';
import type { QueryContext } from '../queries/context.js';
import { agenciesOf, isOfAgency, ofAgency, visibleRatings } from '../rights.js';
import type { FigureDoc } from '../schemas/figures.js';
import type { ImprovementDoc } from '../schemas/improvement.js';
import type { ProcedureDoc } from '../schemas/procedure.js';
import type { Announced } from './published.js';
import { instantsOf, periodsOf, type BothDays, type IndexBy } from './period.js';

/** `by`: the series that ends with the last day. */
export interface IndexAsked extends BothDays { agency?: string | undefined; department?: string | undefined; procedure?: string | undefined; by?: IndexBy | undefined }
export type CellFound = Pick<FigureDoc, 'agencyId' | 'procedureId' | 'channel' | 'sums'>;
/** Of five: satisfied, and very satisfied. */
export const SATISFIED = 4;
const OF_PROCEDURE = { code: 1, name: 1, agencyId: 1, field: 1, limit: 1 } as const;

export class IndexSources {
  constructor(private readonly context: QueryContext) {}

  /** Of all agencies and procedures that the person may see: the lists to choose from are made of them. */
  cells(actor: Actor, { department, ...days }: IndexAsked): Promise<CellFound[]> {
    const { store, directory } = this.context;
    const departmentId = department === undefined ? '' : { $in: directory.withPredecessors(department) };
    return store.figures.find({ agencies: ofAgency(actor), departmentId, period: { $in: periodsOf(days) } }, { agencyId: 1, procedureId: 1, channel: 1, sums: 1 }).lean<CellFound[]>();
  }

  /** Procedures for applicants with the version that was in force on the last day. */
  async announced(agencies: readonly string[], { to, procedure }: IndexAsked): Promise<Announced[]> {
    const { store, plans } = this.context;
    const procedures = await store.procedures.find({ agencyId: { $in: [...agencies] }, forApplicants: { $ne: false }, currentVersion: { $exists: true }, ...(procedure === undefined ? {} : { _id: procedure }) }, OF_PROCEDURE).sort({ _id: 1 }).lean<Pick<ProcedureDoc, '_id' | keyof typeof OF_PROCEDURE>[]>();
    const versions = await store.versions.find({ procedureId: { $in: procedures.map(({ _id }) => _id) } }, { procedureId: 1, version: 1, planHash: 1, publishedAt: 1, inForceFrom: 1 }).sort({ version: -1 }).lean();
    const found = await Promise.all(procedures.map(async (each) => {
      const version = versions.find((one) => one.procedureId === each._id && dayOf(one) <= to);
      if (!version) return [];
      const plan = await plans.plan(version.planHash);
      return [{ procedure: each, version, root: plan.processes[plan.root]! }];
    }));
    return found.flat();
  }

  ratingFilter(actor: Actor, { agency, department, procedure, ...days }: IndexAsked, satisfied?: boolean) {
    return {
      $and: [visibleRatings(actor), ...(agency === undefined ? [] : [{ agencies: agency }])], at: instantsOf(days),
      ...(department === undefined ? {} : { departmentIds: { $in: this.context.directory.withPredecessors(department) } }), ...(procedure === undefined ? {} : { procedureId: procedure }),
      ...(satisfied === undefined ? {} : { score: satisfied ? { $gte: SATISFIED } : { $lt: SATISFIED } }),
    };
  }

  /** Records of complaints that had to be answered in the period; what is still within its time is not counted yet. Undefined: those of another agency. */
  async complaints(actor: Actor, { agency, procedure, from, to }: IndexAsked): Promise<{ doc: ImprovementDoc; inTime: boolean }[] | undefined> {
    if (agency !== undefined && !isOfAgency(actor, agency)) return undefined;
    const docs = await this.context.store.improvements.find({ agencyId: agency ?? ofAgency(actor), source: 'complaint', ...(procedure === undefined ? {} : { procedureId: procedure }) }).sort({ openedAt: -1 }).lean();
    const today = deskDay(this.context.now());
    return docs.filter(({ dueDay }) => dueDay >= from && dueDay <= to).flatMap((doc) => {
      const ended = isOver(doc) ? deskDay(doc.history.at(-1)!.at) : undefined;
      return ended === undefined && doc.dueDay >= today ? [] : [{ doc, inTime: ended !== undefined && ended <= doc.dueDay }];
    });
  }

  /** Undefined: those of another agency. */
  async messageFilter(actor: Actor, { agency, procedure, ...days }: IndexAsked) {
    if (agency !== undefined && !isOfAgency(actor, agency)) return undefined;
    const code = procedure === undefined ? undefined : (await this.context.store.procedures.findById(procedure, { code: 1 }).lean())?.code ?? '';
    return { agencyId: agency ?? { $in: agenciesOf(actor) }, at: instantsOf(days), ...(code === undefined ? {} : { procedureCode: code }) };
  }
}
