/** Two drawings may carry one procedure code, such as a draft of a reform beside what is in force: then the id tells them apart. */
import type { ProcedureRow } from '../../../server/contract.js';

export const idIfAmbiguous = (row: ProcedureRow, rows: readonly ProcedureRow[]): string | undefined =>
  (rows.some((other) => other.id !== row.id && other.code === row.code) ? row.id : undefined);
