/** Sequence flows: what they may connect (7.6.1) and what may stand on them (8.4.13). */
import { child, idOf, is, list, states } from '../element.js';
import { isEventSubProcess, named, processOf, rule, source, target, type Rule } from './rule.js';

const condition = 'conditionExpression';

export const sequenceFlowRules: Rule[] = [
  rule('SEQ-01', 'SequenceFlow', '7.6.1', 'error', 'A sequence flow must not start from an end event', (flow) => is(source(flow), 'EndEvent')),
  rule('SEQ-02', 'SequenceFlow', '7.6.1', 'error', 'A sequence flow must not lead into a start event', (flow) => is(target(flow), 'StartEvent')),
  rule('SEQ-03', 'SequenceFlow', '10.5.3', 'error', 'A sequence flow must not lead into a boundary event', (flow) => is(target(flow), 'BoundaryEvent')),
  rule('SEQ-04', 'SequenceFlow', '7.6.1', 'error', 'A sequence flow must not cross the boundary of a sub-process', (flow) => {
    const [from, to] = [source(flow), target(flow)];
    return from && to && processOf(from) === processOf(to) && from.$parent !== to.$parent;
  }),
  rule('SEQ-05', 'SequenceFlow', '7.6.1', 'error', 'A sequence flow must not cross the boundary of a pool: its ends belong to one process', (flow) => {
    const [from, to] = [source(flow), target(flow)];
    return from && to && processOf(from) !== processOf(to);
  }),
  rule('SEQ-06', 'SequenceFlow', '8.4.8', 'warning', 'A sequence flow stands in the process or sub-process that its ends stand in', (flow) => {
    const [from, to] = [source(flow), target(flow)];
    return from && to && from.$parent === to.$parent && flow.$parent !== from.$parent;
  }),
  rule('SEQ-07', 'SequenceFlow', '10.3.5', 'error', 'An event sub-process has no incoming and no outgoing sequence flows', (flow) =>
    named([source(flow), target(flow)].filter((each) => each !== undefined && isEventSubProcess(each)) as never)),
  rule('SEQ-08', 'SequenceFlow', '10.7.1', 'error', 'A compensation activity has no incoming and no outgoing sequence flows', (flow) =>
    [source(flow), target(flow)].some((each) => each?.isForCompensation === true)),
  rule('SEQ-09', 'SequenceFlow', '10.5.2', 'error', 'A sequence flow out of an event has no condition', (flow) => is(source(flow), 'Event') && child(flow, condition) !== undefined),
  rule('SEQ-10', 'SequenceFlow', '10.6.4', 'error', 'A sequence flow out of a parallel gateway has no condition', (flow) =>
    is(source(flow), 'ParallelGateway') && child(flow, condition) !== undefined),
  rule('SEQ-11', 'SequenceFlow', '10.6.6', 'error', 'A sequence flow out of an event-based gateway has no condition', (flow) =>
    is(source(flow), 'EventBasedGateway') && child(flow, condition) !== undefined),
  rule('SEQ-12', 'SequenceFlow', '8.4.13', 'error', 'An activity with a conditional sequence flow has at least one other outgoing sequence flow', (flow, file) => {
    const from = source(flow);
    return child(flow, condition) !== undefined && is(from, 'Activity') && file.flowsFrom(from!).length === 1;
  }),
  // The standard says MUST NOT, but a reference model of the interchange group does it and it changes no execution.
  rule('SEQ-13', 'SequenceFlow', '8.4.13', 'warning', 'In an executable process, isImmediate must not be false', (flow) =>
    flow.isImmediate === false && processOf(flow)?.isExecutable === true),
  rule('SEQ-14', 'Activity ExclusiveGateway InclusiveGateway ComplexGateway', '8.4.13', 'error', 'The default flow is one of the outgoing flows of its element', (node) => {
    const flow = child(node, 'default');
    return flow && source(flow) !== node && idOf(flow);
  }),
  rule('SEQ-15', 'Activity ExclusiveGateway InclusiveGateway ComplexGateway', '10.6.2', 'warning', 'The default flow has no condition; one is ignored', (node) =>
    child(child(node, 'default'), condition) !== undefined),
  rule('SEQ-16', 'ParallelGateway EventBasedGateway Event', '8.4.13', 'error', 'Only activities and exclusive, inclusive and complex gateways have a default flow', (node) =>
    node.$attrs.default !== undefined),
  rule('SEQ-17', 'FlowNode', '8.4.7', 'error', 'Every flow listed as incoming leads into the element', (node) =>
    named(list(node, 'incoming').filter((flow) => is(flow, 'SequenceFlow') && target(flow) !== node))),
  rule('SEQ-18', 'FlowNode', '8.4.7', 'error', 'Every flow listed as outgoing starts from the element', (node) =>
    named(list(node, 'outgoing').filter((flow) => is(flow, 'SequenceFlow') && source(flow) !== node))),
  rule('SEQ-19', 'FlowNode', '8.4.7', 'warning', 'When incoming flows are listed, all are', (node, file) => {
    const listed = list(node, 'incoming');
    return listed.length > 0 && named(file.flowsInto(node).filter((flow) => !listed.includes(flow)));
  }),
  rule('SEQ-20', 'FlowNode', '8.4.7', 'warning', 'When outgoing flows are listed, all are', (node, file) => {
    const listed = list(node, 'outgoing');
    return listed.length > 0 && named(file.flowsFrom(node).filter((flow) => !listed.includes(flow)));
  }),
  rule('SEQ-21', 'ExclusiveGateway InclusiveGateway', '10.6.2', 'warning', 'Where a gateway decides, each outgoing flow has a condition or is the default flow', (gateway, file) => {
    const flows = file.flowsFrom(gateway);
    return flows.length > 1 && named(flows.filter((flow) => !child(flow, condition) && gateway.default !== flow));
  }),
  rule('SEQ-22', 'SequenceFlow', '8.4.6', 'warning', 'A condition has a text', (flow) => {
    const inner = child(flow, condition);
    return inner !== undefined && !(typeof inner.body === 'string' && inner.body.trim());
  }),
  rule('SEQ-23', 'Process SubProcess', '8.4.13', 'warning', 'Two sequence flows without conditions do not connect the same two elements', (container) => {
    const flows = list(container, 'flowElements').filter((each) => is(each, 'SequenceFlow') && !states(each, condition));
    return named(flows.filter((flow, at) => flows.findIndex((each) => each.sourceRef === flow.sourceRef && each.targetRef === flow.targetRef) < at && flow.sourceRef !== undefined));
  }),
];
