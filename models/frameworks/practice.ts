/** What the publisher of a framework sees: who follows it, where they deviate, and where practice is better than the framework asks. */
import { readBpmn } from '../../engine/bpmn/read.js';
import { mainLimit } from '../../engine/analysis/library/frameworks.js';
import type { FrameworkAdopter, FrameworkPractice } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { Refusal } from '../problem.js';
import type { QueryContext } from '../queries/context.js';
import { TypicalTimeQueries } from '../queries/typical-times.js';
import type { AdoptedProcedure, AdoptionDoc, FrameworkDoc } from '../schemas/framework.js';
import type { Adoptions } from './adoptions.js';
import { FrameworkParts } from './parts.js';
import type { FrameworkQueries } from './queries.js';

/** Nine dossiers in ten within this share of the limit: the limit could be shorter. */
const BETTER = 0.8;
const MOST_ADOPTERS = 500;

export class FrameworkPracticeQueries {
  private readonly times: TypicalTimeQueries;
  private readonly parts: FrameworkParts;
  constructor(private readonly context: QueryContext, private readonly adoptions: Adoptions, private readonly queries: FrameworkQueries) {
    this.times = new TypicalTimeQueries(context);
    this.parts = new FrameworkParts(context.store);
  }

  /** Throws Refusal unknown-framework, forbidden to anybody but its publisher. */
  async of(actor: Actor, id: string): Promise<FrameworkPractice> {
    const { framework } = await this.adoptions.current(id);
    if (framework.agencyId !== actor.agencyId) throw new Refusal('forbidden', 'only the publisher sees who has adopted a framework');
    const adoptions = await this.context.store.adoptions.find({ frameworkId: id }).sort({ _id: 1 }).limit(MOST_ADOPTERS).lean();
    return { adopters: await Promise.all(adoptions.map((adoption) => this.adopter(framework, adoption))) };
  }

  private async adopter({ _id }: FrameworkDoc, { agencyId, version, at, shares, procedures }: AdoptionDoc): Promise<FrameworkAdopter> {
    return {
      agencyId, agencyName: this.context.directory.agencyName(agencyId), version, at: at.toISOString(), shares,
      procedures: await Promise.all(procedures.map(async (adopted) => {
        const figures = shares ? await this.figures(adopted) : undefined;
        return { code: adopted.code, version: adopted.version, deviations: await this.queries.deviationsOf(await this.adoptions.beside(agencyId, _id, adopted.code)), ...(figures && { figures }) };
      })),
    };
  }

  private async figures({ procedureId, part }: AdoptedProcedure): Promise<FrameworkAdopter['procedures'][number]['figures']> {
    const times = await this.times.of(procedureId);
    if (!times) return undefined;
    const { processes } = await readBpmn(await this.parts.read(part));
    const limit = mainLimit(processes.find(({ procedure }) => procedure)?.procedure);
    const limitMinutes = limit && !limit.calendar ? limit.hours * 60 : undefined;
    return { dossiers: times.dossiers, medianMinutes: times.half, nineInTenMinutes: times.nineInTen, ...(limitMinutes !== undefined && { limitMinutes }), isBetter: limitMinutes !== undefined && times.nineInTen <= BETTER * limitMinutes };
  }
}
