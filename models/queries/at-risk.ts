/** Dossiers that are likely to be late, for who may see them: from what was worked out before, looked at again before it is told. */
import type { QueryFilter } from 'mongoose';
import { LEAST_SIMILAR } from '../../engine/log-checks/similar.js';
import type { AtRiskPage, AtRiskRow } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { NOW } from '../figures/cells.js';
import type { Risk } from '../practice/risks.js';
import { ofAgency, visibleDossiers } from '../rights.js';
import type { DossierDoc } from '../schemas/dossier.js';
import type { FigureDoc, Sums } from '../schemas/figures.js';
import { skipOf, type Paging, type QueryContext } from './context.js';
import { stepsOf } from './late.js';
import { proceduresOf, type OverviewFilter } from './overview.js';
import type { PracticeQueries } from './practice.js';

const PARTS = { dossierNo: 1, procedureId: 1, 'facts.procedureName': 1, dueAt: 1, steps: 1, paused: 1 } as const;
type Part = Pick<DossierDoc, '_id' | 'dossierNo' | 'procedureId' | 'dueAt' | 'steps' | 'paused'> & { facts: Pick<DossierDoc['facts'], 'procedureName'> };

export class AtRiskQueries {
  constructor(private readonly context: QueryContext, private readonly practice: PracticeQueries) {}

  async list(actor: Actor, query: OverviewFilter & Paging): Promise<AtRiskPage> {
    const answers = await Promise.all((await this.procedures(actor, query)).map((procedureId) => this.practice.risks(actor, procedureId)));
    const told = answers.flatMap(({ value }) => value.risks).filter((risk) => this.isAsked(risk, query)).sort((a, b) => b.most - b.slack - (a.most - a.slack));
    const docs = new Map((await this.context.store.dossiers.find({ _id: { $in: told.map(({ dossierId }) => dossierId) }, ...visibleDossiers(actor), open: true }, PARTS).lean<Part[]>()).map((doc) => [doc._id, doc]));
    const now = this.context.now();
    const rows = told.flatMap((risk) => { const doc = docs.get(risk.dossierId); return doc && isStill(risk, doc, now) ? [{ risk, doc }] : []; });
    return {
      items: rows.slice(skipOf(query), skipOf(query) + query.pageSize).map(({ risk, doc }) => this.row(actor, risk, doc)), total: rows.length, page: query.page, pageSize: query.pageSize,
      asOf: new Date(Math.min(now.getTime(), ...answers.map(({ at }) => at.getTime()))).toISOString(), least: LEAST_SIMILAR,
    };
  }

  /** Those of which something is open, as the figures have it. */
  private async procedures(actor: Actor, { agency, procedure, field, channel }: OverviewFilter): Promise<string[]> {
    const known = field === undefined ? [] : await this.context.store.procedures.find({ field }, { field: 1 }).lean();
    const filter: QueryFilter<FigureDoc> = { agencies: ofAgency(actor), departmentId: '', period: NOW, ...(agency === undefined ? {} : { agencyId: agency }), ...proceduresOf(known, { procedure, field }), ...(channel === undefined ? {} : { channel }) };
    const cells = await this.context.store.figures.find(filter, { procedureId: 1, 'sums.open': 1 }).lean<{ procedureId: string; sums?: Sums }[]>();
    return [...new Set(cells.filter(({ sums }) => sums?.['open'] !== undefined).map(({ procedureId }) => procedureId))].sort();
  }

  private isAsked({ agencyId, channel, departments }: Risk, asked: OverviewFilter): boolean {
    const within = asked.department === undefined ? undefined : this.context.directory.withPredecessors(asked.department);
    return (asked.agency === undefined || agencyId === asked.agency) && (asked.channel === undefined || channel === asked.channel) && (within === undefined || departments.some((each) => within.includes(each)));
  }

  private row(actor: Actor, { step, half, most, slack, similar }: Risk, doc: Part): AtRiskRow {
    return {
      dossierId: doc._id, dossierNo: doc.dossierNo, procedureId: doc.procedureId, procedureName: doc.facts.procedureName, steps: stepsOf(this.context, actor, doc.steps), dueAt: doc.dueAt!.toISOString(),
      step, halfMinutes: half, mostMinutes: most, slackMinutes: slack, similar,
    };
  }
}

/** Since it was worked out, it may have gone on, been stopped, or become late. */
function isStill({ element, dueAt }: Risk, doc: Part, now: Date): boolean {
  return !doc.paused && doc.dueAt?.getTime() === dueAt && doc.dueAt >= now && doc.steps.some((step) => step.element === element);
}
