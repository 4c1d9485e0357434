/** The picture of a merged drawing: what `ours` has drawn keeps its place, what came from `theirs` stands beside what it follows there. */
import type { Point, Rect } from '../../layout/types.js';
import { ownerOf, type Part, type Parts } from '../../merge/parts.js';
import type { Drawn, DrawnEdge, DrawnShape } from './drawn.js';
import { makeSpace, overlaps } from './space.js';

const GAP = 50;
const MARGIN = 15;

/** Undefined when neither side is drawn. */
export function place(parts: Parts, ours: Drawn | undefined, theirs: Drawn | undefined): Drawn | undefined {
  if (!ours) return theirs && only(theirs, parts);
  return new Placing(parts, ours, theirs ?? { plane: '', shapes: new Map(), edges: new Map() }).place();
}
function only({ plane, shapes, edges }: Drawn, parts: Parts): Drawn {
  const there = <T>(all: ReadonlyMap<string, T>): Map<string, T> => new Map([...all].filter(([id]) => parts.has(id)));
  return { plane, shapes: there(shapes), edges: there(edges) };
}
/** What is moved here must not move in the drawing that was given. */
function copyOf({ plane, shapes, edges }: Drawn): Drawn {
  const labelOf = (label: Rect | undefined): { label?: Rect } => (label ? { label: { ...label } } : {});
  return {
    plane, shapes: new Map([...shapes].map(([id, shape]) => [id, { ...shape, ...labelOf(shape.label) }])),
    edges: new Map([...edges].map(([id, edge]) => [id, { waypoints: edge.waypoints.map((point) => ({ ...point })), ...labelOf(edge.label) }])),
  };
}

class Placing {
  private readonly result: Drawn;
  constructor(private readonly parts: Parts, ours: Drawn, private readonly theirs: Drawn) { this.result = only(copyOf(ours), parts); }

  place(): Drawn {
    const fresh = [...this.theirs.shapes.keys()].filter((id) => this.parts.has(id) && !this.result.shapes.has(id));
    for (const id of fresh.filter((each) => this.is(each, 'Lane'))) this.addLane(id);
    for (const id of fresh.filter((each) => !this.is(each, 'Lane'))) this.add(id);
    for (const id of this.result.shapes.keys()) this.intoLane(id);
    this.connect();
    return this.result;
  }

  private is(id: string, type: string): boolean { return this.parts.get(id)?.type === `bpmn:${type}`; }
  private laneOf(id: string): string | undefined { return this.parts.get(id)?.refs['lanes']?.at(-1); }

  /** Below the others of its pool. */
  private addLane(id: string): void {
    const lanes = [...this.result.shapes].filter(([other]) => this.is(other, 'Lane')).map(([, shape]) => shape);
    const last = lanes.sort((a, b) => a.y - b.y).at(-1);
    const own = this.theirs.shapes.get(id)!;
    if (!last) { this.result.shapes.set(id, { ...own }); return; }
    const bottom = last.y + last.height;
    makeSpace(this.result, this.parts, 'y', bottom, own.height, (each) => !this.is(each, 'Lane'));
    this.result.shapes.set(id, { ...last, y: bottom, height: own.height, marks: own.marks });
  }

  private add(id: string): void {
    const own = this.theirs.shapes.get(id)!;
    const anchor = this.anchorOf(id, own);
    const lane = this.laneOf(id);
    const by = this.offset(anchor);
    const [laneNow, laneThere] = lane === undefined ? [] : [this.result.shapes.get(lane), this.theirs.shapes.get(lane)];
    const delta = { x: by.x, y: laneNow && laneThere ? laneNow.y - laneThere.y : by.y };
    const shape: DrawnShape = { ...moved(own, delta), marks: own.marks, ...(own.label && { label: moved(own.label, delta) }) };
    const isAttached = this.parts.get(id)?.refs['attachedToRef'] !== undefined;
    if (!isAttached && !this.isFrame(id)) this.clear(shape);
    this.result.shapes.set(id, shape);
  }

  /** What stands where the shape will stand moves on, with all that follows. */
  private clear(shape: Rect): void {
    const blocking = [...this.result.shapes].filter(([id, each]) => !this.isFrame(id) && this.parts.get(id)?.refs['attachedToRef'] === undefined && overlaps(each, shape, MARGIN)).map(([, each]) => each.x);
    if (blocking.length === 0) return;
    const at = Math.min(...blocking);
    makeSpace(this.result, this.parts, 'x', at, shape.x + shape.width + GAP - at);
  }
  private isFrame(id: string): boolean { return this.is(id, 'Lane') || this.is(id, 'Participant') || this.is(id, 'SubProcess') || this.is(id, 'Transaction'); }

  /** What a flow comes from, what it is attached to or stands nearest to. */
  private anchorOf(id: string, own: Rect): string | undefined {
    const isPlaced = (other: string | undefined): other is string => other !== undefined && this.result.shapes.has(other) && this.theirs.shapes.has(other);
    const host = this.parts.get(id)?.refs['attachedToRef']?.[0];
    if (isPlaced(host)) return host;
    const before = [...this.parts.values()].find((part) => part.refs['targetRef']?.[0] === id && isPlaced(part.refs['sourceRef']?.[0]));
    if (before) return before.refs['sourceRef']![0];
    const near = [...this.theirs.shapes].filter(([other]) => isPlaced(other) && !this.isFrame(other)).map(([other, shape]) => ({ other, far: Math.hypot(shape.x - own.x, shape.y - own.y) }));
    return near.sort((a, b) => a.far - b.far)[0]?.other;
  }
  private offset(anchor: string | undefined): Point {
    const [now, there] = anchor === undefined ? [] : [this.result.shapes.get(anchor), this.theirs.shapes.get(anchor)];
    return now && there ? { x: now.x - there.x, y: now.y - there.y } : { x: 0, y: 0 };
  }

  /** A step that another department does now moves into its lane; a lane grows around what stands in it. */
  private intoLane(id: string): void {
    const lane = this.result.shapes.get(this.laneOf(id) ?? '');
    const shape = this.result.shapes.get(id)!;
    if (!lane || this.parts.get(id)?.refs['attachedToRef'] !== undefined) return;
    const middle = shape.y + shape.height / 2;
    if (middle < lane.y || middle > lane.y + lane.height) {
      const delta = { x: 0, y: lane.y + (lane.height - shape.height) / 2 - shape.y };
      this.result.shapes.delete(id);
      const there: DrawnShape = { ...shape, ...moved(shape, delta), ...(shape.label && { label: moved(shape.label, delta) }) };
      this.clear(there);
      this.result.shapes.set(id, there);
    }
    const over = this.result.shapes.get(id)!.y + shape.height + MARGIN - (lane.y + lane.height);
    if (over > 0) makeSpace(this.result, this.parts, 'y', lane.y + lane.height, over);
  }

  private connect(): void {
    for (const id of new Set([...this.result.edges.keys(), ...this.theirs.edges.keys()])) {
      const part = this.parts.get(id);
      if (!part) continue;
      const [source, target] = this.endsOf(part).map((end) => this.result.shapes.get(end ?? ''));
      const edge = this.result.edges.get(id);
      if (!source || !target) this.result.edges.delete(id);
      else if (!edge || !touches(edge, source, target)) this.result.edges.set(id, { waypoints: way(source, target) });
    }
  }
  /** A data association has its activity for one end. */
  private endsOf(part: Part): (string | undefined)[] {
    const [source, target] = [part.refs['sourceRef']?.[0], part.refs['targetRef']?.[0]];
    const holder = ownerOf(this.parts, part.parent)?.key;
    if (part.type === 'bpmn:DataInputAssociation') return [source, holder];
    return part.type === 'bpmn:DataOutputAssociation' ? [holder, target] : [source, target];
  }
}

const moved = (rect: Rect, by: Point): Rect => ({ x: rect.x + by.x, y: rect.y + by.y, width: rect.width, height: rect.height });

function touches({ waypoints }: DrawnEdge, source: Rect, target: Rect): boolean {
  const isAt = (point: Point | undefined, rect: Rect): boolean => point !== undefined && point.x >= rect.x - 6 && point.x <= rect.x + rect.width + 6 && point.y >= rect.y - 6 && point.y <= rect.y + rect.height + 6;
  return isAt(waypoints[0], source) && isAt(waypoints.at(-1), target);
}

/** With right angles: onwards from side to side, back below both. */
function way(source: Rect, target: Rect): Point[] {
  const [right, middle, across] = [source.x + source.width, source.y + source.height / 2, target.y + target.height / 2];
  if (target.x > right) {
    const bend = (right + target.x) / 2;
    return Math.abs(middle - across) < 1 ? [{ x: right, y: middle }, { x: target.x, y: middle }] : [{ x: right, y: middle }, { x: bend, y: middle }, { x: bend, y: across }, { x: target.x, y: across }];
  }
  const below = Math.max(source.y + source.height, target.y + target.height) + 20;
  const [from, to] = [source.x + source.width / 2, target.x + target.width / 2];
  return [{ x: from, y: source.y + source.height }, { x: from, y: below }, { x: to, y: below }, { x: to, y: target.y + target.height }];
}
