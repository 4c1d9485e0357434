/** The published procedures in memory as a map, brought up to date by the hashes of their versions: only what was published since is compared. */
import { wordsWith, type WordList, type Words } from '../../engine/analysis/labels.js';
import { ProcedureMap } from '../../engine/analysis/library/map.js';
import { Subject } from '../../engine/analysis/subject.js';
import type { Model } from '../../engine/graph/types.js';
import type { MapPlace } from '../../server/contract.js';
import type { QueryContext } from './context.js';

export class PublishedMap {
  readonly map = new ProcedureMap();
  private readonly known = new Map<string, { hash: string; place: MapPlace }>();
  private readonly answers = new Map<string, unknown>();
  private refreshing: Promise<void> = Promise.resolve();

  /** Those of the agency besides ours. */
  readonly words: Words;

  constructor(private readonly context: QueryContext) { this.words = wordsWith(context.words); }

  /** What the agency adds. */
  get ownWords(): WordList { return this.context.words ?? {}; }

  get size(): number { return this.known.size; }
  has(id: string): boolean { return this.known.has(id); }
  place(id: string): MapPlace { return this.known.get(id)!.place; }
  /** Each once, those that are gone left out. */
  places(ids: Iterable<string>): MapPlace[] { return [...new Set(ids)].flatMap((id) => this.known.get(id)?.place ?? []); }

  /** One after another: two readers at once do the work once. */
  refresh(): Promise<void> {
    this.refreshing = this.refreshing.catch(() => undefined).then(() => this.takeIn());
    return this.refreshing;
  }
  /** What costs to work out, once until something is published. */
  async kept<T>(key: string, work: () => Promise<T> | T): Promise<T> {
    const known = this.answers.get(key);
    if (known !== undefined) return known as T;
    const answer = Promise.resolve(work());
    this.answers.set(key, answer);
    answer.catch(() => this.answers.delete(key));
    return answer;
  }

  private async takeIn(): Promise<void> {
    const { store, plans } = this.context;
    const procedures = await store.procedures.find({ currentVersion: { $exists: true } }, { code: 1, name: 1, field: 1, currentVersion: 1 }).lean();
    const versions = await store.versions.find({ _id: { $in: procedures.map((each) => `${each._id}@${each.currentVersion}`) } }, { procedureId: 1, planHash: 1 }).lean();
    const hashes = new Map(versions.map((each) => [each.procedureId, each.planHash]));
    for (const id of this.known.keys()) if (!hashes.has(id)) this.remove(id);
    for (const { _id: id, code, name, field } of procedures) {
      const hash = hashes.get(id);
      if (hash === undefined) continue;
      if (this.known.get(id)?.hash !== hash) {
        const plan = await plans.plan(hash);
        const graph = plan.processes[plan.root]!;
        const model: Model = { id, xml: '', processes: Object.values(plan.processes), participants: [], messageFlows: [], diagnostics: [] };
        this.map.put({ id, code, subject: new Subject(model, graph, this.words) });
        this.answers.clear();
      }
      this.known.set(id, { hash, place: { id, code, name, ...(field ? { field } : {}) } });
    }
  }
  private remove(id: string): void {
    this.map.remove(id);
    this.known.delete(id);
    this.answers.clear();
  }
}
