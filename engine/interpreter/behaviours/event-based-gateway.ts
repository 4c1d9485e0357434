/** Event-based gateway: the first event that occurs decides (BPMN 2.0 section 13.4.4). */
import { arm } from '../catchers.js';
import type { Behaviour } from '../turn.js';

export const eventBasedGateway: Behaviour = {
  enter: (turn, instance) => {
    for (const flow of turn.node(instance).outgoing) {
      if (turn.hasIncident(instance.id)) return;
      arm(turn, 'gateway', turn.nodeIn(instance.scope, turn.flow(instance.scope, flow).target), instance.scope, instance.id);
    }
  },
};
