/** What a work item went through and how it was decided, of the events of a batch. Pure. */
import { outcomesOf } from '../../engine/graph/outcomes.js';
import type { ActivityNode, ProcessGraph } from '../../engine/graph/types.js';
import type { ProcessEvent } from '../../engine/interpreter/events.js';
import type { WorkItemDoc, WorkMark } from '../schemas/dossier.js';

/** Of one item, by the number of each event; nothing when nobody got it or began it. */
export function marksIn(instance: string, events: readonly ProcessEvent[]): { marks?: Record<string, WorkMark> } {
  const marks = events.flatMap((event): [string, WorkMark][] => {
    const mark = markOf(event);
    return mark && 'instance' in event && event.instance === instance ? [[String(event.seq), mark]] : [];
  });
  return marks.length > 0 ? { marks: Object.fromEntries(marks) } : {};
}

function markOf(event: ProcessEvent): WorkMark | undefined {
  const at = new Date(event.at);
  switch (event.type) {
    case 'workItemClaimed': return { at, what: 'claimed', ...(event.by ? { who: event.by } : {}) };
    case 'workItemAssigned': return { at, what: 'assigned', who: event.to };
    case 'workItemStarted': return { at, what: 'started', ...(event.by ? { who: event.by } : {}) };
    case 'workItemReleased': return { at, what: 'released' };
    default: return undefined;
  }
}

/** The way that was chosen; nothing where the drawing leaves no choice or what was brought names none of its ways. */
export function decidedAt(instance: string, graph: ProcessGraph, node: ActivityNode, events: readonly ProcessEvent[]): Pick<WorkItemDoc, 'outcome'> {
  const completed = events.find((event) => event.type === 'workItemCompleted' && event.instance === instance);
  const brought = completed?.type === 'workItemCompleted' ? completed.data : undefined;
  if (!brought) return {};
  const ways = outcomesOf(graph, node);
  const way = ways.length > 1 ? ways.find(({ data }) => Object.entries(data).every(([name, value]) => brought[name] === value)) : undefined;
  return way ? { outcome: { label: way.label || way.id, kind: way.kind } } : {};
}
