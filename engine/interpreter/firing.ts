/** What happens when an event that was waited for occurs (BPMN 2.0 sections 13.5.2 to 13.5.4). */
import type { ActivityNode, EventNode, Id, Json } from '../graph/types.js';
import { disarm, disarmOwnedBy, receivedData } from './catchers.js';
import { writeData } from './data.js';
import { cancelInstance, emptyScope, openScope, startEventOf } from './scopes.js';
import { startScope } from './starts.js';
import type { Catcher, Wait } from './state.js';
import { passOn } from './tokens.js';
import type { Turn } from './turn.js';
import { isHeld } from './working-timers.js';

type Payload = Readonly<Record<string, Json>>;

export function fire(turn: Turn, catcherId: Id, waitId: Id, data: Payload = {}): void {
  const catcher = turn.state.catchers[catcherId];
  const wait = catcher?.waits.find((each) => each.id === waitId);
  if (!catcher || !wait) return;
  if (wait.kind === 'timer') turn.emit({ type: 'timerFired', catcher: catcherId, node: catcher.node, wait: waitId });
  if (wait.kind === 'message') turn.emit({ type: 'messageReceived', catcher: catcherId, node: catcher.node, name: wait.name ?? '' });
  const node = turn.nodeIn(catcher.scope, catcher.node);
  if (node.kind === 'event' && node.parallelMultiple && !allMet(turn, catcher, wait)) {
    if (Object.keys(data).length > 0) writeData(turn, catcher.scope, data);
    return;
  }
  roles[catcher.role](turn, catcher, wait, data);
}

/** Parallel multiple: every definition must have occurred; each is remembered until then. */
function allMet(turn: Turn, catcher: Catcher, wait: Wait): boolean {
  if (!wait.met) turn.emit({ type: 'waitMet', catcher: catcher.id, wait: wait.id });
  return (turn.state.catchers[catcher.id]?.waits ?? []).every((each) => each.met);
}

const roles: Record<Catcher['role'], (turn: Turn, catcher: Catcher, wait: Wait, data: Payload) => void> = {
  intermediate: (turn, catcher, _wait, data) => {
    const instance = turn.instance(catcher.owner);
    disarmOwnedBy(turn, instance.id);
    writeData(turn, instance.scope, receivedData(turn, turn.node(instance) as EventNode, instance.scope, data));
    passOn(turn, instance);
  },
  receive: (turn, catcher, _wait, data) => {
    disarm(turn, catcher.id);
    turn.machine.completeActivity(turn, turn.instance(catcher.owner), data);
  },
  start: () => undefined,
  gateway: fireGateway,
  boundary: (turn, catcher, wait, data) => {
    const node = turn.nodeIn(catcher.scope, catcher.node) as EventNode;
    if (!node.cancelActivity) again(turn, catcher, wait);
    triggerBoundary(turn, catcher.owner, node, data);
  },
  eventSubProcess: (turn, catcher, wait, data) => {
    const start = turn.nodeIn(catcher.scope, catcher.node) as EventNode;
    if (start.isInterrupting === false) again(turn, catcher, wait);
    startEventSubProcess(turn, catcher.scope, start, data);
  },
};

/** A non-interrupting event stays armed; a timer as often as its cycle says; a parallel multiple starts afresh. */
function again(turn: Turn, catcher: Catcher, fired: Wait): void {
  const { waits } = turn.state.catchers[catcher.id] ?? catcher;
  const left = waits.map((wait) => (wait.id === fired.id || wait.met ? afresh(turn, wait) : wait));
  if (left.every((wait) => isSpent(wait))) { disarm(turn, catcher.id); return; }
  for (const [index, wait] of left.entries()) if (wait !== waits[index]) turn.emit({ type: 'waitChanged', catcher: catcher.id, wait });
}
function isSpent(wait: Wait): boolean {
  return wait.kind === 'timer' && wait.dueAt === undefined && !isHeld(wait);
}
/** A timer that has fired for the last time stays without a due time, beside other triggers that can still occur. */
function afresh(turn: Turn, wait: Wait): Wait {
  const { met: _met, dueAt, ...rest } = wait;
  if (wait.kind !== 'timer') return rest;
  if (wait.interval === undefined || wait.left === 0) return rest;
  return { ...rest, id: turn.newId('w'), dueAt: (dueAt ?? turn.at) + wait.interval, left: (wait.left ?? -1) < 0 ? -1 : (wait.left ?? 0) - 1 };
}

/** The event of a boundary happens: the activity ends or goes on beside it. */
export function triggerBoundary(turn: Turn, owner: Id, node: EventNode, data: Payload = {}): void {
  const { scope } = turn.instance(owner);
  if (node.cancelActivity !== false) cancelInstance(turn, owner, 'interrupted');
  occur(turn, scope, node, data);
}

/** Enters and passes a catching event that has occurred. */
export function occur(turn: Turn, scope: Id, node: EventNode, data: Payload = {}, consumed?: readonly Id[]): void {
  const id = turn.newId('i');
  turn.emit({ type: 'nodeEntered', instance: id, node: node.id, scope, ...(consumed ? { consumed } : {}) });
  const values = receivedData(turn, node, scope, data);
  if (Object.keys(values).length > 0) writeData(turn, scope, values);
  passOn(turn, turn.instance(id));
}

/** Runs an event sub-process; an interrupting one ends whatever else runs in its scope. */
export function startEventSubProcess(turn: Turn, scopeId: Id, start: EventNode, data: Payload = {}, compensation?: { compensates: Id }): void {
  const sub = turn.nodeIn(scopeId, start.scope) as ActivityNode;
  if (start.isInterrupting !== false && !compensation) {
    emptyScope(turn, scopeId, 'interrupted');
    turn.emit({ type: 'scopeInterrupted', scope: scopeId, by: sub.id });
  }
  const instance = turn.newId('i');
  turn.emit({ type: 'nodeEntered', instance, node: sub.id, scope: scopeId, ...(compensation ?? {}) });
  const inner = openScope(turn, { process: turn.scope(scopeId).process, element: sub.id, parent: scopeId, owner: instance });
  const values = receivedData(turn, start, inner, data);
  if (Object.keys(values).length > 0) writeData(turn, inner, values);
  startScope(turn, inner, startEventOf(turn.graphOf(inner), sub.id)?.id);
}

/** The first event decides where an event-based gateway goes; a parallel one (instantiating) waits for them all. */
function fireGateway(turn: Turn, catcher: Catcher, _wait: Wait, data: Payload): void {
  const gateway = turn.instance(catcher.owner);
  const node = turn.node(gateway);
  const parallel = node.kind === 'gateway' && node.eventGatewayType === 'Parallel';
  const flow = node.outgoing.find((each) => turn.flow(gateway.scope, each).target === catcher.node);
  disarm(turn, catcher.id);
  const others = Object.values(turn.state.catchers).some((each) => each.owner === gateway.id);
  if (!parallel || !others) {
    disarmOwnedBy(turn, gateway.id);
    turn.touched.add(gateway.scope);
    turn.emit({ type: 'nodeCompleted', instance: gateway.id, node: gateway.node, scope: gateway.scope });
  }
  if (flow === undefined) return;
  turn.emit({ type: 'flowTaken', scope: gateway.scope, flow });
  const target = turn.nodeIn(gateway.scope, catcher.node);
  if (target.kind === 'event') { occur(turn, gateway.scope, target, data, [flow]); return; }
  const id = turn.newId('i');
  turn.emit({ type: 'nodeEntered', instance: id, node: target.id, scope: gateway.scope, consumed: [flow] });
  turn.machine.completeActivity(turn, turn.instance(id), data);
}
