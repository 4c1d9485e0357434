/** Inclusive gateway: joins what can still come, forks along every condition that holds (BPMN 2.0 section 13.4.3). */
import { chooseFlows, passOn } from '../tokens.js';
import type { Behaviour } from '../turn.js';

export const inclusiveGateway: Behaviour = {
  /** With several incoming flows it waits: whether more tokens can come is looked at once nothing else moves. */
  tokensNeeded: (turn, scope, node, flow) => {
    if (node.incoming.length <= 1) return [flow];
    const { tokens } = turn.scope(scope);
    return node.incoming.every((each) => (tokens[each] ?? 0) > 0) ? node.incoming : [];
  },
  enter: (turn, instance) => {
    const flows = chooseFlows(turn, instance, turn.node(instance));
    if (flows) passOn(turn, instance, flows);
  },
};
