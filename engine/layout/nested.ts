/** Expanded sub-processes: drawn by themselves first, then treated as one large node, then filled with their drawing. */
import type { DiagramPlaces, LayoutDiagram, LayoutFlow, LayoutNode, Point, Rect } from './types.js';

const PADDING = 12;
const TITLE = 26;

export interface Containers {
  outer: LayoutDiagram;
  inner: ReadonlyMap<string, DiagramPlaces>;
}

/** Takes the children out of a diagram and gives each container the size that its drawing needs. */
export function openContainers(diagram: LayoutDiagram, layout: (inner: LayoutDiagram) => DiagramPlaces): Containers {
  const parents = new Set(diagram.nodes.map((node) => node.parent).filter((id) => id !== undefined));
  const ids = new Set(diagram.nodes.map((node) => node.id));
  const tops = diagram.nodes.filter((node) => node.parent === undefined || !ids.has(node.parent));
  const inner = new Map<string, DiagramPlaces>();
  const nodes = tops.map((node): LayoutNode => {
    if (!parents.has(node.id)) return node;
    const places = layout(contentsOf(diagram, node.id));
    inner.set(node.id, places);
    return {
      ...node,
      width: Math.max(node.width, places.size.width + 2 * PADDING),
      height: Math.max(node.height, places.size.height + TITLE + PADDING),
    };
  });
  const shown = new Set(nodes.map((node) => node.id));
  const within = (flow: LayoutFlow): boolean => shown.has(flow.source) && shown.has(flow.target);
  return { outer: { ...diagram, nodes, flows: diagram.flows.filter(within), associations: diagram.associations.filter(within) }, inner };
}

function contentsOf(diagram: LayoutDiagram, container: string): LayoutDiagram {
  const nodes = descendants(diagram.nodes, container).map((node) => (node.parent === container ? { ...node, parent: undefined, band: container } : node));
  const ids = new Set(nodes.map((node) => node.id));
  const within = (flow: LayoutFlow): boolean => ids.has(flow.source) && ids.has(flow.target);
  return {
    pools: [{ id: container, lanes: [], frame: false }],
    nodes,
    flows: diagram.flows.filter(within),
    messageFlows: [],
    associations: diagram.associations.filter(within),
  };
}

function descendants(nodes: readonly LayoutNode[], container: string): LayoutNode[] {
  return nodes.filter((node) => node.parent === container).flatMap((node) => [node, ...descendants(nodes, node.id)]);
}

export function withChildren(places: DiagramPlaces, { inner }: Containers): DiagramPlaces {
  for (const [id, child] of inner) {
    const box = places.shapes[id]!;
    const by = { x: box.x + (box.width - child.size.width) / 2, y: box.y + TITLE };
    for (const [key, shape] of Object.entries(child.shapes)) {
      places.shapes[key] = { ...moved(shape, by), ...(shape.label ? { label: moved(shape.label, by) } : {}) };
    }
    for (const [key, edge] of Object.entries(child.edges)) {
      places.edges[key] = { waypoints: edge.waypoints.map((point) => moved(point, by)), ...(edge.label ? { label: moved(edge.label, by) } : {}) };
    }
  }
  return places;
}

const moved = <T extends Point | Rect>(what: T, by: Point): T => ({ ...what, x: what.x + by.x, y: what.y + by.y });
