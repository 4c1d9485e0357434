import type { Dossier } from '../dossier.js';
import { lacks, type LogAnswer, type LogRule } from '../rule.js';
import type { LogSubject } from '../subject.js';

/** T14 from the log: two steps declared separate were done by one person in one dossier. */
export const logFourEyes: LogRule = {
  check: 'T14',
  run(subject) {
    const { drawn } = subject;
    if (!drawn) return lacks('T14', 'the drawing with df:step separateFrom');
    const seen = new Set<string>();
    return drawn.activities.flatMap((step) => (step.step?.separateFrom ?? []).flatMap((other): LogAnswer[] => {
      const key = [step.id, other].sort().join(' ');
      if (seen.has(key) || !drawn.activity(other)) return [];
      seen.add(key);
      return judge(subject, step.id, other);
    }));
  },
};

function judge(subject: LogSubject, a: string, b: string): LogAnswer[] {
  const broken = subject.complete.filter((dossier) => {
    const first = people(subject, dossier, a);
    return [...people(subject, dossier, b)].some((person) => first.has(person));
  });
  if (broken.length === 0) return [];
  return [{
    check: 'T14', severity: 'error', elements: [a, b], dossiers: broken,
    message: { key: 'T14.log', values: { elements: subject.drawn!.labels([a, b]), cases: broken.length } }, suggestion: { key: 'T14.logSuggestion' },
    evidence: { steps: [a, b], broken: broken.length },
  }];
}
function people(subject: LogSubject, dossier: Dossier, id: string): Set<string> {
  return new Set(dossier.turns.flatMap((turn) => (turn.person !== undefined && subject.node(turn)?.id === id ? [turn.person] : [])));
}
