import type { ActivityNode } from '../../graph/types.js';
import type { Answer, Raw } from '../finding.js';
import type { Rule, Subject } from '../subject.js';
import { longestPath, type LongestPath } from '../longest-path.js';
import { hoursOf, rounded } from '../time.js';

/**
 * T1: the longest path of step limits is over the published limit. Parallel branches count as their longest, each return
 * flow once more. Time in steps with a stopped clock does not count, nor does going back through one: the limit runs from a
 * complete dossier. A limit under a condition is checked by itself. An error when the way without any return is over too;
 * a warning when only a return makes it so.
 */
export const limit: Rule = {
  check: 'T1',
  run(subject) {
    if (isCalled(subject)) return [];
    const limits = subject.graph.procedure?.timeLimits ?? [];
    if (limits.length === 0) return subject.activities.length === 0 ? [] : [{ check: 'T1', missing: ['df:timeLimit'] }];
    const { hours, once, path } = sumOfSteps(subject);
    const over = limits.flatMap((each) => {
      const limitHours = hoursOf(each.value, each.unit);
      return hours > limitHours + 1e-9 ? [finding({ sum: hours, limit: limitHours, path, when: each.when, onceOver: once > limitHours + 1e-9 })] : [];
    });
    return over.length > 0 ? over : unknownSteps(subject);
  },
};

/** Longest path of step limits, each return flow once more; `once` without returns. */
export function sumOfSteps(subject: Subject): LongestPath { return longestPath(subject.paths, (id) => weightOf(subject, id), (id) => isClosed(subject, id)); }

/** A process that another one of the file calls is counted there. */
function isCalled(subject: Subject): boolean {
  const calls = (each: { nodes: Subject['graph']['nodes'] }): boolean => Object.values(each.nodes).some((node) => node.kind === 'activity' && node.calledElement === subject.graph.id);
  return !subject.graph.procedure && subject.model.processes.some(calls);
}

interface Over { sum: number; limit: number; path: string[]; when: string | undefined; onceOver: boolean }

function finding({ sum, limit: most, path, when, onceOver }: Over): Raw {
  const [sumHours, limitHours, overHours] = [rounded(sum), rounded(most), rounded(sum - most)];
  const key = onceOver ? 'T1.message' : 'T1.returned';
  return {
    check: 'T1', severity: onceOver ? 'error' : 'warning', elements: [...new Set(path)],
    message: { key: when ? `${key}When` : key, values: { sum: sumHours, limit: limitHours, over: overHours, ...(when && { when }) } },
    suggestion: { key: 'T1.suggestion' }, evidence: { sumHours, limitHours, overHours, path, ...(when && { when }) }, lostHours: sum - most,
  };
}

/** Human steps without limit make the sum a lower bound only. */
function unknownSteps(subject: Subject): Answer[] {
  const steps = subject.humanSteps.filter((each) => each.step?.limit === undefined && each.step?.clock !== 'stopped' && !isInsideLimited(subject, each));
  return steps.length === 0 ? [] : [{ check: 'T1', missing: steps.map((each) => `df:step limit of ${each.id}`) }];
}

/** @param callers processes being counted already, so that a process that calls itself is counted once */
function weightOf(subject: Subject, id: string, callers: readonly string[] = []): number {
  const activity = subject.activity(id);
  if (!activity || activity.step?.clock === 'stopped' || isInsideLimited(subject, activity)) return 0;
  if (activity.step?.limit !== undefined) return hoursOf(activity.step.limit, activity.step.unit);
  const called = subject.model.processes.find((each) => each.id === activity.calledElement);
  if (!called || called === subject.graph || callers.includes(called.id)) return 0;
  const inner = subject.sibling(called);
  return longestPath(inner.paths, (each) => weightOf(inner, each, [...callers, subject.graph.id]), (each) => isClosed(inner, each)).hours;
}
/** The limit, or the stopped clock, of a sub-process stands for everything inside. */
function isInsideLimited(subject: Subject, activity: ActivityNode): boolean {
  for (let owner = subject.owner(activity.id); owner; owner = subject.owner(owner.id)) {
    if (owner.step?.limit !== undefined || owner.step?.clock === 'stopped') return true;
  }
  return false;
}
function isClosed(subject: Subject, id: string): boolean { return subject.activity(id)?.step?.clock === 'stopped'; }
