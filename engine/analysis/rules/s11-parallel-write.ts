import type { Answer } from '../finding.js';
import type { Rule } from '../subject.js';

/** S11: two steps that can run at the same time write the same document. */
export const parallelWrite: Rule = {
  check: 'S11',
  run(subject) {
    const { documents } = subject;
    if (!documents.areDeclared) return subject.activities.length === 0 ? [] : [{ check: 'S11', missing: ['dataOutputAssociation'] }];
    return documents.all.flatMap((document) => {
      const writers = subject.inOrder(documents.writers(document));
      const pairs = writers.flatMap((a, at) => writers.slice(at + 1).filter((b) => subject.isBeside(a, b)).map((b) => [a, b]));
      return pairs.map((steps): Answer => ({
        check: 'S11', severity: 'error', elements: steps,
        message: { key: 'S11.message', values: { elements: subject.labels(steps), document: documents.name(document) } },
        suggestion: { key: 'S11.suggestion' }, evidence: { steps, document },
      }));
    });
  },
};
