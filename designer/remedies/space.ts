/** Room on the canvas: everything behind a line moves away from it, lanes and pools across it grow. */
import type { ModdleElement } from '../properties/facts.js';

export interface Box { x: number; y: number; width: number; height: number }
export interface ShapeLike extends Box { id: string; parent?: ShapeLike; children?: ShapeLike[]; labelTarget?: ShapeLike; businessObject: ModdleElement }
export interface Services { get<T>(name: string): T }
export interface Modeling {
  removeElements(elements: readonly ShapeLike[]): void; createShape(shape: ShapeLike, at: { x: number; y: number }, parent: ShapeLike): ShapeLike;
  connect(source: ShapeLike, target: ShapeLike, attributes: object): ShapeLike; claimId(id: string, element: ModdleElement): void;
  reconnectStart(connection: ShapeLike, source: ShapeLike, docking: object): void; reconnectEnd(connection: ShapeLike, target: ShapeLike, docking: object): void;
  moveElements(shapes: readonly ShapeLike[], delta: { x: number; y: number }): void;
  updateModdleProperties(element: ShapeLike, target: ModdleElement, properties: Record<string, unknown>): void;
}
interface SpaceTool {
  calculateAdjustments(elements: readonly ShapeLike[], axis: 'x' | 'y', delta: number, start: number): { movingShapes: ShapeLike[]; resizingShapes: ShapeLike[] };
  makeSpace(moving: readonly ShapeLike[], resizing: readonly ShapeLike[], delta: { x: number; y: number }, direction: 'e' | 's', start: number): void;
}
interface Canvas { getRootElement(): ShapeLike }

export function spaceAt(services: Services, axis: 'x' | 'y', start: number, size: number): void {
  const tool = services.get<SpaceTool>('spaceTool');
  const { movingShapes, resizingShapes } = tool.calculateAdjustments(withChildren(services.get<Canvas>('canvas').getRootElement()), axis, size, start);
  if (movingShapes.length + resizingShapes.length === 0) return;
  tool.makeSpace(movingShapes, resizingShapes, axis === 'x' ? { x: size, y: 0 } : { x: 0, y: size }, axis === 'x' ? 'e' : 's', start);
}
function withChildren(root: ShapeLike): ShapeLike[] { return (root.children ?? []).flatMap((child) => [child, ...withChildren(child)]); }
