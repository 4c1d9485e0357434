/** A process, or a global task, as a graph. */
import type { Expression } from '../../expression/ast.js';
import type { CorrelationKey, FlowNode, Id, ProcessGraph, SequenceFlow } from '../../graph/types.js';
import { child, idOf, is, list, text, walk, type El, documentationOf } from '../element.js';
import { activityNode } from './activities.js';
import type { Compile } from './context.js';
import { dataOf, knownNames } from './data.js';
import { definitionElements } from './events.js';
import { expressionIn, expressionOf } from './expressions.js';
import { flowFacts, procedureFacts, statesFacts } from './facts.js';
import { lanesOf } from './lanes.js';
import { flowNode, type Surroundings } from './nodes.js';

/** Nodes and flows of all scopes of a process, in the order of the file, each with the scope that holds it. */
interface Parts { nodes: { element: El; scope: Id }[]; flows: El[]; associations: El[] }

export function processGraph(compile: Compile, process: El): ProcessGraph {
  const executable = process.isExecutable !== false;
  compile.lenient = !executable;
  compile.executable = process.isExecutable === true;
  const table = dataOf(compile, process);
  compile.names = knownNames(table);
  const parts = partsOf(process);
  const flows = flowsOf(compile, parts);
  const { lanes, laneOf } = lanesOf(process);
  const around: Surroundings = { table, ...ends(parts, flows), laneOf: inheritedLanes(parts, laneOf), boundary: boundaries(parts), handlers: handlers(parts) };
  const nodes: Record<Id, FlowNode> = {};
  for (const { element, scope } of parts.nodes) {
    // Ids begin with a letter, so keys keep the order of the file.
    const node = flowNode(compile, around, element, scope);
    if (node && node.id && !nodes[node.id]) nodes[node.id] = node;
  }
  return {
    id: idOf(process), ...head(compile, process), executable, ...(!statesFacts(process) && { openNames: true as const }), nodes, flows, order: Object.keys(nodes), lanes, data: table, ...correlation(compile, process),
  };
}

/** A global task is called like a process: it is one of a single activity under the task's own id, without events. */
export function globalTaskGraph(compile: Compile, task: El): ProcessGraph {
  compile.lenient = false;
  compile.executable = true;
  const id = idOf(task);
  const table = dataOf(compile, task);
  compile.names = knownNames(table);
  const name = text(task, 'name');
  const node = activityNode(compile, table, task, { id, scope: id, incoming: [], outgoing: [], ...(name && { name }) }, []);
  return { id, ...head(compile, task), executable: true, globalTask: true, nodes: { [id]: node }, flows: {}, order: [id], lanes: [], data: table };
}

function head(compile: Compile, element: El): Pick<ProcessGraph, 'name' | 'documentation' | 'procedure'> {
  const name = text(element, 'name');
  const documentation = documentationOf(element);
  const procedure = procedureFacts(element, (when) => expressionIn(compile, element, when, 'the condition of a time limit'));
  return { ...(name && { name }), ...(documentation && { documentation }), ...(procedure && { procedure }) };
}

function partsOf(process: El): Parts {
  const parts: Parts = { nodes: [], flows: [], associations: [] };
  walk(process, (container) => {
    for (const element of list(container, 'flowElements')) {
      if (is(element, 'FlowNode')) parts.nodes.push({ element, scope: idOf(container) });
      else if (is(element, 'SequenceFlow')) parts.flows.push(element);
    }
    parts.associations.push(...list(container, 'artifacts').filter((each) => is(each, 'Association')));
  });
  return parts;
}

/** A flow without a node of the process at both its ends cannot carry a token; the rules name it, the graph leaves it out. */
function flowsOf(compile: Compile, parts: Parts): Record<Id, SequenceFlow> {
  const flows: Record<Id, SequenceFlow> = {};
  const nodes = new Set(parts.nodes.map(({ element }) => idOf(element)));
  for (const element of parts.flows) {
    const source = idOf(child(element, 'sourceRef'));
    const target = idOf(child(element, 'targetRef'));
    const id = idOf(element);
    if (!id || !source || !target || !nodes.has(source) || !nodes.has(target)) continue;
    const name = text(element, 'name');
    const condition = expressionOf(compile, child(element, 'conditionExpression'), 'the condition');
    const facts = flowFacts(element);
    flows[id] = { id, source, target, ...(name && { name }), ...(condition && { condition }), ...(facts && { facts }) };
  }
  return flows;
}

/**
 * `incoming` and `outgoing` are ordered collections (BPMN 2.0, attributes of FlowNode), and a gateway looks at its
 * conditions in that order; flows that a tool did not list follow in the order of the file.
 */
function ends(parts: Parts, flows: Record<Id, SequenceFlow>): Pick<Surroundings, 'incoming' | 'outgoing'> {
  const incoming = new Map<Id, Id[]>();
  const outgoing = new Map<Id, Id[]>();
  const add = (map: Map<Id, Id[]>, node: Id, flow: Id): void => {
    const known = map.get(node) ?? [];
    if (!known.includes(flow)) map.set(node, [...known, flow]);
  };
  for (const { element } of parts.nodes) {
    const id = idOf(element);
    for (const flow of list(element, 'incoming').map(idOf)) if (flows[flow]?.target === id) add(incoming, id, flow);
    for (const flow of list(element, 'outgoing').map(idOf)) if (flows[flow]?.source === id) add(outgoing, id, flow);
  }
  for (const flow of Object.values(flows)) {
    add(incoming, flow.target, flow.id);
    add(outgoing, flow.source, flow.id);
  }
  return { incoming, outgoing };
}

/** What stands inside a sub-process, or on the edge of an activity, stands in its lane. */
function inheritedLanes(parts: Parts, laneOf: ReadonlyMap<Id, Id>): Map<Id, Id> {
  const lanes = new Map(laneOf);
  for (const { element, scope } of parts.nodes) {
    const outer = lanes.get(scope) ?? lanes.get(idOf(child(element, 'attachedToRef')));
    if (outer && !lanes.has(idOf(element))) lanes.set(idOf(element), outer);
  }
  return lanes;
}

function boundaries(parts: Parts): Map<Id, Id[]> {
  const found = new Map<Id, Id[]>();
  for (const { element } of parts.nodes) {
    const activity = is(element, 'BoundaryEvent') ? idOf(child(element, 'attachedToRef')) : '';
    if (activity) found.set(activity, [...(found.get(activity) ?? []), idOf(element)]);
  }
  return found;
}

/** BPMN 2.0 section 10.7.1: the handler is reached by an association, whichever way it was drawn. */
function handlers(parts: Parts): Map<Id, Id> {
  const found = new Map<Id, Id>();
  for (const association of parts.associations) {
    const ends = [child(association, 'sourceRef'), child(association, 'targetRef')];
    const event = ends.find((each) => is(each, 'BoundaryEvent') && definitionElements(each!).some((one) => is(one, 'CompensateEventDefinition')));
    const handler = ends.find((each) => is(each, 'Activity'));
    if (event && handler) found.set(idOf(event), idOf(handler));
  }
  return found;
}

/** Keys that concern the process: those of collaborations it takes part in, and those it subscribes to. */
function correlation(compile: Compile, process: El): Pick<ProcessGraph, 'correlationKeys'> {
  const subscriptions = list(process, 'correlationSubscriptions');
  const keys = new Set<El>();
  for (const root of list(compile.source.definitions, 'rootElements')) {
    if (!is(root, 'Collaboration') || !list(root, 'participants').some((each) => each.processRef === process)) continue;
    for (const holder of [root, ...list(root, 'conversations')]) for (const key of list(holder, 'correlationKeys')) keys.add(key);
  }
  for (const subscription of subscriptions) {
    const key = child(subscription, 'correlationKeyRef');
    if (key) keys.add(key);
  }
  if (!keys.size) return {};
  return { correlationKeys: [...keys].map((key) => correlationKey(compile, key, subscriptions.filter((each) => each.correlationKeyRef === key))) };
}

function correlationKey(compile: Compile, key: El, subscriptions: El[]): CorrelationKey {
  const bindings = subscriptions.flatMap((each) => list(each, 'correlationPropertyBinding'));
  const name = text(key, 'name');
  return {
    id: idOf(key), ...(name && { name }),
    properties: list(key, 'correlationPropertyRef').map((property) => {
      const binding = bindings.find((each) => each.correlationPropertyRef === property);
      const dataPath = expressionOf(compile, child(binding, 'dataPath'), 'the data path');
      return { id: idOf(property), name: text(property, 'name') ?? idOf(property), paths: paths(compile, property), ...(dataPath && { binding: dataPath }) };
    }),
  };
}

function paths(compile: Compile, property: El): Record<Id, Expression> {
  const found: Record<Id, Expression> = {};
  for (const retrieval of list(property, 'correlationPropertyRetrievalExpression')) {
    const path = expressionOf(compile, child(retrieval, 'messagePath'), 'the message path');
    const message = idOf(child(retrieval, 'messageRef'));
    if (path && message) found[message] = path;
  }
  return found;
}
