/** What every query needs; put together once, in main.ts or a test. */
import type { WorkCalendar } from '../../engine/calendar/compile.js';
import type { Directory } from '../directory.js';
import { momentOf, type Moment } from '../due-state.js';
import type { PlanStore } from '../plans.js';
import type { Store } from '../store.js';

export interface QueryContext { store: Store; directory: Directory; plans: PlanStore; calendar: WorkCalendar; now(): Date }

export const present = (context: QueryContext): Moment => momentOf(context.calendar, context.now());

export interface Paging { page: number; pageSize: number }

/** `page` counts from 1. */
export function skipOf({ page, pageSize }: Paging): number {
  return (page - 1) * pageSize;
}
