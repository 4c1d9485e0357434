/** What the HTTP API answers managers: a part of the contract. */
import type { TellingFinding } from '../engine/analysis/finding.js';
import type { DoerFigures, PlaceFigures, PracticeFigures } from '../engine/log-checks/practice/types.js';
import type { BusinessState, Page } from './contract.js';

/**
 * GET /api/reports/findings?procedure=&version=&agency=&department=&channel=&from=&to=&lang= : of the drawing and of the dossiers received
 * in the period, most hours lost in a year first. `asOf`: when it was computed. `isCut`: only the newest dossiers of the period were looked at.
 */
export interface PracticeReport {
  procedureId: string; version: number; from: string; to: string; asOf: string; cases: number; isCut: boolean;
  findings: PracticeFinding[];
  /** Checks of the log that lack facts, and which. */
  cannotTell: { check: string; missing: string[] }[];
  causes: WaitingCause[];
}
/** Hours that the executions of a step waited, by cause; `closed` by the clock on the wall, the others in office hours. */
export interface WaitingCause { element: string; name: string; executions: number; meanHours: number; hours: Readonly<Record<'batching' | 'contention' | 'priority' | 'closed' | 'other', number>> }
/**
 * GET /api/reports/practice?procedure=&version=&agency=&department=&channel=&from=&to= : how a procedure is carried out, over dossiers received in
 * the period (the last twelve months without one). `drawn`: the version to show it on. `people`: those whose names the person may see.
 */
export interface PracticeView extends Omit<PracticeFigures, 'units' | 'people' | 'agencies'> {
  procedureId: string; procedureName: string; drawn: number; from: string; to: string; asOf: string; isCut: boolean;
  units: (DoerFigures & { name: string })[]; people: (DoerFigures & { name: string; departmentName: string })[]; agencies: (PlaceFigures & { name: string })[];
  choices: { versions: number[]; channels: string[]; agencies: { id: string; name: string }[]; departments: { id: string; name: string }[] };
}
/** GET /api/reports/moves, the same query: the newest dossiers of the period, step by step; `flows` by `from>to` of the elements between. */
export interface MovesView {
  procedureId: string; drawn: number; from: string; to: string;
  dossiers: { id: string; dossierNo: string; receivedAt: string; endedAt?: string; stays: { element: string; name: string; from: string; to?: string }[] }[];
  flows: Record<string, string[]>;
}
export interface PracticeFinding { source: 'drawing' | 'log'; finding: TellingFinding }
export interface OverviewReport {
  from: string; to: string; asOf: string;
  byState: { state: BusinessState; n: number }[];
  byDepartment: { departmentId: string; departmentName: string; open: number; overdue: number; dueSoon: number; completed: number; medianMinutes?: number }[];
  totals: { received: number; carriedOver: number; resolved: number; early: number; onTime: number; late: number; open: number; overdue: number; paused: number };
  late: { dossierId: string; dossierNo: string; procedureName: string; step: string; departmentName: string; assigneeName?: string; overdueMinutes: number; dueAt: string }[];
}
/** GET /api/reports/ratings?from=&to=&page= : what applicants said of what was delivered; `average` is absent without any. `spread`: how many of 1 to 5. */
export interface RatingFigures { count: number; average?: number }
export interface RatingComment { dossierId: string; dossierNo: string; procedureName: string; score: number; comment: string; at: string }
export interface RatingReport extends RatingFigures {
  from: string; to: string; spread: number[]; byProcedure: (RatingFigures & { id: string; name: string })[]; byDepartment: (RatingFigures & { id: string; name: string })[];
  comments: Page<RatingComment>;
}
/** GET /api/reports/heat?procedure=ID&version= : per element, over completed turns in the period; minutes of office time. */
export interface HeatReport {
  procedureId: string; version: number; cases: number; from: string; to: string;
  elements: { element: string; name: string; n: number; medianMinutes: number; p90Minutes: number; totalMinutes: number; share: number; waitMinutes: number; workMinutes: number; limitMinutes?: number; overLimitShare?: number }[];
}
