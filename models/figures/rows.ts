/** The tables of the overview, each from the same cells. Pure. */
import type { OverviewFigures, OverviewReport } from '../../server/contract.js';
import type { FigureDoc } from '../schemas/figures.js';
import type { ProcedureDoc } from '../schemas/procedure.js';
import { NOW } from './cells.js';
import type { Span } from './periods.js';
import { type Asked, flowOf, standOf, States, Tally } from './tally.js';

export type Cell = Pick<FigureDoc, 'period' | 'agencyId' | 'departmentId' | 'procedureId' | 'channel' | 'sums'>;
export type KnownProcedure = Pick<ProcedureDoc, '_id' | 'code' | 'name' | 'field'>;
interface Around { moment: Asked; ofWork: boolean; procedures: ReadonlyMap<string, KnownProcedure>; agencyName(id: string): string }

export class OverviewRows {
  private readonly whole = new Tally();
  private readonly states = new States();
  private readonly groups = { byAgency: new Map<string, Tally>(), byProcedure: new Map<string, Tally>(), byField: new Map<string, Tally>(), byChannel: new Map<string, Tally>() };
  private readonly series: Tally[];

  constructor(cells: readonly Cell[], private readonly spans: readonly Span[], private readonly around: Around) {
    this.series = spans.map(() => new Tally());
    const spanOf = new Map(spans.flatMap((span, at) => span.cells.map((cell) => [cell, at] as const)));
    for (const cell of cells) this.add(cell, spanOf.get(cell.period));
  }

  private add({ period, agencyId, procedureId, channel, sums }: Cell, span: number | undefined): void {
    const { moment, procedures } = this.around;
    const keys = { byAgency: agencyId, byProcedure: procedureId, byField: procedures.get(procedureId)?.field ?? '', byChannel: channel };
    const tallies = [this.whole, ...(Object.keys(keys) as (keyof typeof keys)[]).map((by) => tallyIn(this.groups[by], keys[by]))];
    if (period === NOW) {
      const stand = standOf(sums, moment);
      for (const tally of tallies) tally.addStand(stand);
      this.states.add(sums, 'state');
      return;
    }
    const flow = flowOf(sums, moment.early);
    for (const tally of tallies) tally.addFlow(flow, span !== undefined);
    if (span === undefined) return;
    this.series[span]!.addFlow(flow, true);
    this.states.add(sums, 'ended');
  }

  all(): Pick<OverviewReport, 'totals' | 'byState' | 'byAgency' | 'byProcedure' | 'byField' | 'byChannel' | 'series'> {
    const { procedures, agencyName, ofWork } = this.around;
    const rows = (by: keyof typeof this.groups, name: (id: string) => string) => [...this.groups[by]].map(([id, tally]) => ({ id, name: name(id), ...tally.figures(ofWork) }))
      .filter((row) => isAnything(row)).sort((a, b) => b.received - a.received || b.open - a.open || (a.name < b.name ? -1 : 1));
    return {
      totals: this.whole.figures(ofWork), byState: this.states.rows(), byAgency: rows('byAgency', agencyName), byField: rows('byField', (id) => id), byChannel: rows('byChannel', (id) => id),
      byProcedure: rows('byProcedure', (id) => procedures.get(id)?.name ?? id),
      series: this.series.map((tally, at) => {
        const { received, resolved, delivered, early, onTime, late } = tally.figures(ofWork);
        return { period: this.spans[at]!.name, received, resolved, onTime, late, ...(ofWork ? {} : { delivered, early }) };
      }),
    };
  }
}

function tallyIn(group: Map<string, Tally>, key: string): Tally {
  const tally = group.get(key) ?? new Tally();
  group.set(key, tally);
  return tally;
}
/** What ended after the period alone leaves a row of nothing. */
const isAnything = ({ received, carriedOver = 0, resolved, open }: OverviewFigures): boolean => received + carriedOver + resolved + open > 0;
