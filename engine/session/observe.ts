/** What a run shows: waiting work, node events, status: the same words for sessions, `play` and tests. */
import type { Data, Id, Instant, NodeType } from '../graph/types.js';
import type { NodeInstance } from '../interpreter/index.js';
import type { CommandBody } from './routing.js';
import type { Running, World } from './world.js';

export interface WaitingNode { taskId: string; nodeId: Id; kind: NodeType; instanceId: Id; since: Instant; due?: Instant }
export interface NodeEvent { type: 'entered' | 'completed' | 'cancelled'; nodeId: Id; activityInstanceId: Id; at: Instant; instanceId: Id }

/** Node instances that wait for somebody or something outside, oldest first. */
export function waitingIn(running: Running): WaitingNode[] {
  if (running.state.status !== 'running') return [];
  return Object.values(running.state.instances).flatMap((instance) => {
    const node = nodeOf(running, instance);
    if (!node || instance.isBody || instance.state !== 'active' || !isWaiting(running, instance)) return [];
    const due = dueOf(running, instance.id);
    return [{ taskId: `${running.id}:${instance.id}`, nodeId: instance.node, kind: node.type, instanceId: running.id, since: instance.since, ...(due === undefined ? {} : { due }) }];
  });
}
export function waiting(world: World): WaitingNode[] {
  return world.instances.flatMap(waitingIn).sort((a, b) => a.since - b.since);
}

function nodeOf(running: Running, instance: NodeInstance) {
  const process = running.state.scopes[instance.scope]?.process ?? '';
  return running.plan.processes[process]?.nodes[instance.node];
}
/** Work, an asked service, or a catcher of its own (not one at its boundary). */
function isWaiting(running: Running, instance: NodeInstance): boolean {
  if (Object.values(running.state.incidents).some((incident) => incident.instance === instance.id)) return false;
  if (instance.work || instance.attempts !== undefined) return true;
  return Object.values(running.state.catchers).some((catcher) => catcher.owner === instance.id && catcher.role !== 'boundary');
}
function dueOf(running: Running, owner: Id): Instant | undefined {
  const due = Object.values(running.state.catchers).flatMap((catcher) => (catcher.owner === owner && catcher.role !== 'boundary'
    ? catcher.waits.flatMap((wait) => (wait.dueAt === undefined ? [] : [wait.dueAt])) : []));
  return due.length === 0 ? undefined : due.reduce((a, b) => Math.min(a, b));
}

/** Entered, completed and cancelled nodes in order; the body of a loop is left out, each of its turns is there. */
export function nodeEvents(world: Pick<World, 'log'>): NodeEvent[] {
  const bodies = new Set(world.log.flatMap(({ instance, event }) => (event.type === 'bodyMade' ? [`${instance}:${event.instance}`] : [])));
  const kinds = { nodeEntered: 'entered', nodeCompleted: 'completed', nodeCancelled: 'cancelled' } as const;
  return world.log.flatMap(({ instance, event }) => {
    if (event.type !== 'nodeEntered' && event.type !== 'nodeCompleted' && event.type !== 'nodeCancelled') return [];
    const activityInstanceId = `${instance}:${event.instance}`;
    if (bodies.has(activityInstanceId)) return [];
    return [{ type: kinds[event.type], nodeId: event.node, activityInstanceId, at: event.at, instanceId: instance }];
  });
}

export interface Outcome { status: 'running' | 'completed' | 'failed'; error?: { code: 'RUNTIME' | 'BPMN_ERROR'; message: string } }

/** An open incident is a run that failed for whoever tests it. */
export function outcomeOf(running: Running): Outcome {
  const { status, error, incidents } = running.state;
  const incident = Object.values(incidents)[0];
  if (status === 'failed') return { status: 'failed', error: { code: 'BPMN_ERROR', message: error ? `${error.code}: ${error.message}` : 'error' } };
  if (status === 'cancelled') return { status: 'failed', error: { code: 'RUNTIME', message: 'cancelled' } };
  if (status === 'completed' || status === 'terminated') return { status: 'completed' };
  return incident ? { status: 'failed', error: { code: 'RUNTIME', message: `${incident.node}: ${incident.message}` } } : { status: 'running' };
}

/** The data of the process itself: what a run results in. */
export function resultOf(running: Running): Data {
  return { ...(running.state.scopes[running.state.root ?? '']?.data ?? {}) };
}

/** The command by which somebody finishes what waits: work is completed, an asked service answers, an event occurs. */
export function finishing(instance: NodeInstance, data: Data): CommandBody {
  if (instance.work) return { type: 'completeWorkItem', item: instance.id, data };
  if (instance.attempts !== undefined) return { type: 'serviceCompleted', instance: instance.id, data };
  return { type: 'triggerInstance', instance: instance.id, data };
}
