/** Each command, checked against the state and then carried out in a turn. A check answers a rejection or nothing. */
import type { ActivityNode, Data, EventNode, Id } from '../graph/types.js';
import { arm, definitionsOf, disarmOwnedBy } from './catchers.js';
import type { Command, CommandType, Rejection, RejectionCode } from './commands.js';
import { mayReceive, rememberKeys } from './correlation.js';
import { visibleData, writeData } from './data.js';
import { throwError } from './errors.js';
import { fire, occur } from './firing.js';
import { resolveIncident } from './incidents.js';
import { cancelInstance, emptyScope, openScope } from './scopes.js';
import { startScope } from './starts.js';
import { throwSignal } from './signals.js';
import type { Catcher, NodeInstance } from './state.js';
import type { Turn } from './turn.js';
import { goOnTimers, holdTimers, recountTimers } from './working-timers.js';
import { checkHolder, checkWork, completeWork } from './work.js';

type Of<T extends CommandType> = Extract<Command, { type: T }>;
type Accept = { [T in CommandType]: (turn: Turn, command: Of<T>) => Rejection | undefined };

export function reject(code: RejectionCode, message: string): Rejection { return { code, message }; }

export const accept: Accept = {
  startProcess: (turn, command) => {
    if (turn.state.status !== 'initial') return reject('already-started', 'The process has been started');
    const graph = turn.graph(turn.plan.root);
    if (command.startEvent !== undefined && !graph.nodes[command.startEvent]) return reject('unknown-start-event', `No start event ${command.startEvent}`);
    turn.emit({ type: 'processStarted', process: graph.id, ...(command.businessKey === undefined ? {} : { businessKey: command.businessKey }), ...(command.calendar ? { calendar: command.calendar } : {}) });
    const scope = openScope(turn, { process: graph.id, element: graph.id, data: { ...command.data } });
    if (command.startEvent === undefined) startScope(turn, scope);
    else startAt(turn, scope, command.startEvent, command.data ?? {});
    return undefined;
  },
  claimWorkItem: (turn, { item, by }) => checkWork(turn, item, by, 'claim') ?? done(turn.emit({ type: 'workItemClaimed', instance: item, node: turn.instance(item).node, by: by ?? '' })),
  startWorkItem: (turn, { item, by }) => checkWork(turn, item, by, 'act') ?? done(turn.emit({ type: 'workItemStarted', instance: item, node: turn.instance(item).node })),
  releaseWorkItem: (turn, { item, by }) => checkWork(turn, item, by, 'act') ?? done(turn.emit({ type: 'workItemReleased', instance: item, node: turn.instance(item).node })),
  assignWorkItem: (turn, { item, to, from }) => checkHolder(turn, item, from) ?? checkWork(turn, item, to, 'assign') ?? done(turn.emit({ type: 'workItemAssigned', instance: item, node: turn.instance(item).node, to })),
  completeWorkItem: (turn, { item, by, data }) => checkWork(turn, item, by, 'act') ?? done(completeWork(turn, item, data)),
  fireTimer: (turn, { timer }) => {
    for (const catcher of Object.values(turn.state.catchers)) {
      if (catcher.waits.some((wait) => wait.id === timer && wait.kind === 'timer')) return done(fire(turn, catcher.id, timer));
    }
    return reject('unknown-timer', `No timer ${timer} is running`);
  },
  correlateMessage: correlate,
  broadcastSignal: (turn, { name, data }) => done(throwSignal(turn, name, data ?? {})),
  triggerInstance: (turn, { instance, data }) => {
    const catcher = Object.values(turn.state.catchers).find((each) => each.owner === instance && ['intermediate', 'receive', 'gateway'].includes(each.role));
    const wait = catcher?.waits.find((each) => !each.met);
    if (!catcher || !wait) return reject('unknown-instance', `Nothing waits at ${instance}`);
    return done(fire(turn, catcher.id, wait.id, data));
  },
  serviceCompleted: (turn, { instance, data }) => {
    const found = asked(turn, instance);
    return found ? done(turn.machine.completeActivity(turn, found, data)) : reject('unknown-instance', `No service is asked at ${instance}`);
  },
  serviceFailed: (turn, command) => {
    const found = asked(turn, command.instance);
    if (!found) return reject('unknown-instance', `No service is asked at ${command.instance}`);
    return done(failWith(turn, found, command.errorCode, command.message));
  },
  failInstance: (turn, command) => {
    const found = turn.state.instances[command.instance];
    if (!found || turn.node(found).kind !== 'activity') return reject('unknown-instance', `No activity ${command.instance} is active`);
    return done(failWith(turn, found, command.errorCode, command.message ?? command.errorCode ?? 'error', true));
  },
  resolveIncident,
  setData: (turn, { data, scope }) => {
    const target = scope ?? turn.state.root;
    if (target === undefined || !turn.state.scopes[target]) return reject('not-running', 'The process has no data yet');
    return done(writeData(turn, target, data));
  },
  correctCalendar: (turn, { calendarId, version, calendar, moved }) => {
    turn.emit({ type: 'calendarCorrected', calendarId, version, ...(calendar ? { calendar } : {}), ...(moved ? { moved } : {}) });
    if (calendar) recountTimers(turn);
    return undefined;
  },
  cancelProcess: (turn) => done(cancelProcess(turn)),
  recordFacts: (turn, { facts, ends, timers }) => {
    for (const fact of facts) turn.emit({ type: 'factRecorded', fact: { ...fact } });
    if (timers === 'hold') holdTimers(turn);
    if (timers === 'goOn') goOnTimers(turn);
    return done(ends ? cancelProcess(turn) : undefined);
  },
};
function done(_nothing: void): undefined { return undefined; }

function cancelProcess(turn: Turn): void {
  if (turn.state.root !== undefined) emptyScope(turn, turn.state.root, 'terminated');
  turn.emit({ type: 'processEnded', status: 'cancelled' });
}

/** A process started by a message, signal, timer or condition: at that event, or at the gateway or receive task that takes it. */
function startAt(turn: Turn, scope: Id, start: Id, data: Data): void {
  const graph = turn.graphOf(scope);
  const node = graph.nodes[start];
  for (const each of node ? definitionsOf(node) : []) if (each.kind === 'message') rememberKeys(turn, each.message.id, data);
  const gateway = node?.incoming.map((flow) => graph.nodes[graph.flows[flow]?.source ?? '']).find((each) => each?.kind === 'gateway' && each.instantiate);
  if (gateway) { startAtGateway(turn, scope, gateway.id, start); return; }
  if (node?.type !== 'receiveTask') { startScope(turn, scope, start); return; }
  const id = turn.newId('i');
  turn.emit({ type: 'nodeEntered', instance: id, node: start, scope });
  turn.moves.push(() => turn.machine.completeActivity(turn, turn.instance(id)));
}
function startAtGateway(turn: Turn, scope: Id, gateway: Id, start: Id): void {
  const node = turn.nodeIn(scope, gateway);
  const id = turn.newId('i');
  turn.emit({ type: 'nodeEntered', instance: id, node: gateway, scope });
  for (const flow of node.outgoing) arm(turn, 'gateway', turn.nodeIn(scope, turn.flow(scope, flow).target), scope, id);
  const catcher = Object.values(turn.state.catchers).find((each) => each.owner === id && each.node === start);
  if (catcher?.waits[0]) fire(turn, catcher.id, catcher.waits[0].id);
  else { disarmOwnedBy(turn, id); cancelInstance(turn, id, 'terminated'); occur(turn, scope, turn.nodeIn(scope, start) as EventNode); }
}

/** A message goes to one receiver, the one that has waited longest. */
function correlate(turn: Turn, command: Of<'correlateMessage'>): Rejection | undefined {
  const { name, match = {}, data, key } = command;
  for (const catcher of Object.values(turn.state.catchers)) {
    if (command.catcher !== undefined && catcher.id !== command.catcher) continue;
    const wait = catcher.waits.find((each) => each.kind === 'message' && each.name === name && !each.met && (key === undefined || each.key === undefined || same(each.key, key)));
    if (!wait) continue;
    const message = messageId(turn, catcher, wait.index);
    if (!mayReceive(turn, message, data ?? {})) continue;
    const visible = visibleData(turn, catcher.scope);
    if (Object.entries(match).every(([field, value]) => same(visible[field], value))) {
      rememberKeys(turn, message, data ?? {});
      return done(fire(turn, catcher.id, wait.id, data));
    }
  }
  return reject('no-receiver', `Nothing waits for the message ${name}`);
}
function messageId(turn: Turn, catcher: Catcher, index: number): Id | undefined {
  const definition = definitionsOf(turn.nodeIn(catcher.scope, catcher.node))[index];
  return definition?.kind === 'message' ? definition.message.id : undefined;
}
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function asked(turn: Turn, id: Id): NodeInstance | undefined {
  const instance = turn.state.instances[id];
  return instance?.attempts !== undefined && !turn.hasIncident(id) ? instance : undefined;
}
/** With a code it is an error of the drawing; without one, a technical failure for a person to look at. */
function failWith(turn: Turn, instance: NodeInstance, code: string | undefined, message: string, asError = false): void {
  if (code === undefined && !asError) { turn.raiseIncident(instance.id, 'service-failed', message); return; }
  const node = turn.node(instance) as ActivityNode;
  const before = turn.events.length;
  throwError(turn, { node: node.id, scope: instance.scope, activity: instance.id }, code, message);
  const uncaught = turn.events.slice(before).some((event) => event.type === 'errorThrown' && !event.caught);
  if (!uncaught && turn.state.instances[instance.id]) cancelInstance(turn, instance.id, 'failed');
}
