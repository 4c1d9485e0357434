/**
 * Open work items as this process has just written them: a click need not ask the database for what the click before
 * it has put there. Another process may have written something newer, so whoever relies on a changing field says which
 * event the item must show, or asks the database before he refuses.
 */
import type { WorkItemChange } from './projections/work-item-views.js';
import type { WorkItemDoc } from './schemas/dossier.js';

const MOST = 5_000;

export class FreshWork {
  private readonly items = new Map<string, WorkItemDoc>();

  remember(changes: readonly WorkItemChange[]): void {
    for (const { id, set } of changes) {
      this.items.delete(id);
      if (set.open) this.items.set(id, { _id: id, ...set } as WorkItemDoc);
    }
    for (const oldest of this.items.keys()) {
      if (this.items.size <= MOST) return;
      this.items.delete(oldest);
    }
  }

  get(id: string): WorkItemDoc | undefined {
    return this.items.get(id);
  }
}
