/** Events and gateways as nodes of the graph, and what all nodes share. */
import type { EventNode, EventType, FlowNode, GatewayNode, GatewayType, Id } from '../../graph/types.js';
import { child, documentationOf, idOf, is, list, tagOf, text, type El } from '../element.js';
import { activityNode } from './activities.js';
import type { Compile } from './context.js';
import { associationsOf, type DataTable } from './data.js';
import { eventDefinitions } from './events.js';
import { expressionOf } from './expressions.js';
import { vendorMappings } from './vendor-mappings.js';

/** What the nodes of one process need to know about each other. */
export interface Surroundings {
  table: DataTable;
  incoming: ReadonlyMap<Id, Id[]>;
  outgoing: ReadonlyMap<Id, Id[]>;
  laneOf: ReadonlyMap<Id, Id>;
  /** Boundary events by activity. */
  boundary: ReadonlyMap<Id, Id[]>;
  /** Boundary compensation event → activity at the other end of its association. */
  handlers: ReadonlyMap<Id, Id>;
}

/** `undefined` for a flow node that no process has (choreography activities). */
export function flowNode(compile: Compile, around: Surroundings, element: El, scope: Id): FlowNode | undefined {
  const id = idOf(element);
  const name = text(element, 'name');
  const lane = around.laneOf.get(id);
  const documentation = documentationOf(element);
  const common = {
    id, scope, incoming: around.incoming.get(id) ?? [], outgoing: around.outgoing.get(id) ?? [],
    ...(name && { name }), ...(lane && { lane }), ...(documentation && { documentation }),
  };
  if (is(element, 'Activity')) {
    const children = is(element, 'SubProcess') ? list(element, 'flowElements').filter((each) => is(each, 'FlowNode')).map(idOf) : undefined;
    return activityNode(compile, around.table, element, common, around.boundary.get(id) ?? [], children);
  }
  if (is(element, 'Event')) return eventNode(compile, around, element, common);
  return is(element, 'Gateway') ? gatewayNode(compile, element, common) : undefined;
}

type Common = Pick<FlowNode, 'id' | 'name' | 'scope' | 'incoming' | 'outgoing' | 'lane' | 'documentation'>;

function eventNode(compile: Compile, around: Surroundings, element: El, common: Common): EventNode {
  const reading = associationsOf(compile, around.table, element, 'in');
  const writing = associationsOf(compile, around.table, element, 'out');
  const vendor = vendorMappings(compile, element);
  const inputs = [...reading.mappings, ...vendor.inputs];
  const outputs = [...writing.mappings, ...vendor.outputs];
  return {
    ...common, kind: 'event', type: tagOf(element) as EventType,
    definitions: eventDefinitions(compile, element), parallelMultiple: element.parallelMultiple === true,
    ...position(around, element), ...(inputs.length && { inputs }), ...(outputs.length && { outputs }),
    ...(reading.touched.length && { reads: reading.touched }), ...(writing.touched.length && { writes: writing.touched }),
  };
}

function position(around: Surroundings, element: El): Partial<EventNode> {
  if (is(element, 'StartEvent')) return element.$parent?.triggeredByEvent === true ? { isInterrupting: element.isInterrupting !== false } : {};
  if (!is(element, 'BoundaryEvent')) return {};
  const attachedTo = idOf(child(element, 'attachedToRef'));
  const handler = around.handlers.get(idOf(element));
  return { cancelActivity: element.cancelActivity !== false, ...(attachedTo && { attachedTo }), ...(handler && { compensationHandler: handler }) };
}

function gatewayNode(compile: Compile, element: El, common: Common): GatewayNode {
  const defaultFlow = idOf(child(element, 'default'));
  const activation = expressionOf(compile, child(element, 'activationCondition'), 'the activation condition');
  return {
    ...common, kind: 'gateway', type: tagOf(element) as GatewayType,
    ...(defaultFlow && { defaultFlow }), ...(activation && { activationCondition: activation }),
    ...(is(element, 'EventBasedGateway') && {
      instantiate: element.instantiate === true, eventGatewayType: element.eventGatewayType === 'Parallel' ? 'Parallel' : 'Exclusive',
    } as Pick<GatewayNode, 'instantiate' | 'eventGatewayType'>),
  };
}
