/** Where the elements of a file stand (BPMN 2.0 chapter 12), by their ids, to be changed and written again. */
import type { BpmnModdle } from 'bpmn-moddle';
import type { Point, Rect } from '../../layout/types.js';
import { child, idOf, is, list, number, states, type El } from '../element.js';

export interface DrawnShape extends Rect { label?: Rect; marks: Readonly<Record<string, unknown>> }
export interface DrawnEdge { waypoints: Point[]; label?: Rect }
export interface Drawn { plane: string; shapes: Map<string, DrawnShape>; edges: Map<string, DrawnEdge> }

const MARKS = ['isExpanded', 'isHorizontal', 'isMarkerVisible'] as const;

/** The first diagram; undefined when there is none. */
export function drawnIn(definitions: El): Drawn | undefined {
  const plane = child(list(definitions, 'diagrams')[0], 'plane');
  if (!plane) return undefined;
  const drawn: Drawn = { plane: idOf(child(plane, 'bpmnElement')), shapes: new Map(), edges: new Map() };
  for (const each of list(plane, 'planeElement')) {
    const id = idOf(child(each, 'bpmnElement'));
    const label = rectOf(child(child(each, 'label'), 'bounds'));
    const rect = rectOf(child(each, 'bounds'));
    if (id === '') continue;
    if (is(each, 'bpmndi:BPMNEdge')) drawn.edges.set(id, { waypoints: list(each, 'waypoint').map(pointOf), ...(label && { label }) });
    else if (rect) drawn.shapes.set(id, { ...rect, ...(label && { label }), marks: Object.fromEntries(MARKS.filter((mark) => states(each, mark)).map((mark) => [mark, each[mark]])) });
  }
  return drawn;
}
const pointOf = (point: El): Point => ({ x: number(point, 'x') ?? 0, y: number(point, 'y') ?? 0 });
function rectOf(bounds: El | undefined): Rect | undefined {
  return bounds && { ...pointOf(bounds), width: number(bounds, 'width') ?? 0, height: number(bounds, 'height') ?? 0 };
}

export function drawInto(moddle: BpmnModdle, definitions: El, elements: ReadonlyMap<string, El>, { plane, shapes, edges }: Drawn): void {
  const bounds = (rect: Rect): El => moddle.create('dc:Bounds', { x: Math.round(rect.x), y: Math.round(rect.y), width: Math.round(rect.width), height: Math.round(rect.height) });
  const label = (rect: Rect | undefined): object => (rect ? { label: moddle.create('bpmndi:BPMNLabel', { bounds: bounds(rect) }) } : {});
  const planeElement = [
    ...[...shapes].map(([id, shape]) => moddle.create('bpmndi:BPMNShape', { id: `${id}_di`, bpmnElement: elements.get(id), ...shape.marks, bounds: bounds(shape), ...label(shape.label) })),
    ...[...edges].map(([id, edge]) => moddle.create('bpmndi:BPMNEdge', { id: `${id}_di`, bpmnElement: elements.get(id), waypoint: edge.waypoints.map(({ x, y }) => moddle.create('dc:Point', { x: Math.round(x), y: Math.round(y) })), ...label(edge.label) })),
  ];
  const diagram = moddle.create('bpmndi:BPMNDiagram', { id: `${plane}_diagram`, plane: moddle.create('bpmndi:BPMNPlane', { id: `${plane}_plane`, bpmnElement: elements.get(plane), planeElement }) });
  (definitions as Record<string, unknown>)['diagrams'] = [diagram];
}
