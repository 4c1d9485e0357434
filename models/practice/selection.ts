/** Which dossiers of a procedure are looked at. */
import type { QueryFilter } from 'mongoose';
import type { Language } from '../../engine/analysis/messages.js';
import type { DossierDoc } from '../schemas/dossier.js';

/** `agencies`: those whose dossiers the asking person may see. Without a period the last twelve months. */
export interface Selection {
  agencies: readonly string[]; procedureId: string;
  version?: number | undefined; agencyId?: string | undefined; departmentId?: string | undefined; channel?: DossierDoc['facts']['channel'] | undefined;
  from?: Date | undefined; to?: Date | undefined;
}
export interface Period { from: Date; to: Date }
export type PracticeTask = { kind: 'figures'; selection: Selection } | { kind: 'risks'; selection: Selection } | { kind: 'findings'; selection: Selection & { version: number }; language: Language };

const MONTHS = 12;
const DESK_OFFSET_MS = 7 * 3_600_000;

/** The last twelve months, begun ones counted, where nothing else is asked for. */
export function periodOf({ from, to }: Selection, now: Date): Period {
  const end = to ?? now;
  const local = new Date(end.getTime() + DESK_OFFSET_MS);
  return { from: from ?? new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - (MONTHS - 1), 1) - DESK_OFFSET_MS), to: end };
}

export function dossiersIn({ agencies, procedureId, version, agencyId, departmentId, channel }: Selection, { from, to }: Period): QueryFilter<DossierDoc> {
  return {
    agencies: agencies.length === 1 ? agencies[0]! : { $in: [...agencies] }, procedureId, receivedAt: { $gte: from, $lt: to },
    ...(version === undefined ? {} : { version }), ...(agencyId === undefined ? {} : { agencyId }), ...(departmentId === undefined ? {} : { departments: departmentId }), ...(channel === undefined ? {} : { 'facts.channel': channel }),
  };
}

/** Asked for again and again: nothing but the procedure is chosen. */
export function isUsual({ version, agencyId, departmentId, channel, from, to }: Selection): boolean {
  return [version, agencyId, departmentId, channel, from, to].every((each) => each === undefined);
}
