/** Soundness of a whole process, scope by scope from the inside out. Each scope is checked as if it were entered once. */
import type { FlowNode, Id, ProcessGraph } from '../../graph/types.js';
import { childrenOf, hasInside, insideOf, isEventSubProcess } from './handlers.js';
import { explore } from './explore.js';
import { compile, TooWide } from './net.js';
import type { Region } from './normalise.js';
import { normalise } from './normalise.js';
import { prune } from './reduce.js';
import type { RegionPlan } from './regions.js';
import { canBeInterrupted, mainRegion, sideRegions } from './regions.js';
import type { Crowded, EndTwice, Endless, SoundnessCheck, Stuck } from './verdict.js';
import { decide, elementsOf, MOVE_BUDGET } from './verdict.js';

export interface Soundness {
  stuck: Stuck[];
  crowded: Crowded[];
  endTwice: EndTwice[];
  endless: Endless[];
  /** Activities that no run executes, in document order. */
  dead: Id[];
  undecided: ReadonlySet<SoundnessCheck>;
  /** Complex gateways that join: what they wait for is not modelled, so findings may depend on it. */
  complexJoins: Id[];
}

export function soundnessOf(graph: ProcessGraph): Soundness {
  const walk = new Walk(graph);
  walk.scope(graph.id, () => []);
  const complexJoins = graph.order.filter((id) => graph.nodes[id]?.type === 'complexGateway' && graph.nodes[id]!.incoming.length > 1);
  const { stuck, crowded, endTwice, endless, undecided } = walk;
  return { stuck, crowded, endTwice, endless, undecided, complexJoins, dead: walk.deadSteps() };
}

/** A run up to the scope; worked out only when there is something to show. */
type Way = () => Id[];

class Walk {
  readonly stuck: Stuck[] = [];
  readonly crowded: Crowded[] = [];
  readonly endTwice: EndTwice[] = [];
  readonly endless: Endless[] = [];
  readonly undecided = new Set<SoundnessCheck>();
  private readonly dead = new Set<Id>();
  private readonly completing = new Map<Id, boolean>();

  constructor(private readonly graph: ProcessGraph) {}

  /** Checks a scope that is reached by `way`, and everything inside it. */
  scope(scope: Id, way: Way): void {
    const main = this.region(mainRegion(this.graph, scope));
    this.judge(main, way);
    for (const { event, region } of sideRegions(this.graph, scope)) {
      const host = this.graph.nodes[event];
      const attached = host?.kind === 'event' ? host.attachedTo ?? '' : '';
      if (this.dead.has(attached)) for (const node of region.nodes) this.kill(node);
      else this.judge(this.region(region), () => [...way(), ...this.wayTo(main, attached)]);
    }
    this.inside(scope, main, way);
  }

  private inside(scope: Id, main: Region, way: Way): void {
    for (const node of childrenOf(this.graph, scope)) {
      if (this.dead.has(node.id)) continue;
      if (hasInside(node) && !node.triggeredByEvent) this.scope(node.id, () => [...way(), ...this.wayTo(main, node.id)]);
      else if (isEventSubProcess(node)) this.scope(node.id, () => [...way(), node.id]);
    }
  }

  deadSteps(): Id[] {
    return this.graph.order.filter((id) => {
      const node = this.graph.nodes[id];
      return node?.kind === 'activity' && !node.isForCompensation && this.dead.has(id);
    });
  }

  private judge(region: Region, way: Way): void {
    const verdict = decide(region);
    const from = <T extends { run: Id[] }>(each: T): T => ({ ...each, run: [...way(), ...each.run] });
    if (!canBeInterrupted(this.graph, region.scope)) {
      this.stuck.push(...verdict.stuck.map(from));
      this.endless.push(...verdict.endless.map(from));
    }
    this.crowded.push(...verdict.crowded.map(from));
    this.endTwice.push(...verdict.endTwice.map(from));
    for (const check of verdict.undecided) this.undecided.add(check);
    for (const node of region.nodes) if (verdict.dead.has(node.id)) this.kill(node);
  }

  private kill(node: FlowNode): void {
    this.dead.add(node.id);
    if (node.kind === 'activity' && node.children) for (const each of insideOf(this.graph, node.id)) this.dead.add(each.id);
  }

  private region(plan: RegionPlan): Region {
    const stuckInside = plan.nodes.filter((node) => hasInside(node) && !this.canComplete(node.id));
    return { ...plan, neverCompletes: new Set(stuckInside.map((node) => node.id)) };
  }

  /** Whether some run completes the sub-process, by its main flow or by an event sub-process that takes its place. */
  private canComplete(scope: Id): boolean {
    const known = this.completing.get(scope);
    if (known !== undefined) return known;
    this.completing.set(scope, true);
    const byEvent = childrenOf(this.graph, scope).some((node) => isEventSubProcess(node));
    const result = byEvent || decide(this.region(mainRegion(this.graph, scope))).completes;
    this.completing.set(scope, result);
    return result;
  }

  /** A shortest run of the region up to the element; just the element when there are too many states to say. */
  private wayTo(region: Region, element: Id): Id[] {
    const graph = normalise(region);
    prune(graph);
    try {
      const net = compile(graph);
      const found = explore(net, MOVE_BUDGET, (marking) => net.edges.some((edge, place) => marking[place]! > 0 && edge.trail.includes(element)));
      const modes = [];
      for (let at = found.parents[found.states.length - 1]; at; at = found.parents[at.state]) modes.unshift(at.mode);
      const run = elementsOf(net, modes);
      return run.includes(element) ? run.slice(0, run.lastIndexOf(element) + 1) : [element];
    } catch (error) {
      if (error instanceof TooWide) return [element];
      throw error;
    }
  }
}
