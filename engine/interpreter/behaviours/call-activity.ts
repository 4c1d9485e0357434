/** Call activity: a process or global task runs as a scope of its own, which sees nothing but what it is handed. */
import type { ActivityNode, Id, Json } from '../../graph/types.js';
import { enterActivity } from '../activities.js';
import { dataOf, mapData, writtenData } from '../data.js';
import { turnData } from '../loops.js';
import { openScope } from '../scopes.js';
import { startScope } from '../starts.js';
import type { NodeInstance, Scope } from '../state.js';
import type { Behaviour, Turn } from '../turn.js';

/** Processes within processes: deeper is taken for a call without end. */
export const CALL_DEPTH_LIMIT = 10;

function call(turn: Turn, instance: NodeInstance, node: ActivityNode): void {
  const called = node.calledElement;
  if (called === undefined) { turn.machine.completeActivity(turn, instance); return; }
  if (!turn.plan.processes[called]) {
    turn.raiseIncident(instance.id, 'called-element-missing', `No process or global task ${called}`);
    return;
  }
  if (depth(turn, instance.scope) >= CALL_DEPTH_LIMIT) {
    turn.raiseIncident(instance.id, 'called-element-missing', `More than ${CALL_DEPTH_LIMIT} calls within each other`);
    return;
  }
  const local = turnData(turn, instance, node);
  const data: Record<string, Json> = { ...dataOf(turn, instance), ...local };
  const mapped = mapData(turn, node.inputs ?? [], data);
  if (!mapped.ok) { turn.raiseIncident(instance.id, 'expression-failed', mapped.message); return; }
  // Without mappings the callee starts from a copy of all values there are.
  const written = { ...writtenData(turn, instance.scope), ...local };
  const all = node.passesAll?.in ?? !node.inputs?.length;
  const scope = openScope(turn, { process: called, element: called, parent: instance.scope, owner: instance.id, data: { ...(all ? written : {}), ...mapped.values } });
  startScope(turn, scope);
}
function depth(turn: Turn, scope: Id): number {
  let count = 0;
  for (let id: Id | undefined = scope; id !== undefined;) {
    const each: Scope = turn.scope(id);
    if (!each.local && each.element === each.process) count += 1;
    id = each.parent;
  }
  return count;
}

export const callActivity: Behaviour = {
  enter: (turn, instance) => enterActivity(turn, instance, turn.node(instance) as ActivityNode, call),
};
