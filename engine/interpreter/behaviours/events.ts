/** Start, intermediate and end events that are reached by a token. */
import type { EventDefinition, EventNode } from '../../graph/types.js';
import { arm, definitionsOf } from '../catchers.js';
import { cancelTransaction, throwCompensation } from '../compensation.js';
import { dataOf, mapData } from '../data.js';
import { throwError, throwEscalation } from '../errors.js';
import { emptyScope } from '../scopes.js';
import { throwMessage, throwSignal } from '../signals.js';
import type { NodeInstance } from '../state.js';
import { chooseFlows, enterNode, passOn } from '../tokens.js';
import type { Behaviour, Turn } from '../turn.js';

function pass(turn: Turn, instance: NodeInstance): void {
  const flows = chooseFlows(turn, instance, turn.node(instance));
  if (flows) passOn(turn, instance, flows);
}

export const startEvent: Behaviour = { enter: pass };

export const intermediateCatchEvent: Behaviour = {
  enter: (turn, instance) => {
    const node = turn.node(instance);
    const catcher = arm(turn, 'intermediate', node, instance.scope, instance.id);
    // Links catch what their throwing twin hands over; an event without a trigger does not hold anybody up.
    if (catcher === undefined && !turn.hasIncident(instance.id) && definitionsOf(node).every((each) => each.kind === 'link')) pass(turn, instance);
  },
};

type Thrown = 'goes-on' | 'gone' | 'waits';
type Throw<K extends EventDefinition['kind']> = (turn: Turn, instance: NodeInstance, definition: Extract<EventDefinition, { kind: K }>) => Thrown;

function payload(turn: Turn, instance: NodeInstance) {
  const visible = dataOf(turn, instance);
  const node = turn.node(instance) as EventNode;
  const mapped = node.inputs?.length ? mapData(turn, node.inputs, visible) : undefined;
  return { visible, data: mapped?.ok ? mapped.values : turn.scope(instance.scope).data };
}
const stillThere = (turn: Turn, instance: NodeInstance): Thrown => (turn.state.instances[instance.id] ? 'goes-on' : 'gone');

const throwers: { [K in EventDefinition['kind']]: Throw<K> } = {
  message: (turn, instance, definition) => {
    const { data, visible } = payload(turn, instance);
    throwMessage(turn, instance.node, definition.message, data, visible);
    return 'goes-on';
  },
  signal: (turn, instance, definition) => {
    throwSignal(turn, definition.name, (turn.node(instance) as EventNode).inputs?.length ? payload(turn, instance).data : {}, instance.node);
    return stillThere(turn, instance);
  },
  escalation: (turn, instance, definition) => {
    throwEscalation(turn, { node: instance.node, scope: instance.scope }, definition.code);
    return stillThere(turn, instance);
  },
  compensation: (turn, instance, definition) => {
    throwCompensation(turn, instance, definition.activity, definition.waitForCompletion);
    return turn.state.instances[instance.id] ? 'waits' : 'gone';
  },
  error: (turn, instance, definition) => {
    const origin = { node: instance.node, scope: instance.scope };
    turn.touched.add(instance.scope);
    turn.emit({ type: 'nodeCompleted', instance: instance.id, node: instance.node, scope: instance.scope });
    throwError(turn, origin, definition.code, definition.name ?? definition.code ?? 'error');
    return 'gone';
  },
  cancel: (turn, instance) => {
    emptyScope(turn, instance.scope, 'terminated', instance.id);
    cancelTransaction(turn, instance);
    return turn.state.instances[instance.id] ? 'waits' : 'gone';
  },
  terminate: (turn, instance) => {
    terminate(turn, instance);
    return 'gone';
  },
  link: (turn, instance, definition) => {
    const { scope } = turn.node(instance);
    const graph = turn.graphOf(instance.scope);
    const target = graph.order.map((id) => graph.nodes[id]).find((node) => node?.kind === 'event' && node.type === 'intermediateCatchEvent'
      && node.scope === scope && node.definitions.some((each) => each.kind === 'link' && each.name === definition.name));
    turn.touched.add(instance.scope);
    turn.emit({ type: 'nodeCompleted', instance: instance.id, node: instance.node, scope: instance.scope });
    if (target) enterNode(turn, instance.scope, target.id);
    return 'gone';
  },
  timer: () => 'goes-on',
  conditional: () => 'goes-on',
};

/** Ends everything in the scope it stands in; at the top, the process. */
function terminate(turn: Turn, instance: NodeInstance): void {
  const { scope } = instance;
  emptyScope(turn, scope, 'terminated', instance.id);
  turn.touched.add(scope);
  turn.emit({ type: 'nodeCompleted', instance: instance.id, node: instance.node, scope });
  if (scope !== turn.state.root) return;
  turn.emit({ type: 'processEnded', status: 'terminated' });
}

/** Throws every definition in turn; several of them are thrown all (BPMN 2.0 section 10.5.5.7). */
function throwAll(turn: Turn, instance: NodeInstance): Thrown {
  let result: Thrown = 'goes-on';
  for (const definition of (turn.node(instance) as EventNode).definitions) {
    result = (throwers[definition.kind] as Throw<EventDefinition['kind']>)(turn, instance, definition);
    if (result !== 'goes-on') break;
  }
  return result;
}

export const intermediateThrowEvent: Behaviour = {
  enter: (turn, instance) => { if (throwAll(turn, instance) === 'goes-on') pass(turn, instance); },
};
export const endEvent: Behaviour = {
  enter: (turn, instance) => { if (throwAll(turn, instance) === 'goes-on') passOn(turn, instance, []); },
};
/** A boundary event has no incoming flow; it is entered by `firing.ts` only. */
export const boundaryEvent: Behaviour = { enter: pass };
