/**
 * Gives a BPMN file without a drawing its diagram interchange (BPMN 2.0 chapter 12).
 * The text of the file stays as it is, comments and unknown elements included: the diagram is inserted at its end.
 */
import { BpmnModdle } from 'bpmn-moddle';
import { layoutDiagram } from '../layout/layout.js';
import type { DiagramPlaces, EdgePlace, Point, Rect, ShapePlace } from '../layout/types.js';
import dossierflow from './df-moddle.json' with { type: 'json' };
import { structureOf, type Structure } from './structure.js';

const NAMESPACES = {
  bpmndi: 'http://www.omg.org/spec/BPMN/20100524/DI',
  dc: 'http://www.omg.org/spec/DD/20100524/DC',
  di: 'http://www.omg.org/spec/DD/20100524/DI',
};
const CLOSING = /<\/(?:[\w.-]+:)?definitions\s*>\s*$/;
const DIAGRAMS = /[ \t]*<((?:[\w.-]+:)?BPMNDiagram)\b[\s\S]*?<\/\1\s*>[ \t]*\r?\n?/g;

/**
 * The same text with a diagram. A file that is drawn already comes back unchanged, unless `redraw` is set.
 * Throws an `Error` when the text is not BPMN 2.0 or contains nothing to draw.
 */
export async function layoutDefinitions(xml: string, options: { redraw?: boolean } = {}): Promise<string> {
  const drawn = [...xml.matchAll(DIAGRAMS)].length > 0;
  if (drawn && !options.redraw) return xml;
  const bare = xml.replace(DIAGRAMS, '');
  const { rootElement } = await new BpmnModdle({ df: dossierflow }).fromXML(bare);
  const structure = structureOf(rootElement);
  if (!structure) throw new Error('The file contains no process and no collaboration to draw.');
  const closing = CLOSING.exec(bare.trimEnd());
  if (!closing) throw new Error('The file does not end with the closing tag of its definitions.');
  const diagram = writeDiagram(structure, layoutDiagram(structure.diagram), bare);
  return `${bare.slice(0, closing.index)}${diagram}${closing[0].trimEnd()}\n`;
}

function writeDiagram(structure: Structure, places: DiagramPlaces, xml: string): string {
  // A shape must come after what contains it, so that it is drawn in front.
  const shapes = structure.shapes.map((shape) => writeShape(shape, places)).join('');
  const edges = structure.edges.map((edge) => writeEdge(edge, places)).join('');
  const declared = Object.entries(NAMESPACES)
    .filter(([prefix, uri]) => !new RegExp(`xmlns:${prefix}\\s*=\\s*["']${uri}["']`).test(xml))
    .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('');
  return `  <bpmndi:BPMNDiagram${declared} id="${structure.plane}_diagram">\n`
    + `    <bpmndi:BPMNPlane id="${structure.plane}_plane" bpmnElement="${structure.plane}">\n`
    + `${shapes}${edges}    </bpmndi:BPMNPlane>\n  </bpmndi:BPMNDiagram>\n`;
}

function writeShape(shape: Structure['shapes'][number], places: DiagramPlaces): string {
  const place: ShapePlace | undefined = shape.around ? union(shape.around, places, shape.indent ?? 0) : places.shapes[shape.id];
  if (!place) return '';
  const marks = Object.entries(shape.marks ?? {}).map(([name, value]) => ` ${name}="${value}"`).join('');
  const label = place.label ? writeLabel(place.label) : '';
  return `      <bpmndi:BPMNShape id="${shape.id}_di" bpmnElement="${shape.id}"${marks}>\n`
    + `        ${bounds(place)}\n${label}      </bpmndi:BPMNShape>\n`;
}

/** A lane that contains lanes: their hull, widened to the left by its header. */
function union(ids: readonly string[], places: DiagramPlaces, indent: number): Rect | undefined {
  const rects = ids.map((id) => places.shapes[id]).filter((rect) => rect !== undefined);
  if (rects.length === 0) return undefined;
  const x = Math.min(...rects.map((rect) => rect.x)) - indent;
  const y = Math.min(...rects.map((rect) => rect.y));
  return {
    x, y,
    width: Math.max(...rects.map((rect) => rect.x + rect.width)) - x,
    height: Math.max(...rects.map((rect) => rect.y + rect.height)) - y,
  };
}

function writeEdge(edge: Structure['edges'][number], places: DiagramPlaces): string {
  const place = places.edges[edge.id] ?? straight(places.shapes[edge.source], places.shapes[edge.target]);
  if (!place) return '';
  const points = place.waypoints.map((point) => `        <di:waypoint x="${round(point.x)}" y="${round(point.y)}" />\n`).join('');
  const label = place.label ? writeLabel(place.label) : '';
  return `      <bpmndi:BPMNEdge id="${edge.id}_di" bpmnElement="${edge.id}">\n${points}${label}      </bpmndi:BPMNEdge>\n`;
}

/** For the few edges that cross the border of a sub-process: from middle to middle. */
function straight(from: Rect | undefined, to: Rect | undefined): EdgePlace | undefined {
  const middle = (rect: Rect): Point => ({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });
  return from && to ? { waypoints: [middle(from), middle(to)] } : undefined;
}

const writeLabel = (rect: Rect): string =>
  `        <bpmndi:BPMNLabel>\n          ${bounds(rect)}\n        </bpmndi:BPMNLabel>\n`;
const bounds = (rect: Rect): string =>
  `<dc:Bounds x="${round(rect.x)}" y="${round(rect.y)}" width="${round(rect.width)}" height="${round(rect.height)}" />`;
const round = (value: number): number => Math.round(value);
