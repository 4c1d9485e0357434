/** Days of a report that are both counted, `YYYY-MM-DD`, as the kept figures and as the lists ask for them. Pure. */
import { deskMidnight } from '../desk.js';
import { cellsOf, dayAfter } from '../figures/periods.js';

export interface BothDays { from: string; to: string }

export const instantsOf = ({ from, to }: BothDays): { $gte: Date; $lt: Date } => ({ $gte: deskMidnight(from), $lt: deskMidnight(dayAfter(to)) });
export const periodsOf = ({ from, to }: BothDays): string[] => cellsOf({ from, to: dayAfter(to) });
