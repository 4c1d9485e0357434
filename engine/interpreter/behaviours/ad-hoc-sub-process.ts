/** Ad-hoc sub-process: activities without order, until the completion condition holds (BPMN 2.0 section 13.3.5). */
import type { ActivityNode, Id } from '../../graph/types.js';
import { enterActivity } from '../activities.js';
import { holds, visibleData } from '../data.js';
import { childrenOf, emptyScope } from '../scopes.js';
import type { NodeInstance, Scope } from '../state.js';
import { enterNode } from '../tokens.js';
import type { Behaviour, Turn } from '../turn.js';
import { openInside } from './sub-process.js';

function entries(turn: Turn, scope: Id): Id[] {
  const { process, element } = turn.scope(scope);
  return childrenOf(turn.graph(process), element)
    .filter((node) => node.incoming.length === 0 && (node.kind !== 'event' || node.type !== 'boundaryEvent') && (node.kind !== 'activity' || (!node.triggeredByEvent && !node.isForCompensation)))
    .map((node) => node.id);
}

/** Parallel ordering opens every activity, sequential one at a time, in document order. */
function open(turn: Turn, instance: NodeInstance, node: ActivityNode, scope: Id, waiting: readonly Id[]): void {
  const [first, ...rest] = waiting;
  const now = node.adHoc?.ordering === 'sequential' ? waiting.slice(0, 1) : waiting;
  turn.emit({ type: 'adHocPending', instance: instance.id, pending: first !== undefined && now.length === 1 ? rest : [] });
  for (const each of now) turn.moves.push(() => { if (turn.state.scopes[scope]) enterNode(turn, scope, each); });
}

export const adHocSubProcess: Behaviour = {
  enter: (turn, instance) => enterActivity(turn, instance, turn.node(instance) as ActivityNode, (t, each, node) => {
    const inside = openInside(t, each, node);
    if (inside !== undefined) open(t, t.instance(each.id), node, inside, entries(t, inside));
  }),
};

/** Called when something inside ended. True when it did anything. */
export function advanceAdHoc(turn: Turn, scope: Scope, owner: NodeInstance, node: ActivityNode, active: readonly NodeInstance[]): boolean {
  const condition = node.adHoc?.completionCondition;
  const waiting = owner.pending ?? [];
  let complete = !condition && active.length === 0 && waiting.length === 0;
  if (condition) {
    const result = holds(turn, condition, visibleData(turn, scope.id));
    if (!result.ok) {
      if (turn.hasIncident(owner.id)) return false;
      turn.raiseIncident(owner.id, 'condition-failed', result.message);
      return false;
    }
    complete = result.value && (active.length === 0 || node.adHoc?.cancelRemaining === true);
    if (result.value && !complete) return false;
  }
  if (complete) {
    emptyScope(turn, scope.id, 'terminated');
    turn.machine.completeActivity(turn, turn.instance(owner.id));
    return true;
  }
  if (active.length > 0) return false;
  // Nothing runs and the condition does not hold yet: the next activity, or all of them once more.
  open(turn, owner, node, scope.id, waiting.length > 0 ? waiting : entries(turn, scope.id));
  return true;
}
