/**
 * What a settled step leaves behind for the event log and the read model, besides the state.
 * Pure, so that a running dossier, a rebuild from the log and a replay of histories all make the same record.
 */
import type { Id, Instant, Plan } from '../graph/types.js';
import { foldEvents, haltOf } from '../casework/fold.js';
import type { DossierCommand } from '../casework/step.js';
import type { CaseState } from '../casework/types.js';
import type { MigrateCommand } from '../migration/dossier.js';
import type { ProcessEvent } from '../interpreter/events.js';
import { applyEvent, copyState, initialState } from '../interpreter/evolve.js';
import { doer } from '../interpreter/people.js';
import type { ProcessState } from '../interpreter/state.js';
import { keepLedger, newLedger, type Ledger } from './ledger.js';

/** One accepted command with its events: one entry of the event log. */
export interface SettledStep {
  /** Numbers of its first and last event. */
  from: number;
  seq: number;
  at: Instant;
  command: DossierCommand['type'] | 'migrate';
  commandId: string;
  by?: string;
  /** Whom that person stood in for. */
  onBehalfOf?: string;
  reason?: string;
  events: readonly ProcessEvent[];
}

/** A turn of a work item that ended in this step; the state after it no longer knows of it. */
export interface EndedWork {
  instance: Id;
  node: Id;
  process: Id;
  since: Instant;
  endedAt: Instant;
  how: 'completed' | 'cancelled';
  by?: string;
  onBehalfOf?: string;
}

/** What is handed to the read model at once: one step, or several that had to wait. */
export interface Batch extends Standing {
  dossierId: string;
  planHash: string;
  steps: SettledStep[];
  ended: EndedWork[];
}

/** All that a dossier carries with it. `casework` is absent until something happens that no drawing shows. */
export interface Standing { state: ProcessState; ledger: Ledger; casework?: CaseState }

export const newStanding = (): Standing => ({ state: initialState(), ledger: newLedger() });

/** `events` are those of one accepted command and not empty. */
export function settledStep(command: DossierCommand | MigrateCommand, events: readonly ProcessEvent[]): SettledStep {
  const [first, last] = [events[0], events[events.length - 1]];
  if (!first || !last) throw new Error('InvariantViolation: an accepted command without events');
  return {
    from: first.seq, seq: last.seq, at: last.at, command: command.type, commandId: command.commandId,
    ...doer(command), ...('reason' in command && command.reason !== undefined ? { reason: command.reason } : {}), events,
  };
}

/** Work items that were open in `before` and ended by `events`. */
export function endedWork(before: ProcessState, events: readonly ProcessEvent[]): EndedWork[] {
  return events.flatMap((event): EndedWork[] => {
    if (event.type !== 'nodeCompleted' && event.type !== 'nodeCancelled') return [];
    const instance = before.instances[event.instance];
    const scope = instance && before.scopes[instance.scope];
    if (!instance?.work || !scope) return [];
    const by = event.type === 'nodeCompleted' ? (event.by ?? instance.work.by) : instance.work.by;
    return [{
      instance: event.instance, node: event.node, process: scope.process, since: instance.since, endedAt: event.at,
      how: event.type === 'nodeCompleted' ? 'completed' : 'cancelled', ...doer({ by, onBehalfOf: event.type === 'nodeCompleted' ? event.onBehalfOf : undefined }),
    }];
  });
}

/** The standing after the events of an accepted command, which led to `state`. */
export function nextStanding(plan: Plan, before: Standing, events: readonly ProcessEvent[], state: ProcessState): Standing {
  const casework = foldEvents(before.casework, events);
  const halted = casework !== undefined && haltOf(casework) !== undefined;
  return { state, ledger: keepLedger(plan, before.ledger, events, state, halted), ...(casework ? { casework } : {}) };
}

/** The standing after a logged step, with the work that it ended: how a rebuild walks through the log. */
export function foldStep(plan: Plan, standing: Standing, step: Pick<SettledStep, 'events'>): { standing: Standing; ended: EndedWork[] } {
  const state = copyState(standing.state);
  for (const event of step.events) applyEvent(state, event);
  return { standing: nextStanding(plan, standing, step.events, state), ended: endedWork(standing.state, step.events) };
}

/** Hash of the plan that a step moved the dossier to; undefined when it stayed on its plan. */
export function movedTo({ events }: Pick<SettledStep, 'events'>): string | undefined {
  const moved = events.find((event) => event.type === 'processMigrated');
  return moved?.type === 'processMigrated' ? moved.to : undefined;
}
