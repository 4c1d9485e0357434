/**
 * The index by which the service of agencies is judged (Decision 766/QĐ-TTg of 2022): five groups, each with what is counted for it.
 * Weights are settings; those here hold where none is set, and sum up to 100. Pure.
 */
export const GROUPS = ['openness', 'progress', 'online', 'digital', 'satisfaction'] as const;
export type IndexGroup = (typeof GROUPS)[number];

export type IndicatorUnit = 'dossiers' | 'procedures' | 'records' | 'messages' | 'minutes' | 'steps';
/** Why an indicator has no points: nothing of it in the period, nothing that is recorded tells it, no portal is connected, not by department. */
export type IndexAbsence = 'noCases' | 'notKept' | 'notConnected' | 'notByDepartment';
/** Parts of the published sheet that every procedure has; conditions and forms there may be none of. */
export const SHEET_PARTS = ['code', 'field', 'channels', 'documents', 'sets', 'limit', 'subjects', 'fee', 'result', 'legalBasis'] as const;
export type SheetPart = (typeof SHEET_PARTS)[number];

/** `of`: what is counted. `byDepartment`: what of it can be told for one department. `isKept` false: nothing that is recorded tells it. */
interface Definition { group: IndexGroup; weight: number; of: IndicatorUnit; byDepartment?: true; isKept?: false }
export const INDICATORS = {
  publishedInTime: { group: 'openness', weight: 4, of: 'procedures' },
  fullContent: { group: 'openness', weight: 8, of: 'procedures' },
  toldPortal: { group: 'openness', weight: 6, of: 'messages' },
  onTime: { group: 'progress', weight: 14, of: 'dossiers', byDepartment: true },
  timeWithinLimit: { group: 'progress', weight: 6, of: 'minutes', byDepartment: true },
  wholeOnline: { group: 'online', weight: 6, of: 'procedures' },
  receivedOnline: { group: 'online', weight: 6, of: 'dossiers' },
  paidOnline: { group: 'online', weight: 10, of: 'dossiers', isKept: false },
  electronicResult: { group: 'digital', weight: 8, of: 'dossiers', isKept: false },
  digitised: { group: 'digital', weight: 6, of: 'dossiers' },
  dataReused: { group: 'digital', weight: 4, of: 'dossiers', isKept: false },
  dataShared: { group: 'digital', weight: 4, of: 'dossiers', isKept: false },
  complaintsInTime: { group: 'satisfaction', weight: 6, of: 'records' },
  complaintsSatisfied: { group: 'satisfaction', weight: 6, of: 'records', isKept: false },
  satisfied: { group: 'satisfaction', weight: 6, of: 'dossiers', byDepartment: true },
} as const satisfies Record<string, Definition>;
export type IndicatorId = keyof typeof INDICATORS;
export const INDICATOR_IDS = Object.keys(INDICATORS) as IndicatorId[];
export const indicatorOf = (id: IndicatorId): Definition => INDICATORS[id];

export type Weights = Readonly<Record<IndicatorId, number>>;
export const weightKey = <K extends IndicatorId>(id: K): `index.${K}` => `index.${id}`;
