/** The path that most dossiers take: at each decision the most probable way on. */
import type { Id } from '../graph/types.js';
import type { Step } from './paths.js';
import type { Subject } from './subject.js';

/**
 * Nodes in order, without the cycles. Where probabilities are not stated, or equal, the default flow and then the longer way
 * counts as the ordinary one. All branches of a parallel split are on it.
 */
export function likelyPath(subject: Subject): Id[] {
  const { paths } = subject;
  const longest = new Map<Id, number>();
  for (const id of [...paths.order].reverse()) {
    longest.set(id, Math.max(0, ...paths.nextForward(id).map((step) => longest.get(step.to) ?? 0)) + (subject.holdsDossier(id) ? 1 : 0));
  }
  const taken = new Set<Id>(paths.entries.length > 0 ? [first(paths.entries, (id) => longest.get(id) ?? 0)] : []);
  for (const id of taken) for (const step of waysOn(subject, id, longest)) taken.add(step.to);
  return paths.order.filter((id) => taken.has(id));
}

/** All branches of a parallel split; elsewhere one way. */
function waysOn(subject: Subject, id: Id, longest: ReadonlyMap<Id, number>): Step[] {
  const steps = subject.paths.nextForward(id).filter((step) => subject.graph.nodes[step.to]?.type !== 'boundaryEvent');
  if (steps.length < 2) return steps;
  const node = subject.graph.nodes[id];
  const decides = node?.type === 'exclusiveGateway' || node?.type === 'eventBasedGateway' || node?.type === 'inclusiveGateway' || node?.type === 'complexGateway';
  if (!decides) return steps;
  const fallback = node.kind === 'gateway' ? node.defaultFlow : undefined;
  const stated = steps.map((step) => step.flow?.facts?.probability);
  const rest = Math.max(0, 1 - stated.reduce<number>((sum, each) => sum + (each ?? 0), 0)) / Math.max(1, stated.filter((each) => each === undefined).length);
  const score = (step: Step): number => (step.flow?.facts?.probability ?? rest) * 1e6 + (stated.every((each) => each === undefined) && step.flow?.id === fallback ? 1e3 : 0) + (longest.get(step.to) ?? 0);
  return [first(steps, score)];
}
function first<T>(items: readonly T[], score: (item: T) => number): T { return items.reduce((best, each) => (score(each) > score(best) ? each : best)); }

/** Units along a likely path, runs of one unit as one; of parallel branches the one with most changes of unit. */
export function unitsAlong(subject: Subject, path: readonly Id[]): { units: Id[]; steps: Id[] } {
  const inside = new Set(path);
  const best = new Map<Id, { units: Id[]; steps: Id[] }>();
  for (const id of path) {
    const before = best.get(id) ?? { units: [], steps: [] };
    const unit = subject.holdsDossier(id) ? subject.department(id)?.id : undefined;
    const here = unit === undefined ? before : { units: unit === before.units[before.units.length - 1] ? before.units : [...before.units, unit], steps: [...before.steps, id] };
    best.set(id, here);
    for (const { to } of subject.paths.nextForward(id)) if (inside.has(to) && isMore(here, best.get(to))) best.set(to, here);
  }
  return [...best.values()].reduce((most, each) => (isMore(each, most) ? each : most), { units: [] as Id[], steps: [] as Id[] });
}
function isMore(a: { units: Id[]; steps: Id[] }, b: { units: Id[]; steps: Id[] } | undefined): boolean {
  return !b || a.units.length > b.units.length || (a.units.length === b.units.length && a.steps.length > b.steps.length);
}
