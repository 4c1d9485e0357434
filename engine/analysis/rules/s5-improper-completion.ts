import type { Answer } from '../finding.js';
import type { Rule, Subject } from '../subject.js';
import { notDecided } from './not-decided.js';

/** S5: one end event reached twice in a run; and, as advice, work that may still be open when the result is returned. */
export const improperCompletion: Rule = {
  check: 'S5',
  run(subject) {
    const { endTwice, stuck, crowded } = subject.soundness;
    const twice: Answer[] = endTwice.map(({ end, run }) => ({
      check: 'S5', severity: 'warning', elements: [end], message: { key: 'S5.message', values: { element: subject.labels([end]) } },
      suggestion: { key: 'S5.suggestion' }, evidence: { end, run },
    }));
    const unknown = notDecided(subject, 'S5', twice.length > 0);
    if (unknown) return unknown;
    // Which steps run side by side is exact for sound flows only; in others there is more to repair first.
    return stuck.length + crowded.length === 0 ? [...twice, ...openAtReturn(subject)] : twice;
  },
};

function openAtReturn(subject: Subject): Answer[] {
  return subject.activities.filter((each) => each.step?.kind === 'return').flatMap((step) => {
    const open = [...(subject.parallel.get(step.id) ?? [])].sort((a, b) => subject.graph.order.indexOf(a) - subject.graph.order.indexOf(b));
    if (open.length === 0) return [];
    const answer: Answer = {
      check: 'S5', severity: 'advice', elements: [step.id, ...open],
      message: { key: 'S5.open', values: { element: subject.labels([step.id]), elements: subject.labels(open) } },
      suggestion: { key: 'S5.openSuggestion' }, evidence: { returned: step.id, open },
    };
    return [answer];
  });
}
