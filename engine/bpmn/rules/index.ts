/** The rules of BPMN 2.0, and of our own extension, that a file is held to, as one table. */
import { activityRules } from './activities.js';
import { collaborationRules } from './collaborations.js';
import { dataRules } from './data.js';
import { eventDefinitionRules } from './event-definitions.js';
import { eventRules } from './events.js';
import { factRules } from './facts.js';
import { foundationRules } from './foundation.js';
import { gatewayRules } from './gateways.js';
import type { Rule } from './rule.js';
import { schemaRules } from './schema.js';
import { sequenceFlowRules } from './sequence-flows.js';

export const rules: readonly Rule[] = [
  ...schemaRules, ...foundationRules, ...sequenceFlowRules, ...gatewayRules, ...eventRules, ...eventDefinitionRules, ...activityRules, ...dataRules, ...collaborationRules, ...factRules,
];
