import { lacks, type LogRule } from '../rule.js';

const LEAST = 100;

/** L15: a step of the drawing that people perform has no event in the period, with 100 completed dossiers. */
export const neverUsed: LogRule = {
  check: 'L15',
  run(subject) {
    if (!subject.drawn) return lacks('L15', 'the drawing');
    if (subject.complete.length < LEAST) return lacks('L15', `${LEAST} completed cases`);
    const used = new Set(subject.dossiers.flatMap(({ turns, waiting }) => [...turns, ...waiting].flatMap((turn) => subject.node(turn)?.id ?? [])));
    // Without any step in common the drawing is not that of the log.
    if (used.size === 0) return lacks('L15', 'activities named as the steps of the drawing');
    const unused = subject.drawn.humanSteps.filter((step) => !used.has(step.id)).map((step) => step.id);
    if (unused.length === 0) return [];
    return [{
      check: 'L15', severity: 'advice', elements: unused, dossiers: [], message: { key: 'L15.message', values: { elements: subject.drawn.labels(unused), cases: subject.complete.length } }, suggestion: { key: 'L15.suggestion' },
      evidence: { steps: unused },
    }];
  },
};
