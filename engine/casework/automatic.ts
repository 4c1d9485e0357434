/** What happens to a dossier by itself, and when: reminder, escalation, draft of the apology, closing without an answer. Pure. */
import type { WorkCalendar } from '../calendar/compile.js';
import { shift } from '../calendar/shift.js';
import { CalendarError } from '../calendar/types.js';
import type { Instant } from '../graph/types.js';
import { haltOf } from './fold.js';
import type { CaseRules, Lead } from './rules.js';
import type { AutomaticKind, CaseState } from './types.js';

/** `for`: the date it is about. */
export interface Planned { kind: AutomaticKind; at: Instant; for: Instant }
export interface AutomaticGiven {
  calendar: WorkCalendar; rules: CaseRules; casework: CaseState;
  receivedAt: Instant;
  /** Absent while the clock stands still, and without a limit. */
  dueAt?: Instant;
  /** The result lies ready: nobody waits for the clock. */
  ready: boolean;
}

const BEFORE_DUE = [['apology', 'apology.at'], ['reminder', 'reminder.at'], ['escalation:head', 'escalation.head.at'], ['escalation:leader', 'escalation.leader.at']] as const;

/** What is still to come, earliest first; what was done for this date, or cancelled, is left out. */
export function plannedAutomatic(given: AutomaticGiven): Planned[] {
  const { casework: { done, cancelled } } = given;
  return candidates(given)
    .filter(({ kind, for: about }) => !done.some((each) => each.kind === kind && each.for === about) && !cancelled.some((each) => each.kind === kind))
    .sort((a, b) => a.at - b.at);
}

function candidates({ calendar, rules, casework, receivedAt, dueAt, ready }: AutomaticGiven): Planned[] {
  const halt = haltOf(casework);
  if (halt) {
    const closes = halt.kind === 'supplement' && halt.answerBy !== undefined && rules['supplement.closesUnanswered'];
    return closes ? [{ kind: 'closing', at: halt.answerBy!, for: halt.answerBy! }] : [];
  }
  if (ready || dueAt === undefined) return [];
  return BEFORE_DUE.flatMap(([kind, key]) => {
    // An apology is made once; a lead that reaches back before the reception says that the limit is shorter than it.
    if (kind === 'apology' && (casework.draft || casework.extensions.length >= rules['extension.most'])) return [];
    const at = instantOf(calendar, dueAt, rules[key]);
    return at === undefined || at <= receivedAt ? [] : [{ kind, at, for: dueAt }];
  });
}

function instantOf(calendar: WorkCalendar, dueAt: Instant, lead: Lead): Instant | undefined {
  try {
    return shift(calendar, dueAt, lead);
  } catch (error) {
    // Outside the years that it knows nothing can be planned.
    if (error instanceof CalendarError) return undefined;
    throw error;
  }
}
