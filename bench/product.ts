/** W1 through the product: clerks at their browsers. */
import type { DossierRow, WorkAnswer, WorkRow } from '../server/contract.js';
import type { Store } from '../models/store.js';
import { Browser } from './browser.js';
import { DESK_CLERKS, PROCEDURE_ID } from './sample.js';
import { drive, startVariables, taskVariables, type Drive, type Task, type Timings } from './workload.js';

const OUTCOMES: Partial<Record<Task, [variable: string, yes: string, no: string]>> = { receive: ['complete', 'toAppraise', 'toSupplement'], sign: ['approved', 'toApprove', 'toRefuse'] };

export class Product {
  private constructor(private readonly desks: readonly Browser[], private readonly store: Store) {}

  static async open(url: string, clerks: number, store: Store): Promise<Product> {
    const desks = Array.from({ length: clerks }, () => new Browser(new URL(url)));
    await Promise.all(desks.map((desk, index) => desk.signIn(DESK_CLERKS[index % DESK_CLERKS.length]!)));
    return new Product(desks, store);
  }

  /** `checked`: after each click the read model is looked at, and must show what the click answered. */
  run(n: number, clerks: number, prefix: string, checked = false): Promise<Drive> {
    return drive(n, clerks, (i, clerk) => this.dossier(this.desks[clerk]!, `${prefix}-${i}`, i, checked));
  }

  /** Received and left lying. */
  async receiveOnly(n: number, prefix: string): Promise<void> {
    await drive(n, this.desks.length, async (i, clerk) => {
      await this.receive(this.desks[clerk]!, `${prefix}-${i}`, i);
      return { start: 0, clicks: [] };
    });
  }

  close(): void {
    for (const desk of this.desks) desk.close();
  }

  private receive(desk: Browser, commandId: string, i: number): Promise<DossierRow> {
    return desk.command<DossierRow>('/api/dossiers', {
      commandId: `bench-${commandId}`, procedureId: PROCEDURE_ID, channel: 'desk', applicant: { kind: 'person', name: `Applicant ${i}`, phone: `09${10_000_000 + i}` },
      parts: [{ type: 'form', copies: 1, received: true }], data: startVariables(i),
    });
  }

  private async dossier(desk: Browser, commandId: string, i: number, checked: boolean): Promise<Timings> {
    let at = performance.now();
    const { id } = await this.receive(desk, commandId, i);
    const timings: Timings = { start: performance.now() - at, clicks: [] };
    let open: { id: string; element: string }[] = await this.openWork(id);
    let receives = 0;
    while (open.length > 0) {
      const task = open[0]!.element as Task;
      const body = completionOf(task, i, receives);
      if (task === 'receive') receives += 1;
      at = performance.now();
      const answer = await desk.command<WorkAnswer>(`/api/work/${open[0]!.id}/complete`, body);
      timings.clicks.push(performance.now() - at);
      open = answer.next;
      if (checked) await this.mustBeReadable(answer);
    }
    return timings;
  }

  /** The desk sees the work of a new dossier in its list; here it is looked up, outside of what is measured. */
  private async openWork(dossierId: string): Promise<{ id: string; element: string }[]> {
    const docs = await this.store.workItems.find({ dossierId, open: true }, { element: 1 }).lean();
    return docs.map(({ _id, element }) => ({ id: _id, element }));
  }

  private async mustBeReadable({ dossierId, seq, next }: WorkAnswer): Promise<void> {
    const [dossier, open, logged] = await Promise.all([
      this.store.dossiers.findById(dossierId).lean(), this.openWork(dossierId), this.store.log.exists({ dossierId, seq }),
    ]);
    const ids = (rows: readonly Pick<WorkRow, 'id'>[]): string => rows.map((row) => row.id).sort().join(' ');
    if (dossier?.seq !== seq || !logged || ids(open) !== ids(next)) throw new Error(`the read model of ${dossierId} does not show what the click answered`);
  }
}

/** As the page sends it: the chosen outcome, its data and what was typed. */
function completionOf(task: Task, i: number, round: number): { data: Record<string, unknown>; outcome?: string } {
  const data = taskVariables(task, i, round);
  const choice = OUTCOMES[task];
  return choice ? { data, outcome: data[choice[0]] === true ? choice[1] : choice[2] } : { data };
}
