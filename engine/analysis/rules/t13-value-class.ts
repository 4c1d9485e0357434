import type { ActivityNode } from '../../graph/types.js';
import type { Rule, Subject } from '../subject.js';
import { limitHours, rounded } from '../time.js';

const classes = ['valueAdding', 'requiredByLaw', 'neither'] as const;
type ValueClass = (typeof classes)[number];
interface Share { steps: number; hours: number; cost: number }

/** T13: which share of steps, office time and cost adds value, is required by law, or neither; the last are listed, dearest first. */
export const valueClass: Rule = {
  check: 'T13',
  run(subject) {
    const steps = subject.humanSteps.filter((each) => each.step?.clock !== 'stopped');
    if (steps.length === 0) return [];
    const classed = steps.filter((each) => each.step?.valueClass !== undefined);
    const missing = classed.length === 0 ? ['df:step valueClass'] : steps.filter((each) => !classed.includes(each)).map((each) => `df:step valueClass of ${each.id}`);
    const unknown = missing.length > 0 ? [{ check: 'T13', missing }] : [];
    const neither = classed.filter((each) => each.step!.valueClass === 'neither').sort((a, b) => costOf(subject, b) - costOf(subject, a) || hoursOf(subject, b) - hoursOf(subject, a)).map((each) => each.id);
    if (neither.length === 0) return unknown;
    const shares = Object.fromEntries(classes.map((each) => [each, shareOf(subject, classed, each)])) as Record<ValueClass, Share>;
    const total = classes.reduce((sum, each) => sum + shares[each].hours, 0);
    const percent = total > 0 ? Math.round((shares.neither.hours / total) * 100) : Math.round((neither.length / classed.length) * 100);
    return [{
      check: 'T13', severity: 'advice', elements: neither, message: { key: 'T13.message', values: { percent, elements: subject.labels(neither) } },
      suggestion: { key: 'T13.suggestion' }, evidence: { steps: neither, shares: { ...shares } as unknown as Record<string, never> }, lostHours: neither.reduce((sum, id) => sum + subject.workHours(id), 0),
    }, ...unknown];
  },
};

function hoursOf(subject: Subject, { id, step }: ActivityNode): number { return limitHours(step) ?? subject.workHours(id); }
/** Money: working time at the hourly cost of the department, where both are stated. */
function costOf(subject: Subject, { id }: ActivityNode): number { return subject.workHours(id) * (subject.department(id)?.hourlyCost ?? 0); }
function shareOf(subject: Subject, steps: readonly ActivityNode[], kind: ValueClass): Share {
  const own = steps.filter((each) => each.step!.valueClass === kind);
  const sum = (value: (each: ActivityNode) => number): number => rounded(own.reduce((all, each) => all + value(each), 0));
  return { steps: own.length, hours: sum((each) => hoursOf(subject, each)), cost: sum((each) => costOf(subject, each)) };
}
