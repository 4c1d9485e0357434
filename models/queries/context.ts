/** What every query needs; put together once, in main.ts or a test. */
import type { WordList } from '../../engine/analysis/labels.js';
import type { Calendars } from '../calendars/book.js';
import type { Directory } from '../directory.js';
import type { Settings } from '../settings/settings.js';
import { momentOf, type Moment } from '../due-state.js';
import type { FreshWork } from '../fresh-work.js';
import type { PlanStore } from '../plans.js';
import type { RuleBook } from '../rules.js';
import type { StandIns } from '../stand-ins.js';
import type { Store } from '../store.js';
import type { Tracking } from '../tracking.js';

export interface QueryContext { store: Store; directory: Directory; plans: PlanStore; calendars: Calendars; settings: Settings; rules: RuleBook; fresh: FreshWork; standIns: StandIns; tracking: Tracking; /** Words of labels that the agency adds. */ words?: WordList; now(): Date }

/** The present as the agency counts it; without one, by the common calendar. */
export const present = (context: QueryContext, agencyId?: string): Moment => momentOf(context.calendars.of({ agencyId }).calendar, context.now(), {
  soon: context.settings.get('due.soon', { agencyId }), early: context.settings.get('due.early', { agencyId }),
});

export interface Paging { page: number; pageSize: number }

/** `page` counts from 1. */
export function skipOf({ page, pageSize }: Paging): number {
  return (page - 1) * pageSize;
}
