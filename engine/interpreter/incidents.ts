/** Going on after an incident: try again, or skip the element with what a person says (Camunda and WfMC practice). */
import type { ActivityNode, FlowNode, Id } from '../graph/types.js';
import { arm, disarmOwnedBy } from './catchers.js';
import type { Command, Rejection } from './commands.js';
import { compensationAdvanced } from './compensation.js';
import { insideOf } from './completion.js';
import { writeData } from './data.js';
import { countTurn } from './loops.js';
import { cancelInstance, emptyScope, startEventOf } from './scopes.js';
import type { NodeInstance, Scope } from './state.js';
import { finishNode, passOn } from './tokens.js';
import type { Turn } from './turn.js';

export function resolveIncident(turn: Turn, command: Extract<Command, { type: 'resolveIncident' }>): Rejection | undefined {
  const incident = turn.state.incidents[command.incident];
  if (!incident) return { code: 'unknown-incident', message: 'This incident is not open' };
  const instance = turn.instance(incident.instance);
  const node = turn.node(instance);
  if (command.flow !== undefined && !node.outgoing.includes(command.flow)) return { code: 'bad-data', message: `${command.flow} does not leave ${node.id}` };
  turn.emit({ type: 'incidentResolved', incident: incident.id, action: command.action, ...(command.reason === undefined ? {} : { reason: command.reason }) });
  if (command.data) writeData(turn, instance.inner ?? instance.scope, command.data);
  if (command.action === 'retry') {
    const scope = insideScope(turn, instance);
    if (node.kind === 'activity' && instance.state === 'completing') turn.machine.leaveActivity(turn, instance, scope && insideOf(scope));
    else if (scope) turn.touched.add(scope.id);
    else retry(turn, incident.instance);
    return undefined;
  }
  skip(turn, instance, node, command.flow);
  return undefined;
}

/** The element counts as done: an activity without results, or along the flow that a person says. */
function skip(turn: Turn, instance: NodeInstance, node: FlowNode, flow: Id | undefined): void {
  const inside = insideScope(turn, instance);
  if (inside) emptyScope(turn, inside.id, 'terminated');
  for (const each of Object.values(turn.state.instances)) if (each.body === instance.id) cancelInstance(turn, each.id, 'terminated');
  if (node.kind === 'activity' && flow === undefined && instance.state !== 'completing') { turn.machine.completeActivity(turn, instance, {}); return; }
  disarmOwnedBy(turn, instance.id);
  if (instance.body !== undefined) { countTurn(turn, instance, node as ActivityNode); finishNode(turn, instance); return; }
  if (instance.compensates !== undefined) { finishNode(turn, instance); compensationAdvanced(turn, instance.compensates); return; }
  passOn(turn, instance, flow === undefined ? node.outgoing.slice(0, 1) : [flow]);
}

/** The scope of a sub-process or called process: what held it up came after what runs inside. */
function insideScope(turn: Turn, { inner }: NodeInstance): Scope | undefined {
  const scope = inner === undefined ? undefined : turn.state.scopes[inner];
  return scope?.local ? undefined : scope;
}

/** Begins the element anew: what it had armed or opened before is taken back first. */
function retry(turn: Turn, id: string): void {
  const { node, scope, body, counter, compensates } = turn.instance(id);
  cancelInstance(turn, id, 'withdrawn');
  const element = turn.nodeIn(scope, node);
  const start = element.kind === 'activity' && element.triggeredByEvent ? startEventOf(turn.graphOf(scope), node) : undefined;
  if (start) { arm(turn, 'eventSubProcess', start, scope, scope); return; }
  const instance = turn.newId('i');
  turn.emit({
    type: 'nodeEntered', instance, node, scope, ...(body === undefined ? {} : { body }),
    ...(counter === undefined ? {} : { counter }), ...(compensates === undefined ? {} : { compensates }),
  });
  turn.machine.behaviourOf(turn.nodeIn(scope, node)).enter(turn, turn.instance(instance), []);
}
