/** Wires the layers of the interpreter to each other; the only module that knows them all. */
import type { ActivityNode } from '../graph/types.js';
import { completeActivity, leaveActivity } from './activities.js';
import { behaviourOf } from './behaviours/index.js';
import { fire } from './firing.js';
import type { Machine } from './turn.js';

export const machine: Machine = {
  behaviourOf, fire, completeActivity,
  leaveActivity: (turn, instance, inner) => leaveActivity(turn, instance, turn.node(instance) as ActivityNode, inner),
};
