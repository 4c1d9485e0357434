import type { Turn } from '../dossier.js';
import { countBy, groupBy, most, percent } from '../numbers.js';
import { plainLabel } from '../../mining/conform/from-graph.js';
import { lacks, type LogAnswer, type LogRule } from '../rule.js';
import type { LogSubject } from '../subject.js';

const LEAST = 3;
const LEAST_SHARE = 0.01;
const plain = (name: string): string => plainLabel(name).toLowerCase();

/** L13: a step is done by another unit than its lane says, in 1 % of its executions. */
export const wrongUnit: LogRule = {
  check: 'L13',
  run(subject) {
    const graph = subject.drawing?.graph;
    if (!graph || graph.lanes.length === 0) return lacks('L13', 'the drawing with lanes');
    const drawn = new Set(graph.lanes.flatMap((lane) => namesOf(lane)));
    // Names that have nothing in common tell nothing.
    if (!subject.turns.some((turn) => turn.unit !== undefined && drawn.has(plain(turn.unit)))) return lacks('L13', 'org:group named as the lanes or departments of the drawing');
    return [...subject.byActivity.keys()].flatMap((activity) => judge(subject, activity));
  },
};
function namesOf(lane: { name?: string; department?: { id: string } }): string[] { return [lane.department?.id, lane.name].flatMap((name) => (name === undefined ? [] : [plain(name)])); }

function judge(subject: LogSubject, activity: string): LogAnswer[] {
  const { lanes, nodes } = subject.drawing!.graph;
  const id = subject.mark(activity);
  const expected = new Set<string>();
  for (let lane = lanes.find((each) => each.id === nodes[id]?.lane || each.nodes.includes(id)); lane; lane = lanes.find((each) => each.id === lane!.parent)) for (const name of namesOf(lane)) expected.add(name);
  const turns = subject.byActivity.get(activity)!.filter((turn) => turn.unit !== undefined);
  if (expected.size === 0 || turns.length === 0) return [];
  const wrong = turns.filter((turn) => !expected.has(plain(turn.unit!)));
  if (wrong.length < LEAST || wrong.length / turns.length < LEAST_SHARE) return [];
  return [finding(subject, activity, wrong, turns.length)];
}
function finding(subject: LogSubject, activity: string, wrong: readonly Turn[], all: number): LogAnswer {
  const unit = most(countBy(wrong, (turn) => turn.unit))!;
  return {
    check: 'L13', severity: 'warning', elements: [subject.mark(activity)], dossiers: [...new Set(wrong.map((turn) => turn.dossier))],
    message: { key: 'L13.message', values: { element: subject.labels([activity]), unit: subject.unitName(unit), times: wrong.length, percent: percent(wrong.length / all) } }, suggestion: { key: 'L13.suggestion' },
    evidence: { wrong: wrong.length, executions: all, units: [...groupBy(wrong, (turn) => turn.unit)].map(([name, list]) => ({ unit: name, times: list.length })) },
  };
}
