/** What the kept figures say for the index. Pure. */
import { under } from '../figures/cells.js';
import type { FigureDoc, Sums } from '../schemas/figures.js';
import type { Counts } from '../../engine/service-index/points.js';

export type Cell = Pick<FigureDoc, 'agencyId' | 'procedureId' | 'sums'>;
const IN_TIME = ['dayBefore', 'sameDay', 'atDue'];

/** Dossiers without a due date can be neither in time nor late. */
export function countsOfDossiers(cells: readonly (Cell & { channel: string })[]): Counts {
  const sum = (name: string, of = cells): number => of.reduce((all, { sums }) => all + (sums[name] ?? 0), 0);
  const [inTime, late, minutes] = [sumOf(cells, 'settled', (how) => IN_TIME.includes(how)), sumOf(cells, 'settled', (how) => how === 'late'), sum('minutes')];
  return {
    onTime: { met: inTime, all: inTime + late }, timeWithinLimit: { met: minutes - sum('overrun'), all: minutes },
    receivedOnline: { met: sum('received', cells.filter(({ channel }) => channel === 'online')), all: sum('received') }, digitised: { met: sum('digital'), all: sum('withParts') },
  };
}

/** Of a department: its steps. What has no limit of its own is in time. */
export function countsOfSteps(cells: readonly Cell[]): Counts {
  const whole = (name: string): number => sumOf(cells, name, () => true);
  const [done, stay] = [whole('done'), whole('stay')];
  return { onTime: { met: done - whole('late'), all: done }, timeWithinLimit: { met: Math.max(0, stay - whole('over')), all: stay } };
}

function sumOf(cells: readonly { sums: Sums }[], name: string, is: (of: string) => boolean): number {
  let all = 0;
  for (const { sums } of cells) for (const [of, n] of under(sums, name)) if (is(of)) all += n;
  return all;
}
