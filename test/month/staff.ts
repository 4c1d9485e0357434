/** Everybody who works in the month: most through the interface for programs, ten also at a browser of their own that stays open. */
import type { DossierView, OfferedAction, Problem, WorkAnswer } from '../../server/contract.js';
import { Clerk, newCommandId, type Reply } from '../support/clerk.js';
import { settled, signIn, visit, type Browser, type Visitor } from '../support/browser.js';

/** What was asked of the server: status by status, and how long decisions took. */
export interface Tally { statuses: Record<number, number>; decisionsMs: number[]; keys: number[]; problems: string[] }
export type Work = DossierView['work'][number];
/** Nobody sends a dossier back or away without a word. */
const REASON = 'Giấy chứng minh chỗ ở chưa khớp với tờ khai.';
export const AT_BROWSERS: ReadonlySet<string> = new Set(['lan', 'huy', 'mai', 'duc', 'hanh', 'son', 'tuan', 'nga', 'thu', 'khoa']);

export class Staff {
  readonly tally: Tally = { statuses: {}, decisionsMs: [], keys: [], problems: [] };
  private readonly clerks = new Map<string, Promise<Clerk>>();
  private readonly desks = new Map<string, Promise<Visitor>>();

  constructor(private readonly url: string, private readonly browser: Browser, private readonly now: () => number) {}

  async get<T>(who: string, path: string): Promise<T> {
    return this.counted(await (await this.clerk(who)).get<T>(path), `${who} GET ${path}`).body;
  }
  async post<T>(who: string, path: string, body: object): Promise<Reply<T & Problem>> {
    return this.counted(await (await this.clerk(who)).post<T & Problem>(path, { commandId: newCommandId(), ...body }), `${who} POST ${path}`);
  }
  view(who: string, dossierId: string): Promise<DossierView> {
    return this.get<DossierView>(who, `/api/dossiers/${dossierId}`);
  }
  async offered(who: string, dossierId: string): Promise<OfferedAction[]> {
    return (await this.get<{ items?: OfferedAction[] }>(who, `/api/dossiers/${dossierId}/actions`)).items ?? [];
  }
  async complete(who: string, work: Work, data: object, outcome: Work['outcomes'][number] | undefined): Promise<Reply<WorkAnswer & Problem>> {
    const began = performance.now();
    const reply = await this.post<WorkAnswer>(who, `/api/work/${work.id}/complete`, { data, ...(outcome && outcome.kind !== 'forward' ? { note: REASON } : {}) });
    this.tally.decisionsMs.push(performance.now() - began);
    return reply;
  }

  /** By the keyboard from the list: find it, open it, go to the button, press it; keys are counted from the list on. */
  async decide(who: string, work: Work, outcome: Work['outcomes'][number] | undefined): Promise<void> {
    const { page } = await this.desk(who);
    await page.clock.setSystemTime(this.now());
    await page.goto(`/app/work?view=all&q=${encodeURIComponent(work.dossierNo)}`);
    await page.getByRole('link', { name: work.dossierNo, exact: true }).first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const panel = page.locator(`section[data-work="${work.id}"]`);
    await panel.waitFor();
    if (outcome && outcome.kind !== 'forward') await panel.getByRole('textbox').last().fill(REASON);
    await panel.locator(outcome ? `[data-outcome="${outcome.id}"]` : 'button').last().press('Enter');
    await panel.waitFor({ state: 'detached' });
    this.tally.keys.push(3);
  }

  atBrowsers(): string[] {
    return [...this.desks.keys()].sort();
  }
  async bytes(who: string, path: string): Promise<Buffer> {
    const { page } = await this.desk(who);
    return (await page.request.get(path)).body();
  }

  async close(): Promise<void> {
    for (const desk of this.desks.values()) {
      const { problems, close } = await desk;
      this.tally.problems.push(...problems);
      await close();
    }
  }

  private clerk(who: string): Promise<Clerk> {
    const known = this.clerks.get(who) ?? Clerk.signIn(this.url, who);
    this.clerks.set(who, known);
    return known;
  }
  private desk(who: string): Promise<Visitor> {
    const known = this.desks.get(who) ?? this.sitDown(who);
    this.desks.set(who, known);
    return known;
  }
  private async sitDown(who: string): Promise<Visitor> {
    const visitor = await visit(this.browser, this.url);
    await signIn(visitor.page, who);
    await settled(visitor.page);
    return visitor;
  }
  private counted<R extends { status: number; body: unknown }>(reply: R, what: string): R {
    this.tally.statuses[reply.status] = (this.tally.statuses[reply.status] ?? 0) + 1;
    if (reply.status >= 500) this.tally.problems.push(`${what}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply;
  }
}
