/** Business rule task: makes a decision of the plan (BPMN 2.0 section 10.3.3, DMN); without one, its service is asked. */
import { decide } from '../../decision/evaluate.js';
import type { ActivityNode, Json } from '../../graph/types.js';
import { completeActivity, enterActivity } from '../activities.js';
import { dataOf } from '../data.js';
import type { NodeInstance } from '../state.js';
import type { Behaviour, Turn } from '../turn.js';
import { isContext } from './script-task.js';
import { invoke } from './service-task.js';

function run(turn: Turn, instance: NodeInstance, node: ActivityNode): void {
  const decision = node.decision ?? node.implementation;
  if (decision === undefined || !turn.plan.decisions?.[decision]) { invoke(turn, instance, node); return; }
  const result = decide(turn.plan.decisions, decision, dataOf(turn, instance), { now: turn.at });
  if (!result.ok) { turn.raiseIncident(instance.id, 'decision-failed', result.message); return; }
  const { value, rules, name } = result;
  turn.emit({ type: 'decisionMade', instance: instance.id, node: node.id, decision, value, rules });
  completeActivity(turn, turn.instance(instance.id), resultOf(node, name, value));
}
/** Under the variable that the task names, else merged when it is a context, else under the decision's own name. */
function resultOf(node: ActivityNode, name: string, value: Json): Record<string, Json> {
  if (node.resultVariable !== undefined) return { [node.resultVariable]: value };
  return isContext(value) ? { ...value } : { [name]: value };
}

export const businessRuleTask: Behaviour = {
  enter: (turn, instance) => enterActivity(turn, instance, turn.node(instance) as ActivityNode, run),
};
