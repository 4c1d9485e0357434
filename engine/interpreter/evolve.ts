/** How each event changes the state. The only code that writes to a `ProcessState`. */
import type { Id } from '../graph/types.js';
import type { ProcessEvent } from './events.js';
import { applyMigration } from './migrated.js';
import type { NodeInstance, ProcessState, Scope, Undoing } from './state.js';

/** Command ids remembered for recognising a repeated command. */
const HANDLED_LIMIT = 200;

export function initialState(): ProcessState {
  return {
    schemaVersion: 1, seq: 0, nextId: 1, status: 'initial', at: 0,
    scopes: {}, instances: {}, catchers: {}, incidents: {}, handled: [], performers: {},
  };
}

/** Pure: the state after `event`; `events.reduce(evolve, initialState())` is the state that `step` returned. */
export function evolve(state: ProcessState, event: ProcessEvent): ProcessState {
  const draft = copyState(state);
  applyEvent(draft, event);
  return draft;
}

/** States are plain JSON, and the workflow sandbox has no `structuredClone`. */
export function copyState(state: ProcessState): ProcessState {
  return JSON.parse(JSON.stringify(state)) as ProcessState;
}

type Handlers = { [T in ProcessEvent['type']]: (s: ProcessState, e: Extract<ProcessEvent, { type: T }>) => void };

/** Changes `draft` in place. An event is never applied twice: numbers must follow on. */
export function applyEvent(draft: ProcessState, event: ProcessEvent): void {
  if (event.seq !== draft.seq + 1) throw new Error(`InvariantViolation: event ${event.seq} (${event.type}) follows ${draft.seq}`);
  draft.seq = event.seq;
  draft.at = event.at;
  (handlers[event.type] as (s: ProcessState, e: ProcessEvent) => void)(draft, event);
}

function scopeOf(s: ProcessState, id: Id): Scope {
  const scope = s.scopes[id];
  if (!scope) throw new Error(`InvariantViolation: no scope ${id} at event ${s.seq}`);
  return scope;
}
function instanceOf(s: ProcessState, id: Id): NodeInstance {
  const instance = s.instances[id];
  if (!instance) throw new Error(`InvariantViolation: no instance ${id} at event ${s.seq}`);
  return instance;
}
function workOf(s: ProcessState, id: Id) {
  return (instanceOf(s, id).work ??= { status: 'offered' });
}
function takeTokens(scope: Scope, flows: readonly Id[]): void {
  for (const flow of flows) {
    const left = (scope.tokens[flow] ?? 0) - 1;
    if (left < 0) throw new Error(`InvariantViolation: no token on ${flow}`);
    if (left === 0) delete scope.tokens[flow];
    else scope.tokens[flow] = left;
  }
}
/** Ids are handed out by number, so that the counter can be restored from the events alone. */
function seen(s: ProcessState, id: Id): void {
  const n = Number(id.slice(1));
  if (n >= s.nextId) s.nextId = n + 1;
}
function undoingOf(s: ProcessState, thrower: Id): Undoing {
  const undoing = s.undoing?.[thrower];
  if (!undoing) throw new Error(`InvariantViolation: ${thrower} compensates nothing at event ${s.seq}`);
  return undoing;
}
function forgetUndoing(s: ProcessState, thrower: Id): void {
  delete s.undoing?.[thrower];
  if (s.undoing && Object.keys(s.undoing).length === 0) delete s.undoing;
}
function forgetIncidents(s: ProcessState, instance: Id): void {
  for (const incident of Object.values(s.incidents)) if (incident.instance === instance) delete s.incidents[incident.id];
}
function nothing(): void { /* a fact for the log, the host or the reports; the state stays as it is */ }

const handlers: Handlers = {
  processStarted: (s, e) => {
    s.status = 'running';
    s.startedAt = e.at;
    if (e.businessKey !== undefined) s.businessKey = e.businessKey;
    if (e.calendar) s.calendar = e.calendar;
  },
  commandHandled: (s, e) => {
    s.handled.push(e.commandId);
    if (s.handled.length > HANDLED_LIMIT) s.handled.splice(0, s.handled.length - HANDLED_LIMIT);
  },
  processMigrated: (s, e) => { applyMigration(s, e.processes); },
  scopeOpened: (s, e) => {
    seen(s, e.scope);
    s.scopes[e.scope] = {
      id: e.scope, process: e.process, element: e.element, data: { ...e.data }, tokens: {}, resets: {},
      done: e.done ? (JSON.parse(JSON.stringify(e.done)) as Scope['done']) : [],
      ...(e.parent === undefined ? {} : { parent: e.parent }), ...(e.owner === undefined ? {} : { owner: e.owner }),
      ...(e.local ? { local: true as const } : {}),
    };
    if (e.owner !== undefined) instanceOf(s, e.owner).inner = e.scope;
    if (e.parent === undefined && s.root === undefined) s.root = e.scope;
  },
  scopeInterrupted: (s, e) => { scopeOf(s, e.scope).interruptedBy = e.by; },
  scopeClosed: (s, e) => {
    const scope = scopeOf(s, e.scope);
    if (scope.owner !== undefined) delete s.instances[scope.owner]?.inner;
    // The outermost scope stays: its data are the result.
    if (e.scope !== s.root) delete s.scopes[e.scope];
  },
  flowTaken: (s, e) => {
    const { tokens } = scopeOf(s, e.scope);
    tokens[e.flow] = (tokens[e.flow] ?? 0) + (e.count ?? 1);
  },
  tokensRemoved: (s, e) => takeTokens(scopeOf(s, e.scope), e.flows),
  nodeEntered: (s, e) => {
    seen(s, e.instance);
    if (e.consumed) takeTokens(scopeOf(s, e.scope), e.consumed);
    s.instances[e.instance] = {
      id: e.instance, node: e.node, scope: e.scope, state: 'active', since: e.at,
      ...(e.body === undefined ? {} : { body: e.body }), ...(e.counter === undefined ? {} : { counter: e.counter }),
      ...(e.compensates === undefined ? {} : { compensates: e.compensates }),
    };
  },
  nodeCompleted: (s, e) => {
    delete s.instances[e.instance];
    forgetIncidents(s, e.instance);
    if (e.done) scopeOf(s, e.scope).done.push(e.done);
  },
  nodeCancelled: (s, e) => {
    delete s.instances[e.instance];
    forgetUndoing(s, e.instance);
    forgetIncidents(s, e.instance);
  },
  bodyMade: (s, e) => { instanceOf(s, e.instance).isBody = true; },
  stateChanged: (s, e) => { instanceOf(s, e.instance).state = e.state; },
  loopChanged: (s, e) => { instanceOf(s, e.instance).loop = JSON.parse(JSON.stringify(e.loop)) as NonNullable<NodeInstance['loop']>; },
  adHocPending: (s, e) => { instanceOf(s, e.instance).pending = [...e.pending]; },
  dataSet: (s, e) => { Object.assign(scopeOf(s, e.scope).data, e.values); },
  complexGatewayFired: (s, e) => { scopeOf(s, e.scope).resets[e.node] = [...e.flows]; },
  complexGatewayReset: (s, e) => { delete scopeOf(s, e.scope).resets[e.node]; },
  catcherArmed: (s, e) => {
    seen(s, e.catcher.id);
    for (const wait of e.catcher.waits) seen(s, wait.id);
    s.catchers[e.catcher.id] = { ...e.catcher, waits: e.catcher.waits.map((wait) => ({ ...wait })) };
  },
  catcherDisarmed: (s, e) => { delete s.catchers[e.catcher]; },
  calendarCorrected: (s, e) => { if (e.calendar) s.calendar = e.calendar; },
  waitMet: (s, e) => { for (const wait of s.catchers[e.catcher]?.waits ?? []) if (wait.id === e.wait) wait.met = true; },
  waitChanged: (s, e) => {
    const catcher = s.catchers[e.catcher];
    if (catcher) catcher.waits = catcher.waits.map((wait) => (wait.index === e.wait.index ? { ...e.wait } : wait));
    seen(s, e.wait.id);
  },
  workItemOffered: (s, e) => { workOf(s, e.instance); },
  workItemClaimed: (s, e) => { Object.assign(workOf(s, e.instance), { status: 'allocated', by: e.by }); },
  workItemAssigned: (s, e) => { Object.assign(workOf(s, e.instance), { status: 'allocated', by: e.to }); },
  workItemStarted: (s, e) => { Object.assign(workOf(s, e.instance), { status: 'started', startedAt: e.at, ...(e.by ? { by: e.by } : {}) }); },
  workItemReleased: (s, e) => { instanceOf(s, e.instance).work = { status: 'offered' }; },
  workItemCompleted: (s, e) => {
    if (e.by === undefined) return;
    s.performers[e.node] = e.by;
    if (e.onBehalfOf !== undefined) s.principals = { ...s.principals, [e.node]: e.onBehalfOf };
    else if (s.principals) delete s.principals[e.node];
  },
  serviceInvoked: (s, e) => { instanceOf(s, e.instance).attempts = e.attempt; },
  decisionMade: nothing,
  messageThrown: nothing,
  signalThrown: nothing,
  correlationSet: (s, e) => { (s.correlation ??= {})[e.key] = [...e.values]; },
  messageReceived: nothing,
  timerFired: nothing,
  escalationThrown: nothing,
  errorThrown: nothing,
  compensationStarted: (s, e) => { (s.undoing ??= {})[e.instance] = JSON.parse(JSON.stringify(e.undoing)) as Undoing; },
  compensationAdvanced: (s, e) => { undoingOf(s, e.instance).queue.shift(); },
  compensationExpanded: (s, e) => { undoingOf(s, e.instance).queue.splice(0, 1, ...(JSON.parse(JSON.stringify(e.queue)) as Undoing['queue'])); },
  compensationEnded: (s, e) => { forgetUndoing(s, e.instance); },
  doneForgotten: (s, e) => {
    const scope = scopeOf(s, e.scope);
    scope.done = scope.done.filter((record) => !e.instances.includes(record.instance));
  },
  incidentRaised: (s, e) => { seen(s, e.incident.id); s.incidents[e.incident.id] = { ...e.incident }; },
  incidentResolved: (s, e) => { delete s.incidents[e.incident]; },
  factRecorded: nothing,
  processEnded: (s, e) => {
    s.status = e.status;
    if (e.error) s.error = e.error;
  },
};
