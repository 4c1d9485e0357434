/** What a log says of how a procedure is carried out, for playing it and versions of it again. */
import { hoursOf } from '../analysis/time.js';
import type { Id, ProcessGraph } from '../graph/types.js';
import { median } from '../log-checks/numbers.js';
import type { Dossier, Turn } from '../log-checks/dossier.js';
import type { LogSubject } from '../log-checks/subject.js';
import { unionHours } from '../log-checks/work.js';
import { branchesOf } from './branches.js';

export interface Observed {
  /** As they came, with the hours that each was allowed. */
  arrivals: { from: number; allowed?: number }[];
  /** By element: of each execution, working hours from when it could begin to its end, and of them those in hand. */
  steps: Map<Id, { stay: number; work: number }[]>;
  /** By sequence flow behind a split, as far as the executions tell. */
  branches: Record<Id, number>;
  /** The log says when the result lay ready: handing it over is then not counted in the hours of a dossier. */
  settles: boolean;
  /** The log says who took what up when: hours in hand are known. */
  works: boolean;
  /** Stay over limit, in the middle: for steps that nobody has carried out yet. */
  perLimit: number;
}

export function observe(subject: LogSubject, graph: ProcessGraph): Observed {
  const steps: Observed['steps'] = new Map();
  const turns = subject.turns.flatMap((turn) => {
    const id = subject.node(turn)?.id;
    return id === undefined || graph.nodes[id] === undefined ? [] : [{ id, turn }];
  });
  for (const { id, turn } of turns) steps.set(id, [...(steps.get(id) ?? []), { stay: subject.stay(turn), work: workOf(subject, turn) }]);
  return { arrivals: subject.complete.map((each) => arrivalOf(subject, each)).sort((a, b) => a.from - b.from), steps, branches: branchesOf(graph, (id) => steps.get(id)?.length ?? 0, subject.complete.length), works: subject.turns.some(({ started }) => started !== undefined), settles: subject.complete.some(({ settled }) => settled !== undefined), perLimit: perLimitOf(graph, steps) };
}

function arrivalOf(subject: LogSubject, dossier: Dossier): Observed['arrivals'][number] {
  const allowed = subject.allowed(dossier);
  return { from: dossier.from, ...(allowed !== undefined && { allowed }) };
}
const workOf = (subject: LogSubject, turn: Turn): number => unionHours(subject, [turn]);

function perLimitOf(graph: ProcessGraph, steps: Observed['steps']): number {
  const shares = [...steps].flatMap(([id, all]) => {
    const node = graph.nodes[id]!;
    const limit = node.kind === 'activity' && node.step?.limit !== undefined ? hoursOf(node.step.limit, node.step.unit) : 0;
    return limit > 0 ? all.map(({ stay }) => stay / limit) : [];
  });
  return median(shares);
}
