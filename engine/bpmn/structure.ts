/** What of a BPMN file is drawn, as the layout wants it. */
import type { LayoutDiagram, LayoutFlow, LayoutLane, LayoutNode, LayoutPool, NodeShape } from '../layout/types.js';
import { activitySize } from '../layout/text.js';
import { child, idOf, is, list, text, type El } from './element.js';

export interface Structure {
  /** Id of the collaboration or process that the plane shows. */
  plane: string;
  diagram: LayoutDiagram;
  shapes: { id: string; marks?: Readonly<Record<string, string>>; around?: readonly string[]; indent?: number }[];
  edges: { id: string; source: string; target: string }[];
}

interface Draft extends Structure {
  nodes: LayoutNode[];
  flows: LayoutFlow[];
  associations: LayoutFlow[];
  pools: LayoutPool[];
}

const HEADER = 30;

export function structureOf(definitions: El): Structure | undefined {
  const roots = list(definitions, 'rootElements');
  const collaboration = roots.find((root) => root.$type === 'bpmn:Collaboration');
  const processes = roots.filter((root) => root.$type === 'bpmn:Process');
  const plane = collaboration ?? processes[0];
  if (!plane) return undefined;
  const draft = { plane: idOf(plane), shapes: [], edges: [], nodes: [], flows: [], associations: [], pools: [] } as unknown as Draft;
  if (collaboration) for (const participant of list(collaboration, 'participants')) addPool(draft, participant);
  else addProcess(draft, plane, { id: idOf(plane), frame: false });
  const messageFlows = collaboration ? list(collaboration, 'messageFlows').map(flowOf) : [];
  draft.edges = [...draft.flows, ...messageFlows, ...draft.associations];
  draft.diagram = { pools: draft.pools, nodes: draft.nodes, flows: draft.flows, messageFlows, associations: draft.associations };
  return draft;
}

function addPool(draft: Draft, participant: El): void {
  const process = child(participant, 'processRef');
  const pool = { id: idOf(participant), label: text(participant, 'name'), frame: true };
  draft.shapes.push({ id: pool.id, marks: { isHorizontal: 'true' } });
  if (process) addProcess(draft, process, pool);
  else draft.pools.push({ ...pool, lanes: [], blackBox: true });
}

function addProcess(draft: Draft, process: El, pool: { id: string; label?: string; frame: boolean }): void {
  const lanes: (LayoutLane & { nodes: string[] })[] = [];
  const sets = list(process, 'laneSets');
  const depth = Math.max(0, ...sets.map(laneDepth));
  for (const set of sets) for (const lane of list(set, 'lanes')) addLane(draft, lane, lanes, depth);
  draft.pools.push({ ...pool, lanes: lanes.map(({ id, label }) => ({ id, label })), laneDepth: Math.max(1, depth) });
  const band = new Map(lanes.flatMap((lane) => lane.nodes.map((node) => [node, lane.id] as const)));
  addElements(draft, process, (id) => band.get(id) ?? lanes[0]?.id ?? pool.id);
}

function laneDepth(set: El): number {
  return 1 + Math.max(0, ...list(set, 'lanes').map((lane) => (child(lane, 'childLaneSet') ? laneDepth(child(lane, 'childLaneSet')!) : 0)));
}

function leaves(lane: El): El[] {
  const inner = child(lane, 'childLaneSet');
  return inner && list(inner, 'lanes').length > 0 ? list(inner, 'lanes').flatMap(leaves) : [lane];
}

function addLane(draft: Draft, lane: El, out: (LayoutLane & { nodes: string[] })[], levels: number): void {
  const inner = leaves(lane);
  const marks = { isHorizontal: 'true' };
  if (inner[0] === lane) {
    draft.shapes.push({ id: idOf(lane), marks });
    out.push({ id: idOf(lane), label: text(lane, 'name'), nodes: list(lane, 'flowNodeRef').map(idOf) });
    return;
  }
  draft.shapes.push({ id: idOf(lane), marks, around: inner.map(idOf), indent: HEADER * (levels - 1) });
  for (const each of list(child(lane, 'childLaneSet'), 'lanes')) addLane(draft, each, out, levels - 1);
}

function addElements(draft: Draft, scope: El, bandOf: (id: string) => string, parent?: string): void {
  const elements = [...list(scope, 'flowElements'), ...list(scope, 'artifacts')];
  const inside: El[] = [];
  const defaults = new Set(elements.map((element) => child(element, 'default')));
  for (const element of elements) {
    if (element.$type === 'bpmn:SequenceFlow') {
      draft.flows.push({ ...flowOf(element), preferred: defaults.has(element) });
    } else if (element.$type === 'bpmn:Association') draft.associations.push(flowOf(element));
    else if (addNode(draft, element, bandOf, parent) && list(element, 'flowElements').length > 0) inside.push(element);
    for (const association of list(element, 'dataInputAssociations')) addAssociation(draft, association, element, true);
    for (const association of list(element, 'dataOutputAssociations')) addAssociation(draft, association, element, false);
  }
  for (const element of inside) addElements(draft, element, bandOf, idOf(element));
}

function addNode(draft: Draft, element: El, bandOf: (id: string) => string, parent?: string): boolean {
  const look = lookOf(element);
  if (!look) return false;
  const id = idOf(element);
  const outside = look.shape !== 'activity' && element.$type !== 'bpmn:TextAnnotation';
  draft.nodes.push({
    id, ...look, band: bandOf(id), parent,
    label: outside ? text(element, 'name') : undefined,
    attachedTo: text(child(element, 'attachedToRef'), 'id'),
  });
  const marks: Record<string, string> = {};
  if (list(element, 'flowElements').length > 0) marks['isExpanded'] = 'true';
  if (element.$type === 'bpmn:ExclusiveGateway') marks['isMarkerVisible'] = 'true';
  draft.shapes.push({ id, marks });
  return true;
}

function lookOf(element: El): { shape: NodeShape; width: number; height: number } | undefined {
  if (is(element, 'Event')) return { shape: 'event', width: 36, height: 36 };
  if (is(element, 'Gateway')) return { shape: 'gateway', width: 50, height: 50 };
  if (is(element, 'Activity')) return { shape: 'activity', ...activitySize(text(element, 'name') ?? '') };
  if (is(element, 'DataObjectReference')) return { shape: 'data', width: 36, height: 50 };
  if (is(element, 'DataStoreReference')) return { shape: 'data', width: 50, height: 50 };
  if (is(element, 'TextAnnotation')) return { shape: 'data', width: 100, height: 50 };
  return undefined;
}

function addAssociation(draft: Draft, association: El, activity: El, input: boolean): void {
  const data = input ? list(association, 'sourceRef')[0] : child(association, 'targetRef');
  if (!data || lookOf(data)?.shape !== 'data' || !idOf(association)) return;
  const [source, target] = input ? [data, activity] : [activity, data];
  draft.associations.push({ id: idOf(association), source: idOf(source), target: idOf(target) });
}

function flowOf(flow: El): LayoutFlow {
  const end = (property: string): string => idOf(child(flow, property));
  return { id: idOf(flow), source: end('sourceRef'), target: end('targetRef'), label: text(flow, 'name') };
}
