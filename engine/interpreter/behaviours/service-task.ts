/** Service tasks: the host calls the service and answers with a command. */
import type { ActivityNode } from '../../graph/types.js';
import { enterActivity } from '../activities.js';
import { dataOf } from '../data.js';
import type { NodeInstance } from '../state.js';
import type { Behaviour, Turn } from '../turn.js';

export function invoke(turn: Turn, instance: NodeInstance, node: ActivityNode): void {
  const attempt = (instance.attempts ?? 0) + 1;
  // Declared inputs have been mapped into the local scope; without any, the service sees what the activity sees.
  const local = instance.inner === undefined ? undefined : turn.state.scopes[instance.inner]?.data;
  turn.emit({
    type: 'serviceInvoked', instance: instance.id, node: instance.node, attempt,
    data: { ...(node.inputs?.length && local ? local : dataOf(turn, instance)) },
    ...(node.implementation === undefined ? {} : { implementation: node.implementation }),
  });
}

export const serviceTask: Behaviour = {
  enter: (turn, instance) => enterActivity(turn, instance, turn.node(instance) as ActivityNode, invoke),
};
