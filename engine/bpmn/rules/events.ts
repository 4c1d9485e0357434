/** Which events stand where, and with which triggers and results (10.5.2 to 10.5.4, tables 10.84 to 10.94). */
import { child, is, list, text, type El } from '../element.js';
import { ancestor, has, inside, isEventSubProcess, kinds, named, processOf, rule, type Rule } from './rule.js';

const others = (event: El, allowed: readonly string[]): string | undefined => {
  const found = kinds(event).filter((kind) => !allowed.includes(kind));
  return found.length ? found.join(', ') : undefined;
};
const isHandler = (event: El): boolean => isEventSubProcess(event.$parent);
const isCompensation = (event: El): boolean => has(event, 'compensate');
const linkName = (event: El): string | undefined => {
  const definition = list(event, 'eventDefinitions').find((each) => is(each, 'LinkEventDefinition'));
  return definition && (text(definition, 'name') ?? text(event, 'name'));
};
const links = (container: El | undefined, type: string, name: string): El[] => inside(container, type).filter((each) => linkName(each) === name);

export const eventRules: Rule[] = [
  rule('EV-01', 'StartEvent', '10.5.2', 'error', 'A start event of a process is triggered by nothing, a message, a timer, a condition or a signal', (event) =>
    is(event.$parent, 'Process') && others(event, ['message', 'timer', 'conditional', 'signal'])),
  rule('EV-02', 'StartEvent', '10.5.2', 'error', 'A start event of a sub-process has no trigger', (event) =>
    is(event.$parent, 'SubProcess') && !isHandler(event) && others(event, [])),
  rule('EV-03', 'StartEvent', '10.5.2', 'error', 'A start event of an event sub-process is triggered by a message, timer, escalation, error, compensation, condition or signal', (event) =>
    isHandler(event) && others(event, ['message', 'timer', 'escalation', 'error', 'compensate', 'conditional', 'signal'])),
  rule('EV-04', 'StartEvent', '10.5.2', 'error', 'The start event of an event sub-process has a trigger', (event) => isHandler(event) && kinds(event).length === 0),
  rule('EV-05', 'StartEvent', '10.5.2', 'error', 'An event sub-process started by an error interrupts', (event) => isHandler(event) && has(event, 'error') && event.isInterrupting === false),
  rule('EV-06', 'StartEvent', '10.5.2', 'warning', 'Whether a start event interrupts means nothing for compensation', (event) =>
    isHandler(event) && isCompensation(event) && event.isInterrupting === false),
  rule('EV-07', 'IntermediateCatchEvent', '10.5.3', 'error', 'An intermediate catch event has a trigger', (event) => kinds(event).length === 0),
  rule('EV-08', 'IntermediateCatchEvent', '10.5.3', 'error', 'An intermediate catch event in the flow waits for a message, timer, condition, signal or link', (event) =>
    others(event, ['message', 'timer', 'conditional', 'signal', 'link'])),
  rule('EV-09', 'IntermediateThrowEvent', '10.5.3', 'error', 'An intermediate throw event has no result, or a message, escalation, compensation, signal or link', (event) =>
    others(event, ['message', 'escalation', 'compensate', 'signal', 'link'])),
  rule('EV-10', 'EndEvent', '10.5.4', 'error', 'An end event has no result, or a message, error, escalation, cancel, compensation, signal or terminate', (event) =>
    others(event, ['message', 'error', 'escalation', 'cancel', 'compensate', 'signal', 'terminate'])),
  rule('EV-11', 'BoundaryEvent', '10.5.3', 'error', 'A boundary event has a trigger', (event) => kinds(event).length === 0),
  rule('EV-12', 'BoundaryEvent', '10.5.3', 'error', 'A boundary event waits for a message, timer, escalation, error, cancel, compensation, condition or signal', (event) =>
    others(event, ['message', 'timer', 'escalation', 'error', 'cancel', 'compensate', 'conditional', 'signal'])),
  rule('EV-13', 'BoundaryEvent', '10.5.3', 'error', 'A boundary event stands beside the activity it is attached to, in the same scope', (event) => {
    const activity = child(event, 'attachedToRef');
    return activity && activity.$parent !== event.$parent;
  }),
  rule('EV-14', 'BoundaryEvent', '10.3.5', 'error', 'A cancel boundary event is attached to a transaction', (event) =>
    has(event, 'cancel') && !is(child(event, 'attachedToRef'), 'Transaction')),
  rule('EV-15', 'EndEvent', '10.3.5', 'error', 'A cancel end event stands inside a transaction', (event) => has(event, 'cancel') && ancestor(event, 'Transaction') === undefined),
  rule('EV-16', 'BoundaryEvent', '10.5.3', 'error', 'A boundary event for an error interrupts its activity', (event) => has(event, 'error') && event.cancelActivity === false),
  rule('EV-17', 'BoundaryEvent', '10.5.3', 'error', 'A boundary event for cancel interrupts its activity', (event) => has(event, 'cancel') && event.cancelActivity === false),
  rule('EV-18', 'BoundaryEvent', '10.7.1', 'error', 'A compensation boundary event has no outgoing flow', (event, file) => isCompensation(event) && file.flowsFrom(event).length > 0),
  rule('EV-19', 'BoundaryEvent', '10.5.3', 'warning', 'A boundary event leads on by a sequence flow', (event, file) => !isCompensation(event) && file.flowsFrom(event).length === 0),
  rule('EV-20', 'BoundaryEvent', '10.3.5', 'warning', 'Nothing is attached to an event sub-process', (event) => isEventSubProcess(child(event, 'attachedToRef'))),
  rule('EV-21', 'IntermediateCatchEvent', '10.5.3', 'error', 'A catching link event has no incoming flow', (event, file) => has(event, 'link') && file.flowsInto(event).length > 0),
  rule('EV-22', 'IntermediateThrowEvent', '10.5.3', 'error', 'A throwing link event has no outgoing flow', (event, file) => has(event, 'link') && file.flowsFrom(event).length > 0),
  rule('EV-23', 'IntermediateThrowEvent', '10.5.5', 'error', 'A throwing link event has a catching link event of its name in the same scope', (event) => {
    const name = linkName(event);
    return name !== undefined && !links(event.$parent, 'IntermediateCatchEvent', name).length && `"${name}"`;
  }),
  rule('EV-24', 'IntermediateCatchEvent', '10.5.5', 'warning', 'A catching link event has a throwing link event of its name in the same scope', (event) => {
    const name = linkName(event);
    return name !== undefined && !links(event.$parent, 'IntermediateThrowEvent', name).length && `"${name}"`;
  }),
  rule('EV-25', 'IntermediateCatchEvent', '10.5.5', 'error', 'A link has one catching event: its name is taken once in a scope', (event) => {
    const name = linkName(event);
    return name !== undefined && links(event.$parent, 'IntermediateCatchEvent', name).indexOf(event) > 0 && `"${name}"`;
  }),
  rule('EV-26', 'CatchEvent', '10.5.1', 'warning', 'Only an event with several triggers can need all of them (parallelMultiple)', (event) =>
    event.parallelMultiple === true && kinds(event).length < 2),
  rule('EV-27', 'CatchEvent ThrowEvent', '10.5.1', 'warning', 'An event definition used by reference stands at the top of the file', (event) =>
    named(list(event, 'eventDefinitionRef').filter((each) => !is(each.$parent, 'Definitions')))),
  rule('EV-28', 'IntermediateCatchEvent', '10.5.3', 'warning', 'An intermediate event in the flow is reached by a flow', (event, file) =>
    !has(event, 'link') && file.flowsInto(event).length === 0 && !is(event.$parent, 'AdHocSubProcess')),
  rule('EV-29', 'IntermediateThrowEvent', '10.5.3', 'warning', 'An intermediate throw event is reached by a flow', (event, file) =>
    file.flowsInto(event).length === 0 && !is(event.$parent, 'AdHocSubProcess')),
  rule('EV-30', 'EndEvent', '10.5.4', 'warning', 'An end event is reached by a flow', (event, file) => file.flowsInto(event).length === 0),
  rule('EV-31', 'StartEvent', '10.5.2', 'warning', 'A start event leads on by a flow', (event, file) => file.flowsFrom(event).length === 0),
  rule('EV-32', 'Process SubProcess', '10.5.2', 'warning', 'Where end events are used, so are start events', (container, file) =>
    inside(container, 'EndEvent').length > 0 && !inside(container, 'StartEvent').length && !startsOtherwise(container, file.flowsInto)),
  rule('EV-33', 'Process SubProcess', '10.5.4', 'warning', 'Where start events are used, so are end events', (container) =>
    inside(container, 'StartEvent').length > 0 && !inside(container, 'EndEvent').length),
  rule('EV-34', 'Activity Gateway', '10.5.2', 'warning', 'Where start events are used, everything else is reached by a flow', (node, file) =>
    file.flowsInto(node).length === 0 && inside(node.$parent, 'StartEvent').length > 0 && !isEventSubProcess(node) && node.isForCompensation !== true
    && node.instantiate !== true && !is(node.$parent, 'AdHocSubProcess')),
  rule('EV-35', 'Activity Gateway', '10.5.4', 'warning', 'Where end events are used, everything else leads on by a flow', (node, file) =>
    is(node, 'Activity') && file.flowsFrom(node).length === 0 && inside(node.$parent, 'EndEvent').length > 0 && !isEventSubProcess(node)
    && node.isForCompensation !== true && !is(node.$parent, 'AdHocSubProcess')),
  rule('EV-36', 'BoundaryEvent', '10.7.1', 'error', 'A compensation boundary event is associated with one activity that undoes the work', (event, file) => {
    if (!isCompensation(event)) return false;
    const handlers = file.associationsAt(event).flatMap((each) => [child(each, 'sourceRef'), child(each, 'targetRef')]).filter((each) => is(each, 'Activity'));
    return handlers.length !== 1 && `${handlers.length} found`;
  }),
  rule('EV-37', 'BoundaryEvent', '10.7.1', 'error', 'The activity associated with a compensation boundary event is marked as being for compensation', (event, file) =>
    isCompensation(event) && named(file.associationsAt(event).flatMap((each) => [child(each, 'sourceRef'), child(each, 'targetRef')])
      .filter((each): each is El => is(each, 'Activity') && each !== undefined && each.isForCompensation !== true))),
  rule('EV-38', 'BoundaryEvent', '10.7.1', 'error', 'A compensation handler stands in the same process as the activity it undoes', (event, file) =>
    isCompensation(event) && named(file.associationsAt(event).map((each) => child(each, 'targetRef'))
      .filter((each): each is El => is(each, 'Activity') && each !== undefined && processOf(each) !== processOf(event)))),
  rule('EV-39', 'StartEvent IntermediateCatchEvent ThrowEvent', '10.5.3', 'error', 'Only a boundary event is attached to an activity', (event) => event.$attrs.attachedToRef),
];

/** Instances may also begin with a receive task or an event-based gateway that says so, or with whatever has no incoming flow. */
function startsOtherwise(container: El, flowsInto: (node: El) => readonly El[]): boolean {
  return list(container, 'flowElements').some((each) => is(each, 'FlowNode') && !is(each, 'EndEvent') && !is(each, 'BoundaryEvent') && !isEventSubProcess(each) && !flowsInto(each).length);
}
