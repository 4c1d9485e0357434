/**
 * Open work items, and dossiers just received, as this process has just written them: a click need not ask the database for what the click before
 * it has put there. Another process may have written something newer, so whoever relies on a changing field says which
 * event the item must show, or asks the database before he refuses.
 */
import type { WorkItemChange } from './projections/work-item-views.js';
import type { DossierDoc, WorkItemDoc } from './schemas/dossier.js';

const MOST = 5_000;
const MOST_RECEIVED = 100;

export class FreshWork {
  private readonly items = new Map<string, WorkItemDoc>();
  private readonly received = new Map<string, DossierDoc>();

  remember(changes: readonly WorkItemChange[]): void {
    for (const { id, set } of changes) {
      this.items.delete(id);
      if (set.open) this.items.set(id, { _id: id, ...set } as WorkItemDoc);
    }
    forgetOldest(this.items, MOST);
  }

  get(id: string): WorkItemDoc | undefined {
    return this.items.get(id);
  }

  rememberReceived(dossier: DossierDoc): void {
    this.received.set(dossier._id, dossier);
    forgetOldest(this.received, MOST_RECEIVED);
  }
  /** Asked for once, by whoever received it. */
  takeReceived(dossierId: string): DossierDoc | undefined {
    const found = this.received.get(dossierId);
    this.received.delete(dossierId);
    return found;
  }
}

function forgetOldest(kept: Map<string, unknown>, most: number): void {
  for (const oldest of kept.keys()) {
    if (kept.size <= most) return;
    kept.delete(oldest);
  }
}
