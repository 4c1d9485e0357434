/** Which file speaks for which element kind. */
import type { ActivityNode, FlowNode, NodeType } from '../../graph/types.js';
import { startQuantityTokens } from '../tokens.js';
import type { Behaviour } from '../turn.js';
import { adHocSubProcess } from './ad-hoc-sub-process.js';
import { businessRuleTask } from './business-rule-task.js';
import { callActivity } from './call-activity.js';
import { complexGateway } from './complex-gateway.js';
import { eventBasedGateway } from './event-based-gateway.js';
import { boundaryEvent, endEvent, intermediateCatchEvent, intermediateThrowEvent, startEvent } from './events.js';
import { exclusiveGateway } from './exclusive-gateway.js';
import { inclusiveGateway } from './inclusive-gateway.js';
import { noneTask } from './none-task.js';
import { parallelGateway } from './parallel-gateway.js';
import { receiveTask } from './receive-task.js';
import { scriptTask } from './script-task.js';
import { sendTask } from './send-task.js';
import { serviceTask } from './service-task.js';
import { subProcess } from './sub-process.js';
import { userTask } from './user-task.js';

/** Activities share how many tokens they need to start. */
const activity = (behaviour: Behaviour): Behaviour => ({
  ...behaviour,
  tokensNeeded: (turn, scope, node, flow) => startQuantityTokens(turn, scope, node as ActivityNode, flow),
});

const behaviours: Record<NodeType, Behaviour> = {
  task: activity(noneTask), manualTask: activity(noneTask), userTask: activity(userTask),
  serviceTask: activity(serviceTask), businessRuleTask: activity(businessRuleTask), sendTask: activity(sendTask),
  receiveTask: activity(receiveTask), scriptTask: activity(scriptTask),
  subProcess: activity(subProcess), transaction: activity(subProcess), adHocSubProcess: activity(adHocSubProcess),
  callActivity: activity(callActivity),
  startEvent, endEvent, intermediateCatchEvent, intermediateThrowEvent, boundaryEvent,
  exclusiveGateway, parallelGateway, inclusiveGateway, complexGateway, eventBasedGateway,
};

export function behaviourOf(node: FlowNode): Behaviour {
  return behaviours[node.type];
}
