/** Differences of a version to the one before it, in words. */
import { readValidated } from '../../engine/bpmn/validate.js';
import { differences, type Difference } from '../../engine/diff/differences.js';
import { attributeName, inWords, kindName, valueInWords, type Language } from '../../engine/diff/words.js';
import type { ProcessGraph } from '../../engine/graph/types.js';
import type { DifferenceRow, VersionDifferences } from '../../server/contract.js';
import { Refusal } from '../problem.js';
import type { QueryContext } from './context.js';

export class DifferenceQueries {
  constructor(private readonly context: QueryContext) {}

  /** `against`: by default the version announced before it. Throws Refusal unknown-version. */
  async of(procedureId: string, version: number, language: Language, against?: number): Promise<VersionDifferences> {
    const before = against ?? (await this.versionBefore(procedureId, version));
    if (before === undefined) return { version, items: [] };
    const found = await this.between(procedureId, before, version);
    return { version, against: before, items: found.map((each) => rowOf(each, language)) };
  }

  /** What stands in the amendment table beside the note of whoever changed it; none for the first version. */
  async sentences(procedureId: string, version: number, language: Language): Promise<string[]> {
    const before = await this.versionBefore(procedureId, version);
    return before === undefined ? [] : (await this.between(procedureId, before, version)).map((each) => inWords(each, language));
  }

  private async between(procedureId: string, before: number, after: number): Promise<Difference[]> {
    const [old, now] = await Promise.all([this.graph(procedureId, before), this.graph(procedureId, after)]);
    return differences(old, now);
  }

  private async versionBefore(procedureId: string, version: number): Promise<number | undefined> {
    const [before] = await this.context.store.versions.find({ procedureId, version: { $lt: version } }, { version: 1 }).sort({ version: -1 }).limit(1).lean();
    return before?.version;
  }

  /** Of an announced version from its plan, of one on its way from its drawing. */
  private async graph(procedureId: string, version: number): Promise<ProcessGraph> {
    const { store, plans } = this.context;
    const announced = await store.versions.findOne({ procedureId, version }, { planHash: 1 }).lean();
    if (announced) { const plan = await plans.plan(announced.planHash); return plan.processes[plan.root]!; }
    const revision = await store.revisions.findOne({ procedureId, version }, { xml: 1 }).lean();
    const processes = revision ? (await readValidated(revision.xml)).model.processes : [];
    const root = processes.find((each) => each.executable && !each.globalTask) ?? processes[0];
    if (!root) throw new Refusal('unknown-version', `procedure ${procedureId} has no version ${version}`);
    return root;
  }
}

function rowOf(found: Difference, language: Language): DifferenceRow {
  const { item, change } = found;
  return {
    change, kind: item.kind, kindName: kindName(item.kind, language), name: item.name, ...(item.element === undefined ? {} : { element: item.element }), text: inWords(found, language),
    ...(found.change === 'changed' ? { attribute: attributeName(found.attribute, language), before: valueInWords(found.before, language), after: valueInWords(found.after, language) } : {}),
  };
}
