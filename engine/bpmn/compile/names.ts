/**
 * Conditions at publish: a name that nothing of the process brings, or a result that is not true or false, is told to
 * the designer. A file that declares no data at all says nothing about its names, so none of them is called unknown.
 */
import { checkExpression, type VariableType } from '../../expression/check.js';
import type { Expression } from '../../expression/ast.js';
import type { ActivityNode, FlowNode, Id, ProcessGraph } from '../../graph/types.js';
import type { Compile } from './context.js';

interface Place { id: Id; expression: Expression; what: string; more?: readonly string[] }

/** Runtime attributes of multi-instance activities and complex gateways (BPMN 2.0 sections 10.3.8, 13.4.5), with the names other engines use. */
const LOOP_NAMES = ['loopCounter', 'numberOfInstances', 'numberOfActiveInstances', 'numberOfCompletedInstances', 'numberOfTerminatedInstances', 'nrOfInstances', 'nrOfActiveInstances', 'nrOfCompletedInstances'];
const GATEWAY_NAMES = ['activationCount', 'waitingForStart'];

export function checkConditions(compile: Compile, graph: ProcessGraph): void {
  const known = knownIn(graph);
  const openVariables = known.size === 0 || Object.values(graph.nodes).some((node) => bringsAnything(node));
  for (const { id, expression, what, more = [] } of conditionsOf(graph)) {
    const variables = Object.fromEntries([...known, ...more].map((name): [string, VariableType] => [name, 'any']));
    for (const problem of checkExpression(expression.ast, variables, { result: ['boolean', 'null'], openVariables })) {
      compile.diagnose('warning', `FEEL-${problem.code}`, compile.source.byId.get(id), `${what}: ${problem.message}`);
    }
  }
}

/** Names that the process declares or that one of its steps writes. */
function knownIn(graph: ProcessGraph): Set<string> {
  const names = new Set<string>();
  for (const element of Object.values(graph.data)) {
    names.add(element.name ?? element.id);
    for (const field of element.document?.fields ?? []) names.add(field);
  }
  for (const node of Object.values(graph.nodes)) for (const name of writtenBy(node)) names.add(name);
  return names;
}
function writtenBy(node: FlowNode): string[] {
  if (node.kind === 'gateway') return [];
  const mapped = (node.outputs ?? []).map((each) => each.target.split('.')[0] ?? each.target);
  if (node.kind === 'event') return mapped;
  const script = node.script?.ast.kind === 'context' ? node.script.ast.entries.map((entry) => entry.key) : [];
  const loop = node.loop?.kind === 'multiInstance' ? [node.loop.inputItem, node.loop.outputCollection].flatMap((name) => name ?? []) : [];
  return [...mapped, ...script, ...loop];
}
/** A call, a decision or a message without mappings may bring names that the file does not state. */
function bringsAnything(node: FlowNode): boolean {
  if (node.kind === 'activity') return ['callActivity', 'businessRuleTask', 'receiveTask'].includes(node.type) && !node.outputs?.length;
  return node.kind === 'event' && !node.outputs?.length && node.definitions.some((each) => each.kind === 'message' || each.kind === 'signal');
}

function conditionsOf(graph: ProcessGraph): Place[] {
  const flows = Object.values(graph.flows).flatMap((flow): Place[] => (flow.condition
    ? [{ id: flow.id, expression: flow.condition, what: 'The condition of the flow', more: GATEWAY_NAMES }] : []));
  return [...flows, ...Object.values(graph.nodes).flatMap(conditionsAt)];
}
function conditionsAt(node: FlowNode): Place[] {
  const at = (expression: Expression | undefined, what: string, more?: readonly string[]): Place[] =>
    (expression ? [{ id: node.id, expression, what, ...(more ? { more } : {}) }] : []);
  if (node.kind === 'gateway') return at(node.activationCondition, 'The activation condition', GATEWAY_NAMES);
  if (node.kind === 'event') return node.definitions.flatMap((each) => (each.kind === 'conditional' ? at(each.condition, 'The condition of the event') : []));
  return [...at(node.adHoc?.completionCondition, 'The completion condition'), ...loopConditions(node).flatMap((each) => at(each, 'The condition of the loop', LOOP_NAMES))];
}
function loopConditions(node: ActivityNode): (Expression | undefined)[] {
  if (node.loop?.kind === 'standard') return [node.loop.condition];
  return node.loop ? [node.loop.completionCondition, ...(node.loop.complex ?? []).map((each) => each.condition)] : [];
}
