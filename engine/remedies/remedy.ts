/** Remedies of a finding that have been tried: the finding is gone, and no error is there that was not there before. */
import { sumOfSteps } from '../analysis/rules/t1-limit.js';
import { graphRules } from '../analysis/rules/index.js';
import { analyse } from '../analysis/analyse.js';
import type { Finding, TellingFinding } from '../analysis/finding.js';
import { standardWords, type Words } from '../analysis/labels.js';
import { FileSubject, Subject } from '../analysis/subject.js';
import { rounded } from '../analysis/time.js';
import type { Id, Model } from '../graph/types.js';
import type { Candidate, RemedyKind } from './propose.js';
import { candidatesFor } from './propose.js';
import type { Edit } from './edits.js';
import { applyEdits } from './edits.js';

export interface Remedy {
  kind: RemedyKind;
  /** The process changed. */
  process: Id;
  edits: readonly Edit[];
  /** Hours by which the longest path becomes shorter. */
  savedHours: number;
  /** The model as it would be, for a look before it is taken; its text is still the old one. */
  model: Model;
}

/** Remedies for one finding of a model, best first; empty where none is mechanical. */
export async function remediesFor(model: Model, finding: TellingFinding, words: Words = standardWords): Promise<Remedy[]> {
  const process = model.processes.find((graph) => finding.elements.some((id) => graph.nodes[id] !== undefined));
  if (!process) return [];
  const subject = new Subject(model, process, words);
  const before = await errorsOf(model, words);
  const found: Remedy[] = [];
  for (const candidate of candidatesFor(subject, finding)) {
    const changed = withEdits(model, process.id, candidate);
    if (await isRemedy(changed, finding, { before, words })) found.push({ kind: candidate.kind, process: process.id, edits: candidate.edits, savedHours: saved(model, changed, process.id), model: changed });
    if (found.length > 0 && candidate.kind === 'correctJoin') break;
  }
  return found;
}

function withEdits(model: Model, process: Id, { edits }: Candidate): Model {
  return { ...model, processes: model.processes.map((graph) => (graph.id === process ? applyEdits(graph, edits) : graph)) };
}
function saved(before: Model, after: Model, process: Id): number {
  const hours = (model: Model): number => sumOfSteps(new Subject(model, model.processes.find((graph) => graph.id === process)!)).hours;
  return rounded(hours(before) - hours(after));
}

/** Kinds of error that a model has, and how many of each. */
async function errorsOf(model: Model, words: Words): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { check } of (await findings(model, words)).filter(isError)) counts.set(check, (counts.get(check) ?? 0) + 1);
  return counts;
}
async function isRemedy(model: Model, finding: TellingFinding, { before, words }: { before: ReadonlyMap<string, number>; words: Words }): Promise<boolean> {
  const after = await findings(model, words);
  const isThere = after.some((each) => each.canTell && each.check === finding.check && each.evidence['kind'] === finding.evidence['kind'] && each.elements.join() === finding.elements.join());
  if (isThere) return false;
  const counts = new Map<string, number>();
  for (const { check } of after.filter(isError)) counts.set(check, (counts.get(check) ?? 0) + 1);
  // What could no longer be decided is not taken for repaired.
  const undecided = after.some((each) => !each.canTell && each.missing.some((name) => name.startsWith('not decided')));
  return !undecided && [...counts].every(([check, count]) => count <= (before.get(check) ?? 0));
}
function findings(model: Model, words: Words): Promise<Finding[]> { return analyse(new FileSubject(model, words), 'en', graphRules); }
function isError(finding: Finding): finding is TellingFinding { return finding.canTell && finding.severity === 'error'; }
