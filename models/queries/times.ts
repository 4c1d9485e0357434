/** Every clock of one dossier, explained: the citizen's, those of its open steps, those of the agencies, running timers. */
import type { Pause } from '../../engine/calendar/types.js';
import type { Plan } from '../../engine/graph/types.js';
import { nodeNamed } from '../../engine/record/ledger.js';
import type { AgencyClockView, DossierView, DueView, TimerView } from '../../server/contract.js';
import { answerOf } from '../calendar.js';
import type { CalendarBook } from '../calendars/book.js';
import type { Directory } from '../directory.js';
import { dueViewOf, withExtensions } from '../due-view.js';
import { agencyClocks, openTimers } from '../projections/clocks.js';
import type { DossierDoc, LogDoc, WorkItemDoc } from '../schemas/dossier.js';

interface Around { calendars: CalendarBook; directory: Directory; now: Date }
type Times = Pick<DossierView, 'due' | 'clocks' | 'timers'>;

export function dossierTimes(doc: DossierDoc, log: readonly LogDoc[], plan: Plan, around: Around): Times {
  const pauses = pausesOf(doc, log, plan, around.directory);
  const due = dueView(doc, pauses, around.calendars);
  return { ...(due ? { due } : {}), clocks: clocksOf(doc, log, plan, around), timers: timersOf(log, plan) };
}

/** Nothing while the clock stands still: the date is known again when it runs again. */
function dueView(doc: DossierDoc, pauses: readonly Pause[], calendars: CalendarBook): DueView | undefined {
  const { limit, dueAt } = doc;
  if (!limit || !dueAt) return undefined;
  const { calendar } = calendars.of({ named: doc.calendarId, agencyId: doc.agencyId });
  return answerOf(() => withExtensions(dueViewOf(calendar, doc.receivedAt.getTime(), limit, pauses), doc));
}

/** The ledger of an open step. */
export function stepDueView(item: WorkItemDoc, doc: DossierDoc, calendars: CalendarBook): DueView | undefined {
  const { limit } = item;
  if (!limit || !item.stepDueAt) return undefined;
  const { calendar } = calendars.of({ named: item.calendarId, departmentId: item.departmentId, agencyId: item.agencyId });
  return answerOf(() => dueViewOf(calendar, item.since.getTime(), limit, item.outside ? [] : closed(doc)));
}

const closed = (doc: DossierDoc): Pause[] => doc.stops.flatMap(({ from, to }) => (to && to > from ? [{ from: from.getTime(), to: to.getTime() }] : []));

/** Each stop with who brought it about and what was waited for. */
function pausesOf(doc: DossierDoc, log: readonly LogDoc[], plan: Plan, directory: Directory): Pause[] {
  return closed(doc).map((pause) => {
    const why = whyStopped(log.filter((entry) => entry.at.getTime() === pause.from), plan, directory);
    return { ...pause, ...(why ? { why } : {}) };
  });
}

/** Of several entries at one instant, the one that brought it about. */
function whyStopped(entries: readonly LogDoc[], plan: Plan, directory: Directory): string {
  for (const { events, by } of entries) {
    const steps = events.flatMap((event) => {
      if (event.type === 'factRecorded' && event.fact['type'] === 'haltBegan') return [String(event.fact['reason'])];
      const node = event.type === 'nodeEntered' ? nodeNamed(plan, event.node) : undefined;
      return node?.kind === 'activity' && node.step?.clock === 'stopped' ? [node.name ?? node.id] : [];
    });
    if (steps.length > 0) return [steps.join(', '), by ? directory.staffName(by) : ''].filter(Boolean).join(' · ');
  }
  return '';
}

function clocksOf(doc: DossierDoc, log: readonly LogDoc[], plan: Plan, { calendars, directory, now }: Around): AgencyClockView[] {
  const until = (doc.endedAt ?? now).getTime();
  const stops = doc.stops.map(({ from, to }) => ({ from: from.getTime(), to: Math.max(from.getTime(), (to ?? now).getTime()) }));
  const clocks = agencyClocks(log.flatMap((entry) => entry.events), { plan, calendars, organisation: directory }, stops, until, doc.facts.clock);
  return clocks.map(({ agencyId, spentMinutes, running, limit, since }) => {
    const { id, calendar } = calendars.of({ agencyId, at: since ?? until });
    const due = limit && since !== undefined ? answerOf(() => dueViewOf(calendar, since, limit, closed(doc))) : undefined;
    return { agencyId, agencyName: directory.agencyName(agencyId), calendar: calendar.data.name ?? id, spentMinutes, running, ...(due ? { due } : {}) };
  });
}

function timersOf(log: readonly LogDoc[], plan: Plan): TimerView[] {
  return openTimers(log.flatMap((entry) => entry.events), plan).map(({ element, name, since, dueAt, role }) => ({
    element, name, kind: role === 'intermediate' || role === 'gateway' ? 'notice' : 'deadline', since: new Date(since).toISOString(), ...(dueAt === undefined ? {} : { dueAt: new Date(dueAt).toISOString() }),
  }));
}
