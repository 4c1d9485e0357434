/** Abstract and manual tasks: not done by an engine, so they pass at once (BPMN 2.0 section 13.3.3), unless the drawing says who does them. */
import type { ActivityNode } from '../../graph/types.js';
import { completeActivity, enterActivity } from '../activities.js';
import type { Behaviour } from '../turn.js';
import { offer } from './user-task.js';

/** A step with a performer or a time limit is somebody's work, whatever kind of task was drawn. */
export function isHumanStep(node: ActivityNode): boolean {
  return node.step?.role !== undefined || node.step?.limit !== undefined;
}

export const noneTask: Behaviour = {
  enter: (turn, instance) => enterActivity(turn, instance, turn.node(instance) as ActivityNode, (t, each, node) => {
    if (isHumanStep(node)) offer(t, each);
    else completeActivity(t, each);
  }),
};
