/** How long a procedure took lately, for those who think of asking for it: half of the dossiers, and nine in ten. */
import { quantile } from '../../engine/log-checks/numbers.js';
import { minutesBetween } from '../calendar.js';
import type { DossierDoc } from '../schemas/dossier.js';
import type { QueryContext } from './context.js';

/** Minutes of office time from reception to the result; the clock that stood still is not counted. */
export interface TypicalTimes { dossiers: number; days: number; half: number; nineInTen: number }

const DAYS = 90;
/** Fewer say nothing, and could say something about one person. */
const LEAST = 10;
const MOST = 500;
const KEPT_MS = 10 * 60_000;
type Settled = Pick<DossierDoc, 'receivedAt' | 'settledAt' | 'stops' | 'agencyId' | 'state'>;

export class TypicalTimeQueries {
  private readonly kept = new Map<string, { at: number; times: TypicalTimes | undefined }>();

  constructor(private readonly context: QueryContext) {}

  /** Undefined while too few dossiers have come to their result. Refused and withdrawn ones are left out. */
  async of(procedureId: string): Promise<TypicalTimes | undefined> {
    const now = this.context.now().getTime();
    const known = this.kept.get(procedureId);
    if (known && now - known.at < KEPT_MS) return known.times;
    const times = await this.read(procedureId, now);
    this.kept.set(procedureId, { at: now, times });
    return times;
  }

  private async read(procedureId: string, now: number): Promise<TypicalTimes | undefined> {
    const docs = await this.context.store.dossiers.find({ procedureId, settledAt: { $gte: new Date(now - DAYS * 86_400_000) }, state: { $in: ['resolved', 'delivered'] } },
      { receivedAt: 1, settledAt: 1, stops: 1, agencyId: 1, state: 1 }).sort({ settledAt: -1 }).limit(MOST).lean<Settled[]>();
    if (docs.length < LEAST) return undefined;
    const minutes = docs.map((doc) => this.minutesOf(doc));
    return { dossiers: docs.length, days: DAYS, half: Math.round(quantile(minutes, 0.5)), nineInTen: Math.round(quantile(minutes, 0.9)) };
  }

  private minutesOf({ receivedAt, settledAt, stops, agencyId }: Settled): number {
    const { calendar } = this.context.calendars.of({ agencyId });
    const end = settledAt!.getTime();
    const stood = stops.map(({ from, to }) => minutesBetween(calendar, Math.min(from.getTime(), end), Math.min(to?.getTime() ?? end, end)));
    return stood.reduce((rest, each) => rest - each, minutesBetween(calendar, receivedAt.getTime(), end));
  }
}
