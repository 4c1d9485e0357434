/** Moves the state of one dossier to another plan, as an event of its log. */
import type { FlowNode, Id, Instant, Plan } from '../graph/types.js';
import { arm, definitionsOf, disarm } from '../interpreter/catchers.js';
import { effectsOf, type Effect } from '../interpreter/effects.js';
import type { ProcessEvent } from '../interpreter/events.js';
import { copyState } from '../interpreter/evolve.js';
import { machine } from '../interpreter/machine.js';
import type { Renamed } from '../interpreter/migrated.js';
import { eventSubProcesses, startEventOf } from '../interpreter/scopes.js';
import { settle } from '../interpreter/settle.js';
import type { Catcher, NodeInstance, ProcessState, Scope } from '../interpreter/state.js';
import { scheduleArrival } from '../interpreter/tokens.js';
import { Turn } from '../interpreter/turn.js';
import { checkMigration } from './check.js';
import { Correspondence } from './correspondence.js';
import type { MigrationPlan, MigrationProblem } from './types.js';

export type Migration =
  | { migrated: true; state: ProcessState; events: readonly ProcessEvent[]; effects: readonly Effect[]; /** Warnings only. */ problems: MigrationProblem[]; /** The command had been handled before. */ repeated?: true }
  | { migrated: false; problems: MigrationProblem[] };

/**
 * The dossier of `state`, which ran on `from`, as it goes on under `to`; `state` is left as it is. Timers keep their due
 * instants where their definition is the same. What is new at the edge of something active is waited for from `at` on.
 * Nothing is changed when `checkMigration` finds an error.
 * @param at epoch ms; never before the last event
 */
export function migrateState(from: Plan, to: Plan, plan: MigrationPlan, state: ProcessState, at: Instant, commandId: string, who: { by?: string; reason?: string } = {}): Migration {
  if (state.handled.includes(commandId)) return { migrated: true, state, events: [], effects: [], problems: [], repeated: true };
  const problems = checkMigration(from, to, plan, state);
  if (problems.some((each) => each.severity === 'error')) return { migrated: false, problems };
  const map = new Correspondence(from, to, plan);
  const turn = new Turn(to, copyState(state), Math.max(at, state.at), machine, who.by);
  const changed = Object.values(turn.state.catchers).filter((each) => !goesOn(map, state, each));
  for (const each of changed) disarm(turn, each.id);
  turn.emit({ type: 'processMigrated', from: from.hash, to: to.hash, processes: renamesOf(map, state) });
  for (const each of changed) {
    const node = map.node(processOf(state, each.scope), each.node);
    if (node) arm(turn, each.role, node, each.scope, each.owner);
  }
  armNew(turn, map, state);
  // A join may need fewer tokens than before.
  for (const scope of Object.values(turn.state.scopes)) for (const flow of Object.keys(scope.tokens)) scheduleArrival(turn, scope.id, flow);
  settle(turn);
  turn.emit({ type: 'commandHandled', commandId, command: 'migrate', ...(who.reason === undefined ? {} : { reason: who.reason }) });
  return { migrated: true, state: turn.state, events: turn.events, effects: effectsOf(turn.events), problems };
}

const processOf = (state: ProcessState, scope: Id): Id => state.scopes[scope]?.process ?? '';

function goesOn(map: Correspondence, state: ProcessState, { node, scope }: Catcher): boolean {
  return map.waitsForTheSame(processOf(state, scope), node);
}

/** Only what is called differently, so that the event of an unchanged drawing says nothing. */
function renamesOf(map: Correspondence, state: ProcessState): Record<Id, Renamed> {
  const renames: Record<Id, Renamed> = {};
  for (const [process, { to, nodes }] of Object.entries(map.plan.processes)) {
    const old = map.from.processes[process]!;
    const changed = Object.entries(nodes).filter(([id, next]) => id !== next);
    const lost = Object.keys(state.performers).filter((id) => old.nodes[id] && nodes[id] === undefined);
    const used = new Set(Object.values(state.scopes).filter((each) => each.process === process).flatMap((each) => [...Object.keys(each.tokens), ...Object.values(each.resets).flat()]));
    const flows = [...used].flatMap((id) => {
      const { flow } = map.flow(process, id);
      return flow === undefined || flow === id ? [] : [[id, flow] as const];
    });
    if (to === process && changed.length + lost.length + flows.length === 0) continue;
    renames[process] = { to, nodes: { ...Object.fromEntries(changed), ...Object.fromEntries(lost.map((id) => [id, null])) }, flows: Object.fromEntries(flows) };
  }
  return renames;
}

/** Events that no old one goes on as; one that has been spent before the migration is not armed a second time. */
function armNew(turn: Turn, map: Correspondence, before: ProcessState): void {
  for (const { id, process } of Object.values(before.scopes)) {
    const images = map.images(process);
    const isNew = (node: FlowNode): boolean => !images.has(node.id) && definitionsOf(node).length > 0;
    const scope = turn.state.scopes[id];
    if (scope) armEventSubProcesses(turn, scope, isNew);
    for (const instance of turn.instancesIn(id)) armAt(turn, instance, isNew);
  }
}

function armEventSubProcesses(turn: Turn, scope: Scope, isNew: (node: FlowNode) => boolean): void {
  // One that was opened again to be compensated waits for nothing.
  const isReopened = scope.parent !== undefined && scope.owner === undefined;
  if (scope.local || scope.interruptedBy !== undefined || isReopened) return;
  const graph = turn.graph(scope.process);
  for (const sub of eventSubProcesses(graph, scope.element)) {
    const start = startEventOf(graph, sub.id);
    if (start && isNew(start)) arm(turn, 'eventSubProcess', start, scope.id, scope.id);
  }
}

function armAt(turn: Turn, instance: NodeInstance, isNew: (node: FlowNode) => boolean): void {
  const node = turn.node(instance);
  const boundary = node.kind === 'activity' && instance.body === undefined ? node.boundary : [];
  for (const id of boundary) {
    const event = turn.nodeIn(instance.scope, id);
    if (isNew(event) && !turn.hasIncident(instance.id)) arm(turn, 'boundary', event, instance.scope, instance.id);
  }
  if (node.type !== 'eventBasedGateway') return;
  for (const flow of node.outgoing) {
    const target = turn.nodeIn(instance.scope, turn.flow(instance.scope, flow).target);
    if (isNew(target)) arm(turn, 'gateway', target, instance.scope, instance.id);
  }
}
