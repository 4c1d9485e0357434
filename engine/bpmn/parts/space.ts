/** Room in a picture: everything behind a line moves away from it, frames across it grow. */
import type { Point, Rect } from '../../layout/types.js';
import type { Parts } from '../../merge/parts.js';
import type { Drawn } from './drawn.js';

const FRAMES: ReadonlySet<string> = new Set(['bpmn:Participant', 'bpmn:Lane', 'bpmn:SubProcess', 'bpmn:Transaction']);

/** @param grows which of the frames across the line do; all when left out */
export function makeSpace({ shapes, edges }: Drawn, parts: Parts, axis: 'x' | 'y', at: number, size: number, grows: (id: string) => boolean = () => true): void {
  const extent = axis === 'x' ? 'width' : 'height';
  const shift = (place: Point): void => { place[axis] += size; };
  const isBehind = (id: string): boolean => {
    // A boundary event goes with its activity.
    const host = shapes.get(parts.get(id)?.refs['attachedToRef']?.[0] ?? '');
    return (host ?? shapes.get(id)!)[axis] >= at;
  };
  const behind = new Set([...shapes.keys()].filter(isBehind));
  for (const [id, shape] of shapes) {
    const isAcross = shape[axis] < at && shape[axis] + shape[extent] >= at;
    if (behind.has(id)) { shift(shape); if (shape.label) shift(shape.label); }
    else if (isAcross && FRAMES.has(parts.get(id)?.type ?? '') && grows(id)) shape[extent] += size;
  }
  for (const edge of edges.values()) {
    for (const point of edge.waypoints) if (point[axis] >= at) shift(point);
    if (edge.label && edge.label[axis] >= at) shift(edge.label);
  }
}

export function overlaps(a: Rect, b: Rect, margin: number): boolean {
  return a.x < b.x + b.width + margin && b.x < a.x + a.width + margin && a.y < b.y + b.height + margin && b.y < a.y + a.height + margin;
}
