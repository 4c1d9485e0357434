import type { Dossier, Turn } from '../dossier.js';
import { percent, share } from '../numbers.js';
import { lacks, perCase, type LogAnswer, type LogRule } from '../rule.js';
import type { LogSubject } from '../subject.js';

const LEAST_SHARE = 0.2;
const KINDS: ReadonlySet<string> = new Set(['check', 'appraise', 'consult', 'approve', 'decide', 'draft', 'sign']);

interface Found { steps: Set<string>; units: Set<string>; dossiers: Set<Dossier>; hours: number }

/** O15: in a fifth of the dossiers two units hold open work of the same kind at overlapping times. */
export const parallelDuplicates: LogRule = {
  check: 'O15',
  run(subject) {
    if (!subject.hasStarts && !subject.turns.some((turn) => turn.created)) return lacks('O15', 'start or schedule events');
    if (!subject.turns.some((turn) => turn.unit !== undefined)) return lacks('O15', 'org:group');
    const found = new Map<string, Found>();
    for (const dossier of subject.complete) gather(subject, dossier, found);
    return [...found].flatMap(([kind, each]) => judge(subject, kind, each));
  },
};

const began = (turn: Turn): number | undefined => (turn.created ? turn.ready : turn.started);

function gather(subject: LogSubject, dossier: Dossier, found: Map<string, Found>): void {
  dossier.turns.forEach((a, i) => dossier.turns.slice(i + 1).forEach((b) => {
    const kind = subject.kind(a.activity);
    if (a.unit === undefined || b.unit === undefined || a.unit === b.unit || kind === undefined || !KINDS.has(kind) || subject.kind(b.activity) !== kind) return;
    const from = Math.max(began(a) ?? Infinity, began(b) ?? Infinity);
    const to = Math.min(a.completed!, b.completed!);
    if (from >= to) return;
    const known = found.get(kind) ?? { steps: new Set(), units: new Set(), dossiers: new Set(), hours: 0 };
    for (const turn of [a, b]) { known.steps.add(turn.activity); known.units.add(turn.unit!); }
    known.dossiers.add(dossier);
    known.hours += subject.office(from, to);
    found.set(kind, known);
  }));
}

function judge(subject: LogSubject, kind: string, { steps, units, dossiers, hours }: Found): LogAnswer[] {
  const part = share(dossiers.size, subject.complete.length);
  if (part < LEAST_SHARE) return [];
  const activities = [...steps];
  return [{
    check: 'O15', severity: 'warning', elements: activities.map((each) => subject.mark(each)), dossiers: [...dossiers],
    message: { key: 'O15.message', values: { elements: subject.labels(activities), units: [...units].map((unit) => subject.unitName(unit)).join(', '), percent: percent(part) } }, suggestion: { key: 'O15.suggestion' },
    evidence: { kind, steps: activities, units: [...units], share: part, overlapHours: Math.round(hours) }, lostHours: perCase(subject, hours), confidence: 0.8,
  }];
}
