/**
 * The clocks beside that of the citizen: how long each agency has had the dossier, by its own calendar, and the timers
 * that the law puts outside the limit. Steps of one agency that run side by side are counted once. Pure.
 */
import { mergePauses } from '../../engine/calendar/pauses.js';
import type { Pause } from '../../engine/calendar/types.js';
import type { FlowNode, Id, Instant, Plan, ProcessGraph } from '../../engine/graph/types.js';
import type { Catcher } from '../../engine/interpreter/state.js';
import { isHeld } from '../../engine/interpreter/working-timers.js';
import type { ProcessEvent } from '../../engine/interpreter/events.js';
import { isContainer } from '../../engine/record/ledger.js';
import { limitInForce } from '../../engine/record/limits.js';
import { limitOf, minutesBetween, type ClockRules, type Limit } from '../calendar.js';
import type { CalendarBook } from '../calendars/book.js';
import { placeOf, type Organisation } from './place.js';

export interface AgencyClock { agencyId: string; spentMinutes: number; running: boolean; /** Where a called process of the agency has a limit of its own. */ limit?: Limit; since?: Instant }
/** Without `dueAt`: held while the dossier stands still. */
export interface OpenTimer { element: Id; name: string; since: Instant; dueAt?: Instant; role: string }

interface Stay { agencyId: string; from: Instant; to?: Instant }
export interface Around { plan: Plan; calendars: CalendarBook; organisation: Organisation }

/** `events` is the whole log; `stops` are the closed and open stretches in which the citizen's clock stood still. */
export function agencyClocks(events: readonly ProcessEvent[], { plan, calendars, organisation }: Around, stops: readonly Pause[], until: Instant, clock?: ClockRules): AgencyClock[] {
  const walk = new Walk(plan, organisation);
  for (const event of events) walk.see(event);
  const agencies = [...new Set(walk.stays.map((stay) => stay.agencyId))];
  return agencies.map((agencyId) => {
    const stays = walk.stays.filter((stay) => stay.agencyId === agencyId);
    const spans = mergePauses(stays.map(({ from, to }) => ({ from, to: Math.max(from, to ?? until) })), 0).flatMap((span) => without(span, mergePauses(stops, 0)));
    const own = walk.called.find((each) => each.agencyId === agencyId);
    const facts = own?.graph.procedure;
    const limit = own && limitOf(facts, limitInForce(facts, own.data, own.since), clock);
    return {
      agencyId, spentMinutes: spans.reduce((sum, { from, to }) => sum + minutesBetween(calendars.of({ agencyId, at: from }).calendar, from, to), 0), running: stays.some((stay) => stay.to === undefined),
      ...(own && limit ? { limit, since: own.since } : {}),
    };
  });
}

/** Timers that are running, with the time since when; the order is that of their beginning. */
export function openTimers(events: readonly ProcessEvent[], plan: Plan): OpenTimer[] {
  const open = new Map<Id, { catcher: Catcher; since: Instant }>();
  for (const event of events) {
    if (event.type === 'catcherDisarmed') open.delete(event.catcher);
    if (event.type === 'catcherArmed') open.set(event.catcher.id, { catcher: event.catcher, since: event.at });
    const changed = event.type === 'waitChanged' ? open.get(event.catcher) : undefined;
    if (event.type === 'waitChanged' && changed) open.set(event.catcher, { ...changed, catcher: { ...changed.catcher, waits: changed.catcher.waits.map((wait) => (wait.index === event.wait.index ? event.wait : wait)) } });
  }
  return [...open.values()].flatMap(({ catcher, since }) => catcher.waits.filter((wait) => wait.dueAt !== undefined || isHeld(wait)).map((wait) => {
    const node = Object.values(plan.processes).map((graph) => graph.nodes[catcher.node]).find(Boolean);
    return { element: catcher.node, name: node?.name ?? catcher.node, since, role: catcher.role, ...(wait.dueAt === undefined ? {} : { dueAt: wait.dueAt }) };
  }));
}

/** Follows scopes and node instances: which process a node stands in decides whose it is. */
class Walk {
  readonly stays: Stay[] = [];
  readonly called: { agencyId: string; graph: ProcessGraph; since: Instant; data: Extract<ProcessEvent, { type: 'scopeOpened' }>['data'] }[] = [];
  private readonly processOf = new Map<Id, Id>();
  private readonly open = new Map<Id, Stay>();

  constructor(private readonly plan: Plan, private readonly organisation: Organisation) {}

  see(event: ProcessEvent): void {
    switch (event.type) {
      case 'scopeOpened': this.scope(event); break;
      case 'nodeEntered': this.enter(event); break;
      case 'nodeCompleted': case 'nodeCancelled': this.leave(event.instance, event.at); break;
      default: break;
    }
  }

  private scope(event: Extract<ProcessEvent, { type: 'scopeOpened' }>): void {
    this.processOf.set(event.scope, event.process);
    if (event.element !== event.process || event.process === this.plan.root || event.owner === undefined) return;
    const graph = this.plan.processes[event.process];
    const department = graph?.lanes.find((lane) => lane.department)?.department;
    const agencyId = department && (this.organisation.agencyOf(department.id) ?? department.agency);
    if (graph && agencyId) this.called.push({ agencyId, graph, since: event.at, data: event.data });
  }

  private enter(event: Extract<ProcessEvent, { type: 'nodeEntered' }>): void {
    const graph = this.plan.processes[this.processOf.get(event.scope) ?? ''];
    const node = graph?.nodes[event.node];
    if (!graph || !node || node.kind !== 'activity' || isContainer(node) || outside(graph, node)) return;
    const place = placeOf(graph, node);
    const agencyId = place && (this.organisation.agencyOf(place.id) ?? place.agency);
    if (!agencyId) return;
    const stay = { agencyId, from: event.at };
    this.stays.push(stay);
    this.open.set(event.instance, stay);
  }

  private leave(instance: Id, at: Instant): void {
    const stay = this.open.get(instance);
    if (stay) stay.to = at;
    this.open.delete(instance);
  }
}

/** A step with a stopped clock, or one inside such a sub-process, is nobody's time. */
function outside(graph: ProcessGraph, node: FlowNode): boolean {
  for (let at: FlowNode | undefined = node; at; at = graph.nodes[at.scope]) {
    if (at.kind === 'activity' && at.step?.clock === 'stopped') return true;
  }
  return false;
}

/** What is left of a span without the stops, which are in order and do not overlap. */
function without({ from, to }: Pause, stops: readonly Pause[]): Pause[] {
  const left: Pause[] = [];
  let at = from;
  for (const stop of stops) {
    if (stop.to <= at || stop.from >= to) continue;
    if (stop.from > at) left.push({ from: at, to: stop.from });
    at = Math.max(at, stop.to);
  }
  return at < to ? [...left, { from: at, to }] : left;
}
