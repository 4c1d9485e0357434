/** The one interface by which everything above the line talks to running dossiers. */
import type { DossierCommand, DossierRejection } from '../engine/casework/step.js';
import type { Instant } from '../engine/graph/types.js';
import type { MigrateCommand } from '../engine/migration/dossier.js';
import type { ProcessState } from '../engine/interpreter/state.js';

/** What a settled step answers: enough to act on, small enough for a history. */
export interface Settled { seq: number; status: string; open: { id: string; node: string }[] }
export type Submitted = { accepted: true; settled: Settled } | { accepted: false; rejection: DossierRejection };

/** What is looked after beside the drawing; `wakeAt`: when to look for the first time. */
export interface Automatic { wakeAt?: Instant }

export interface DossierHost {
  /** Starts the dossier with its first command. The same dossier id and command id again answer the same and start nothing twice. */
  start(dossierId: string, planHash: string, command: DossierCommand, automatic?: Automatic): Promise<Submitted>;
  /** Throws HostUnavailable when it is not known whether the command was taken: the same command may be sent again. */
  submit(dossierId: string, command: DossierCommand): Promise<Submitted>;
  /** Moves a running dossier to the plan with this hash, by the migration plan of the command; `cannot-migrate` tells what stands in the way. */
  migrate(dossierId: string, planHash: string, command: MigrateCommand): Promise<Submitted>;
  /** For administration and reconciling; lists come from the read model. */
  inspect(dossierId: string): Promise<ProcessState>;
  close(): Promise<void>;
}

/** The host cannot answer in time; sending the same command again later is harmless. */
export class HostUnavailable extends Error {
  override readonly name = 'HostUnavailable';
}
/** No dossier of this id is known to the host. */
export class UnknownDossier extends Error {
  override readonly name = 'UnknownDossier';
}

export function settledOf(state: ProcessState): Settled {
  const open = Object.values(state.instances).filter((instance) => instance.work !== undefined);
  return { seq: state.seq, status: state.status, open: open.map(({ id, node }) => ({ id, node })) };
}
