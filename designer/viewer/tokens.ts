/** Dossiers as dots on a diagram: at a step side by side, or on their way along flows; a number says how many are at a step. */
export type Token = { id: string; element: string; /** Its number among those at the step, from 0. */ place: number } | { id: string; flows: readonly string[]; /** Of the way, 0 to 1. */ share: number };
interface Point { x: number; y: number }
interface Shape { x: number; y: number; width: number; height: number; waypoints?: Point[] }
interface Services { get(name: 'canvas'): { getLayer(name: string, index: number): SVGElement }; get(name: 'elementRegistry'): { get(id: string): Shape | undefined } }

const SVG = 'http://www.w3.org/2000/svg';
const RADIUS = 10;
const [GAP, ROW, MOST_SHOWN] = [21, 4, 12];

export function createTokens(viewer: unknown): (tokens: readonly Token[]) => void {
  const services = viewer as Services;
  const registry = services.get('elementRegistry');
  const layer = services.get('canvas').getLayer('df-tokens', 1);
  const dot = ({ x, y }: Point): SVGElement => made('circle', { class: 'df-token', cx: x, cy: y, r: RADIUS });
  const at = (token: Token): Point | undefined => {
    if ('flows' in token) return along(token.flows.flatMap((id) => registry.get(id)?.waypoints ?? []), token.share);
    const shape = registry.get(token.element);
    return shape && token.place < MOST_SHOWN ? { x: shape.x + RADIUS + (token.place % ROW) * GAP, y: shape.y + shape.height - RADIUS - Math.floor(token.place / ROW) * GAP } : undefined;
  };
  return (tokens) => {
    const counts = new Map<string, number>();
    for (const token of tokens) if ('element' in token) counts.set(token.element, (counts.get(token.element) ?? 0) + 1);
    const numbers = [...counts].flatMap(([element, n]) => {
      const shape = registry.get(element);
      if (!shape) return [];
      const text = made('text', { class: 'df-token-count', x: shape.x + shape.width, y: shape.y - 6 });
      text.textContent = String(n);
      return [text];
    });
    layer.replaceChildren(...tokens.flatMap((token) => at(token) ?? []).map(dot), ...numbers);
  };
}

function made(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** The point at a share of the length of a line. */
function along(points: readonly Point[], share: number): Point | undefined {
  const lengths = points.slice(1).map((point, i) => Math.hypot(point.x - points[i]!.x, point.y - points[i]!.y));
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  for (const [i, length] of lengths.entries()) {
    const [from, to] = [points[i]!, points[i + 1]!];
    if (left <= length && length > 0) return { x: from.x + ((to.x - from.x) * left) / length, y: from.y + ((to.y - from.y) * left) / length };
    left -= length;
  }
  return points[points.length - 1];
}
