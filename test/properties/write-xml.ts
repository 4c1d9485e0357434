/** Writes a process graph as BPMN XML, as far as the random drawings need it. */
import type { ActivityNode, EventDefinition, EventNode, FlowNode, GatewayNode, Plan, ProcessGraph } from '../../engine/graph/types.js';
import type { Expression } from '../../engine/expression/ast.js';

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const formal = (tag: string, expression: Expression | undefined): string => (expression ? `<${tag} xsi:type="tFormalExpression">${escapeXml(expression.text)}</${tag}>` : '');
const attributes = (values: Readonly<Record<string, string | number | boolean | undefined>>): string =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeXml(String(value))}"`])).join('');

export function planAsXml(plan: Plan): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="D" targetNamespace="urn:test">
<message id="m" name="M"/><signal id="sig" name="S"/><error id="err" errorCode="E1"/><escalation id="esc" escalationCode="C1"/>
${Object.values(plan.processes).map((graph) => (graph.globalTask ? globalTask(graph) : `<process id="${graph.id}" isExecutable="true">${inside(graph, graph.id)}</process>`)).join('\n')}
</definitions>`;
}

function globalTask(graph: ProcessGraph): string {
  const node = graph.nodes[graph.id] as ActivityNode;
  return `<global${node.type.charAt(0).toUpperCase()}${node.type.slice(1)} id="${graph.id}"/>`;
}

function inside(graph: ProcessGraph, scope: string): string {
  const nodes = graph.order.map((id) => graph.nodes[id]!).filter((node) => node.scope === scope);
  const flows = Object.values(graph.flows).filter((flow) => graph.nodes[flow.source]?.scope === scope);
  const handlers = nodes.filter((node): node is EventNode => node.kind === 'event' && node.compensationHandler !== undefined);
  return [
    ...nodes.map((node) => element(graph, node)),
    ...flows.map(({ id, source, target, condition }) => `<sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}">${formal('conditionExpression', condition)}</sequenceFlow>`),
    ...handlers.map((event) => `<association id="as_${event.id}" sourceRef="${event.id}" targetRef="${event.compensationHandler}" associationDirection="One"/>`),
  ].join('\n');
}

function element(graph: ProcessGraph, node: FlowNode): string {
  const flows = [...node.incoming.map((id) => `<incoming>${id}</incoming>`), ...node.outgoing.map((id) => `<outgoing>${id}</outgoing>`)].join('');
  const { own, content } = node.kind === 'activity' ? activity(graph, node) : node.kind === 'event' ? event(node) : gateway(node);
  return `<${node.type} id="${node.id}"${attributes(own)}>${flows}${content}</${node.type}>`;
}
interface Written { own: Record<string, string | number | boolean | undefined>; content: string }

function activity(graph: ProcessGraph, node: ActivityNode): Written {
  return {
    own: {
      default: node.defaultFlow, startQuantity: node.startQuantity, completionQuantity: node.completionQuantity,
      isForCompensation: node.isForCompensation, triggeredByEvent: node.triggeredByEvent, calledElement: node.calledElement,
      ordering: node.adHoc && (node.adHoc.ordering === 'sequential' ? 'Sequential' : 'Parallel'), cancelRemainingInstances: node.adHoc?.cancelRemaining,
      messageRef: node.message && 'm', scriptFormat: node.script && 'feel',
    },
    content: loop(node) + (node.script ? `<script>${escapeXml(node.script.text)}</script>` : '')
      + (node.children ? inside(graph, node.id) : '') + formal('completionCondition', node.adHoc?.completionCondition),
  };
}
function loop({ loop: found }: ActivityNode): string {
  if (!found) return '';
  if (found.kind === 'standard') return `<standardLoopCharacteristics${attributes({ testBefore: found.testBefore, loopMaximum: found.maximum })}>${formal('loopCondition', found.condition)}</standardLoopCharacteristics>`;
  return `<multiInstanceLoopCharacteristics${attributes({ isSequential: found.sequential })}>${formal('loopCardinality', found.cardinality)}${formal('completionCondition', found.completionCondition)}</multiInstanceLoopCharacteristics>`;
}
function event(node: EventNode): Written {
  return {
    own: { attachedToRef: node.attachedTo, cancelActivity: node.cancelActivity, isInterrupting: node.isInterrupting, parallelMultiple: node.parallelMultiple || undefined },
    content: node.definitions.map((definition, index) => definitionXml(definition, `${node.id}_d${index}`)).join(''),
  };
}
function gateway(node: GatewayNode): Written {
  return { own: { default: node.defaultFlow, instantiate: node.instantiate, eventGatewayType: node.eventGatewayType }, content: formal('activationCondition', node.activationCondition) };
}

function definitionXml(definition: EventDefinition, id: string): string {
  switch (definition.kind) {
    case 'message': return `<messageEventDefinition id="${id}" messageRef="m"/>`;
    case 'signal': return `<signalEventDefinition id="${id}" signalRef="sig"/>`;
    case 'timer': return `<timerEventDefinition id="${id}">${formal('timeDuration', definition.expression)}</timerEventDefinition>`;
    case 'conditional': return `<conditionalEventDefinition id="${id}">${formal('condition', definition.condition)}</conditionalEventDefinition>`;
    case 'error': return `<errorEventDefinition id="${id}"${definition.code === undefined ? '' : ' errorRef="err"'}/>`;
    case 'escalation': return `<escalationEventDefinition id="${id}"${definition.code === undefined ? '' : ' escalationRef="esc"'}/>`;
    case 'compensation': return `<compensateEventDefinition id="${id}"${attributes({ activityRef: definition.activity, waitForCompletion: definition.waitForCompletion })}/>`;
    case 'cancel': return `<cancelEventDefinition id="${id}"/>`;
    case 'terminate': return `<terminateEventDefinition id="${id}"/>`;
    case 'link': return `<linkEventDefinition id="${id}" name="${escapeXml(definition.name)}"/>`;
  }
}
