/** What could be changed to remove a finding: candidates, best first; `remedy.ts` keeps those that do no harm. */
import type { TellingFinding } from '../analysis/finding.js';
import type { Subject } from '../analysis/subject.js';
import { hoursOf } from '../analysis/time.js';
import type { FlowNode, GatewayType, Id } from '../graph/types.js';
import type { Edit } from './edits.js';
import { applyEdits, freeId, takeOut } from './edits.js';

export type RemedyKind = 'correctJoin' | 'parallel' | 'mergeSteps' | 'moveForward' | 'dropRequest' | 'reallotLimits' | 'removeStep';
export interface Candidate { kind: RemedyKind; edits: Edit[] }

export function candidatesFor(subject: Subject, finding: TellingFinding): Candidate[] {
  const steps = stepsOf(finding);
  switch (finding.check) {
    case 'S1': case 'S2': case 'S5': return joins(subject, finding);
    case 'S14': return finding.evidence['kind'] === 'mismatch' ? joins(subject, finding) : [];
    case 'T8': return one('parallel', inParallel(subject, steps));
    case 'O1': return repeatedCheck(subject, steps, String(finding.evidence['requirement']));
    case 'O2': return one('mergeSteps', merged(subject, steps[0]!, steps[1]!));
    case 'O3': return steps.length > 1 ? [{ kind: 'dropRequest', edits: steps.slice(1).map((node): Edit => ({ edit: 'facts', node, facts: { applicantContact: false } })) }] : [];
    case 'T1': return one('reallotLimits', reallotted(subject, finding));
    case 'T9': return one('moveForward', movedForward(subject, String(finding.evidence['step'])));
    case 'T12': return one('removeStep', removed(subject, String(finding.evidence['step'])));
    default: return [];
  }
}
function one(kind: RemedyKind, edits: Edit[] | undefined): Candidate[] { return edits ? [{ kind, edits }] : []; }
function stepsOf({ evidence, elements }: TellingFinding): Id[] { return Array.isArray(evidence['steps']) ? evidence['steps'].map(String) : [...elements]; }

const joinTypes: readonly GatewayType[] = ['exclusiveGateway', 'parallelGateway', 'inclusiveGateway'];
/** The joins at the trouble, each changed to another type; then those before and behind. */
function joins(subject: Subject, { elements, evidence }: TellingFinding): Candidate[] {
  const gateways = subject.graph.order.map((id) => subject.node(id)).filter((node) => node.kind === 'gateway' && (joinTypes as readonly string[]).includes(node.type));
  const named = new Set([...elements, ...(Array.isArray(evidence['stuckAt']) ? evidence['stuckAt'].map(String) : [])]);
  const isJoin = (node: FlowNode): boolean => node.incoming.length > 1 && node.outgoing.length < 2;
  const before = (node: FlowNode): boolean => [...named].some((id) => subject.graph.nodes[id] && subject.follows(node.id, id));
  const after = (node: FlowNode): boolean => [...named].some((id) => subject.graph.nodes[id] && subject.follows(id, node.id));
  const ranked = [...gateways.filter((node) => named.has(node.id)), ...gateways.filter((node) => !named.has(node.id) && (after(node) || before(node)))].filter(isJoin);
  return ranked.flatMap((node) => joinTypes.filter((type) => type !== node.type && type !== 'inclusiveGateway').map((type): Candidate => ({ kind: 'correctJoin', edits: [{ edit: 'retype', node: node.id, type }] })));
}

/** Steps in a row side by side between a split and a join. */
function inParallel({ graph }: Subject, steps: readonly Id[]): Edit[] | undefined {
  const nodes = steps.map((id) => graph.nodes[id]!);
  const [first, last] = [nodes[0]!, nodes[nodes.length - 1]!];
  if (first.incoming.length !== 1 || nodes.some((node) => node.outgoing.length !== 1)) return undefined;
  const fork = freeId(graph, `${first.id}_fork`);
  const join = freeId(graph, `${last.id}_join`);
  const gateway = (node: Id): Edit => ({ edit: 'addGateway', node, type: 'parallelGateway', scope: first.scope, ...(first.lane !== undefined && { lane: first.lane }) });
  const between = nodes.slice(0, -1).map((node): Edit => ({ edit: 'removeFlow', flow: node.outgoing[0]! }));
  const branches = steps.flatMap((id): Edit[] => [{ edit: 'addFlow', flow: freeId(graph, `${fork}_${id}`), source: fork, target: id }, { edit: 'addFlow', flow: freeId(graph, `${id}_${join}`), source: id, target: join }]);
  return [gateway(fork), gateway(join), { edit: 'redirect', flow: first.incoming[0]!, target: fork }, { edit: 'redirect', flow: last.outgoing[0]!, source: join }, ...between, ...branches];
}

/** The second check goes when it checks nothing else and writes nothing; otherwise it no longer checks this. */
function repeatedCheck(subject: Subject, steps: readonly Id[], requirement: string): Candidate[] {
  const later = steps.slice(1).map((id) => subject.activity(id)!);
  const idle = later.every((each) => each.step!.checks.length === 1 && each.writes.length === 0);
  const whole = idle ? removed(subject, ...later.map((each) => each.id)) : undefined;
  const relying: Candidate = { kind: 'mergeSteps', edits: later.map((each): Edit => ({ edit: 'facts', node: each.id, facts: { checks: each.step!.checks.filter((id) => id !== requirement) } })) };
  return whole ? [{ kind: 'mergeSteps', edits: whole }, relying] : [relying];
}
/** One after the other: what is taken out first may be what led to the next. */
function removed({ graph, model }: Subject, ...ids: Id[]): Edit[] | undefined {
  const edits: Edit[] = [];
  for (const id of ids) {
    const own = model.messageFlows.some((flow) => flow.source === id || flow.target === id) ? undefined : takeOut(applyEdits(graph, edits), id);
    if (!own) return undefined;
    edits.push(...own, { edit: 'removeNode', node: id });
  }
  return edits;
}
/** One step in place of two: the first takes over what the second checks, reads and writes. */
function merged(subject: Subject, a: Id, b: Id): Edit[] | undefined {
  const [one, two] = subject.follows(a, b) ? [subject.activity(a)!, subject.activity(b)!] : [subject.activity(b)!, subject.activity(a)!];
  const gone = removed(subject, two.id);
  if (!gone) return undefined;
  const checks = [...new Set([...(one.step?.checks ?? []), ...(two.step?.checks ?? [])])];
  return [{ edit: 'data', node: one.id, reads: two.reads.filter((data) => !one.writes.includes(data) && !one.reads.includes(data)), writes: two.writes.filter((data) => !one.writes.includes(data)) }, ...(one.step ? [{ edit: 'facts' as const, node: one.id, facts: { checks } }] : []), ...gone];
}

/** The check directly behind the step that receives the dossier. */
function movedForward(subject: Subject, step: Id): Edit[] | undefined {
  const { graph } = subject;
  const out = takeOut(graph, step);
  const receiving = subject.paths.order.map((id) => subject.activity(id)).find((each) => each?.step?.kind === 'receive') ?? subject.paths.order.map((id) => subject.activity(id)).find((each) => each !== undefined);
  const flow = receiving?.outgoing[0];
  if (!out || !receiving || receiving.id === step || receiving.outgoing.length !== 1 || flow === graph.nodes[step]!.incoming[0] || graph.nodes[step]!.scope !== receiving.scope) return undefined;
  const { target } = graph.flows[flow!]!;
  return [...out, { edit: 'redirect', flow: flow!, target: step }, { edit: 'addFlow', flow: freeId(graph, `${step}_${target}`), source: step, target }];
}

/** Parts of a day or hour that limits are stated in. */
const GRAIN = 0.25;
/** Limits of the longest path in proportion, so that they add up to the published limit or a little less. */
function reallotted(subject: Subject, { evidence }: TellingFinding): Edit[] | undefined {
  const path = Array.isArray(evidence['path']) ? evidence['path'].map(String) : [];
  const factor = Number(evidence['limitHours']) / Number(evidence['sumHours']);
  const own = [...new Set(path)].map((id) => subject.activity(id)!).filter((each) => each?.step?.limit !== undefined);
  if (own.length === 0 || own.length < new Set(path).size || !(factor < 1)) return undefined;
  const allotted = own.map((each) => ({ each, limit: Math.floor((each.step!.limit! * factor) / GRAIN) * GRAIN, exact: each.step!.limit! * factor }));
  // What rounding down has left goes to the steps that lost most by it.
  const turns = (id: Id): number => path.filter((step) => step === id).length;
  const hours = (limit: number, each: (typeof own)[number]): number => hoursOf(limit, each.step!.unit) * turns(each.id);
  let left = Number(evidence['limitHours']) - allotted.reduce((sum, { each, limit }) => sum + hours(limit, each), 0);
  for (const entry of [...allotted].sort((a, b) => (b.exact - b.limit) - (a.exact - a.limit))) {
    const more = hours(GRAIN, entry.each);
    if (more > left + 1e-9) continue;
    entry.limit += GRAIN;
    left -= more;
  }
  return allotted.map(({ each, limit }) => ({ edit: 'facts', node: each.id, facts: { limit } }));
}
