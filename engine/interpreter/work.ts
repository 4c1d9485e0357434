/** Work items: who may act on them, and completing them (WfMC reference model; four eyes by `separateFrom`). */
import type { Data, Id, Plan } from '../graph/types.js';
import type { Rejection } from './commands.js';
import type { NodeInstance, ProcessState, WorkItem } from './state.js';
import type { Turn } from './turn.js';

/** A person acts on an item that is offered or his; whoever is not named (a test, the system) may act on any. */
export function checkWork(turn: Turn, item: Id, by: string | undefined, wish: 'claim' | 'act' | 'assign'): Rejection | undefined {
  const instance = turn.state.instances[item];
  if (!instance?.work || turn.hasIncident(item)) return { code: 'unknown-work-item', message: 'This work is no longer waiting' };
  const holder = instance.work.by;
  if (wish === 'claim' && holder !== undefined) {
    return { code: 'already-claimed', message: 'Somebody has taken this work', details: { by: holder, since: instance.since } };
  }
  if (wish === 'act' && holder !== undefined && by !== undefined && holder !== by) {
    return { code: 'work-item-not-yours', message: 'Somebody else has taken this work', details: { by: holder } };
  }
  return by === undefined ? undefined : fourEyes(turn, instance, by);
}

function fourEyes(turn: Turn, instance: NodeInstance, by: string): Rejection | undefined {
  const node = turn.node(instance);
  const apart = node.kind === 'activity' ? (node.step?.separateFrom ?? []) : [];
  const clash = apart.find((each) => turn.state.performers[each] === by);
  return clash === undefined ? undefined : { code: 'four-eyes', message: 'The same person did the step that this one has to be separate from', details: { step: clash } };
}

export function completeWork(turn: Turn, item: Id, data?: Data): void {
  const { node } = turn.instance(item);
  turn.emit({ type: 'workItemCompleted', instance: item, node, ...(data ? { data: { ...data } } : {}) });
  turn.machine.completeActivity(turn, turn.instance(item), data);
}

/** Work items that wait for a person, oldest first. */
export function workItems(plan: Plan, state: ProcessState): readonly WorkItem[] {
  return Object.values(state.instances).flatMap((instance) => {
    const process = state.scopes[instance.scope]?.process;
    if (!instance.work || process === undefined || instance.state !== 'active') return [];
    const name = plan.processes[process]?.nodes[instance.node]?.name;
    return [{ id: instance.id, node: instance.node, process, scope: instance.scope, since: instance.since, work: instance.work, ...(name === undefined ? {} : { name }) }];
  });
}
