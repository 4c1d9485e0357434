/** Pools, message flows, lanes, conversations (9, 10.8) and correlation (8.4.2). */
import { child, idOf, is, list, number, states, type El } from '../element.js';
import { has, kinds, named, processOf, rule, source, target, type DrawnFile, type Rule } from './rule.js';

/** The participant that an end of a message flow belongs to. */
function poolOf(end: El | undefined, file: DrawnFile): El | undefined {
  if (!end || is(end, 'Participant')) return end;
  const process = processOf(end);
  return file.elements.find((each) => is(each, 'Participant') && each.processRef === process);
}
const messages = (event: El): boolean => kinds(event).length === 0 || has(event, 'message');
const disagrees = (flow: El, end: El | undefined): boolean => {
  const [message, own] = [child(flow, 'messageRef'), child(end, 'messageRef') ?? child(list(end, 'eventDefinitions').find((each) => is(each, 'MessageEventDefinition')), 'messageRef')];
  return message !== undefined && own !== undefined && message !== own;
};

const messageFlows: Rule[] = [
  rule('MSG-01', 'MessageFlow', '7.6.2', 'error', 'A message flow connects two different pools', (flow, file) => {
    const [from, to] = [source(flow), target(flow)];
    const [one, other] = [poolOf(from, file), poolOf(to, file)];
    return from && to && (one !== undefined && one === other || !one && !other && processOf(from) === processOf(to));
  }),
  rule('MSG-02', 'MessageFlow', '7.6.2', 'error', 'A message flow does not start from a gateway', (flow) => is(source(flow), 'Gateway')),
  rule('MSG-03', 'MessageFlow', '7.6.2', 'error', 'A message flow does not lead to a gateway', (flow) => is(target(flow), 'Gateway')),
  rule('MSG-04', 'MessageFlow', '7.6.2', 'error', 'A message flow does not start from a start event or another catching event', (flow) => is(source(flow), 'CatchEvent')),
  rule('MSG-05', 'MessageFlow', '7.6.2', 'error', 'A message flow does not lead to an end event or another throwing event', (flow) => is(target(flow), 'ThrowEvent')),
  rule('MSG-06', 'MessageFlow', '10.5.4', 'error', 'An event that a message flow starts from has a message as its result', (flow) => is(source(flow), 'ThrowEvent') && !messages(source(flow)!)),
  rule('MSG-07', 'MessageFlow', '10.5.2', 'error', 'An event that a message flow leads to has a message as its trigger', (flow) => is(target(flow), 'CatchEvent') && !messages(target(flow)!)),
  rule('MSG-08', 'MessageFlow', '10.5.4', 'warning', 'An event with a message flow says that it sends or waits for a message', (flow) =>
    named([source(flow), target(flow)].filter((each): each is El => is(each, 'Event') && each !== undefined && kinds(each).length === 0))),
  rule('MSG-09', 'MessageFlow', '10.3.3', 'warning', 'A receive task sends nothing', (flow) => is(source(flow), 'ReceiveTask')),
  rule('MSG-10', 'MessageFlow', '10.3.3', 'warning', 'A send task receives nothing', (flow) => is(target(flow), 'SendTask')),
  rule('MSG-11', 'MessageFlow', '9.4', 'warning', 'A message flow and the element it starts from name the same message', (flow) => disagrees(flow, source(flow))),
  rule('MSG-12', 'MessageFlow', '9.4', 'warning', 'A message flow and the element it leads to name the same message', (flow) => disagrees(flow, target(flow))),
  rule('MSG-13', 'MessageFlow', '7.6.2', 'error', 'A message flow leads to no event sub-process as a whole', (flow) => is(target(flow), 'SubProcess') && target(flow)!.triggeredByEvent === true),
];

const participants: Rule[] = [
  rule('POOL-01', 'ParticipantMultiplicity', '9.3', 'error', 'The minimum of a participant is not negative', (multiplicity) => (number(multiplicity, 'minimum') ?? 0) < 0),
  rule('POOL-02', 'ParticipantMultiplicity', '9.3', 'error', 'The maximum of a participant is 1 or more', (multiplicity) => states(multiplicity, 'maximum') && (number(multiplicity, 'maximum') ?? 1) < 1),
  rule('POOL-03', 'ParticipantMultiplicity', '9.3', 'error', 'The maximum of a participant is not less than the minimum', (multiplicity) =>
    states(multiplicity, 'maximum') && (number(multiplicity, 'maximum') ?? 1) < (number(multiplicity, 'minimum') ?? 0)),
  rule('POOL-04', 'Collaboration', '9.3', 'warning', 'A process is the inside of one pool', (collaboration) => {
    const pools = list(collaboration, 'participants').filter((each) => child(each, 'processRef'));
    return named(pools.filter((each, at) => pools.findIndex((one) => one.processRef === each.processRef) < at));
  }),
  rule('POOL-05', 'ConversationNode', '9.5', 'warning', 'A conversation has two or more participants', (node) => list(node, 'participantRef').length < 2),
  rule('POOL-06', 'Process', '9.6', 'warning', 'The collaboration that defines a process has it as a participant', (process) => {
    const collaboration = child(process, 'definitionalCollaborationRef');
    return collaboration && !list(collaboration, 'participants').some((each) => each.processRef === process) && idOf(collaboration);
  }),
];

const lanes: Rule[] = [
  rule('LANE-01', 'Lane', '10.8', 'error', 'A lane holds flow nodes of its own process or sub-process', (lane) => {
    const container = containerOf(lane);
    return named(list(lane, 'flowNodeRef').filter((node) => is(node, 'FlowNode') && !inContainer(node, container)));
  }),
  rule('LANE-02', 'LaneSet', '10.8', 'error', 'The lanes of a lane set do not share flow nodes', (set) => {
    const seen = new Map<El, El>();
    const twice: El[] = [];
    for (const lane of list(set, 'lanes')) {
      for (const node of list(lane, 'flowNodeRef')) {
        if (seen.has(node) && seen.get(node) !== lane) twice.push(node);
        seen.set(node, lane);
      }
    }
    return named(twice);
  }),
  rule('LANE-03', 'Lane', '10.8', 'warning', 'A lane has one partition element, its own or one referred to', (lane) => child(lane, 'partitionElement') !== undefined && child(lane, 'partitionElementRef') !== undefined),
  rule('LANE-04', 'Lane', '10.8', 'warning', 'A lane names a flow node once', (lane) => {
    const nodes = list(lane, 'flowNodeRef');
    return named(nodes.filter((node, at) => nodes.indexOf(node) < at));
  }),
  rule('LANE-05', 'Process', '10.8', 'warning', 'Where lanes are used, every flow node of the process stands in one', (process) => {
    const held = new Set(lanesIn(process).flatMap((lane) => list(lane, 'flowNodeRef')));
    return held.size > 0 && named(list(process, 'flowElements').filter((each) => is(each, 'FlowNode') && !is(each, 'BoundaryEvent') && !held.has(each)));
  }),
];

function containerOf(lane: El): El | undefined {
  let at = lane.$parent;
  while (at && !is(at, 'FlowElementsContainer')) at = at.$parent;
  return at;
}
/** Nodes inside a sub-process are also listed by some tools in the lane around it. */
function inContainer(node: El, container: El | undefined): boolean {
  for (let at = node.$parent; at; at = at.$parent) if (at === container) return true;
  return false;
}
const lanesIn = (holder: El): El[] => {
  const sets = is(holder, 'Lane') ? [child(holder, 'childLaneSet')] : list(holder, 'laneSets');
  return sets.flatMap((set) => list(set, 'lanes')).flatMap((lane) => [lane, ...lanesIn(lane)]);
};

const correlation: Rule[] = [
  rule('COR-01', 'CorrelationKey', '8.4.2', 'warning', 'A correlation key has properties', (key) => list(key, 'correlationPropertyRef').length === 0),
  rule('COR-02', 'CorrelationSubscription', '8.4.2', 'error', 'A correlation subscription binds properties of its key', (subscription) => {
    const properties = list(child(subscription, 'correlationKeyRef'), 'correlationPropertyRef');
    return child(subscription, 'correlationKeyRef') && named(bound(subscription).filter((each) => !properties.includes(each)));
  }),
  rule('COR-03', 'CorrelationSubscription', '8.4.2', 'warning', 'A correlation subscription binds every property of its key', (subscription) =>
    named(list(child(subscription, 'correlationKeyRef'), 'correlationPropertyRef').filter((each) => !bound(subscription).includes(each)))),
  rule('COR-04', 'CorrelationSubscription', '8.4.2', 'error', 'A correlation subscription binds a property once', (subscription) =>
    named(bound(subscription).filter((each, at, all) => all.indexOf(each) < at))),
  rule('COR-05', 'CorrelationProperty', '8.4.2', 'warning', 'A correlation property has one retrieval expression for a message', (property) => {
    const refs = list(property, 'correlationPropertyRetrievalExpression').map((each) => child(each, 'messageRef'));
    return named(refs.filter((each, at): each is El => each !== undefined && refs.indexOf(each) < at));
  }),
  rule('COR-06', 'Process', '8.4.2', 'warning', 'A process subscribes to a correlation key once', (process) => {
    const keys = list(process, 'correlationSubscriptions').map((each) => child(each, 'correlationKeyRef'));
    return named(keys.filter((each, at): each is El => each !== undefined && keys.indexOf(each) < at));
  }),
];
const bound = (subscription: El): El[] =>
  list(subscription, 'correlationPropertyBinding').map((each) => child(each, 'correlationPropertyRef')).filter((each) => each !== undefined);

export const collaborationRules: Rule[] = [...messageFlows, ...participants, ...lanes, ...correlation];
