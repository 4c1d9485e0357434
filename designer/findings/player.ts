/** Shows one moment of a run on the canvas: the element it has come to, and tokens with their count on the flows. */
import type { Frame } from '../../engine/analysis/witness.js';

interface Point { x: number; y: number }
interface Element { width?: number; height?: number; waypoints?: Point[]; x?: number; y?: number }
interface Canvas { addMarker(id: string, marker: string): void; removeMarker(id: string, marker: string): void; scrollToElement(element: Element, padding?: number): void }
interface Overlays { add(id: string, type: string, overlay: object): string; remove(filter: object): void }
interface Registry { get(id: string): Element | undefined }
interface Services { get<T>(name: string): T }

const TYPE = 'df-token';

export function createPlayer(modeler: Services): (frame: Frame | undefined) => void {
  const canvas = modeler.get<Canvas>('canvas'), overlays = modeler.get<Overlays>('overlays'), registry = modeler.get<Registry>('elementRegistry');
  let marked: { id: string; marker: string } | undefined;
  const clear = (): void => {
    overlays.remove({ type: TYPE });
    if (marked && registry.get(marked.id)) canvas.removeMarker(marked.id, marked.marker);
    marked = undefined;
  };
  return (frame) => {
    clear();
    if (!frame) return;
    for (const { flow, count } of frame.tokens) {
      const at = middleOf(registry.get(flow));
      if (at) overlays.add(flow, TYPE, { html: tokenMark(count), position: at, scale: { min: 0.8 } });
    }
    const element = registry.get(frame.element);
    if (!element) return;
    marked = { id: frame.element, marker: frame.stuck ? 'df-run-stuck' : 'df-run-here' };
    canvas.addMarker(marked.id, marked.marker);
    if (element.width !== undefined) overlays.add(frame.element, TYPE, { html: hereMark(frame.stuck === true), position: { top: -6, left: element.width / 2 }, scale: { min: 0.8 } });
    canvas.scrollToElement(element, 120);
  };
}

function tokenMark(count: number): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'df-token';
  mark.textContent = count > 1 ? String(count) : '';
  mark.dataset.count = String(count);
  return mark;
}
function hereMark(stuck: boolean): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'df-token-here';
  mark.dataset.stuck = String(stuck);
  mark.textContent = stuck ? '✕' : '▼';
  return mark;
}

/** Where half of a line has been gone, from the upper left corner of the box around it: what overlays count from. */
function middleOf(connection: Element | undefined): { top: number; left: number } | undefined {
  const points = connection?.waypoints;
  if (!points || points.length < 2) return undefined;
  const lengths = points.slice(1).map((point, at) => Math.hypot(point.x - points[at]!.x, point.y - points[at]!.y));
  let left = lengths.reduce((sum, each) => sum + each, 0) / 2;
  let at = 0;
  while (at < lengths.length - 1 && left > lengths[at]!) left -= lengths[at++]!;
  const share = lengths[at] === 0 ? 0 : left / lengths[at]!;
  const [from, to] = [points[at]!, points[at + 1]!];
  const corner = { x: Math.min(...points.map((each) => each.x)), y: Math.min(...points.map((each) => each.y)) };
  return { left: from.x + (to.x - from.x) * share - corner.x, top: from.y + (to.y - from.y) * share - corner.y };
}
