import { files, flowElements, isA, list, one, readFile, type Element, type File } from './files.js';

interface Box { id: string; x: number; y: number; width: number; height: number }
interface Point { x: number; y: number }

describe.each(files)('the drawing of %s', (name) => {
  let file: File;
  let shapes: Map<string, Element>;
  let edges: Map<string, Element>;
  beforeAll(async () => {
    file = await readFile(name);
    const plane = list(one(list(file.definitions, 'diagrams')[0]!, 'plane')!, 'planeElement');
    const drawn = (type: string): Map<string, Element> =>
      new Map(plane.filter((each) => each.$type === type).map((each) => [one(each, 'bpmnElement')!.id, each]));
    shapes = drawn('bpmndi:BPMNShape');
    edges = drawn('bpmndi:BPMNEdge');
  });
  const box = (id: string): Box => {
    const { x, y, width, height } = one(shapes.get(id)!, 'bounds') as unknown as Box;
    return { id, x, y, width, height };
  };
  const nodes = (): Element[] => flowElements(file.process).filter((each) => isA(each, 'FlowNode') || isA(each, 'DataObjectReference'));
  const solid = (): Element[] => nodes().filter((node) => node.$type !== 'bpmn:BoundaryEvent' && node.$type !== 'bpmn:SubProcess');
  const waypoints = (edge: Element): Point[] => list(edge, 'waypoint') as unknown as Point[];

  test('shows every node, lane, pool and flow', () => {
    const collaboration = list(file.definitions, 'rootElements').find((root) => root.$type === 'bpmn:Collaboration')!;
    const lanes = list(list(file.process, 'laneSets')[0]!, 'lanes');
    for (const each of [...nodes(), ...lanes, ...list(collaboration, 'participants')]) expect(shapes.has(each.id)).toBe(true);
    const flows = flowElements(file.process).filter((each) => each.$type === 'bpmn:SequenceFlow');
    const data = nodes().flatMap((node) => [...list(node, 'dataInputAssociations'), ...list(node, 'dataOutputAssociations')]);
    for (const each of [...flows, ...data, ...list(collaboration, 'messageFlows')]) expect(edges.has(each.id)).toBe(true);
  });

  test('keeps nodes apart from each other and inside their lane', () => {
    const boxes = solid().map((node) => box(node.id));
    for (const [index, a] of boxes.entries()) {
      for (const b of boxes.slice(index + 1)) expect({ a: a.id, b: b.id, apart: apart(a, b) }).toEqual({ a: a.id, b: b.id, apart: true });
    }
    for (const lane of list(list(file.process, 'laneSets')[0]!, 'lanes')) {
      for (const node of list(lane, 'flowNodeRef')) expect(within(box(node.id), box(lane.id))).toBe(true);
    }
  });

  test('leads flows at right angles, from border to border, through no node', () => {
    for (const flow of flowElements(file.process).filter((each) => each.$type === 'bpmn:SequenceFlow')) {
      const points = waypoints(edges.get(flow.id)!);
      const ends = [one(flow, 'sourceRef')!, one(flow, 'targetRef')!];
      for (const [index, to] of points.slice(1).entries()) {
        const from = points[index]!;
        expect(from.x === to.x || from.y === to.y).toBe(true);
        const hit = solid().filter((node) => !ends.includes(node) && crosses(from, to, box(node.id)));
        expect({ flow: flow.id, hit: hit.map((node) => node.id) }).toEqual({ flow: flow.id, hit: [] });
      }
      expect(touches(points[0]!, box(ends[0]!.id))).toBe(true);
      expect(touches(points[points.length - 1]!, box(ends[1]!.id))).toBe(true);
    }
  });

  test('puts names where they cover no node and no other name', () => {
    const labels = [...shapes, ...edges].flatMap(([id, each]) => {
      const bounds = one(each, 'label') && one(one(each, 'label')!, 'bounds');
      return bounds ? [{ ...(bounds as unknown as Box), x: bounds['x'] as number, y: bounds['y'] as number, width: bounds['width'] as number, height: bounds['height'] as number, id }] : [];
    });
    expect(labels.length).toBeGreaterThan(0);
    for (const [index, label] of labels.entries()) {
      const blocks = solid().map((node) => box(node.id)).filter((node) => node.id !== label.id);
      const hit = [...blocks, ...labels.slice(index + 1)].filter((other) => !apart(label, other));
      expect({ label: label.id, hit: hit.map((other) => other.id) }).toEqual({ label: label.id, hit: [] });
    }
  });
});

const apart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
const within = (a: Box, b: Box): boolean =>
  a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
const crosses = (from: Point, to: Point, box: Box): boolean =>
  Math.max(from.x, to.x) > box.x && Math.min(from.x, to.x) < box.x + box.width
  && Math.max(from.y, to.y) > box.y && Math.min(from.y, to.y) < box.y + box.height;
const touches = (point: Point, box: Box): boolean =>
  point.x >= box.x - 1 && point.x <= box.x + box.width + 1 && point.y >= box.y - 1 && point.y <= box.y + box.height + 1;
