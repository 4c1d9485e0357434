/** Problems that come together wherever something is done to a dossier. */
import type { ProblemCode } from './codes.js';

/** What the dossier itself may refuse. */
export const OF_DOSSIERS = [
  'unknown-dossier', 'not-running', 'suspended', 'refused', 'command-id-reused', 'forbidden',
] as const satisfies readonly ProblemCode[];
export const OF_WORK = [
  ...OF_DOSSIERS, 'unknown-work-item', 'stale-work-item', 'already-claimed', 'work-item-not-yours', 'four-eyes', 'text-needed', 'unknown-opinion',
] as const satisfies readonly ProblemCode[];
export const OF_CASES = [
  ...OF_DOSSIERS, 'not-waiting', 'result-ready', 'drawn', 'supplement-used-up', 'extension-used-up', 'extension-too-late', 'date-not-later', 'date-too-far', 'no-due-date', 'reason-needed',
  'ground-needed', 'parts-needed', 'unknown-opinion', 'unknown-hand-over', 'already-received', 'text-needed', 'nothing-planned', 'rule-forbids', 'bad-data',
] as const satisfies readonly ProblemCode[];
