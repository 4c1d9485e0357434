/** How dossiers were handled in a period, by procedure: from the figures that are kept, not from the dossiers. */
import type { Actor } from '../directory.js';
import { cellsOf, dayAfter } from '../figures/periods.js';
import { ofAgency } from '../rights.js';
import type { FigureDoc } from '../schemas/figures.js';
import type { QueryContext } from './context.js';

/** `noDue`: decided without a date promised. `hours`: office time from reception to the result, all together. */
export interface HandledSums { received: number; decided: number; onTime: number; late: number; noDue: number; supplemented: number; hours: number }
export interface Handled { total: HandledSums; procedures: (HandledSums & { procedureId: string; code: string; name: string })[] }

const NONE: Readonly<HandledSums> = { received: 0, decided: 0, onTime: 0, late: 0, noDue: 0, supplemented: 0, hours: 0 };

export class Handling {
  constructor(private readonly context: Pick<QueryContext, 'store'>) {}

  /** Dossiers that the person's agency received or took part in; days at the desk, both included. Most decided first. */
  async in(actor: Actor, { from, to }: { from: string; to: string }): Promise<Handled> {
    const { store } = this.context;
    const cells = await store.figures.find({ agencies: ofAgency(actor), departmentId: '', period: { $in: cellsOf({ from, to: dayAfter(to) }) } }, { procedureId: 1, sums: 1 }).lean<Pick<FigureDoc, 'procedureId' | 'sums'>[]>();
    const byProcedure = new Map<string, HandledSums>();
    for (const { procedureId, sums } of cells) byProcedure.set(procedureId, added(byProcedure.get(procedureId) ?? NONE, handledOf(sums)));
    const names = new Map((await store.procedures.find({ _id: { $in: [...byProcedure.keys()] } }, { code: 1, name: 1 }).lean()).map((each) => [each._id, each]));
    const procedures = [...byProcedure].map(([procedureId, sums]) => ({ procedureId, code: names.get(procedureId)?.code ?? procedureId, name: names.get(procedureId)?.name ?? '', ...sums }));
    return { total: [...byProcedure.values()].reduce(added, NONE), procedures: procedures.sort((a, b) => b.decided - a.decided || b.received - a.received || (a.code < b.code ? -1 : 1)) };
  }
}

function handledOf(sums: FigureDoc['sums']): HandledSums {
  const n = (name: string): number => sums[name] ?? 0;
  const [onTime, late, noDue] = [n('settled|dayBefore') + n('settled|sameDay') + n('settled|atDue'), n('settled|late'), n('settled|noDue')];
  return { received: n('received'), decided: onTime + late + noDue, onTime, late, noDue, supplemented: n('supplemented'), hours: n('minutes') / 60 };
}
function added(a: HandledSums, b: HandledSums): HandledSums {
  return { received: a.received + b.received, decided: a.decided + b.decided, onTime: a.onTime + b.onTime, late: a.late + b.late, noDue: a.noDue + b.noDue, supplemented: a.supplemented + b.supplemented, hours: a.hours + b.hours };
}
