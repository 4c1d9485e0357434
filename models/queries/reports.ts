/** Where the time of a procedure goes, from the figures that are kept: no work item is read. */
import type { Id, Plan } from '../../engine/graph/types.js';
import type { HeatReport } from '../../server/contract.js';
import { deskDay, deskMidnight } from '../desk.js';
import type { Actor } from '../directory.js';
import { HEAT } from '../figures/cells.js';
import { type DrawnStep, heatTold } from '../figures/heat.js';
import { dayAfter, dayBefore, spansOf } from '../figures/periods.js';
import { Refusal } from '../problem.js';
import { ofAgency } from '../rights.js';
import type { FigureDoc } from '../schemas/figures.js';
import type { QueryContext } from './context.js';

export interface Period { from: Date; to: Date }
/** Which dossiers of the procedure; no version: the one in force. */
export interface HeatAsked extends Period { procedure: string; version?: number | undefined; agency?: string | undefined; channel?: string | undefined }
/** Ten years. */
const MOST_DAYS = 3_660;

export class ReportQueries {
  constructor(private readonly context: QueryContext) {}

  /** Whole days; the day that `to` falls into is in the period. */
  async heat(actor: Actor, { procedure: procedureId, version, agency, channel, ...period }: HeatAsked): Promise<HeatReport> {
    const { store, plans } = this.context;
    const procedure = await store.procedures.findById(procedureId).lean();
    const wanted = version ?? procedure?.currentVersion;
    const found = wanted === undefined ? null : await store.versions.findOne({ procedureId, version: wanted }).lean();
    if (!found || wanted === undefined) throw new Refusal('unknown-version', `procedure ${procedureId} has no version ${String(version ?? '')}`.trimEnd());
    const to = dayAfter(deskDay(new Date(Math.max(period.from.getTime(), period.to.getTime() - 1))));
    const [asked, first] = [deskDay(period.from), dayBefore(to, MOST_DAYS)];
    const from = asked < first ? first : asked;
    const place = { agencies: ofAgency(actor), departmentId: '', procedureId, version: wanted, ...(agency === undefined ? {} : { agencyId: agency }), ...(channel === undefined ? {} : { channel }) };
    const cells = await store.figures.find({ ...place, period: { $in: spansOf({ from, to }, 'day').map(({ name }) => `${HEAT}${name}`) } }, { sums: 1 }).lean<Pick<FigureDoc, 'sums'>[]>();
    const steps = stepsOf(await plans.plan(found.planHash));
    return { procedureId, version: wanted, from: deskMidnight(from).toISOString(), to: deskMidnight(to).toISOString(), ...heatTold(cells.map(({ sums }) => sums), (element) => steps.get(element) ?? { name: element }) };
  }
}

function stepsOf({ processes }: Plan): Map<Id, DrawnStep> {
  return new Map(Object.values(processes).flatMap(({ nodes }) => Object.values(nodes).map((node) => {
    const { limit, unit } = (node.kind === 'activity' ? node.step : undefined) ?? {};
    const limitMinutes = limit === undefined || unit === 'days' ? undefined : Math.round(limit * (unit === 'workingHours' ? 60 : 480));
    return [node.id, { name: node.name ?? node.id, ...(limitMinutes === undefined ? {} : { limitMinutes }) }] as const;
  })));
}
