import type { Id } from '../../graph/types.js';
import type { Answer } from '../finding.js';
import type { Rule, Subject } from '../subject.js';

/** Ways through a path kept per node; those with most returns to a unit are kept. */
const WAYS_KEPT = 32;

/** A way so far: the units in order, each run of one unit as one, and what is needed to judge the next change of unit. */
interface Way {
  units: readonly Id[];
  /** Steps of the unit that has the dossier now, and the last step of the unit before. */
  run: readonly Id[];
  before?: Id;
  count: number;
  steps: readonly Id[];
}

/**
 * T4: on some path a unit gets the dossier back from the only unit it had gone to (A, B, A). Not counted: A is the one-stop;
 * the applicant comes in between; B works beside A on a parallel branch, so that A did not give the dossier away.
 */
export const pingPong: Rule = {
  check: 'T4',
  run(subject) {
    const holders = subject.activities.filter((each) => subject.holdsDossier(each.id));
    if (holders.length === 0) return [];
    const unknown = holders.filter((each) => !subject.department(each.id));
    const best = bestWay(subject);
    if (!best || best.count === 0) return unknown.length > 0 ? [{ check: 'T4', missing: missingNames(subject, unknown.map((each) => each.id)) }] : [];
    const names = best.units.map((unit) => subject.unitName(unit)).join(' → ');
    const answer: Answer = {
      check: 'T4', severity: 'warning', elements: best.steps, message: { key: 'T4.message', values: { count: best.count, units: names } },
      suggestion: { key: 'T4.suggestion' }, evidence: { units: best.units, count: best.count },
    };
    return [answer];
  },
};

function missingNames(subject: Subject, steps: readonly Id[]): string[] {
  return subject.hasDepartments ? steps.map((id) => `df:department of ${id}`) : ['df:department'];
}

function bestWay(subject: Subject): Way | undefined {
  const { paths } = subject;
  const ways = new Map<Id, Way[]>();
  const none: Way = { units: [], run: [], count: 0, steps: [] };
  for (const entry of paths.entries) ways.set(entry, [visit(subject, none, entry)]);
  let best: Way | undefined;
  for (const id of paths.order) {
    const here = thin(ways.get(id) ?? []);
    for (const { to } of paths.nextForward(id)) ways.set(to, [...(ways.get(to) ?? []), ...here.map((way) => visit(subject, way, to))]);
    if (paths.nextForward(id).length > 0) continue;
    for (const way of here) if (!best || isBetter(way, best)) best = way;
  }
  return best;
}
function isBetter(a: Way, b: Way): boolean { return a.count > b.count || (a.count === b.count && a.units.length < b.units.length); }

/** Of ways that will be judged alike from here on, the best. */
function thin(ways: readonly Way[]): Way[] {
  const kept = new Map<string, Way>();
  for (const way of ways) {
    const key = `${way.units.slice(-2).join('>')}|${way.before ?? ''}|${way.run.join(',')}`;
    const other = kept.get(key);
    if (!other || isBetter(way, other)) kept.set(key, way);
  }
  return [...kept.values()].sort((a, b) => b.count - a.count).slice(0, WAYS_KEPT);
}

function visit(subject: Subject, way: Way, id: Id): Way {
  const unit = subject.holdsDossier(id) ? subject.department(id) : undefined;
  if (!unit) return way;
  const current = way.units[way.units.length - 1];
  if (unit.id === current) return { ...way, run: [...way.run, id] };
  const returned = way.units[way.units.length - 2] === unit.id && !unit.oneStop && !excused(subject, way, id);
  const before = way.run[way.run.length - 1];
  return {
    units: [...way.units, unit.id], run: [id], count: way.count + (returned ? 1 : 0),
    steps: returned ? unique([...way.steps, ...(way.before === undefined ? [] : [way.before]), ...way.run, id]) : way.steps,
    ...(before !== undefined && { before }),
  };
}
function unique(ids: readonly Id[]): Id[] { return [...new Set(ids)]; }

function excused(subject: Subject, { run, before }: Way, next: Id): boolean {
  if (run.some((id) => subject.activity(id)?.step?.applicantContact || subject.activity(id)?.step?.kind === 'supplement')) return true;
  const beside = (id: Id): ReadonlySet<Id> => subject.parallel.get(id) ?? new Set();
  const [first, ...others] = run;
  return [...beside(first!)].some((id) => others.every((each) => beside(each).has(id)) && !beside(next).has(id) && (before === undefined || !beside(before).has(id)));
}
