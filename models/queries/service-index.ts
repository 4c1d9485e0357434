/** The service index of agencies, from what the product keeps: by agency, period, department and procedure. */
import type { IndexReport } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { agenciesOf } from '../rights.js';
import { countsOfDossiers, countsOfSteps } from '../service-index/counts.js';
import { indicatorOf, INDICATOR_IDS, type IndicatorId, type Weights } from '../../engine/service-index/indicators.js';
import { indexOf, type Count, type Counts } from '../../engine/service-index/points.js';
import { isInTime, isWholeOnline, missingOf, type Announced } from '../service-index/published.js';
import { lastSpans, type IndexBy } from '../service-index/period.js';
import { IndexSources, type CellFound, type IndexAsked } from '../service-index/sources.js';
import { weightsOf } from '../settings/definitions.js';
import type { QueryContext } from './context.js';

export class ServiceIndex {
  private readonly sources: IndexSources;

  constructor(private readonly context: QueryContext) {
    this.sources = new IndexSources(context);
  }

  async report(actor: Actor, asked: IndexAsked): Promise<IndexReport> {
    const { directory, now } = this.context;
    const [cells, weights, procedures] = await Promise.all([this.sources.cells(actor, asked), this.weights(actor), this.context.store.procedures.find({}, { name: 1 }).lean()]);
    const own = agenciesOf(actor);
    const agencies = [...new Set([...own, ...cells.map(({ agencyId }) => agencyId)])];
    const announced = await this.sources.announced(agencies, asked);
    const row = async (agency: string) => ({ id: agency, name: directory.agencyName(agency), ...indexOf(await this.counts(actor, { ...asked, agency }, { cells, announced }), weights) });
    const whole = indexOf(await this.counts(actor, asked, { cells, announced }), weights);
    const seen = new Set([...cells.map(({ procedureId }) => procedureId), ...announced.map(({ procedure }) => procedure._id)]);
    return {
      ...whole, series: asked.by === undefined ? [] : await this.series(actor, asked, { by: asked.by, agencies, weights }), from: asked.from, to: asked.to, asOf: now().toISOString(),
      agencies: asked.department === undefined ? await Promise.all(agencies.filter((id) => asked.agency === undefined || id === asked.agency).map(row)) : [],
      choices: {
        agencies: agencies.map((id) => ({ id, name: directory.agencyName(id) })), departments: directory.departmentsOf(actor.agencyId).map(({ _id, name }) => ({ id: _id, name })),
        procedures: procedures.filter(({ _id }) => seen.has(_id)).map(({ _id, name }) => ({ id: _id, name })),
      },
    };
  }

  private series(actor: Actor, asked: IndexAsked, { by, agencies, weights }: { by: IndexBy; agencies: readonly string[]; weights: Weights }): Promise<IndexReport['series']> {
    return Promise.all(lastSpans(asked.to, by).map(async ({ name, ...days }) => {
      const of = { ...asked, ...days };
      const [cells, announced] = await Promise.all([this.sources.cells(actor, of), this.sources.announced(agencies, of)]);
      const { indicators: _indicators, ...sums } = indexOf(await this.counts(actor, of, { cells, announced }), weights);
      return { period: name, ...sums };
    }));
  }

  /** How many stand behind an indicator, by whether it was met. */
  async count(actor: Actor, asked: IndexAsked, id: IndicatorId): Promise<Count | undefined> {
    return (await this.counts(actor, asked, { cells: await this.sources.cells(actor, asked), announced: [] }))[id];
  }

  async weights(actor: Actor): Promise<Weights> {
    const { settings } = this.context;
    await settings.upToDate();
    return weightsOf((key) => settings.get(key, { agencyId: actor.agencyId }));
  }

  private async counts(actor: Actor, asked: IndexAsked, { cells, announced }: { cells: readonly CellFound[]; announced: readonly Announced[] }): Promise<Counts> {
    const { agency, department, procedure } = asked;
    const of = cells.filter((cell) => (agency === undefined || department !== undefined || cell.agencyId === agency) && (procedure === undefined || cell.procedureId === procedure));
    const satisfied = await this.ratings(actor, asked);
    if (department !== undefined) {
      const apart = INDICATOR_IDS.filter((id) => { const { byDepartment, isKept } = indicatorOf(id); return !byDepartment && isKept !== false; });
      return { ...Object.fromEntries(apart.map((id) => [id, { absent: 'notByDepartment' as const }])), ...countsOfSteps(of), satisfied };
    }
    const [complaintsInTime, toldPortal] = await Promise.all([this.complaints(actor, asked), this.messages(actor, asked)]);
    return { ...countsOfDossiers(of), ...countsOfProcedures(announced.filter(({ procedure: each }) => agency === undefined || each.agencyId === agency)), satisfied, complaintsInTime, toldPortal };
  }

  private async ratings(actor: Actor, asked: IndexAsked): Promise<Count> {
    const { ratings } = this.context.store;
    const [met, all] = await Promise.all([ratings.countDocuments(this.sources.ratingFilter(actor, asked, true)), ratings.countDocuments(this.sources.ratingFilter(actor, asked))]);
    return { met, all };
  }
  private async complaints(actor: Actor, asked: IndexAsked): Promise<Count> {
    const found = await this.sources.complaints(actor, asked);
    return found ? { met: found.filter(({ inTime }) => inTime).length, all: found.length } : { absent: 'notKept' };
  }
  private async messages(actor: Actor, asked: IndexAsked): Promise<Count> {
    const { portalChanges } = this.context.store;
    const filter = await this.sources.messageFilter(actor, asked);
    if (!filter) return { absent: 'notKept' };
    if (!(await portalChanges.exists({ agencyId: filter.agencyId }))) return { absent: 'notConnected' };
    const [met, all] = await Promise.all([portalChanges.countDocuments({ ...filter, state: 'sent' }), portalChanges.countDocuments(filter)]);
    return { met, all };
  }
}

function countsOfProcedures(announced: readonly Announced[]): Counts {
  const dated = announced.filter((each) => isInTime(each) !== undefined);
  return {
    publishedInTime: { met: dated.filter((each) => isInTime(each)).length, all: dated.length }, fullContent: { met: announced.filter((each) => missingOf(each).length === 0).length, all: announced.length },
    wholeOnline: { met: announced.filter(isWholeOnline).length, all: announced.length },
  };
}
