/** Colour and figure of each step for what is looked at; five steps of heat up to the largest value. */
import type { PracticeView } from '../../../server/contract.js';
import type { Measure } from './search.js';

export type Step = PracticeView['steps'][number];
export const COLOURS = ['#fdf6e3', '#fbe3b3', '#f7c281', '#ef9a5f', '#e2725b'] as const;

/** Minutes for times, a number for turns, 0 to 1 for shares; undefined where nothing is known. */
export function valueOf(step: Step, measure: Measure): number | undefined {
  switch (measure) {
    case 'waiting': return step.waiting.mean;
    case 'working': return step.working.mean;
    case 'frequency': return step.executions;
    case 'rework': return step.executions > 0 ? step.repeats / step.executions : 0;
    case 'late': return step.lateShare;
  }
}

export const isShare = (measure: Measure): boolean => measure === 'rework' || measure === 'late';

export function levelOf(value: number, most: number): number {
  return most > 0 ? Math.min(COLOURS.length - 1, Math.floor((value / most) * COLOURS.length)) : 0;
}
/** The upper bound of each step of heat. */
export const boundsOf = (most: number): number[] => COLOURS.map((_colour, at) => (most * (at + 1)) / COLOURS.length);
