import type { ActivityNode } from '../../graph/types.js';
import type { Answer } from '../finding.js';
import type { Rule, Subject } from '../subject.js';

/** S15: a step's label is not an action and its object, or means the same as another label of the process. */
export const labelStyle: Rule = {
  check: 'S15',
  run(subject) {
    const named = subject.activities.filter((each) => (each.name ?? '').trim() !== '');
    const odd = named.filter((each) => !isVerbAndObject(subject, each)).map((each) => each.id);
    const style: Answer[] = odd.length === 0 ? [] : [{
      check: 'S15', severity: 'advice', elements: odd, message: { key: 'S15.style', values: { elements: subject.labels(odd) } },
      suggestion: { key: 'S15.suggestion' }, evidence: { kind: 'style', steps: odd }, confidence: 0.7,
    }];
    return [...style, ...sameMeaning(subject, named)];
  },
};

/** Sub-processes and called procedures are known by what they are about. */
function isVerbAndObject(subject: Subject, { name = '', type }: ActivityNode): boolean {
  if (type === 'subProcess' || type === 'transaction' || type === 'adHocSubProcess' || type === 'callActivity') return true;
  return subject.words.verbOf(name) !== undefined && subject.words.hasObject(name);
}

function sameMeaning(subject: Subject, named: readonly ActivityNode[]): Answer[] {
  const byMeaning = new Map<string, string[]>();
  for (const { id, name = '' } of named) {
    const meaning = subject.words.normalise(name);
    if (meaning !== '') byMeaning.set(meaning, [...(byMeaning.get(meaning) ?? []), id]);
  }
  return [...byMeaning.values()].filter((steps) => steps.length > 1).map((steps): Answer => ({
    check: 'S15', severity: 'advice', elements: steps, message: { key: 'S15.same', values: { elements: subject.labels(steps) } },
    suggestion: { key: 'S15.sameSuggestion' }, evidence: { kind: 'same', steps }, confidence: 0.8,
  }));
}
