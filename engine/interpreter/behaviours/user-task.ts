/** User task: offered to the performers of its lane, waits until one of them completes it (BPMN 2.0 section 10.3.4). */
import type { ActivityNode } from '../../graph/types.js';
import { enterActivity } from '../activities.js';
import type { NodeInstance } from '../state.js';
import type { Behaviour, Turn } from '../turn.js';

export function offer(turn: Turn, instance: NodeInstance): void {
  turn.emit({ type: 'workItemOffered', instance: instance.id, node: instance.node });
}

export const userTask: Behaviour = {
  enter: (turn, instance) => enterActivity(turn, instance, turn.node(instance) as ActivityNode, offer),
};
