/** Plays a procedure from start to end in process, on a virtual clock: with a script, or completing whatever is asked. */
import type { Data, Id, Instant, Model, ProcessGraph } from '../graph/types.js';
import type { ProcessEvent } from '../interpreter/index.js';
import { Deployment } from './deployment.js';
import { finishing, nodeEvents, outcomeOf, resultOf, waiting, type WaitingNode } from './observe.js';
import { advanced, type ScriptEntry } from './script.js';
import { World, type Running } from './world.js';

export interface PlayOptions {
  script?: readonly ScriptEntry[];
  /** The virtual clock does not go past this instant. */
  until?: Instant;
  /** Where the virtual clock begins; default Monday 05/01/2026 07:30 in Viet Nam. */
  startAt?: Instant;
  /** Process to play; default the first that starts by itself. */
  process?: Id;
}
export interface PlayResult {
  completed: boolean;
  state: 'completed' | 'waiting' | 'terminated' | 'failed';
  error?: { code: string; message: string };
  trace: Id[];
  waiting: { element: Id; kind: string; since: Instant; due?: Instant }[];
  incidents: { element: Id; code: string; message: string }[];
  data: Data;
  events: ProcessEvent[];
}

const DEFAULT_START = Date.UTC(2026, 0, 5, 0, 30);
/** Work items completed without a script: a loop that nothing ends stops here. */
const AUTOMATIC_LIMIT = 10_000;

export function play(models: Model | readonly Model[], options: PlayOptions = {}): PlayResult {
  const deployment = new Deployment();
  deployment.add(Array.isArray(models) ? (models as readonly Model[]) : [models as Model]);
  const named = new Set((options.script ?? []).flatMap((entry) => (entry.kind === 'complete' || entry.kind === 'fail' ? [entry.element] : [])));
  const world = new World(deployment, { now: options.startAt ?? DEFAULT_START, holdService: (node) => named.has(node) });
  const graphs = toStart(deployment, options.process);
  if (graphs.length === 0) return unplayable('no executable process that starts by itself');
  const error = options.script ? playScript(world, graphs, options.script, options.until) : playAlone(world, graphs, options.until);
  return result(world, error);
}

/** Pools that start by themselves; those started by a message wait for it, called processes and global tasks for their call. */
function toStart(deployment: Deployment, process?: Id): ProcessGraph[] {
  const all = deployment.processes().filter((graph) => !graph.globalTask && (process === undefined || graph.id === process));
  const called = new Set(deployment.processes().flatMap((graph) => graph.order.flatMap((id) => {
    const node = graph.nodes[id];
    return node?.kind === 'activity' && node.calledElement !== undefined ? [node.calledElement] : [];
  })));
  const own = all.filter((graph) => graph.executable && !called.has(graph.id) && graph.order.length > 0);
  const alone = own.filter((graph) => !deployment.triggers.some((trigger) => trigger.process === graph.id) || hasNoneStart(graph));
  return alone.length > 0 ? alone : own.slice(0, 1).concat(own.length > 0 ? [] : all.filter((graph) => graph.order.length > 0).slice(0, 1));
}
function hasNoneStart(graph: ProcessGraph): boolean {
  return graph.order.some((id) => {
    const node = graph.nodes[id];
    return node?.kind === 'event' && node.type === 'startEvent' && node.scope === graph.id && node.definitions.length === 0;
  });
}
function begin(world: World, graphs: readonly ProcessGraph[], data: Data): void {
  for (const graph of graphs) world.start(graph.id, data);
}

/** Every work item is completed with no data; when only timers are open the clock jumps to the next. */
function playAlone(world: World, graphs: readonly ProcessGraph[], until?: Instant): string | undefined {
  begin(world, graphs, {});
  for (let n = 0; n < AUTOMATIC_LIMIT; n += 1) {
    const item = waiting(world).find((each) => runningOf(world, each).state.instances[itemOf(each)]?.work);
    if (item) { complete(world, item, {}); continue; }
    const due = world.nextDue();
    if (due === undefined || (until !== undefined && due > until) || world.instances.every((each) => outcomeOf(each).status !== 'running')) return undefined;
    world.advanceTo(due);
  }
  return `more than ${AUTOMATIC_LIMIT} steps: the run does not end by itself`;
}

function playScript(world: World, graphs: readonly ProcessGraph[], script: readonly ScriptEntry[], until?: Instant): string | undefined {
  if (script[0]?.kind !== 'start') begin(world, graphs, {});
  for (const [index, entry] of script.entries()) {
    const problem = carryOut(world, graphs, entry, until);
    if (problem !== undefined) return `entry ${index + 1}: ${problem}`;
  }
  return undefined;
}

function carryOut(world: World, graphs: readonly ProcessGraph[], entry: ScriptEntry, until?: Instant): string | undefined {
  switch (entry.kind) {
    case 'start': begin(world, graphs, entry.data); return undefined;
    case 'advance': world.advanceTo(Math.min(advanced(world.now, entry.by), until ?? Infinity)); return undefined;
    case 'signal': world.signal(entry.name, entry.data); return undefined;
    case 'message': return world.message(entry.name, entry.data, {}, undefined, entry.key) ? undefined : `nothing waits for the message ${entry.name}`;
    case 'complete': {
      const item = find(world, entry.element);
      return item ? complete(world, item, entry.data, entry.by) : `${entry.element} is not waiting${nowWaiting(world)}`;
    }
    case 'fail': {
      const item = find(world, entry.element);
      if (!item) return `${entry.element} is not waiting${nowWaiting(world)}`;
      return world.submit(runningOf(world, item), { type: 'serviceFailed', instance: itemOf(item), message: entry.error ?? 'failed', ...(entry.error === undefined ? {} : { errorCode: entry.error }) })?.message
        ?? undefined;
    }
    case 'expect': {
      const now = waiting(world).map((each) => each.nodeId).sort();
      return JSON.stringify(now) === JSON.stringify([...entry.waiting].sort()) ? undefined : `expected to wait at ${entry.waiting.join(', ') || 'nothing'}${nowWaiting(world)}`;
    }
  }
}
function nowWaiting(world: World): string {
  return `; waiting: ${waiting(world).map((each) => each.nodeId).join(', ') || 'nothing'}`;
}
function find(world: World, element: Id): WaitingNode | undefined {
  return waiting(world).find((each) => each.nodeId === element);
}
function runningOf(world: World, item: WaitingNode): Running {
  const running = world.instances.find((each) => each.id === item.instanceId);
  if (!running) throw new Error(`InvariantViolation: no instance ${item.instanceId}`);
  return running;
}
function itemOf(item: WaitingNode): Id {
  return item.taskId.slice(item.instanceId.length + 1);
}
function complete(world: World, item: WaitingNode, data: Data, by?: string): string | undefined {
  const running = runningOf(world, item);
  const id = itemOf(item);
  const instance = running.state.instances[id];
  if (!instance) throw new Error(`InvariantViolation: nothing waits as ${item.taskId}`);
  return world.submit(running, { ...finishing(instance, data), ...(by === undefined ? {} : { by }) })?.message;
}

function result(world: World, problem: string | undefined): PlayResult {
  const outcomes = world.instances.map(outcomeOf);
  const incidents = world.instances.flatMap((each) => Object.values(each.state.incidents).map(({ node, code, message }) => ({ element: node, code, message })));
  const failed = outcomes.find((each) => each.status === 'failed');
  const running = outcomes.some((each) => each.status === 'running');
  const terminated = world.instances.some((each) => each.state.status === 'terminated');
  const state = failed ? 'failed' : running ? 'waiting' : terminated ? 'terminated' : 'completed';
  const error = failed?.error ?? (problem === undefined ? undefined : { code: 'SCRIPT', message: problem });
  const first = world.instances[0];
  return {
    completed: problem === undefined && (state === 'completed' || state === 'terminated'), state,
    ...(error ? { error } : {}),
    trace: nodeEvents(world).filter((each) => each.type === 'completed').map((each) => each.nodeId),
    waiting: waiting(world).map(({ nodeId, kind, since, due }) => ({ element: nodeId, kind, since, ...(due === undefined ? {} : { due }) })),
    incidents, data: first ? resultOf(first) : {},
    events: world.log.map(({ event }) => event),
  };
}
function unplayable(message: string): PlayResult {
  return { completed: false, state: 'failed', error: { code: 'UNPLAYABLE', message }, trace: [], waiting: [], incidents: [], data: {}, events: [] };
}
