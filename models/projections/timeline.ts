/** The log of one dossier as its page tells it: who did what when, and the way it walked. Pure. */
import type { CaseFact } from '../../engine/casework/types.js';
import type { Plan } from '../../engine/graph/types.js';
import type { ProcessEvent } from '../../engine/interpreter/events.js';
import { nodeNamed } from '../../engine/record/ledger.js';
import type { TimelineEntry } from '../../server/contract.js';
import type { LogDoc } from '../schemas/dossier.js';
import { caseEntryOf } from './case-timeline.js';
import { placeOf } from './place.js';

export interface Names { staffName(id: string): string; departmentName(id: string): string }

/** `former`: plans that the dossier ran on before it was moved; they name what the present one does not have. */
export function timelineOf(log: readonly LogDoc[], present: Plan, names: Names, former: readonly Plan[] = []): TimelineEntry[] {
  const before = former.flatMap(({ hash, processes }) => Object.entries(processes).map(([id, graph]) => [`${hash} ${id}`, graph] as const));
  const plan = { ...present, processes: { ...present.processes, ...Object.fromEntries(before) } };
  return log.flatMap((entry): TimelineEntry[] => {
    if (entry.from === 0) return [{ seq: 0, at: entry.at.toISOString(), kind: 'received', ...person(entry.by, names), ...principal(entry.onBehalfOf, names), ...(entry.facts?.note ? { note: entry.facts.note } : {}) }];
    const closed = entry.events.some((event) => event.type === 'factRecorded' && event.fact.type === 'caseClosed');
    return entry.events.flatMap((event) => {
      // Why it ended has been told by the fact.
      if (closed && event.type === 'processEnded') return [];
      const told = tell(event, entry, plan, names);
      return told ? [told] : [];
    });
  });
}

function tell(event: ProcessEvent, entry: LogDoc, plan: Plan, names: Names): TimelineEntry | undefined {
  const at = (kind: TimelineEntry['kind'], element?: string, by?: string): TimelineEntry => ({
    seq: event.seq, at: new Date(event.at).toISOString(), kind, ...(element === undefined ? {} : placed(element, plan, names)), ...person(by, names), ...(by === undefined ? {} : principal(event.onBehalfOf, names)),
    ...(entry.reason && by !== undefined ? { note: entry.reason } : {}),
  });
  switch (event.type) {
    case 'workItemOffered': return at('entered', event.node);
    case 'workItemClaimed': return at('claimed', event.node, event.by);
    case 'workItemAssigned': return { ...at('assigned', event.node, event.by), to: event.to, toName: names.staffName(event.to) };
    case 'workItemReleased': return at('released', event.node, event.by);
    case 'workItemCompleted': return { ...at('completed', event.node, event.by), ...outcomeIn(event, plan) };
    case 'timerFired': return at('timer', event.node);
    case 'messageReceived': return at('message', event.node);
    case 'calendarCorrected': return { ...at('calendar', undefined, event.by), ...(event.moved ? { moved: { from: new Date(event.moved.from).toISOString(), to: new Date(event.moved.to).toISOString() } } : {}) };
    case 'processMigrated': return at('migrated', undefined, event.by);
    case 'incidentRaised': return { ...at('incident', event.incident.node), note: event.incident.message };
    case 'incidentResolved': return at('incidentResolved', undefined, event.by);
    case 'factRecorded': return { ...at('note', undefined, event.by), ...caseEntryOf(event.fact as unknown as CaseFact, names) };
    case 'processEnded': return at(event.status === 'cancelled' ? 'cancelled' : 'ended', undefined, event.by);
    default: return undefined;
  }
}

function placed(element: string, plan: Plan, names: Names): Partial<TimelineEntry> {
  const node = nodeNamed(plan, element);
  const graph = node && Object.values(plan.processes).find((process) => process.nodes[element] === node);
  const department = node && graph && placeOf(graph, node)?.id;
  return { element, step: node?.name ?? element, ...(department ? { departmentName: names.departmentName(department) } : {}) };
}

function person(id: string | undefined, names: Names): Partial<TimelineEntry> {
  return id === undefined ? {} : { by: id, byName: names.staffName(id) };
}

function principal(id: string | undefined, names: Names): Partial<TimelineEntry> {
  return id === undefined ? {} : { onBehalfOf: id, onBehalfOfName: names.staffName(id) };
}

/** The name of the way that was chosen, where the drawing names it by what the step brought. */
function outcomeIn(event: Extract<ProcessEvent, { type: 'workItemCompleted' }>, plan: Plan): Partial<TimelineEntry> {
  const brought = Object.entries(event.data ?? {});
  for (const process of Object.values(plan.processes)) {
    for (const flow of Object.values(process.flows)) {
      const ast = flow.condition?.ast;
      if (!flow.name || ast?.kind !== 'compare' || ast.left.kind !== 'name' || ast.right.kind !== 'literal') continue;
      const { name } = ast.left;
      const { value } = ast.right;
      if (brought.some(([field, given]) => field === name && given === value)) return { outcome: flow.name };
    }
  }
  return {};
}

/** For the drawing: elements done, elements active, flows walked. */
export function pathOf(log: readonly LogDoc[]): { done: string[]; active: string[]; flows: string[] } {
  const done = new Set<string>();
  const flows = new Set<string>();
  const active = new Map<string, string>();
  for (const event of log.flatMap((entry) => entry.events)) {
    if (event.type === 'flowTaken') flows.add(event.flow);
    else if (event.type === 'nodeEntered') active.set(event.instance, event.node);
    else if (event.type === 'nodeCompleted') { done.add(event.node); active.delete(event.instance); }
    else if (event.type === 'nodeCancelled') active.delete(event.instance);
  }
  return { done: [...done], active: [...new Set(active.values())], flows: [...flows] };
}
