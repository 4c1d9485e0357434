/** The manager's overview, from the figures that are kept: no dossier is read. */
import type { QueryFilter } from 'mongoose';
import type { OverviewReport } from '../../server/contract.js';
import { deskDay, deskMidnight } from '../desk.js';
import type { Actor } from '../directory.js';
import { NOW } from '../figures/cells.js';
import { type By, cellsOf, dayAfter, type Days, type Span, spansOf, usualBy } from '../figures/periods.js';
import { type Cell, type KnownProcedure, OverviewRows } from '../figures/rows.js';
import { type Asked, flowOf, standOf, Stays, Tally } from '../figures/tally.js';
import { wrongField } from '../problem.js';
import { agenciesOf, ofAgency } from '../rights.js';
import type { FigureDoc } from '../schemas/figures.js';
import { present, type QueryContext } from './context.js';

/** Which dossiers; `department`: the work of one instead. */
export interface OverviewFilter { agency?: string | undefined; department?: string | undefined; procedure?: string | undefined; field?: string | undefined; channel?: string | undefined }
export interface OverviewQuery extends OverviewFilter { from: Date; to: Date; by?: By | undefined }

const CELL = { period: 1, agencyId: 1, departmentId: 1, procedureId: 1, channel: 1, sums: 1 } as const;
export const CHANNELS = ['desk', 'online', 'post'] as const;
/** Rows of the series. */
const MOST_SPANS = 400;
/** No register reaches back further. */
const FIRST_DAY = '1900-01-01';

export class OverviewQueries {
  constructor(private readonly context: QueryContext) {}

  async report(actor: Actor, query: OverviewQuery): Promise<OverviewReport> {
    const moment = present(this.context, actor.agencyId);
    const days = this.daysOf(query);
    const by = query.by ?? usualBy(days);
    const spans = spansOf(days, by);
    if (spans.length > MOST_SPANS) throw wrongField('by', `the period has more than ${MOST_SPANS} of them`);
    const known = await this.context.store.procedures.find({}, { code: 1, name: 1, field: 1 }).lean<KnownProcedure[]>();
    const [cells, work] = await Promise.all([this.cells(actor, query, known, days, spans), this.work(actor, query, known, days)]);
    const ofWork = query.department !== undefined;
    return {
      from: deskMidnight(days.from).toISOString(), to: deskMidnight(days.to).toISOString(), asOf: moment.now.toISOString(), by, of: ofWork ? 'work' : 'dossiers',
      ...new OverviewRows(cells, spans, { moment, ofWork, procedures: new Map(known.map((each) => [each._id, each])), agencyName: (id) => this.context.directory.agencyName(id) }).all(),
      byDepartment: this.departments(actor, query, work, moment), choices: this.choices(actor, known),
    };
  }

  /** Whole days; the day that `to` falls into is in the period. Nothing is known of what is to come. */
  private daysOf({ from, to }: OverviewQuery): Days {
    const [today, last] = [deskDay(this.context.now()), deskDay(new Date(to.getTime() - 1))];
    const first = deskDay(from) < FIRST_DAY ? FIRST_DAY : deskDay(from);
    const end = dayAfter(last < today ? last : today);
    return { from: first < end ? first : end, to: end };
  }

  /** From the first day of the period to this day, because what was carried over is told backwards; and what is open. */
  private cells(actor: Actor, query: OverviewQuery, known: readonly KnownProcedure[], days: Days, spans: readonly Span[]): Promise<Cell[]> {
    const rest = cellsOf({ from: days.to, to: dayAfter(deskDay(this.context.now())) });
    return this.read(actor, query, known, query.department === undefined ? [''] : this.context.directory.withPredecessors(query.department), [...spans.flatMap((span) => span.cells), ...rest, NOW]);
  }
  private work(actor: Actor, query: OverviewQuery, known: readonly KnownProcedure[], days: Days): Promise<Cell[]> {
    const { directory } = this.context;
    const own = query.department === undefined ? agenciesOf(actor).flatMap((id) => directory.departmentsOf(id).map(({ _id }) => _id)) : directory.withPredecessors(query.department);
    return this.read(actor, query, known, own, [...cellsOf(days), NOW]);
  }
  private read(actor: Actor, { agency, procedure, field, channel }: OverviewFilter, known: readonly KnownProcedure[], departments: readonly string[], periods: readonly string[]): Promise<Cell[]> {
    const filter: QueryFilter<FigureDoc> = {
      agencies: ofAgency(actor), departmentId: departments.length === 1 ? departments[0]! : { $in: [...departments] }, period: { $in: [...periods] },
      ...(agency === undefined ? {} : { agencyId: agency }), ...proceduresOf(known, { procedure, field }), ...(channel === undefined ? {} : { channel }),
    };
    return this.context.store.figures.find(filter, CELL).lean<Cell[]>().exec();
  }

  /** Those that go on, each with the work of those that it continues. */
  private departments(actor: Actor, { department }: OverviewFilter, cells: readonly Cell[], moment: Asked): OverviewReport['byDepartment'] {
    const { directory } = this.context;
    const going = directory.departmentsOf(actor.agencyId).filter(({ _id }) => !directory.hasEnded(_id) && (department === undefined || _id === department)).map(({ _id }) => _id);
    const rowOf = new Map(going.flatMap((id) => directory.withPredecessors(id).map((each) => [each, id] as const)));
    const rows = new Map(going.map((id) => [id, { tally: new Tally(), stays: new Stays() }]));
    for (const { period, departmentId, sums } of cells) {
      const id = rowOf.get(departmentId) ?? departmentId;
      const row = rows.get(id) ?? { tally: new Tally(), stays: new Stays() };
      rows.set(id, row);
      if (period === NOW) row.tally.addStand(standOf(sums, moment));
      else {
        row.tally.addFlow(flowOf(sums, moment.early), true);
        row.stays.add(sums);
      }
    }
    return [...rows].map(([id, { tally, stays }]) => {
      const { received, resolved, late, open, overdue, dueSoon, paused } = tally.figures(true);
      const medianMinutes = stays.median();
      return { departmentId: id, departmentName: directory.departmentName(id), received, open, dueSoon, overdue, paused, completed: resolved, late, ...(medianMinutes === undefined ? {} : { medianMinutes }) };
    });
  }

  private choices(actor: Actor, known: readonly KnownProcedure[]): OverviewReport['choices'] {
    const { directory } = this.context;
    return {
      agencies: directory.allAgencies().map(({ _id, name }) => ({ id: _id, name })), departments: directory.departmentsOf(actor.agencyId).map(({ _id, name }) => ({ id: _id, name })),
      procedures: known.map(({ _id, code, name }) => ({ id: _id, name: `${code} · ${name}` })).sort((a, b) => (a.name < b.name ? -1 : 1)),
      fields: [...new Set(known.flatMap(({ field }) => field ?? []))].sort((a, b) => a.localeCompare(b, 'vi')), channels: [...CHANNELS],
    };
  }
}

/** A procedure, those of a field, or both. */
export function proceduresOf(known: readonly Pick<KnownProcedure, '_id' | 'field'>[], { procedure, field }: Pick<OverviewFilter, 'procedure' | 'field'>): { procedureId?: string | { $in: string[] } } {
  if (field === undefined) return procedure === undefined ? {} : { procedureId: procedure };
  return { procedureId: { $in: known.filter((each) => each.field === field && (procedure === undefined || each._id === procedure)).map(({ _id }) => _id) } };
}
