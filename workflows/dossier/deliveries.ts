/** Messages and signals that leave the dossier; who receives them is found outside. */
import { proxyActivities } from '@temporalio/workflow';
import type { Delivery, DossierActivities } from './messages.js';

// Tried until it succeeds: a thrown message must not be lost, and receivers recognise one that comes twice.
const { deliver } = proxyActivities<DossierActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '60s' },
});

export class Deliveries {
  private running = 0;

  constructor(private readonly dossierId: string) {}

  get isIdle(): boolean {
    return this.running === 0;
  }

  send(delivery: Omit<Delivery, 'dossierId'>): void {
    this.running += 1;
    void deliver({ ...delivery, dossierId: this.dossierId }).then(() => { this.running -= 1; });
  }
}
