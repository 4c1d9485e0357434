/** What can be told of a procedure as it was announced: in time, with all that the law wants to be told, on the whole way online. Pure. */
import type { ProcessGraph } from '../../engine/graph/types.js';
import { SHEET_PARTS, type SheetPart } from '../../engine/service-index/indicators.js';
import { deskDay } from '../desk.js';
import type { ProcedureDoc, VersionDoc } from '../schemas/procedure.js';

export interface Announced { procedure: Pick<ProcedureDoc, '_id' | 'code' | 'name' | 'agencyId' | 'field' | 'limit'>; version: Pick<VersionDoc, 'publishedAt' | 'inForceFrom'>; root: ProcessGraph }

/** Undefined where no day of coming into force was stated. */
export function isInTime({ version: { publishedAt, inForceFrom } }: Announced): boolean | undefined {
  return inForceFrom === undefined ? undefined : deskDay(publishedAt) <= inForceFrom;
}
export const isWholeOnline = ({ root }: Announced): boolean => root.procedure?.onlineService === 'full';

export function missingOf({ procedure: { code, field, limit }, root }: Announced): SheetPart[] {
  const facts = root.procedure;
  const stated: Readonly<Record<SheetPart, boolean>> = {
    code: Boolean(code), field: Boolean(field), channels: (facts?.channels?.length ?? 0) > 0, documents: (facts?.requiredDocuments.length ?? 0) > 0, sets: facts?.sets !== undefined,
    limit: limit !== undefined || (facts?.timeLimits.length ?? 0) > 0, subjects: Boolean(facts?.subjects), fee: Boolean(facts?.fee) || (facts?.channels ?? []).some((each) => each.fee), result: Boolean(facts?.result), legalBasis: (facts?.legalBasis.length ?? 0) > 0,
  };
  return SHEET_PARTS.filter((part) => !stated[part]);
}
