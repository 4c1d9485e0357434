/** Kinds of documents of the quality system, in the order in which they are offered. */
import type { DocumentKind } from '../../../server/contract.js';

export const KINDS: readonly DocumentKind[] = ['policy', 'objectives', 'manual', 'systemProcedure', 'instruction', 'form', 'other'];
