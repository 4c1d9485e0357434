/** One act on many work items: each is done or refused by itself, and each has its own answer. */
import { createHash } from 'node:crypto';
import { fieldsOf } from '../engine/graph/fields.js';
import { outcomesOf } from '../engine/graph/outcomes.js';
import type { Actor } from '../models/directory.js';
import { OPINION } from '../models/projections/opinion-items.js';
import type { QueryContext } from '../models/queries/context.js';
import type { DossierQueries } from '../models/queries/dossiers.js';
import type { WorkQueries } from '../models/queries/work.js';
import { actingAs, actingOn, mayAssign, mayHandOn } from '../models/rights.js';
import type { WorkItemDoc } from '../models/schemas/dossier.js';
import type { BulkOptions, BulkResult, WorkAnswer } from './contract.js';
import type { Language } from './http/language.js';
import { known, problemBody } from './http/problem.js';
import type { WorkActions } from './work-actions.js';

export const MOST_AT_ONCE = 100;
/** Dossiers that are asked at the same time; more would only wait for each other. */
const SIDE_BY_SIDE = 8;

export interface BulkRequest {
  commandId: string; action: 'claim' | 'release' | 'assign' | 'complete'; ids: readonly string[];
  to?: string | undefined; reason?: string | undefined; outcome?: string | undefined; note?: string | undefined;
}
interface Dependencies { context: QueryContext; actions: WorkActions; work: WorkQueries; dossiers: DossierQueries }

export class BulkActions {
  constructor(private readonly given: Dependencies) {}

  async act(actor: Actor, request: BulkRequest, language: Language): Promise<BulkResult[]> {
    const numbers = new Map((await this.given.work.findAll(actor, request.ids)).map((item) => [item._id, item]));
    const results: BulkResult[] = [];
    const waiting = request.ids.map((id, index) => ({ id, index }));
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const item = numbers.get(next.id);
        results[next.index] = { id: next.id, ...(item ? { dossierId: item.dossierId, dossierNo: item.dossierNo } : {}), ...await this.tried(actor, next.id, request, language) };
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
    return results;
  }

  private async tried(actor: Actor, id: string, request: BulkRequest, language: Language): Promise<Pick<BulkResult, 'done' | 'problem'>> {
    try {
      await this.one(actor, id, request);
      return { done: true };
    } catch (error) {
      const { code, extra } = known(error);
      // A fault of ours is not a refusal: it ends the request and goes into the log.
      if (code === 'internal') throw error;
      return { done: false, problem: problemBody(code, language, extra) };
    }
  }

  private one(actor: Actor, id: string, { action, to, reason, outcome, note, commandId: whole }: BulkRequest): Promise<WorkAnswer> {
    const { actions } = this.given;
    const commandId = createHash('sha256').update(`${whole}\n${id}`).digest('base64url');
    switch (action) {
      case 'claim': return actions.act(actor, id, 'claimWorkItem', commandId);
      case 'release': return actions.act(actor, id, 'releaseWorkItem', commandId);
      case 'assign': return actions.assign(actor, id, { commandId, to: to ?? '', reason });
      case 'complete': return actions.complete(actor, id, { commandId, outcome, note });
    }
  }

  async options(actor: Actor, ids: readonly string[]): Promise<BulkOptions> {
    const items = (await this.given.work.findAll(actor, ids)).filter((item) => item.open);
    const [handOn, complete] = await Promise.all([this.handOn(actor, items), this.completion(actor, items)]);
    return {
      claim: items.filter((item) => item.assignee === undefined && actingOn(actor, item)).length, release: items.filter((item) => item.assignee !== undefined && actingOn(actor, item)).length,
      ...(handOn ? { handOn } : {}), ...(complete ? { complete } : {}),
    };
  }

  /** Who may do all of them. */
  private async handOn(actor: Actor, items: readonly WorkItemDoc[]): Promise<BulkOptions['handOn']> {
    if (items.length === 0 || !items.every((item) => actingAs(actor, item.procedureId, (person) => mayHandOn(person, item)))) return undefined;
    const { directory } = this.given.context;
    const suited = items.map(({ departmentId, role }) => new Set(directory.staffOf({ departmentId, ...(role ? { role } : {}) })));
    const everywhere = [...(suited[0] ?? [])].filter((id) => suited.every((each) => each.has(id)));
    const holders = new Set(items.map((item) => item.assignee));
    const others = holders.size === 1 ? everywhere.filter((id) => !holders.has(id)) : everywhere;
    const load = await this.given.work.loadOf(items[0]!.departmentId);
    const people = others.map((id) => ({ id, name: directory.staffName(id), position: directory.positionOf(id), load: load.get(id) ?? 0 }));
    return { reasonNeeded: !items.every((item) => actingAs(actor, item.procedureId, (person) => mayAssign(person, item))), people: people.sort((a, b) => a.load - b.load || a.name.localeCompare(b.name, 'vi')) };
  }

  /** One way on for all, where the step is the same and asks nothing that differs. */
  private async completion(actor: Actor, items: readonly WorkItemDoc[]): Promise<BulkOptions['complete']> {
    const [first] = items;
    const isSame = (item: WorkItemDoc): boolean => item.procedureId === first?.procedureId && item.version === first.version && item.element === first.element;
    if (!first || first.kind === OPINION || !items.every((item) => isSame(item) && actingOn(actor, item))) return undefined;
    const dossier = await this.given.dossiers.find(actor, first.dossierId);
    const plan = dossier && await this.given.context.plans.plan(dossier.facts.planHash);
    const graph = plan && Object.values(plan.processes).find((process) => process.nodes[first.element]);
    const node = graph?.nodes[first.element];
    if (!plan || !graph || !node || fieldsOf(plan, graph, node).some((field) => field.required)) return undefined;
    return { step: first.step, outcomes: outcomesOf(graph, node) };
  }
}
