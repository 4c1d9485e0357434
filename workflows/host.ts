/** The one interface by which everything above the line talks to running dossiers. */
import type { Command, Rejection } from '../engine/interpreter/commands.js';
import type { ProcessState } from '../engine/interpreter/state.js';

/** What a settled step answers: enough to act on, small enough for a history. */
export interface Settled { seq: number; status: string; open: { id: string; node: string }[] }
export type Submitted = { accepted: true; settled: Settled } | { accepted: false; rejection: Rejection };

export interface DossierHost {
  /** Starts the dossier with its first command. The same dossier id and command id again answer the same and start nothing twice. */
  start(dossierId: string, planHash: string, command: Command): Promise<Submitted>;
  submit(dossierId: string, command: Command): Promise<Submitted>;
  /** For administration and reconciling; lists come from the read model. */
  inspect(dossierId: string): Promise<ProcessState>;
  close(): Promise<void>;
}
