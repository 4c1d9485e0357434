/** Going on after an incident: try again, or skip the element with what a person says (Camunda and WfMC practice). */
import { arm } from './catchers.js';
import type { Command, Rejection } from './commands.js';
import { writeData } from './data.js';
import { cancelInstance, startEventOf } from './scopes.js';
import { passOn } from './tokens.js';
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
    if (node.kind === 'activity' && instance.state === 'completing') turn.machine.leaveActivity(turn, instance);
    else retry(turn, incident.instance);
    return undefined;
  }
  const flows = command.flow === undefined ? node.outgoing.slice(0, 1) : [command.flow];
  if (node.kind === 'activity' && command.flow === undefined && instance.state !== 'completing') turn.machine.completeActivity(turn, instance, {});
  else passOn(turn, instance, flows);
  return undefined;
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
