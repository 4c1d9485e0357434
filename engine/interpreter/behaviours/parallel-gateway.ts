/** Parallel gateway: one token from every incoming flow, one to every outgoing (BPMN 2.0 section 13.4.1). */
import { passOn } from '../tokens.js';
import type { Behaviour } from '../turn.js';

export const parallelGateway: Behaviour = {
  tokensNeeded: (turn, scope, node) => {
    const { tokens } = turn.scope(scope);
    return node.incoming.every((flow) => (tokens[flow] ?? 0) > 0) ? node.incoming : [];
  },
  enter: (turn, instance) => passOn(turn, instance),
};
