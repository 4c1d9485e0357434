/** Moving a dossier as a command of it: accepted whole or refused with what stands in the way, as every other command. */
import type { Id, Instant, Json, Plan } from '../graph/types.js';
import type { Rejection, Step } from '../interpreter/commands.js';
import type { ProcessState } from '../interpreter/state.js';
import { migrateState } from './migrate.js';
import type { MigrationPlan, ProcessMapping } from './types.js';

export interface MigrateCommand { type: 'migrate'; plan: MigrationPlan; commandId: string; at: Instant; by?: string; reason?: string }

/** Like `step`; a rejection `cannot-migrate` carries the problems. */
export function stepMigration(from: Plan, to: Plan, state: ProcessState, { plan, commandId, at, by, reason }: MigrateCommand): Step {
  const result = migrateState(from, to, plan, state, at, commandId, { ...(by === undefined ? {} : { by }), ...(reason === undefined ? {} : { reason }) });
  if (result.migrated) return { accepted: true, state: result.state, events: result.events, effects: result.effects, ...(result.repeated ? { repeated: true } : {}) };
  const rejection: Rejection = {
    code: 'cannot-migrate', message: result.problems[0]?.message ?? 'The dossier cannot be moved', details: { problems: result.problems as unknown as Json },
  };
  return { accepted: false, rejection };
}

/** The way back: what a migration plan maps, the other way round. */
export function inverseOf({ from, to, processes }: MigrationPlan): MigrationPlan {
  const turned = (ids: Readonly<Record<Id, Id>>): Record<Id, Id> => Object.fromEntries(Object.entries(ids).map(([old, next]) => [next, old]));
  const back = Object.entries(processes).map(([old, mapping]): [Id, ProcessMapping] =>
    [mapping.to, { to: old, nodes: turned(mapping.nodes), ...(mapping.flows ? { flows: turned(mapping.flows) } : {}) }]);
  return { from: to, to: from, processes: Object.fromEntries(back) };
}
