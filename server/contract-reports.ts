/** What the HTTP API answers managers: a part of the contract. */
import type { TellingFinding } from '../engine/analysis/finding.js';
import type { DoerFigures, PlaceFigures, PracticeFigures } from '../engine/log-checks/practice/types.js';
import type { SheetPart } from '../engine/service-index/indicators.js';
import type { IndexFigures, IndexSum } from '../engine/service-index/points.js';
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
/** Dossiers; with a department, work on them: `received` came to it, `resolved` was completed, `late` past the limit of the step; what only a dossier has is absent. */
export interface OverviewFigures { received: number; carriedOver?: number; resolved: number; delivered?: number; early?: number; onTime: number; late: number; open: number; overdue: number; dueSoon: number; paused: number }
export interface NamedFigures extends OverviewFigures { id: string; name: string }
/**
 * GET /api/reports/overview?agency=&department=&procedure=&field=&channel=&from=&to=&by= : of whole days of the desk, the day that `to` falls into
 * among them. `agency`: that received. `by`: of the series, `day`, `month`, `quarter` or `year`; by the length of the period without it.
 * `byState`: what is open, and what ended in the period. `open` to `paused` are those of the present.
 */
export interface OverviewReport {
  from: string; to: string; asOf: string; by: 'day' | 'month' | 'quarter' | 'year'; of: 'dossiers' | 'work';
  totals: OverviewFigures; byState: { state: BusinessState; n: number }[];
  byAgency: NamedFigures[]; byProcedure: NamedFigures[]; byField: NamedFigures[]; byChannel: NamedFigures[];
  byDepartment: { departmentId: string; departmentName: string; received: number; open: number; overdue: number; dueSoon: number; paused: number; completed: number; late: number; medianMinutes?: number }[];
  /** `period`: `2026-11-30`, `2026-11`, `2026-Q4` or `2026`. */
  series: (Pick<OverviewFigures, 'received' | 'resolved' | 'delivered' | 'early' | 'onTime' | 'late'> & { period: string })[];
  choices: { agencies: { id: string; name: string }[]; departments: { id: string; name: string }[]; procedures: { id: string; name: string }[]; fields: string[]; channels: string[] };
}
/**
 * GET /api/reports/late?agency=&department=&procedure=&field=&channel=&page= : open dossiers past their due date, longest first. Minutes are those of
 * office time. `causes`: the overrun split over the steps that took more than they were given, most first. Without a name that the reader may not see.
 */
export interface LateRow {
  dossierId: string; dossierNo: string; procedureId: string; procedureName: string; steps: { name: string; departmentName: string; assigneeName?: string }[];
  dueAt: string; overdueMinutes: number; causes: { step: string; departmentName: string; minutes: number }[];
}
/**
 * GET /api/reports/at-risk, the same query: within their limit, but seven in ten of the dossiers most like each took longer from there than it has left.
 * Worked out from the last twelve months at `asOf`, from no fewer than `least` similar ones. Minutes are those of office time: what half, and seven in
 * ten, still needed from now, and what is left until the due date.
 */
export interface AtRiskRow extends Omit<LateRow, 'overdueMinutes' | 'causes'> { step: string; halfMinutes: number; mostMinutes: number; slackMinutes: number; similar: number }
export interface AtRiskPage extends Page<AtRiskRow> { asOf: string; least: number }
/** GET /api/reports/monthly?page= , the latest first; …/:month/report.pdf?lang= ; POST {month}. Without `byName` it came by itself. */
export interface MonthlyReportRow { month: string; at: string; byName?: string }
/** GET /api/reports/ratings?from=&to=&page= : what applicants said of what was delivered; `average` is absent without any. `spread`: how many of 1 to 5. */
export interface RatingFigures { count: number; average?: number }
export interface RatingComment { dossierId: string; dossierNo: string; procedureName: string; score: number; comment: string; at: string }
export interface RatingReport extends RatingFigures {
  from: string; to: string; spread: number[]; byProcedure: (RatingFigures & { id: string; name: string })[]; byDepartment: (RatingFigures & { id: string; name: string })[];
  comments: Page<RatingComment>;
}
/** GET /api/reports/heat?procedure=ID&version=&agency=&channel=&from=&to= : per element, over turns completed on the days of the desk, at most ten years of them; minutes of office time. `cases`: their dossiers. */
export interface HeatReport {
  procedureId: string; version: number; cases: number; from: string; to: string;
  elements: { element: string; name: string; n: number; medianMinutes: number; p90Minutes: number; totalMinutes: number; share: number; waitMinutes: number; workMinutes: number; limitMinutes?: number; overLimitShare?: number }[];
}

/**
 * GET /api/reports/index?from=&to=&by=&agency=&department=&procedure= : days as YYYY-MM-DD, both counted. Dossiers count for the agency that
 * received them; of a department its steps count, whichever agency received the dossier. `series`: with `by`, of the last twelve months, eight
 * quarters or five years up to `to`, named `2026-11`, `2026-Q4` or `2026`. */
export interface IndexReport extends IndexFigures {
  from: string; to: string; asOf: string; agencies: ({ id: string; name: string } & IndexFigures)[];
  series: ({ period: string } & IndexSum & Pick<IndexFigures, 'groups'>)[];
  choices: { agencies: { id: string; name: string }[]; departments: { id: string; name: string }[]; procedures: { id: string; name: string }[] };
}
/** GET /api/reports/index/cases, the same query with indicator= and met= : what stands behind an indicator. `missing`: parts that a procedure does not tell. */
export interface IndexCase { kind: 'dossier' | 'procedure' | 'improvement'; id: string; no: string; name: string; at?: string; dueAt?: string; score?: number; missing?: SheetPart[] }
