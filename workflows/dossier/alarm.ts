/**
 * One timer for the next thing that happens to a dossier by itself. It is set at the start and again when it has fired
 * or the clock has run on after a stop, so that a click costs nothing; what is due is asked when it fires, by the
 * calendar of that day. A timer that fires in vain is cheaper than one moved with every click.
 */
import { proxyActivities } from '@temporalio/workflow';
import type { Instant } from '../../engine/graph/types.js';
import type { AutomaticAnswer, AutomaticDue, DossierActivities } from './messages.js';
import { Timers } from './timers.js';

// Asked until it is answered: a reminder that comes late is better than none.
const { automatic } = proxyActivities<DossierActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '60s' },
});
const NEXT = 'next';

export class Alarm {
  /** When it rings; a new run takes it up again. */
  wakeAt: Instant | undefined;
  private readonly timer = new Timers(() => { this.wakeAt = undefined; this.ask(); });
  private asking = 0;

  constructor(private readonly dossierId: string, private readonly seq: () => number, private readonly isOver: () => boolean, private readonly occur: (due: AutomaticDue) => void) {}

  get isIdle(): boolean {
    return this.asking === 0;
  }

  /** Rings at `at`, unless it is set for earlier. */
  set(at: Instant): void {
    if (this.wakeAt !== undefined && this.wakeAt <= at) return;
    this.timer.cancel(NEXT);
    this.wakeAt = at;
    this.timer.start(NEXT, at);
  }

  /** Does what is due and sets the timer for what comes then. */
  ask(): void {
    this.asking += 1;
    void automatic({ dossierId: this.dossierId, seq: this.seq(), at: Date.now() }).then((answer) => { this.answered(answer); });
  }

  private answered({ due, next }: AutomaticAnswer): void {
    this.asking -= 1;
    for (const each of due) if (!this.isOver()) this.occur(each);
    if (next !== undefined && !this.isOver()) this.set(next);
  }
}
