/** Receive task: waits for its message. */
import type { ActivityNode } from '../../graph/types.js';
import { enterActivity } from '../activities.js';
import { arm } from '../catchers.js';
import type { Behaviour } from '../turn.js';

export const receiveTask: Behaviour = {
  enter: (turn, instance) => enterActivity(turn, instance, turn.node(instance) as ActivityNode, (t, each, node) => {
    arm(t, 'receive', node, each.scope, each.id);
  }),
};
