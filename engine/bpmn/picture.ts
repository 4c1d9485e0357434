/** The diagram interchange of a file (BPMN 2.0 chapter 12) as a drawing: what stands where, by which name. */
import type { Picture, PictureEdge, PictureShape, Point, Rect } from '../layout/types.js';
import { child, flag, idOf, is, list, number, states, tagOf, text, type El } from './element.js';
import { readSource } from './source.js';

/** The first diagram of the file without its data and annotations; undefined when the file has none or cannot be read. */
export async function pictureOf(xml: string): Promise<Picture | undefined> {
  const { definitions } = await readSource(xml);
  const [diagram] = list(definitions, 'diagrams');
  const drawn = list(child(diagram, 'plane'), 'planeElement');
  const shapes = drawn.filter((each) => is(each, 'bpmndi:BPMNShape')).flatMap(shapeOf);
  if (shapes.length === 0) return undefined;
  const edges = drawn.filter((each) => is(each, 'bpmndi:BPMNEdge')).flatMap(edgeOf);
  return { ...frameOf(shapes, edges), shapes, edges };
}

function shapeOf(shape: El): PictureShape[] {
  const element = child(shape, 'bpmnElement');
  const place = boundsOf(shape);
  const look = element && place && lookOf(element, shape);
  if (!look) return [];
  const [name, label] = [text(element, 'name'), boundsOf(child(shape, 'label'))];
  return [{ id: idOf(element), ...place, ...look, ...(name && { name }), ...(label && { label }) }];
}

function lookOf(element: El, shape: El): Omit<PictureShape, 'id' | keyof Rect> | undefined {
  const header = states(shape, 'isHorizontal') && !flag(shape, 'isHorizontal') ? 'top' : 'side';
  if (is(element, 'Participant')) return { look: 'pool', header: child(element, 'processRef') ? header : 'none' };
  if (is(element, 'Lane')) return { look: 'lane', header };
  if (is(element, 'Gateway')) return { look: 'gateway', mark: tagOf(element).replace('Gateway', '') };
  if (is(element, 'Event')) return eventOf(element);
  if (!is(element, 'Activity')) return undefined;
  const open = is(element, 'SubProcess') && flag(shape, 'isExpanded');
  return { look: 'activity', open, thick: is(element, 'CallActivity'), ...(is(element, 'SubProcess') && !open && { mark: 'subProcess' }) };
}

function eventOf(element: El): Omit<PictureShape, 'id' | keyof Rect> {
  const [first, ...others] = [...list(element, 'eventDefinitions'), ...list(element, 'eventDefinitionRef')];
  const mark = others.length ? 'several' : first && tagOf(first).replace('EventDefinition', '');
  const ring = is(element, 'StartEvent') ? 'start' : is(element, 'EndEvent') ? 'end' : 'between';
  const goesOn = (is(element, 'BoundaryEvent') && !flag(element, 'cancelActivity')) || (is(element, 'StartEvent') && !flag(element, 'isInterrupting'));
  return { look: 'event', ring, throws: is(element, 'ThrowEvent'), dashed: goesOn, ...(mark && { mark }) };
}

function edgeOf(edge: El): PictureEdge[] {
  const element = child(edge, 'bpmnElement');
  const message = is(element, 'MessageFlow');
  const waypoints = list(edge, 'waypoint').flatMap(pointOf);
  if (!element || waypoints.length < 2 || !(message || is(element, 'SequenceFlow'))) return [];
  const [name, label] = [text(element, 'name'), boundsOf(child(edge, 'label'))];
  return [{ id: idOf(element), waypoints, message, ...(name && { name }), ...(label && { label }) }];
}

function pointOf(point: El): Point[] {
  const [x, y] = [number(point, 'x'), number(point, 'y')];
  return x === undefined || y === undefined ? [] : [{ x, y }];
}

function boundsOf(shape: El | undefined): Rect | undefined {
  const bounds = child(shape, 'bounds');
  const [at] = bounds ? pointOf(bounds) : [];
  const [width, height] = [number(bounds, 'width'), number(bounds, 'height')];
  return at && width !== undefined && height !== undefined ? { ...at, width, height } : undefined;
}

/** Room for a name below a shape that has no place of its own. */
const MARGIN = 12;
const NAME_BELOW = 48;
function frameOf(shapes: readonly PictureShape[], edges: readonly PictureEdge[]): Rect {
  const rects = [...shapes, ...[...shapes, ...edges].flatMap(({ label }) => label ?? []), ...edges.flatMap(({ waypoints }) => waypoints.map((each) => ({ ...each, width: 0, height: 0 }))),
    ...shapes.filter(({ look, name, label }) => (look === 'event' || look === 'gateway') && name && !label).map((each) => ({ ...each, height: each.height + NAME_BELOW }))];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of rects) [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + width), Math.max(bottom, y + height)];
  return { x: left - MARGIN, y: top - MARGIN, width: right - left + 2 * MARGIN, height: bottom - top + 2 * MARGIN };
}
