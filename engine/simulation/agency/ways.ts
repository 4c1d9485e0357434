/** Which ways dossiers take in an ordinary agency: few are sent back or refused. */
import type { Id, ProcessGraph } from '../../graph/types.js';

const RARE = 0.04;
const RARE_KINDS: ReadonlySet<string> = new Set(['supplement', 'refuse']);

/** Probabilities of flows that lead to a supplement or a refusal, or back. */
export function ordinaryWays(graph: ProcessGraph): Record<Id, number> {
  return Object.fromEntries(Object.values(graph.flows).filter((flow) => (graph.nodes[flow.source]?.outgoing.length ?? 0) > 1 && (flow.facts?.isReturn || leadsAside(graph, flow.target))).map((flow) => [flow.id, RARE]));
}

/** The next activity on the way, as long as there is only one, is one of those. */
function leadsAside(graph: ProcessGraph, from: Id): boolean {
  const seen = new Set<Id>();
  for (let at: Id | undefined = from; at !== undefined && !seen.has(at);) {
    seen.add(at);
    const node: ProcessGraph['nodes'][string] | undefined = graph.nodes[at];
    if (!node) return false;
    if (node.kind === 'activity' && RARE_KINDS.has(node.step?.kind ?? '')) return true;
    if (node.kind === 'activity' && node.type !== 'serviceTask' && node.type !== 'sendTask' && node.type !== 'scriptTask') return false;
    at = node.outgoing.length === 1 ? graph.flows[node.outgoing[0]!]!.target : undefined;
  }
  return false;
}
