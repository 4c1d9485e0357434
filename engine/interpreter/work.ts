/** Work items: who may act on them, and completing them (WfMC reference model; four eyes by `separateFrom`). */
import type { Data, Id, Plan } from '../graph/types.js';
import type { Rejection } from './commands.js';
import { doer, sharePerson, type Doer } from './people.js';
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
  if (wish === 'act' && holder !== undefined && by !== undefined && holder !== by && holder !== turn.onBehalfOf) {
    return { code: 'work-item-not-yours', message: 'Somebody else has taken this work', details: { by: holder } };
  }
  // Who is given the work does it in his own name.
  return by === undefined ? undefined : fourEyes(turn, instance, doer({ by, ...(wish === 'assign' ? {} : { onBehalfOf: turn.onBehalfOf }) }));
}

/** Refused when somebody else than `expected` holds it by now: whoever hands it on has not seen that. */
export function checkHolder(turn: Turn, item: Id, expected: string | null | undefined): Rejection | undefined {
  const work = turn.state.instances[item]?.work;
  if (expected === undefined || !work || (work.by ?? null) === expected) return undefined;
  return { code: 'work-item-not-yours', message: 'Meanwhile somebody else has this work', details: { by: work.by ?? null } };
}

function fourEyes(turn: Turn, instance: NodeInstance, now: Doer): Rejection | undefined {
  const node = turn.node(instance);
  const apart = node.kind === 'activity' ? (node.step?.separateFrom ?? []) : [];
  const { performers, principals } = turn.state;
  const clash = apart.find((each) => performers[each] !== undefined && sharePerson(now, doer({ by: performers[each], onBehalfOf: principals?.[each] })));
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
