/** Limits as working hours. */
import type { StepFacts, TimeUnit } from '../graph/types.js';

/** Office hours in a day, of the calendar's usual week; a limit in calendar days is compared day for day. */
export const OFFICE_DAY_HOURS = 8;

export function hoursOf(value: number, unit: TimeUnit | undefined): number { return unit === 'workingHours' ? value : value * OFFICE_DAY_HOURS; }
export function limitHours(step: StepFacts | undefined): number | undefined { return step?.limit === undefined ? undefined : hoursOf(step.limit, step.unit); }
/** Without the noise of binary fractions. */
export function rounded(hours: number): number { return Math.round(hours * 1e6) / 1e6; }
