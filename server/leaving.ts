/** Who leaves hands over: what he holds is listed, and goes to a colleague or, each step by itself, to the one of its unit who has least to do. */
import { createHash } from 'node:crypto';
import type { Actor } from '../models/directory.js';
import type { QueryContext } from '../models/queries/context.js';
import type { WorkQueries } from '../models/queries/work.js';
import { mayAdminister, whyNot } from '../models/rights.js';
import type { WorkItemDoc } from '../models/schemas/dossier.js';
import type { BulkResult, Page, WorkRow } from './contract.js';
import type { Language } from './http/language.js';
import { known, problemBody, ProblemError } from './http/problem.js';
import type { WorkActions } from './work-actions.js';

/** In one request: more is left in his hands, counted, and handed over by the next one. */
export const MOST_HANDED_OVER = 500;
const SIDE_BY_SIDE = 8;
interface Wish { commandId: string; to?: string | undefined; reason: string }

export class Leaving {
  constructor(private readonly given: { context: QueryContext; work: WorkQueries; actions: WorkActions }) {}

  /** Open steps in the hands of somebody of the acting administrator's agency. */
  async held(actor: Actor, personId: string, paging: { page: number; pageSize: number }): Promise<Page<WorkRow>> {
    this.refuseStrange(actor, personId);
    return this.given.work.heldBy(personId, paging);
  }

  /** Each step has its own answer, so that one that has moved on meanwhile hinders no other. */
  async handOver(actor: Actor, personId: string, wish: Wish, language: Language): Promise<BulkResult[]> {
    this.refuseStrange(actor, personId);
    const items = await this.given.work.itemsHeldBy(personId, MOST_HANDED_OVER);
    const load = await this.given.work.heldByEach(this.colleagues(actor, personId));
    const results: BulkResult[] = [];
    const waiting = items.map((item, at) => ({ item, at }));
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) results[next.at] = await this.one(actor, next.item, wish, load, language);
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
    return results;
  }

  private async one(actor: Actor, item: WorkItemDoc, { commandId, to, reason }: Wish, load: Map<string, number>, language: Language): Promise<BulkResult> {
    const { _id: id, dossierId, dossierNo } = item;
    try {
      const chosen = to ?? this.leastBusy(item, load);
      if (chosen === undefined) throw new ProblemError('unknown-person', { detail: 'nobody else may do the step' });
      load.set(chosen, (load.get(chosen) ?? 0) + 1);
      await this.given.actions.handOver(actor, item, { to: chosen, reason, commandId: createHash('sha256').update(`${commandId}\n${id}`).digest('base64url') });
      return { id, dossierId, dossierNo, done: true };
    } catch (error) {
      const { code, extra } = known(error);
      if (code === 'internal') throw error;
      return { id, dossierId, dossierNo, done: false, problem: problemBody(code, language, extra) };
    }
  }

  private leastBusy(item: WorkItemDoc, load: ReadonlyMap<string, number>): string | undefined {
    const { assignee, ...free } = item;
    const able = [...load.keys()].filter((id) => { const person = this.given.context.directory.known(id); return id !== assignee && person !== undefined && whyNot(person, free) === undefined; });
    return able.sort((a, b) => load.get(a)! - load.get(b)! || (a < b ? -1 : 1))[0];
  }

  private colleagues(actor: Actor, personId: string): string[] {
    return this.given.context.directory.staffOf({ agencyId: actor.agencyId }).filter((id) => id !== personId);
  }

  private refuseStrange(actor: Actor, personId: string): void {
    if (!mayAdminister(actor)) throw new ProblemError('forbidden');
    if (this.given.context.directory.person(personId)?.agencyId !== actor.agencyId) throw new ProblemError('not-found');
  }
}
