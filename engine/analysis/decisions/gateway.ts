/** Cases in which the conditions of a gateway's flows leave no way or more than one (Calvanese et al. 2016, for conditions of flows). */
import type { Ast } from '../../expression/ast.js';
import { evaluate, type Json } from '../../expression/evaluate.js';
import { declaredFields } from '../../graph/fields.js';
import type { GatewayNode, Id, ProcessGraph, SequenceFlow } from '../../graph/types.js';
import { domainOf, shown } from './domain.js';

export type Example = Readonly<Record<string, Json>>;
export interface GatewayCases {
  gap?: Example;
  overlaps: { flows: [Id, Id]; example: Example }[];
}
/** `missing`: flows whose condition is absent or cannot be followed. */
export type Judged = GatewayCases | { missing: Id[] } | { tooMany: number };

const MOST_CASES = 20_000;

export function judgeGateway(graph: ProcessGraph, gateway: GatewayNode): Judged {
  const flows = gateway.outgoing.map((id) => graph.flows[id]!).filter((flow) => flow.id !== gateway.defaultFlow);
  const hasDefault = flows.length < gateway.outgoing.length;
  const absent = flows.filter((flow) => !flow.condition).map((flow) => flow.id);
  if (absent.length > 0) return { missing: absent };
  const assumed = assumptions(graph, gateway);
  const domain = domainOf([...flows.map((flow) => flow.condition!.ast), ...assumed.map((each) => each.ast)], listedValues(graph));
  if (!domain) return { missing: flows.filter((flow) => !domainOf([flow.condition!.ast])).map((flow) => flow.id) };
  const cases = [...domain.values()].reduce((product, each) => product * each.length, 1);
  if (cases > MOST_CASES) return { tooMany: MOST_CASES };
  return play(flows, assumed, domain, hasDefault);
}

/** Fields that are declared with a list of values. */
function listedValues(graph: ProcessGraph): Map<string, readonly string[]> {
  return new Map([...declaredFields(graph).values()].flatMap(({ name, options, required }) => (options && required ? [[name, options] as const] : [])));
}

function play(flows: readonly SequenceFlow[], assumed: readonly Assumption[], domain: ReadonlyMap<string, Json[]>, hasDefault: boolean): GatewayCases {
  const result: GatewayCases = { overlaps: [] };
  for (const example of combinations([...domain])) {
    const scope = nested(example);
    const holds = (ast: Ast): boolean => evaluate(ast, scope, { now: 0 }).value === true;
    if (!assumed.every((each) => holds(each.ast) === each.holds)) continue;
    const taken = flows.filter((flow) => holds(flow.condition!.ast));
    if (taken.length === 0 && !hasDefault) result.gap ??= readable(example);
    for (const [at, a] of taken.entries()) {
      for (const b of taken.slice(at + 1)) {
        if (!result.overlaps.some(({ flows: [one, two] }) => one === a.id && two === b.id)) result.overlaps.push({ flows: [a.id, b.id], example: readable(example) });
      }
    }
  }
  return result;
}

interface Assumption { ast: Ast; holds: boolean }
/** What decisions directly before have settled: conditions of the flows between gateways that follow each other. */
function assumptions(graph: ProcessGraph, gateway: GatewayNode): Assumption[] {
  const found: Assumption[] = [];
  const seen = new Set<Id>([gateway.id]);
  for (let at = gateway; at.incoming.length === 1;) {
    const flow = graph.flows[at.incoming[0]!]!;
    const source = graph.nodes[flow.source];
    if (source?.kind !== 'gateway' || source.type === 'eventBasedGateway' || seen.has(source.id)) break;
    seen.add(source.id);
    if (flow.condition) found.push({ ast: flow.condition.ast, holds: true });
    const others = source.type === 'exclusiveGateway' && flow.id === source.defaultFlow ? source.outgoing.filter((id) => id !== flow.id) : [];
    for (const id of others) if (graph.flows[id]!.condition) found.push({ ast: graph.flows[id]!.condition!.ast, holds: false });
    at = source;
  }
  return found.filter((each) => domainOf([each.ast]));
}

function* combinations(domain: readonly (readonly [string, readonly Json[]])[]): Generator<Example> {
  if (domain.length === 0) { yield {}; return; }
  const [[name, values], ...rest] = domain as [readonly [string, readonly Json[]], ...(readonly (readonly [string, readonly Json[]])[])];
  for (const value of values) for (const others of combinations(rest)) yield { [name]: value, ...others };
}
/** `a.b` as a context of its own. */
function nested(example: Example): Record<string, Json> {
  const scope: Record<string, Json> = {};
  for (const [name, value] of Object.entries(example)) {
    const parts = name.split('.');
    let at = scope;
    for (const part of parts.slice(0, -1)) at = (at[part] ??= {}) as Record<string, Json>;
    at[parts[parts.length - 1]!] = value;
  }
  return scope;
}
function readable(example: Example): Example { return Object.fromEntries(Object.entries(example).map(([name, value]) => [name, shown(value)])); }
