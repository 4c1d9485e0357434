/**
 * Stand-ins in force and to come, held in memory: every act asks for them. They are few; what another process has set
 * is seen within seconds, what this one sets at once.
 */
import type { StandInDoc } from './schemas/stand-in.js';
import type { Store } from './store.js';

const KEPT_MS = 5_000;
const MOST_KEPT = 20_000;

export class StandIns {
  private docs: StandInDoc[] = [];
  private readAt = -Infinity;

  constructor(private readonly store: Pick<Store, 'standIns'>, private readonly now: () => number) {}

  async upToDate(): Promise<void> {
    if (performance.now() - this.readAt <= KEPT_MS) return;
    const docs = await this.store.standIns.find({ to: { $gt: new Date(this.now()) } }).limit(MOST_KEPT).lean();
    this.docs = docs.filter((each) => !each.endedAt);
    this.readAt = performance.now();
  }
  /** What is known is read anew when it is asked for next. */
  forget(): void {
    this.readAt = -Infinity;
  }

  /** Of whom a person does the work now, the earliest first. */
  of(standInId: string): StandInDoc[] {
    const now = this.now();
    return this.docs.filter((each) => each.standInId === standInId && each.from.getTime() <= now && now < each.to.getTime()).sort((a, b) => a.from.getTime() - b.from.getTime());
  }
}
