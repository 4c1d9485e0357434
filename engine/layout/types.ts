/**
 * What the layout takes and gives: plain structure in, coordinates out.
 * All lengths are pixels of the BPMN diagram interchange (BPMN 2.0 chapter 12); x grows right, y grows down.
 */
export interface Point { x: number; y: number }
export interface Size { width: number; height: number }
export interface Rect extends Point, Size {}

export type NodeShape = 'event' | 'gateway' | 'activity' | 'data';

export interface LayoutNode extends Size {
  id: string;
  shape: NodeShape;
  /** Id of the lane (or of the pool, when it has none) in which the node stands; ignored for children. */
  band: string;
  /** Text drawn outside the shape: events, gateways, data. */
  label?: string;
  /** The expanded sub-process that contains the node. */
  parent?: string;
  /** Boundary events: the activity whose border carries them. */
  attachedTo?: string;
}

export interface LayoutFlow {
  id: string;
  source: string;
  target: string;
  label?: string;
  /** The default flow of its source: the way most runs take, kept straight. */
  preferred?: boolean;
}

export interface LayoutLane { id: string; label?: string }

export interface LayoutPool {
  id: string;
  label?: string;
  /** Leaf lanes from top to bottom; none: the pool is one band. */
  lanes: readonly LayoutLane[];
  /** Levels of lanes inside lanes, each with a header; default 1. */
  laneDepth?: number;
  /** Drawn with a frame and a header; false for a process outside any pool. */
  frame: boolean;
  /** A participant whose process is not shown: an empty band. */
  blackBox?: boolean;
}

export interface LayoutDiagram {
  pools: readonly LayoutPool[];
  nodes: readonly LayoutNode[];
  flows: readonly LayoutFlow[];
  /** Ends are nodes or black-box pools. */
  messageFlows: readonly LayoutFlow[];
  /** Ends are a node and a data node, or a node and a node (compensation). */
  associations: readonly LayoutFlow[];
}

export interface ShapePlace extends Rect { label?: Rect }
export interface EdgePlace { waypoints: Point[]; label?: Rect }
export interface DiagramPlaces {
  shapes: Record<string, ShapePlace>;
  edges: Record<string, EdgePlace>;
  /** Size of the whole drawing, starting at 0, 0. */
  size: Size;
}

/** A drawing as its file has it, to be made into a picture. */
export interface Picture extends Rect { shapes: readonly PictureShape[]; edges: readonly PictureEdge[] }
export interface PictureShape extends Rect {
  id: string;
  name?: string;
  look: 'pool' | 'lane' | 'activity' | 'event' | 'gateway';
  /** Place of a name outside its shape. */
  label?: Rect;
  /** Pools and lanes: a header at the left (`side`) or on top, or none: the name stands in the middle of an empty pool. */
  header?: 'side' | 'top' | 'none';
  /** What stands in it: `timer`, `message`, `parallel`, `subProcess`, ... */
  mark?: string;
  /** Events: before, between and after the steps. */
  ring?: 'start' | 'between' | 'end';
  /** Dashed: an event that does not interrupt. */
  dashed?: boolean;
  /** Filled mark: an event that throws. Thick border: a call activity. Steps inside: an expanded sub-process. */
  throws?: boolean;
  thick?: boolean;
  open?: boolean;
}
export interface PictureEdge { id: string; name?: string; waypoints: readonly Point[]; label?: Rect; message: boolean }
