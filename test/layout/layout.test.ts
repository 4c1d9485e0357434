import fc from 'fast-check';
import { layoutDiagram } from '../../engine/layout/layout.js';
import { overlaps } from '../../engine/layout/labels.js';
import { labelSize } from '../../engine/layout/text.js';
import type { DiagramPlaces, LayoutDiagram, LayoutFlow, LayoutNode, Rect } from '../../engine/layout/types.js';

const lane = (id: string): { id: string; label: string } => ({ id, label: id });
const pool = (...lanes: string[]): LayoutDiagram['pools'][number] => ({ id: 'pool', label: 'Pool', frame: true, lanes: lanes.map(lane) });
const task = (id: string, band: string, more: Partial<LayoutNode> = {}): LayoutNode => ({ id, band, shape: 'activity', width: 100, height: 80, ...more });
const event = (id: string, band: string, more: Partial<LayoutNode> = {}): LayoutNode => ({ id, band, shape: 'event', width: 36, height: 36, ...more });
const gateway = (id: string, band: string, label?: string): LayoutNode => ({ id, band, shape: 'gateway', width: 50, height: 50, label });
const flow = (source: string, target: string, more: Partial<LayoutFlow> = {}): LayoutFlow => ({ id: `${source}>${target}`, source, target, ...more });
const diagram = (pools: LayoutDiagram['pools'], nodes: LayoutNode[], flows: LayoutFlow[], more: Partial<LayoutDiagram> = {}): LayoutDiagram =>
  ({ pools, nodes, flows, messageFlows: [], associations: [], ...more });
const bodies = (nodes: readonly LayoutNode[]): LayoutNode[] => nodes.filter((node) => node.attachedTo === undefined && node.parent === undefined);

/** What holds for every drawing; messages name the elements. */
function faults(input: LayoutDiagram, places: DiagramPlaces): string[] {
  const found: string[] = [];
  const rect = (id: string): Rect => places.shapes[id]!;
  const solid = bodies(input.nodes);
  solid.forEach((a, index) => {
    for (const b of solid.slice(index + 1)) if (overlaps(rect(a.id), rect(b.id))) found.push(`${a.id} covers ${b.id}`);
    const band = places.shapes[a.band];
    if (band && !contains(band, rect(a.id))) found.push(`${a.id} leaves ${a.band}`);
  });
  for (const each of input.flows) {
    const points = places.edges[each.id]?.waypoints ?? [];
    const around = input.nodes.find((node) => node.id === each.source)?.parent;
    if (points.length < 2) found.push(`${each.id} is not drawn`);
    points.slice(1).forEach((to, index) => {
      const from = points[index]!;
      if (from.x !== to.x && from.y !== to.y) found.push(`${each.id} is slanted`);
      const line = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) };
      const others = solid.filter((node) => ![each.source, each.target, around].includes(node.id));
      for (const node of others) if (overlaps(line, rect(node.id))) found.push(`${each.id} runs through ${node.id}`);
    });
  }
  return found;
}
const contains = (outer: Rect, inner: Rect): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;

test('a sequence in one lane is a straight line from left to right', () => {
  const input = diagram([pool('a')], [event('start', 'a'), task('one', 'a'), task('two', 'a'), event('end', 'a')], [flow('start', 'one'), flow('one', 'two'), flow('two', 'end')]);
  const places = layoutDiagram(input);
  expect(faults(input, places)).toEqual([]);
  for (const each of input.flows) {
    const points = places.edges[each.id]!.waypoints;
    expect(points).toHaveLength(2);
    expect(points[0]!.y).toBe(points[1]!.y);
    expect(points[1]!.x).toBeGreaterThan(points[0]!.x);
  }
});

test('lanes lie under each other in the given order and fill the pool', () => {
  const places = layoutDiagram(diagram([pool('a', 'b', 'c')], [task('one', 'c')], []));
  const [a, b, c, whole] = ['a', 'b', 'c', 'pool'].map((id) => places.shapes[id]!);
  expect(a!.y + a!.height).toBe(b!.y);
  expect(b!.y + b!.height).toBe(c!.y);
  expect(a!.height + b!.height + c!.height).toBe(whole!.height);
  expect(a!.x).toBe(whole!.x + 30);
});

test('a plain hand-over to another lane keeps its column', () => {
  const places = layoutDiagram(diagram([pool('a', 'b')], [task('one', 'a'), task('two', 'b')], [flow('one', 'two')]));
  expect(places.shapes['two']!.x).toBe(places.shapes['one']!.x);
});

test('a way out of an inner lane is not led over a straight hand-over', () => {
  // The host's exception cannot stand below it: a vertical flow passes there.
  const nodes = [task('host', 'a'), event('timer', 'a', { attachedTo: 'host' }), task('next', 'a'), task('below', 'b'), task('late', 'a')];
  const input = diagram([pool('top', 'a', 'b')], nodes, [flow('host', 'next'), flow('next', 'below'), flow('timer', 'late')]);
  const places = layoutDiagram(input);
  expect(faults(input, places)).toEqual([]);
  expect(places.shapes['late']!.width).toBe(100);
});

test('a boundary event sits on the border of its host and its flow leaves away from the host', () => {
  const input = diagram([pool('a')], [task('host', 'a'), event('timer', 'a', { attachedTo: 'host' }), task('late', 'a')], [flow('timer', 'late')]);
  const { shapes, edges } = layoutDiagram(input);
  const [host, timer] = [shapes['host']!, shapes['timer']!];
  expect(timer.y + timer.height / 2).toBe(host.y + host.height);
  expect(edges['timer>late']!.waypoints[0]!.y).toBe(timer.y + timer.height);
});

test('a return goes round the steps between', () => {
  const input = diagram([pool('a')], [task('one', 'a'), task('two', 'a'), gateway('ask', 'a', 'Xong?'), event('end', 'a')], [
    flow('one', 'two'), flow('two', 'ask'), flow('ask', 'end', { preferred: true, label: 'Xong' }), flow('ask', 'one', { label: 'Làm lại' }),
  ]);
  const places = layoutDiagram(input);
  expect(faults(input, places)).toEqual([]);
  expect(places.shapes['end']!.x).toBeGreaterThan(places.shapes['ask']!.x);
});

test('names of a decision and of its ways cover neither nodes nor each other', () => {
  const input = diagram([pool('a', 'b')], [task('one', 'a'), gateway('ask', 'a', 'Hồ sơ đầy đủ?'), task('two', 'a'), task('three', 'a'), task('four', 'b')], [
    flow('one', 'ask'), flow('ask', 'two', { preferred: true, label: 'Hồ sơ đầy đủ' }), flow('ask', 'three', { label: 'Yêu cầu bổ sung' }), flow('ask', 'four', { label: 'Từ chối' }),
  ]);
  const places = layoutDiagram(input);
  const names = [places.shapes['ask']!.label!, ...input.flows.slice(1).map((each) => places.edges[each.id]!.label!)];
  const others = ['one', 'two', 'three', 'four'].map((id) => places.shapes[id]! as Rect);
  names.forEach((name, index) => {
    for (const other of [...names.slice(index + 1), ...others]) expect(overlaps(name, other)).toBe(false);
  });
});

test('an expanded sub-process holds its children', () => {
  const nodes = [task('before', 'a'), task('box', 'a'), event('in', 'a', { parent: 'box' }), task('step', 'a', { parent: 'box' }), event('out', 'a', { parent: 'box' })];
  const input = diagram([pool('a')], nodes, [flow('before', 'box'), flow('in', 'step'), flow('step', 'out')]);
  const places = layoutDiagram(input);
  for (const id of ['in', 'step', 'out']) expect(contains(places.shapes['box']!, places.shapes[id]!)).toBe(true);
  expect(places.edges['in>step']!.waypoints).toHaveLength(2);
  expect(faults(input, places)).toEqual([]);
});

test('an empty pool stands on the side of its partners, and messages end at its border', () => {
  const pools = [pool('a', 'b'), { id: 'low', frame: true, blackBox: true, lanes: [] }, { id: 'high', frame: true, blackBox: true, lanes: [] }];
  const messages = [flow('high', 'one'), flow('two', 'low')];
  const { shapes, edges } = layoutDiagram(diagram(pools, [task('one', 'a'), task('two', 'b')], [flow('one', 'two')], { messageFlows: messages }));
  expect(shapes['high']!.y).toBeLessThan(shapes['pool']!.y);
  expect(shapes['low']!.y).toBeGreaterThan(shapes['pool']!.y);
  expect(edges['high>one']!.waypoints[0]!.y).toBe(shapes['high']!.y + shapes['high']!.height);
  expect(edges['two>low']!.waypoints.slice(-1)[0]!.y).toBe(shapes['low']!.y);
});

test('data stands near its step and is joined to it', () => {
  const data: LayoutNode = { id: 'form', band: 'a', shape: 'data', width: 36, height: 50, label: 'Tờ khai' };
  const input = diagram([pool('a')], [task('one', 'a'), data], [], { associations: [flow('form', 'one')] });
  const { shapes, edges } = layoutDiagram(input);
  expect(Math.abs(shapes['form']!.x - shapes['one']!.x)).toBeLessThan(100);
  expect(edges['form>one']!.waypoints.length).toBeGreaterThanOrEqual(2);
});

test('data between the main row and a branch below has its line towards the branch, its name away from it', () => {
  const opinion: LayoutNode = { id: 'opinion', band: 'b', shape: 'data', width: 36, height: 50, label: 'Ý kiến' };
  const nodes = [gateway('split', 'a'), task('one', 'a'), task('main', 'b'), task('branch', 'b'), opinion];
  const flows = [flow('split', 'one', { preferred: true }), flow('one', 'main'), flow('split', 'branch')];
  const { shapes, edges } = layoutDiagram(diagram([pool('a', 'b')], nodes, flows, { associations: [flow('opinion', 'branch')] }));
  const { opinion: data, branch } = shapes as Record<string, { y: number; height: number; label?: Rect }>;
  expect(branch!.y).toBeGreaterThan(data!.y);
  expect(data!.label!.y).toBeLessThan(data!.y);
  expect(edges['opinion>branch']!.waypoints[0]!.y).toBeGreaterThan(data!.y);
  for (const point of edges['opinion>branch']!.waypoints) expect(point.y).toBeLessThanOrEqual(branch!.y);
});

test('a process without pool and lanes is drawn too', () => {
  const input = diagram([{ id: 'p', frame: false, lanes: [] }], [task('one', 'p'), task('two', 'p')], [flow('one', 'two')]);
  expect(layoutDiagram(input).edges['one>two']!.waypoints).toHaveLength(2);
});

test('the room for a name grows with its lines', () => {
  expect(labelSize('Từ chối').height).toBe(14);
  expect(labelSize('Không đủ điều kiện đăng ký kinh doanh').height).toBeGreaterThanOrEqual(28);
  expect(labelSize('Không đủ điều kiện đăng ký kinh doanh').width).toBeLessThanOrEqual(90);
});

/** Any graph, cycles and parallel edges between the same lanes included. */
const anyDiagram = fc.record({
  lanes: fc.integer({ min: 1, max: 4 }),
  nodes: fc.array(fc.record({ lane: fc.nat(3), kind: fc.constantFrom('task', 'event', 'gateway') }), { minLength: 1, maxLength: 12 }),
  links: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 16 }),
}).map(({ lanes, nodes, links }) => {
  const names = Array.from({ length: lanes }, (_, index) => `lane${index}`);
  const made = nodes.map(({ lane: at, kind }, index) => {
    const [id, band] = [`n${index}`, names[at % lanes]!];
    return kind === 'task' ? task(id, band) : kind === 'event' ? event(id, band, { label: 'Sự kiện' }) : gateway(id, band, 'Chọn?');
  });
  const pairs = new Map(links.map(([from, to]) => [`n${from % made.length}>n${to % made.length}`, [from % made.length, to % made.length] as const]));
  const flows = [...pairs.values()].filter(([from, to]) => from !== to).map(([from, to]) => flow(`n${from}`, `n${to}`));
  return diagram([pool(...names)], made, flows);
});

test('any process: no overlaps, no flow through a node, the same drawing each time', () => {
  fc.assert(fc.property(anyDiagram, (input) => {
    const places = layoutDiagram(input);
    expect(faults(input, places)).toEqual([]);
    expect(layoutDiagram(input)).toEqual(places);
  }), { numRuns: 60, seed: 7 });
});
