/**
 * What the register of dossiers has to know and the process state forgets: when the clock of the limit stood still,
 * since when the result is ready, and whether the way led to a refusal.
 */
import type { ActivityNode, FlowNode, Id, Instant, Plan } from '../graph/types.js';
import type { ProcessEvent } from '../interpreter/events.js';
import type { ProcessState } from '../interpreter/state.js';
import { limitInForce } from './limits.js';

export interface Ledger {
  /** Half-open spans in which the clock stood still; the last one may be open (no end). */
  stops: [from: Instant, to?: Instant][];
  /** The only thing left to do has been handing over the result, since then. */
  readyAt?: Instant;
  outcome?: 'refused' | 'notReceived' | 'withdrawn';
  /** A step of the desk has been done, and then one beyond it: what is refused between the two was not received. */
  reached?: 'desk' | 'beyond';
  /** Number of the published limit that holds for it; absent: the one without a condition. */
  limit?: number;
}

/** Something the process waits at: an activity under way, or an event waited for by a token. */
export interface OpenNode { id: Id; instance?: Id; node: FlowNode; process: Id; stopped: boolean }

export const newLedger = (): Ledger => ({ stops: [] });

/** `halted`: the dossier stands still for a reason that no drawing shows. */
export function keepLedger(plan: Plan, ledger: Ledger, events: readonly ProcessEvent[], after: ProcessState, halted: boolean): Ledger {
  const open = after.status === 'running' ? openNodes(plan, after) : [];
  const reached = reachedBy(plan, ledger.reached, events);
  const ended = outcomeOf(plan, events);
  const outcome = ledger.outcome ?? (ended === 'refused' && reached === 'desk' ? 'notReceived' : ended);
  const readyAt = isHandingOver(open) ? (ledger.readyAt ?? after.at) : undefined;
  const kept: Ledger = { stops: nextStops(ledger.stops, isStopped(open) || (halted && after.status === 'running'), after.at) };
  // An ended dossier keeps the instant at which its result lay ready: handing over is not counted against the limit.
  const ready = after.status === 'running' ? readyAt : ledger.readyAt;
  if (ready !== undefined) kept.readyAt = ready;
  if (outcome !== undefined) kept.outcome = outcome;
  if (reached !== undefined) kept.reached = reached;
  const limit = ledger.limit ?? limitAtStart(plan, events);
  if (limit !== undefined) kept.limit = limit;
  return kept;
}

/** Decided by the data that the dossier was received with: what becomes known later does not move its limit. */
function limitAtStart(plan: Plan, events: readonly ProcessEvent[]): number | undefined {
  const facts = plan.processes[plan.root]?.procedure;
  if (events[0]?.type !== 'processStarted' || !facts?.timeLimits.some((each) => each.condition)) return undefined;
  const opened = events.find((event) => event.type === 'scopeOpened');
  return opened?.type === 'scopeOpened' ? limitInForce(facts, opened.data, opened.at) : undefined;
}

const AT_DESK = new Set(['receive', 'refuse', 'supplement', 'pay', 'return']);
/** Only work of people counts: what services and scripts do in between takes the dossier nowhere. */
function reachedBy(plan: Plan, before: Ledger['reached'], events: readonly ProcessEvent[]): Ledger['reached'] {
  let reached = before;
  for (const event of events) {
    const node = event.type === 'nodeCompleted' && reached !== 'beyond' ? nodeNamed(plan, event.node) : undefined;
    if (node?.kind !== 'activity' || (node.type !== 'userTask' && node.type !== 'manualTask')) continue;
    const kind = stepKind(node) ?? '';
    if (!AT_DESK.has(kind)) reached = 'beyond';
    else if (kind === 'receive') reached = 'desk';
  }
  return reached;
}

function nextStops(stops: Ledger['stops'], stopped: boolean, at: Instant): Ledger['stops'] {
  const last = stops[stops.length - 1];
  const isOpen = last !== undefined && last[1] === undefined;
  if (stopped === isOpen) return stops;
  return stopped ? [...stops, [at]] : [...stops.slice(0, -1), [last![0], at]];
}

/** The clock stands still while the dossier waits in stopped steps only. */
export function isStopped(open: readonly OpenNode[]): boolean {
  return open.length > 0 && open.every((each) => each.stopped);
}

/** True when nothing is left but steps of kind `return`. */
export function isHandingOver(open: readonly OpenNode[]): boolean {
  return open.length > 0 && open.every((each) => stepKind(each.node) === 'return');
}

export function stepKind(node: FlowNode): string | undefined {
  return node.kind === 'activity' ? node.step?.kind : undefined;
}

/** Where the process waits: leaves only, in order of their beginning. */
export function openNodes(plan: Plan, state: ProcessState): OpenNode[] {
  const open: OpenNode[] = [];
  for (const instance of Object.values(state.instances)) {
    const scope = state.scopes[instance.scope];
    const node = scope && plan.processes[scope.process]?.nodes[instance.node];
    if (!scope || !node || node.kind !== 'activity' || instance.isBody || isContainer(node)) continue;
    open.push({ id: instance.id, instance: instance.id, node, process: scope.process, stopped: isStoppedNode(plan, state, instance.scope, node) });
  }
  for (const catcher of Object.values(state.catchers)) {
    const scope = state.scopes[catcher.scope];
    const node = scope && plan.processes[scope.process]?.nodes[catcher.node];
    if (!scope || !node || (catcher.role !== 'intermediate' && catcher.role !== 'gateway')) continue;
    open.push({ id: catcher.id, node, process: scope.process, stopped: isStoppedNode(plan, state, catcher.scope, node) });
  }
  return open;
}

export const isContainer = (node: ActivityNode): boolean =>
  node.type === 'callActivity' || node.type === 'subProcess' || node.type === 'transaction' || node.type === 'adHocSubProcess';

/** Stopped by its own fact, or by that of a sub-process or calling step around it. */
function isStoppedNode(plan: Plan, state: ProcessState, scopeId: Id, node: FlowNode): boolean {
  if (node.kind === 'activity' && node.step?.clock === 'stopped') return true;
  for (let scope = state.scopes[scopeId]; scope?.owner !== undefined;) {
    const owner = state.instances[scope.owner];
    const around = owner && state.scopes[owner.scope];
    const step = owner && around && plan.processes[around.process]?.nodes[owner.node];
    if (step?.kind === 'activity' && step.step?.clock === 'stopped') return true;
    scope = around;
  }
  return false;
}

const REFUSED = /refus|reject|tu choi|từ chối/i;
const WITHDRAWN = /withdraw|rut ho so|rút hồ sơ/i;

/**
 * A dossier is refused when a step of kind `refuse` was completed or an end event says so in its id or name;
 * withdrawn when an end event says that, or the process was cancelled.
 */
function outcomeOf(plan: Plan, events: readonly ProcessEvent[]): Ledger['outcome'] {
  for (const event of events) {
    if (event.type === 'processEnded' && event.status === 'cancelled') return 'withdrawn';
    if (event.type !== 'nodeCompleted') continue;
    const node = nodeNamed(plan, event.node);
    if (!node) continue;
    if (stepKind(node) === 'refuse') return 'refused';
    const says = node.type === 'endEvent' ? `${node.id} ${node.name ?? ''}` : '';
    if (REFUSED.test(says)) return 'refused';
    if (WITHDRAWN.test(says)) return 'withdrawn';
  }
  return undefined;
}

export function nodeNamed(plan: Plan, id: Id): FlowNode | undefined {
  for (const process of Object.values(plan.processes)) {
    const node = process.nodes[id];
    if (node) return node;
  }
  return undefined;
}
