/** Exclusive gateway: the first flow whose condition holds, else the default (BPMN 2.0 section 13.4.2). */
import type { GatewayNode } from '../../graph/types.js';
import { dataOf, holds } from '../data.js';
import { passOn } from '../tokens.js';
import type { Behaviour } from '../turn.js';

export const exclusiveGateway: Behaviour = {
  enter: (turn, instance) => {
    const node = turn.node(instance) as GatewayNode;
    const data = dataOf(turn, instance);
    for (const id of node.outgoing) {
      if (id === node.defaultFlow) continue;
      const { condition } = turn.flow(instance.scope, id);
      // A flow without a condition always lets the token pass.
      const result = condition ? holds(turn, condition, data) : { ok: true as const, value: true };
      if (!result.ok) { turn.raiseIncident(instance.id, 'condition-failed', result.message); return; }
      if (result.value) { passOn(turn, instance, [id]); return; }
    }
    if (node.defaultFlow !== undefined) passOn(turn, instance, [node.defaultFlow]);
    else if (node.outgoing.length === 0) passOn(turn, instance, []);
    else turn.raiseIncident(instance.id, 'no-outgoing-flow-taken', `No condition holds at ${node.name ?? node.id} and there is no default flow`);
  },
};
