/**
 * What a person may decide at a step, read from the drawing: the exclusive gateways that follow it directly,
 * as long as their conditions are plain statements about variables (`v = "x"`, `v`, `not(v)`).
 */
import type { Ast, Expression } from '../expression/ast.js';
import type { FlowNode, GatewayNode, Id, Json, ProcessGraph, SequenceFlow } from './types.js';

export interface StepOutcome {
  /** The flow that is taken at the last decision, or the one that leaves the step. */
  id: Id;
  label: string;
  /** What the step has to bring so that the drawing goes this way. */
  data: Record<string, Json>;
  kind: 'forward' | 'return' | 'refuse';
}
interface Way { flows: SequenceFlow[]; data: Record<string, Json>; target: FlowNode | undefined; labels: string[] }
export interface Statement { variable: string; value: string | number | boolean }

/** Gateways in a row that are looked through; more than this is not a choice that fits on buttons. */
const MOST_GATEWAYS = 4;
const MOST_OUTCOMES = 12;

export function outcomesOf(graph: ProcessGraph, step: FlowNode): StepOutcome[] {
  if (step.outgoing.length !== 1) return step.outgoing.length === 0 ? [] : [{ id: step.id, label: '', data: {}, kind: 'forward' }];
  const first = graph.flows[step.outgoing[0]!]!;
  const ways = follow(graph, { flows: [first], data: {}, target: graph.nodes[first.target], labels: first.name ? [first.name] : [] }, givenByApplicant(graph), MOST_GATEWAYS);
  return ways.slice(0, MOST_OUTCOMES).map((way) => ({
    id: way.flows[way.flows.length - 1]!.id, label: way.labels.join(', ') || (way.target?.name ?? ''), data: way.data, kind: kindOf(graph, way),
  }));
}

function follow(graph: ProcessGraph, way: Way, given: ReadonlySet<string>, depth: number): Way[] {
  const gateway = way.target;
  if (gateway?.type !== 'exclusiveGateway' || depth === 0) return [way];
  if (gateway.outgoing.length === 1) return follow(graph, through(graph, way, gateway.outgoing[0]!), given, depth - 1);
  const choices = choicesAt(graph, gateway as GatewayNode, given);
  if (!choices) return [way];
  const ways = choices.flatMap(({ flow, data }) => {
    if (Object.entries(data).some(([name, value]) => name in way.data && way.data[name] !== value)) return [];
    const on: Way = { flows: [...way.flows, flow], data: { ...way.data, ...data }, target: graph.nodes[flow.target], labels: [...way.labels, ...(flow.name ? [flow.name] : [])] };
    return follow(graph, on, given, depth - 1);
  });
  return ways.length > 0 ? ways : [way];
}

/** Past a gateway that only joins; the decision stays the flow that was chosen before it. */
function through(graph: ProcessGraph, way: Way, flowId: Id): Way {
  return { ...way, target: graph.nodes[graph.flows[flowId]!.target] };
}

/** Undefined when the gateway decides by something a person at this step does not state. */
function choicesAt(graph: ProcessGraph, gateway: GatewayNode, given: ReadonlySet<string>): { flow: SequenceFlow; data: Record<string, Json> }[] | undefined {
  const flows = gateway.outgoing.map((id) => graph.flows[id]!);
  const stated = new Map<Id, Statement>();
  for (const flow of flows) {
    if (flow.id === gateway.defaultFlow) continue;
    const statement = statementOf(flow.condition);
    if (!statement || given.has(statement.variable)) return undefined;
    stated.set(flow.id, statement);
  }
  return flows.map((flow) => {
    const statement = stated.get(flow.id);
    return { flow, data: statement ? { [statement.variable]: statement.value } : noneOf([...stated.values()], flow) };
  });
}

/** Data for which none of the statements holds: the other boolean, or the default flow's own id. */
function noneOf(statements: readonly Statement[], flow: SequenceFlow): Record<string, Json> {
  return Object.fromEntries(statements.map(({ variable, value }) => [variable, typeof value === 'boolean' ? !value : flow.id]));
}

/** What a plain condition says of one variable. */
export function statementOf(condition: Expression | undefined): Statement | undefined {
  const ast: Ast | undefined = condition?.ast;
  if (!ast) return undefined;
  if (ast.kind === 'name') return { variable: ast.name, value: true };
  if (ast.kind === 'call' && ast.callee.kind === 'name' && ast.callee.name === 'not' && ast.args[0]?.kind === 'name') return { variable: ast.args[0].name, value: false };
  if (ast.kind !== 'compare' || ast.op !== '=') return undefined;
  const [name, literal] = ast.left.kind === 'name' ? [ast.left, ast.right] : [ast.right, ast.left];
  if (name.kind !== 'name' || literal.kind !== 'literal' || literal.value === null) return undefined;
  return { variable: name.name, value: literal.value };
}

/** What the applicant stated is not for the clerk to decide. */
function givenByApplicant(graph: ProcessGraph): Set<string> {
  return new Set(Object.values(graph.data).flatMap((each) => (each.document?.source === 'applicant' ? each.document.fields : [])));
}

const REFUSED = /refus|reject|tu choi|từ chối/i;

function kindOf(graph: ProcessGraph, way: Way): StepOutcome['kind'] {
  const target = past(graph, way.target);
  if (target?.kind === 'activity' && target.step?.kind === 'refuse') return 'refuse';
  if (target?.type === 'endEvent' && REFUSED.test(`${target.id} ${target.name ?? ''}`)) return 'refuse';
  const isSupplement = target?.kind === 'activity' && target.step?.kind === 'supplement';
  return isSupplement || way.flows.some((flow) => flow.facts?.isReturn) ? 'return' : 'forward';
}

/** Looks behind gateways that only join. */
function past(graph: ProcessGraph, node: FlowNode | undefined): FlowNode | undefined {
  let at = node;
  for (let hops = 0; at?.kind === 'gateway' && at.outgoing.length === 1 && hops < MOST_GATEWAYS; hops += 1) at = graph.nodes[graph.flows[at.outgoing[0]!]!.target];
  return at;
}
