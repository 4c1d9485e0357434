/** What a dossier's workflow is told when its timer rings: what is due by itself now, and when to ask again. */
import type { WorkCalendar } from '../../engine/calendar/compile.js';
import { shift } from '../../engine/calendar/shift.js';
import type { CaseRules } from '../../engine/casework/rules.js';
import type { AutomaticKind } from '../../engine/casework/types.js';
import { plannedAutomatic } from '../../engine/casework/automatic.js';
import { newCase } from '../../engine/casework/fold.js';
import type { Data, Instant, Plan } from '../../engine/graph/types.js';
import { limitInForce } from '../../engine/record/limits.js';
import { answerOf, dueOf, limitOf } from '../calendar.js';
import type { CalendarBook } from '../calendars/book.js';
import type { RuleBook } from '../rules.js';
import type { DossierDoc, DossierFacts } from '../schemas/dossier.js';
import type { Store } from '../store.js';
import { plannedOf } from './offered.js';

export interface Due { kind: AutomaticKind; for: Instant; newDueAt?: Instant; reason?: string }
export interface Answer { due: Due[]; next?: Instant }

/** Reason of an apology that nobody wrote; who signs it writes his own. */
const DRAFTED = 'Hồ sơ chưa có kết quả và sắp đến ngày hẹn trả';

/** All that comes by itself, with its instant; a draft of an apology with the date it proposes. Pure. */
export function dueBeside(doc: DossierDoc, rules: CaseRules, calendar: WorkCalendar): (Due & { at: Instant })[] {
  return plannedOf(doc, rules, calendar).flatMap(({ kind, at, for: about }): (Due & { at: Instant })[] => {
    if (kind !== 'apology') return [{ kind, at, for: about }];
    const newDueAt = answerOf(() => shift(calendar, about, rules['extension.proposed']));
    return newDueAt === undefined ? [] : [{ kind, at, for: about, newDueAt, reason: DRAFTED }];
  });
}

/** Pure: `at` is the time of the workflow. */
export function automaticAnswer(doc: DossierDoc, rules: CaseRules, calendar: WorkCalendar, at: Instant): Answer {
  const all = dueBeside(doc, rules, calendar);
  const later = all.find((each) => each.at > at);
  return { due: all.filter((each) => each.at <= at).map(({ at: _at, ...due }) => due), ...(later ? { next: later.at } : {}) };
}

/** When a dossier that is about to be started has to look for the first time; undefined without a limit. */
export function firstWake(facts: Omit<DossierFacts, 'dossierNo'>, plan: Plan, data: Data | undefined, rules: CaseRules, calendar: WorkCalendar): Instant | undefined {
  const receivedAt = facts.receivedAt.getTime();
  const procedure = plan.processes[plan.root]?.procedure;
  const dueAt = dueOf(calendar, receivedAt, limitOf(procedure, limitInForce(procedure, data ?? {}, receivedAt), facts.clock));
  return plannedAutomatic({ calendar, rules, casework: newCase(), receivedAt, ready: false, ...(dueAt === undefined ? {} : { dueAt }) })[0]?.at;
}

interface Dependencies { store: Store; rules: RuleBook; calendars: CalendarBook & { upToDate(): Promise<void> } }

/** Over the read model; throws while that does not show event number `seq`, so that the question comes again. */
export async function askAutomatic({ store, rules, calendars }: Dependencies, dossierId: string, seq: number, at: Instant): Promise<Answer> {
  const [doc] = await Promise.all([store.dossiers.findById(dossierId).lean(), rules.upToDate(), calendars.upToDate()]);
  if (!doc || doc.seq < seq) throw new Error(`the read model does not show event ${seq} of ${dossierId} yet`);
  const { calendar } = calendars.of({ named: doc.calendarId, agencyId: doc.agencyId });
  return automaticAnswer(doc, rules.of(doc.facts).rules, calendar, at);
}
