import type { GatewayNode, Id, SequenceFlow } from '../../graph/types.js';
import { areIndependent, isDeclared } from '../dependency.js';
import type { Answer } from '../finding.js';
import type { Rule, Subject } from '../subject.js';
import { rounded } from '../time.js';

/** A check with the decision behind it; `refusal` is undefined where the drawing does not say how probable it is. */
interface Knockout { step: Id; gateway: GatewayNode; refusing: readonly SequenceFlow[]; minutes?: number; refusal?: number }
const kinds: ReadonlySet<string> = new Set(['check', 'appraise', 'consult']);

/**
 * T7: independent checks in a row, each able to end the case, not sorted by refusal probability over effort, largest first.
 * The refusal probability is that of the flows from the decision behind the check that lead to an end; effort is `standardMinutes`.
 */
export const knockOutOrder: Rule = {
  check: 'T7',
  run(subject) {
    if (subject.isBare) return deciding(subject).length < 2 ? [] : [{ check: 'T7', missing: ['df:step kind', 'df:step standardMinutes', 'df:flow probability'] }];
    const knockouts = subject.activities.flatMap((each) => knockoutOf(subject, each.id) ?? []);
    return rows(subject, knockouts).flatMap((row) => independentRuns(subject, row)).flatMap((row) => judge(subject, row));
  },
};

function deciding(subject: Subject): Id[] {
  return subject.activities.map((each) => each.id).filter((id) => subject.paths.nextForward(id).some(({ to }) => subject.graph.nodes[to]?.type === 'exclusiveGateway' && subject.node(to).outgoing.length > 1));
}
function knockoutOf(subject: Subject, id: Id): Knockout | undefined {
  const step = subject.activity(id)!.step;
  if (!kinds.has(step?.kind ?? '') && !(step?.checks.length && step.kind !== 'receive' && step.kind !== 'supplement')) return undefined;
  const [only, ...others] = subject.paths.nextForward(id).filter(({ to }) => subject.graph.nodes[to]?.type !== 'boundaryEvent');
  const gateway = only && others.length === 0 ? subject.graph.nodes[only.to] : undefined;
  if (gateway?.type !== 'exclusiveGateway' || gateway.kind !== 'gateway') return undefined;
  const flows = gateway.outgoing.map((flow) => subject.graph.flows[flow]!);
  const refusing = refusingFlows(subject, gateway, flows);
  if (refusing.length === 0) return undefined;
  const refusal = probabilityOf(flows, refusing);
  return { step: id, gateway, refusing, ...(step?.standardMinutes !== undefined && { minutes: step.standardMinutes }), ...(refusal !== undefined && { refusal }) };
}
/** Flows that end the case without further work; of ways that all do, the default or the most probable one is that of cases that pass. */
function refusingFlows(subject: Subject, gateway: GatewayNode, flows: readonly SequenceFlow[]): SequenceFlow[] {
  const ending = flows.filter((flow) => !flow.facts?.isReturn && endsCase(subject, flow));
  if (ending.length < flows.length) return ending;
  const likeliest = flows.reduce((best, each) => ((each.facts?.probability ?? 0) > (best.facts?.probability ?? 0) ? each : best), flows[0]!);
  return ending.filter((flow) => flow.id !== (gateway.defaultFlow ?? likeliest.id));
}
const endingKinds: ReadonlySet<string> = new Set(['refuse', 'notify', 'return', 'archive', 'other']);
function endsCase(subject: Subject, flow: SequenceFlow): boolean {
  return [...subject.paths.reach(flow.target, undefined, false)].every((id) => {
    const activity = subject.activity(id);
    return !activity || endingKinds.has(activity.step?.kind ?? 'other');
  });
}
function probabilityOf(flows: readonly SequenceFlow[], refusing: readonly SequenceFlow[]): number | undefined {
  const stated = (list: readonly SequenceFlow[]): number | undefined => (list.every((each) => each.facts?.probability !== undefined) ? list.reduce((sum, each) => sum + each.facts!.probability!, 0) : undefined);
  const others = stated(flows.filter((flow) => !refusing.includes(flow)));
  return stated(refusing) ?? (others === undefined ? undefined : Math.max(0, 1 - others));
}

/** Chains in which one check follows the decision of the one before, with nothing but joins between. */
function rows(subject: Subject, all: readonly Knockout[]): Knockout[][] {
  const next = (each: Knockout): Knockout | undefined => {
    for (const flow of each.gateway.outgoing.filter((id) => !each.refusing.some((refused) => refused.id === id))) {
      let at = subject.graph.flows[flow]!.target;
      while (subject.graph.nodes[at]?.kind === 'gateway' && subject.node(at).outgoing.length === 1) at = subject.graph.flows[subject.node(at).outgoing[0]!]!.target;
      const found = all.find((other) => other.step === at && subject.follows(each.step, at));
      if (found) return found;
    }
    return undefined;
  };
  const followed = new Set(all.map(next));
  return all.filter((each) => !followed.has(each)).map((each) => {
    const row = [each];
    for (let at = next(each); at && !row.includes(at); at = next(at)) row.push(at);
    return row;
  });
}
/** Parts of a row in which every check is independent of every other. */
function independentRuns(subject: Subject, row: readonly Knockout[]): Knockout[][] {
  const runs: Knockout[][] = [];
  for (const each of row) {
    const last = runs[runs.length - 1];
    if (last?.every((other) => areIndependent(subject, other.step, each.step))) last.push(each);
    else runs.push([each]);
  }
  return runs.filter((run) => run.length > 1);
}

function judge(subject: Subject, row: readonly Knockout[]): Answer[] {
  const missing = row.flatMap(({ step, refusing, minutes, refusal }) => [
    ...(minutes === undefined ? [`df:step standardMinutes of ${step}`] : []),
    ...(refusal === undefined ? refusing.map((flow) => `df:flow probability of ${flow.id}`) : []),
    ...(isDeclared(subject, step) ? [] : [`dataInputAssociation of ${step}`]),
  ]);
  if (missing.length > 0) return [{ check: 'T7', missing }];
  const ratio = (each: Knockout): number => (each.minutes === 0 ? Infinity : each.refusal! / each.minutes!);
  const best = row.map((each, at) => ({ each, at })).sort((a, b) => ratio(b.each) - ratio(a.each) || a.at - b.at).map(({ each }) => each);
  const [givenMinutes, bestMinutes] = [rounded(expected(row)), rounded(expected(best))];
  if (givenMinutes - bestMinutes < 1e-6) return [];
  const steps = row.map((each) => each.step);
  const order = best.map((each) => each.step);
  return [{
    check: 'T7', severity: 'advice', elements: steps,
    message: { key: 'T7.message', values: { elements: subject.labels(order), given: givenMinutes, best: bestMinutes } },
    suggestion: { key: 'T7.suggestion', values: { elements: subject.labels(order) } },
    evidence: { steps, best: order, givenMinutes, bestMinutes, savedMinutes: rounded(givenMinutes - bestMinutes) }, lostHours: (givenMinutes - bestMinutes) / 60,
  }];
}
/** Minutes of work on an average case: each check is made only by those that all before it let pass. */
function expected(row: readonly Knockout[]): number {
  let passing = 1;
  let minutes = 0;
  for (const each of row) {
    minutes += passing * each.minutes!;
    passing *= 1 - each.refusal!;
  }
  return minutes;
}
