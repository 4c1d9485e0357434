/** Start, intermediate and end events that are reached by a token. */
import type { EventDefinition, EventNode, Json } from '../../graph/types.js';
import { arm, definitionsOf } from '../catchers.js';
import { cancelTransaction, throwCompensation } from '../compensation.js';
import { dataOf, mapData, visibleData, writtenData } from '../data.js';
import { throwError, throwEscalation } from '../errors.js';
import { emptyScope } from '../scopes.js';
import { throwMessage, throwSignal } from '../signals.js';
import type { NodeInstance } from '../state.js';
import { chooseFlows, enterNode, finishNode, passOn } from '../tokens.js';
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

type Kind = EventDefinition['kind'];
type Throw<K extends Kind> = (turn: Turn, instance: NodeInstance, definition: Extract<EventDefinition, { kind: K }>) => void;
/** What an event carries: its mapped inputs, where it has any. */
type Payload = Record<string, Json> | undefined;

/** Events thrown by a node that is done: whatever they cause, it happened. */
function throwPlain(turn: Turn, { node, scope }: NodeInstance, definition: EventDefinition, payload: Payload): void {
  if (!turn.state.scopes[scope]) return;
  if (definition.kind === 'message') throwMessage(turn, node, definition.message, payload ?? writtenData(turn, scope), visibleData(turn, scope));
  if (definition.kind === 'signal') throwSignal(turn, definition.name, payload ?? {}, node);
  if (definition.kind === 'escalation') throwEscalation(turn, { node, scope }, definition.code);
}

/** These decide themselves what becomes of the node that throws them. */
const enders: { [K in Kind]?: Throw<K> } = {
  compensation: (turn, instance, definition) => throwCompensation(turn, instance, definition.activity, definition.waitForCompletion),
  error: (turn, instance, definition) => {
    finishNode(turn, instance);
    throwError(turn, { node: instance.node, scope: instance.scope }, definition.code, definition.name ?? definition.code ?? 'error');
  },
  cancel: (turn, instance) => {
    emptyScope(turn, instance.scope, 'terminated', instance.id);
    cancelTransaction(turn, instance);
  },
  terminate: (turn, instance) => {
    emptyScope(turn, instance.scope, 'terminated', instance.id);
    finishNode(turn, instance);
    if (instance.scope === turn.state.root) turn.emit({ type: 'processEnded', status: 'terminated' });
  },
  link: (turn, instance, definition) => {
    const { scope } = turn.node(instance);
    const graph = turn.graphOf(instance.scope);
    const target = graph.order.map((id) => graph.nodes[id]).find((node) => node?.kind === 'event' && node.type === 'intermediateCatchEvent'
      && node.scope === scope && node.definitions.some((each) => each.kind === 'link' && each.name === definition.name));
    finishNode(turn, instance);
    if (target) enterNode(turn, instance.scope, target.id);
  },
};

/**
 * Several definitions are thrown all (BPMN 2.0 section 10.5.5.7). The node completes first, then what it throws is
 * caught: a handler that interrupts finds the event in the past. Only those that end or undo something come before.
 */
function throwAll(turn: Turn, instance: NodeInstance): void {
  const node = turn.node(instance) as EventNode;
  const mapped = node.inputs?.length ? mapData(turn, node.inputs, dataOf(turn, instance)) : undefined;
  if (mapped && !mapped.ok) { turn.raiseIncident(instance.id, 'expression-failed', mapped.message); return; }
  const plain = node.definitions.filter(({ kind }) => !enders[kind]);
  const ender = node.definitions.find(({ kind }) => enders[kind]);
  // A message or signal sent on the way has no effect on the node; an escalation may interrupt it.
  if (!ender) pass(turn, instance);
  for (const definition of plain) throwPlain(turn, instance, definition, mapped?.values);
  if (ender && turn.state.instances[instance.id]) (enders[ender.kind] as Throw<Kind>)(turn, instance, ender);
}

export const intermediateThrowEvent: Behaviour = { enter: throwAll };
export const endEvent: Behaviour = { enter: throwAll };
/** A boundary event has no incoming flow; it is entered by `firing.ts` only. */
export const boundaryEvent: Behaviour = { enter: pass };
