/** Cases to compare, made of the dossiers of an event log. */
import { vnOffice } from '../calendar/vn-office.js';
import type { WorkCalendar } from '../calendar/compile.js';
import { type Dossier, dossiersOf } from '../log-checks/dossier.js';
import { groupBy, quantile } from '../log-checks/numbers.js';
import { type Drawing, LogSubject } from '../log-checks/subject.js';
import { unionHours } from '../log-checks/work.js';
import type { EventLog } from '../mining/log/types.js';
import type { EffectCase } from './types.js';

/** So large a share of the dossiers before the change had ended within the time that a dossier must have had to be looked at. */
const RIPE = 0.95;
const QUARTER_MONTHS = 3;

export interface CaseOptions {
  /** Versions of the procedure, as the log names them. */
  before: string; after: string;
  /** Office hours; those of Viet Nam when absent. */
  calendar?: WorkCalendar;
  /** Where open dossiers are looked at from, epoch milliseconds; the last event of the log when absent. */
  asOf?: number;
  /** Of the versions, for limits that the log does not say. */
  drawings?: { before?: Drawing; after?: Drawing };
  /** Only dossiers received since then are before the change; epoch milliseconds. */
  since?: number;
}

/**
 * Dossiers of both versions that have had time to end: whoever was received too lately is left out, else the quick ones
 * alone would speak for the new version. A dossier that is still open after that time counts with its hours so far.
 * Dossiers that were moved from one version to another belong to neither.
 */
export function casesOf(log: EventLog, { before, after, calendar = vnOffice(), asOf, drawings = {}, since = -Infinity }: CaseOptions): { before: EffectCase[]; after: EffectCase[]; tooYoung: number } {
  const all = dossiersOf(log).filter(({ versions, turns, waiting }) => versions.length === 1 && turns.length + waiting.length > 0);
  const now = asOf ?? all.reduce((most, each) => Math.max(most, each.to), -Infinity);
  const groups = groupBy(all, ({ versions }) => versions[0]);
  const subject = (version: string, drawing: Drawing | undefined): LogSubject => new LogSubject({ log, dossiers: (groups.get(version) ?? []).filter(({ from }) => from >= since || version === after), calendar, asOf: now, version, drawing });
  const [one, two] = [subject(before, drawings.before), subject(after, drawings.after)];
  const ripe = quantile(one.complete.map((each) => each.to - each.from), RIPE);
  const isRipe = ({ from }: Dossier): boolean => from + ripe <= now;
  return {
    before: one.dossiers.filter(isRipe).map((each) => caseOf(one, each)), after: two.dossiers.filter(isRipe).map((each) => caseOf(two, each)),
    tooYoung: two.dossiers.filter((each) => !isRipe(each)).length,
  };
}

function caseOf(subject: LogSubject, dossier: Dossier): EffectCase {
  const whole = dossier.complete ? dossier : { ...dossier, to: subject.asOf };
  const over = subject.overrun(whole);
  const taken = dossier.turns.some(({ started }) => started !== undefined);
  const quarter = Math.floor(new Date(dossier.from).getUTCMonth() / QUARTER_MONTHS) + 1;
  const result = dossier.complete ? dossier.result ?? (subject.isRefused(dossier) ? 'refused' : 'granted') : undefined;
  return {
    from: dossier.from, hours: subject.elapsed(whole), handOvers: handOversOf(dossier), ...(over !== undefined && { late: over > 0 }), ...(taken && { work: unionHours(subject, dossier.turns) }),
    strata: { season: `Q${quarter}`, ...(result !== undefined && { result }), ...(dossier.channel !== undefined && { channel: dossier.channel }) },
  };
}

/** Departments of its steps in the order of completion: how often the next is another. */
function handOversOf({ turns }: Dossier): number {
  const units = turns.flatMap(({ unit }) => unit ?? []);
  return units.filter((unit, i) => i > 0 && unit !== units[i - 1]).length;
}
