import type { FlowNode, GatewayType, Id } from '../../graph/types.js';
import type { Raw } from '../finding.js';
import { childrenOf } from '../soundness/handlers.js';
import type { Rule, Subject } from '../subject.js';

const MANY_NODES = 30;
const TOO_MANY_NODES = 50;
const MOST_FLOWS = 5;

/**
 * S14: what makes a drawing hard to read: 30 nodes or more on one level (50 is the limit of the guidelines), a gateway with more than 5
 * flows, branches that meet in another type of gateway than the one that split them, inclusive gateways, several starts.
 */
export const sizeAndStructure: Rule = {
  check: 'S14',
  run(subject) { return [...size(subject), ...degree(subject), ...mismatched(subject), ...inclusive(subject), ...starts(subject)]; },
};

function scopes(subject: Subject): Id[] { return [subject.graph.id, ...subject.activities.filter((each) => each.children?.length).map((each) => each.id)]; }

function size(subject: Subject): Raw[] {
  return scopes(subject).flatMap((scope) => {
    const nodes = childrenOf(subject.graph, scope).length;
    if (nodes < MANY_NODES) return [];
    const elements = scope === subject.graph.id ? [] : [scope];
    return [advice(nodes > TOO_MANY_NODES ? 'S14.tooLarge' : 'S14.large', elements, { kind: 'size', nodes }, { nodes })];
  });
}
function degree(subject: Subject): Raw[] {
  return gateways(subject).filter((each) => each.incoming.length + each.outgoing.length > MOST_FLOWS)
    .map((each) => advice('S14.degree', [each.id], { kind: 'degree', flows: each.incoming.length + each.outgoing.length }, { element: subject.labels([each.id]), flows: each.incoming.length + each.outgoing.length }));
}
function inclusive(subject: Subject): Raw[] {
  return gateways(subject).filter((each) => each.type === 'inclusiveGateway').map((each) => advice('S14.inclusive', [each.id], { kind: 'inclusive' }, { element: subject.labels([each.id]) }));
}
function starts(subject: Subject): Raw[] {
  return scopes(subject).flatMap((scope) => {
    const own = childrenOf(subject.graph, scope).filter((node) => node.type === 'startEvent').map((node) => node.id);
    return own.length > 1 ? [advice('S14.starts', own, { kind: 'starts', starts: own }, { elements: subject.labels(own) })] : [];
  });
}
function gateways(subject: Subject): FlowNode[] { return subject.graph.order.map((id) => subject.node(id)).filter((node) => node.kind === 'gateway'); }

/** A split of alternatives whose branches end apart needs no join; one of parallel branches does. */
function mismatched(subject: Subject): Raw[] {
  return gateways(subject).flatMap((split) => {
    if (split.outgoing.length < 2 || split.type === 'eventBasedGateway' || split.type === 'complexGateway' || !subject.paths.order.includes(split.id)) return [];
    const join = meetingPoint(subject, split);
    const forks = split.type === 'parallelGateway' || split.type === 'inclusiveGateway';
    if (join === undefined) return forks ? [advice('S14.noJoin', [split.id], { kind: 'mismatch', split: split.id }, { element: subject.labels([split.id]) })] : [];
    const type = subject.node(join).type;
    if (subject.node(join).kind !== 'gateway' || subject.node(join).incoming.length < 2 || type === split.type || !isJoinType(type)) return [];
    return [advice('S14.mismatch', [split.id, join], { kind: 'mismatch', split: split.id, join }, { element: subject.labels([split.id]), join: subject.labels([join]) })];
  });
}
function isJoinType(type: string): type is GatewayType { return type === 'exclusiveGateway' || type === 'parallelGateway' || type === 'inclusiveGateway'; }

/** First node that every way on from the split passes: its immediate post-dominator on forward ways. */
function meetingPoint(subject: Subject, split: FlowNode): Id | undefined {
  const ways = split.outgoing.map((flow) => subject.graph.flows[flow]!.target).filter((target) => subject.follows(split.id, target));
  if (ways.length < 2) return undefined;
  const common = subject.paths.order.filter((id) => subject.graph.nodes[id] && ways.every((way) => way === id || subject.follows(way, id)));
  return common.find((id) => ways.every((way) => !escapes(subject, way, id)));
}
/** Whether some way from a node ends without passing the other. */
function escapes(subject: Subject, from: Id, by: Id): boolean {
  if (from === by) return false;
  return [...subject.paths.reach(from, (id) => id === by)].some((id) => subject.paths.next(id).length === 0);
}

type Key = 'S14.large' | 'S14.tooLarge' | 'S14.degree' | 'S14.inclusive' | 'S14.starts' | 'S14.mismatch' | 'S14.noJoin';
function advice(key: Key, elements: readonly Id[], evidence: NonNullable<Raw['evidence']>, values: Record<string, string | number>): Raw {
  const suggestion = evidence['kind'] === 'size' ? 'S14.sizeSuggestion' : 'S14.suggestion';
  return { check: 'S14', severity: 'advice', elements, message: { key, values }, suggestion: { key: suggestion }, evidence };
}
