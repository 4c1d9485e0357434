/** How a procedure is carried out, as its dossiers tell. Times are minutes of office time in which the clock did not stand still. */
import type { Id } from '../../graph/types.js';

/** `half`, `nineInTen`: percentiles of type 7; all 0 without values. */
export interface Spread { n: number; total: number; mean: number; half: number; nineInTen: number }
export interface Timeliness { /** Of `withDue`, those past their date. */ late: number; withDue: number }
export interface StepFigures {
  element: Id; name: string;
  /** Executions that were completed, dossiers they belong to, and executions beyond the first of a dossier. */
  executions: number; dossiers: number; repeats: number;
  /** Until somebody took it up; until it was completed where nobody noted that. */
  waiting: Spread; working: Spread;
  /** Of the waiting and working of all steps. */
  share: number;
  /** Office time in which the dossier stood still for the applicant or another reason. */
  stoodMinutes: number;
  limitMinutes?: number;
  /** Executions past the limit of the step, 0 to 1. */
  lateShare?: number;
}
/** By the month in which the result was there, at the desk of the agency: `YYYY-MM`. */
export interface MonthFigures extends Timeliness { month: string; settled: number; half: number; nineInTen: number }
/** Dossiers that ended and had the same steps in the same order. */
export interface WayFigures extends Timeliness {
  key: string; steps: { element: Id; name: string }[]; /** Flows of the drawing between them. */ flows: Id[];
  dossiers: number; share: number; half: number; nineInTen: number; samples: string[];
}
export interface DoerFigures { id: string; executions: number; dossiers: number; waiting: Spread; working: Spread; withLimit: number; pastLimit: number }
export interface PlaceFigures extends Timeliness { id: string; dossiers: number; elapsed: Spread; /** The most frequent way there; `WayFigures.key`. */ way?: string }
export interface PracticeFigures extends Timeliness {
  dossiers: number; settled: number; open: number; elapsed: Spread;
  /** What the procedure promises, and the longest way through the limits of its steps. */
  declaredMinutes?: number; drawnMinutes?: number;
  steps: StepFigures[]; months: MonthFigures[];
  ways: WayFigures[]; /** Beyond `ways`. */ otherWays: { ways: number; dossiers: number };
  units: DoerFigures[]; people: DoerFigures[];
  /** By the agency that received the dossier. */
  agencies: PlaceFigures[];
}
