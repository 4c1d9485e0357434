/** Gateways (10.6). */
import { child, is, type El } from '../element.js';
import { has, kinds, named, rule, target, type DrawnFile, type Rule } from './rule.js';

const targets = (gateway: El, file: DrawnFile): El[] => file.flowsFrom(gateway).map(target).filter((each) => each !== undefined);
const awaited = ['message', 'timer', 'conditional', 'signal'];
const mayFollow = (node: El): boolean =>
  is(node, 'ReceiveTask') || (is(node, 'IntermediateCatchEvent') && kinds(node).length > 0 && kinds(node).every((kind) => awaited.includes(kind)));

export const gatewayRules: Rule[] = [
  rule('GW-01', 'Gateway', '8.4.9', 'error', 'A converging gateway has no more than one outgoing flow', (gateway, file) =>
    gateway.gatewayDirection === 'Converging' && file.flowsFrom(gateway).length > 1),
  rule('GW-02', 'Gateway', '8.4.9', 'error', 'A diverging gateway has no more than one incoming flow', (gateway, file) =>
    gateway.gatewayDirection === 'Diverging' && file.flowsInto(gateway).length > 1),
  rule('GW-03', 'Gateway', '8.4.9', 'warning', 'A mixed gateway has several incoming and several outgoing flows', (gateway, file) =>
    gateway.gatewayDirection === 'Mixed' && (file.flowsInto(gateway).length < 2 || file.flowsFrom(gateway).length < 2)),
  rule('GW-04', 'Gateway', '10.6.1', 'warning', 'A gateway merges or splits: it has several incoming or several outgoing flows', (gateway, file) =>
    file.flowsInto(gateway).length < 2 && file.flowsFrom(gateway).length < 2),
  rule('GW-05', 'EventBasedGateway', '10.6.6', 'error', 'An event-based gateway has two or more outgoing flows', (gateway, file) => file.flowsFrom(gateway).length < 2),
  rule('GW-06', 'EventBasedGateway', '10.6.6', 'error', 'An event-based gateway leads only to receive tasks and to message, timer, conditional and signal catch events', (gateway, file) =>
    named(targets(gateway, file).filter((node) => !mayFollow(node)))),
  rule('GW-07', 'EventBasedGateway', '10.6.6', 'error', 'After an event-based gateway, receive tasks and message events are not mixed', (gateway, file) => {
    const after = targets(gateway, file);
    return after.some((node) => is(node, 'ReceiveTask')) && after.some((node) => is(node, 'Event') && has(node, 'message'));
  }),
  rule('GW-08', 'EventBasedGateway', '10.6.6', 'error', 'What follows an event-based gateway has no other incoming flow', (gateway, file) =>
    named(targets(gateway, file).filter((node) => file.flowsInto(node).length > 1))),
  rule('GW-09', 'EventBasedGateway', '10.6.6', 'error', 'A receive task after an event-based gateway has no boundary events', (gateway, file) =>
    named(targets(gateway, file).filter((node) => is(node, 'ReceiveTask') && file.boundaryOf(node).length > 0))),
  rule('GW-10', 'EventBasedGateway', '10.6.6', 'error', 'An event-based gateway that starts instances has no incoming flow', (gateway, file) =>
    gateway.instantiate === true && file.flowsInto(gateway).length > 0),
  rule('GW-11', 'EventBasedGateway', '10.6.6', 'error', 'Only an event-based gateway that starts instances may be parallel', (gateway) =>
    gateway.eventGatewayType === 'Parallel' && gateway.instantiate !== true),
  rule('GW-12', 'EventBasedGateway', '10.6.6', 'warning', 'An event-based gateway that starts instances waits for messages', (gateway, file) =>
    gateway.instantiate === true && named(targets(gateway, file).filter((node) => is(node, 'Event') && !has(node, 'message')))),
  rule('GW-13', 'EventBasedGateway', '10.6.6', 'error', 'An event-based gateway is not converging', (gateway) => gateway.gatewayDirection === 'Converging'),
  rule('GW-14', 'ComplexGateway', '10.6.5', 'warning', 'A complex gateway that merges has an activation condition', (gateway, file) =>
    file.flowsInto(gateway).length > 1 && child(gateway, 'activationCondition') === undefined),
  rule('GW-15', 'EventBasedGateway', '10.6.6', 'warning', 'An event-based gateway that does not start instances is reached by a flow', (gateway, file) =>
    gateway.instantiate !== true && file.flowsInto(gateway).length === 0 && is(gateway.$parent, 'Process')
    && file.elements.some((each) => is(each, 'StartEvent') && each.$parent === gateway.$parent)),
  rule('GW-16', 'Gateway', '10.6.1', 'warning', 'A gateway leads on: it has an outgoing flow', (gateway, file) => file.flowsFrom(gateway).length === 0),
];
