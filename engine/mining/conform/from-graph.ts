/**
 * A drawing as a Petri net whose traces are those of the drawing when data decide nothing: a place for each way into a
 * node, a labelled transition for each activity, silent ones for what a log does not show. An event of the drawing is
 * labelled only when the log has an activity of its name.
 */
import type { ActivityNode, EventNode, FlowNode, GatewayNode, Id, ProcessGraph } from '../../graph/types.js';
import { NetBuilder } from './net-builder.js';
import { MarkingTable, type PetriNet } from './net.js';

/** More ways through an inclusive gateway than 2 to the power of this are not written out. */
const MOST_INCLUSIVE = 10;
const MOST_MARKINGS = 20_000;

/** A drawing that cannot be written as a net; the message names the element. */
export class NetError extends Error {}

/** One name for names that differ in blanks only. */
export const plainLabel = (name: string): string => name.trim().replace(/\s+/g, ' ');

/** `logged`: names of activities in the log, plain. Throws `NetError`. */
export function netOf(graph: ProcessGraph, logged: ReadonlySet<string>): PetriNet {
  const direct = new GraphNet(graph, logged, false);
  return direct.needsClosing() ? new GraphNet(graph, logged, true).net : direct.net;
}

interface Scope { id: Id; end: number; first: number; active: number | undefined; armed: number[]; later: (() => void)[] }

class GraphNet {
  readonly net: PetriNet;
  private readonly builder = new NetBuilder();
  /** Place before a node, or, for nodes that wait for several flows, the place of each flow. */
  private readonly before = new Map<Id, number>();
  private readonly byFlow = new Map<Id, number>();
  private readonly scopes = new Map<Id, Scope>();
  private armedSomewhere = false;

  constructor(private readonly graph: ProcessGraph, private readonly logged: ReadonlySet<string>, private readonly closing: boolean) {
    const start = this.builder.place('start');
    const done = this.builder.place('done');
    this.scope(graph.id, [start], [done], undefined);
    this.net = this.builder.build([start], [done]);
  }

  /** With several ends that can be reached in one run, a scope is over only when nothing is left in it. */
  needsClosing(): boolean {
    if (this.armedSomewhere) return true;
    const table = new MarkingTable(this.net);
    for (let at = 0; at < table.size && table.size < MOST_MARKINGS; at += 1) {
      if (table.at(at).some((tokens) => tokens > 1)) return true;
      table.successorsOf(at);
    }
    return false;
  }

  /** Writes the inside of a process or sub-process, entered from `enter` and left to `leave`. */
  private scope(id: Id, enter: readonly number[], leave: readonly number[], active: number | undefined, armed: readonly number[] = []): void {
    const { builder } = this;
    const scope: Scope = { id, first: builder.placeCount, end: builder.place(`end of ${id}`), active, armed: [...armed], later: [] };
    this.scopes.set(id, scope);
    const nodes = this.graph.order.map((each) => this.graph.nodes[each]!).filter((node) => node.scope === id && this.runs(node));
    for (const node of nodes) {
      if (isEventSubProcess(node)) scope.armed.push(this.arm(node.id));
      else this.placesBefore(node);
    }
    const own = active === undefined ? [] : [active];
    for (const places of this.beginnings(nodes)) builder.add({ id: `begin ${id}`, take: enter, give: [...places, ...scope.armed, ...own] });
    for (const node of nodes) this.node(node, scope);
    // What empties the scope has to know all of its places.
    for (const add of scope.later) add();
    const within = this.placesWithin(scope).filter((place) => place !== scope.end && place !== active && !scope.armed.includes(place));
    builder.add({ id: `close ${id}`, take: [scope.end, ...own], give: leave, ...(this.closing && { empty: within, clears: [scope.end, ...scope.armed] }) });
  }

  /** Each start event begins the scope by itself; without one, all nodes that nothing leads to begin together. */
  private beginnings(nodes: readonly FlowNode[]): number[][] {
    const starts = nodes.filter((node) => node.type === 'startEvent');
    if (starts.length > 0) return starts.map((node) => [this.before.get(node.id)!]);
    return [nodes.filter((node) => node.incoming.length === 0 && node.type !== 'boundaryEvent' && !isEventSubProcess(node)).map((node) => this.before.get(node.id)!)];
  }

  private placesWithin(scope: Scope): number[] {
    return Array.from({ length: this.builder.placeCount - scope.first }, (_, i) => scope.first + i);
  }

  private runs(node: FlowNode): boolean {
    return !(node.kind === 'activity' && node.isForCompensation) && !(node.kind === 'event' && node.definitions.some(({ kind }) => kind === 'compensation') && node.type === 'boundaryEvent');
  }

  private placesBefore(node: FlowNode): void {
    if (waitsForFlows(node)) for (const flow of node.incoming) this.byFlow.set(flow, this.builder.place(`flow ${flow}`));
    else this.before.set(node.id, this.builder.place(`before ${node.id}`));
  }

  private placeOf(flow: Id): number {
    return this.byFlow.get(flow) ?? this.before.get(this.graph.flows[flow]!.target)!;
  }

  /** Where a token goes that leaves the node; an end without an event is an end. */
  private after(node: FlowNode, scope: Scope): number[] {
    return node.outgoing.length === 0 ? [scope.end] : node.outgoing.map((flow) => this.placeOf(flow));
  }

  private node(node: FlowNode, scope: Scope): void {
    if (node.kind === 'gateway') this.gateway(node, scope);
    else if (node.kind === 'event') this.event(node, scope);
    else if (isEventSubProcess(node)) scope.later.push(() => { this.eventSubProcess(node, scope); });
    else this.activity(node, scope);
  }

  private gateway(node: GatewayNode, scope: Scope): void {
    const ins = waitsForFlows(node) ? node.incoming.map((flow) => this.byFlow.get(flow)!) : [this.before.get(node.id)!];
    const outs = this.after(node, scope);
    const chosen = node.type === 'exclusiveGateway' || node.type === 'eventBasedGateway' ? outs.map((out) => [out])
      : node.type === 'parallelGateway' ? [outs] : subsets(outs, node.id);
    const joins = node.type === 'parallelGateway' || ins.length === 1 ? [{ take: ins, empty: [] as number[] }] : this.inclusiveJoins(node, ins);
    for (const { take, empty } of joins) for (const give of chosen) this.builder.add({ id: node.id, take, give, empty });
  }

  /**
   * BPMN 2.0 section 13.4.3: goes on with the flows that have a token when no token elsewhere can still reach an empty one
   * without being able to reach one that has a token.
   */
  private inclusiveJoins(node: GatewayNode, ins: readonly number[]): { take: number[]; empty: number[] }[] {
    const reach = this.reach(node);
    return subsets(ins, node.id).map((take) => {
      const others = ins.filter((place) => !take.includes(place));
      const waitedFor = [...reach].filter(([, reached]) => others.some((place) => reached.has(place)) && !take.some((place) => reached.has(place))).map(([place]) => place);
      return { take, empty: [...new Set([...others, ...waitedFor])] };
    });
  }

  /** For each place outside the gateway, which of its incoming flows can be reached from there. */
  private reach(join: GatewayNode): Map<number, Set<number>> {
    const reach = new Map<number, Set<number>>(join.incoming.map((flow) => [this.byFlow.get(flow)!, new Set([this.byFlow.get(flow)!])]));
    const nodes = Object.values(this.graph.nodes).filter((node) => node.scope === join.scope && node.id !== join.id);
    for (let changed = true; changed;) {
      changed = false;
      for (const node of nodes) {
        const host = node.kind === 'event' && node.attachedTo !== undefined ? this.graph.nodes[node.attachedTo] : undefined;
        const from = [...node.incoming.map((flow) => this.placeOf(flow)), ...(this.before.has(node.id) ? [this.before.get(node.id)!] : []), ...(host ? [this.before.get(host.id)!] : [])];
        for (const flow of node.outgoing) {
          for (const reached of reach.get(this.placeOf(flow)) ?? []) {
            for (const place of from) {
              const known = reach.get(place) ?? new Set();
              if (known.has(reached)) continue;
              reach.set(place, known.add(reached));
              changed = true;
            }
          }
        }
      }
    }
    return reach;
  }

  private event(node: EventNode, scope: Scope): void {
    if (node.type === 'boundaryEvent') return;
    const take = [this.before.get(node.id)!];
    const link = node.definitions.find((each) => each.kind === 'link');
    if (link?.kind === 'link' && node.type === 'intermediateThrowEvent') {
      const target = Object.values(this.graph.nodes).find((each) => each.kind === 'event' && each.type === 'intermediateCatchEvent' && each.definitions.some((other) => other.kind === 'link' && other.name === link.name));
      if (!target) throw new NetError(`${node.id}: no link event catches "${link.name}"`);
      this.builder.add({ ...this.shown(node), take, give: [this.before.get(target.id)!] });
    } else if (node.type === 'endEvent') this.endEvent(node, scope, take);
    else this.builder.add({ ...this.shown(node), take, give: this.after(node, scope) });
  }

  private endEvent(node: EventNode, scope: Scope, take: readonly number[]): void {
    const kinds = node.definitions.map(({ kind }) => kind);
    const host = this.graph.nodes[scope.id];
    const boundary = host?.kind === 'activity' && kinds.some((kind) => kind === 'error' || kind === 'cancel') ? this.catcher(host, node) : undefined;
    const clears = (): number[] => this.placesWithin(scope).filter((place) => place !== scope.active);
    const { active } = scope;
    if (boundary && active !== undefined) {
      const outer = this.scopes.get(host!.scope)!;
      scope.later.push(() => { this.builder.add({ ...this.shown(node), take: [...take, active], give: this.after(boundary, outer), clears: clears() }); });
    } else if (kinds.includes('terminate')) scope.later.push(() => { this.builder.add({ ...this.shown(node), take, give: [scope.end], clears: clears() }); });
    else this.builder.add({ ...this.shown(node), take, give: [scope.end] });
  }

  private catcher(host: ActivityNode, thrown: EventNode): FlowNode | undefined {
    const codes = thrown.definitions.flatMap((each) => (each.kind === 'error' ? [each.code] : []));
    return host.boundary.map((id) => this.graph.nodes[id]!).find((each) => each.kind === 'event' && each.definitions.some((definition) =>
      (definition.kind === 'error' && (definition.code === undefined || codes.includes(definition.code))) || (definition.kind === 'cancel' && thrown.definitions.some(({ kind }) => kind === 'cancel'))));
  }

  private activity(node: ActivityNode, scope: Scope): void {
    const before = this.before.get(node.id)!;
    const outs = this.after(node, scope);
    const conditional = node.outgoing.some((flow) => this.graph.flows[flow]!.condition !== undefined);
    const after = this.builder.place(`after ${node.id}`);
    const boundaries = node.boundary.map((id) => this.graph.nodes[id]!).filter((each): each is EventNode => each.kind === 'event' && this.runs(each));
    const nested = node.children !== undefined && node.children.length > 0;
    const active = boundaries.length > 0 || nested ? this.builder.place(`active ${node.id}`) : before;
    const first = this.builder.placeCount;
    const armed = boundaries.filter((each) => each.cancelActivity === false).map((each) => this.arm(each.id));
    if (nested) this.scope(node.id, [before], [after], active, armed);
    else this.task(node, { before, active, after, armed });
    if (node.loop) this.builder.add({ id: `again ${node.id}`, take: [after], give: [before] });
    for (const give of conditional ? subsets(outs, node.id) : [outs]) this.builder.add({ id: `leave ${node.id}`, take: [after], give });
    const within = Array.from({ length: this.builder.placeCount - first }, (_, i) => first + i);
    for (const boundary of boundaries) this.boundary(boundary, active, within, scope);
  }

  private task(node: ActivityNode, { before, active, after, armed }: { before: number; active: number; after: number; armed: readonly number[] }): void {
    if (active !== before) this.builder.add({ id: `begin ${node.id}`, take: [before], give: [active, ...armed] });
    this.builder.add({ id: node.id, label: plainLabel(node.name ?? node.id), element: node.id, take: [active], give: [after], clears: armed });
  }

  /** An event that does not interrupt happens at most once for each time its activity runs. */
  private arm(id: Id): number {
    this.armedSomewhere = true;
    const place = this.builder.place(`armed ${id}`);
    this.before.set(`armed ${id}`, place);
    return place;
  }

  private boundary(event: EventNode, active: number, within: readonly number[], scope: Scope): void {
    const give = this.after(event, scope);
    if (event.cancelActivity !== false) {
      // A thrown error is caught where it is thrown, when the drawing shows that place.
      const thrownInside = event.definitions.some(({ kind }) => kind === 'error' || kind === 'cancel') && this.throwsInside(event.attachedTo!);
      if (!thrownInside) this.builder.add({ ...this.shown(event), take: [active], give, clears: within });
      return;
    }
    this.builder.add({ ...this.shown(event), take: [active, this.before.get(`armed ${event.id}`)!], give: [active, ...give] });
  }

  private throwsInside(host: Id): boolean {
    return Object.values(this.graph.nodes).some((node) => node.scope === host && node.type === 'endEvent' && node.definitions.some(({ kind }) => kind === 'error' || kind === 'cancel'));
  }

  private eventSubProcess(node: ActivityNode, scope: Scope): void {
    const armed = this.before.get(`armed ${node.id}`)!;
    const inner = (node.children ?? []).map((id) => this.graph.nodes[id]!).find((each) => each.type === 'startEvent');
    const interrupts = inner?.kind === 'event' && inner.isInterrupting !== false;
    const entered = this.builder.place(`entered ${node.id}`);
    const clears = interrupts ? this.placesWithin(scope).filter((place) => place !== scope.active && place !== entered) : [];
    this.builder.add({ id: `trigger ${node.id}`, take: [armed], give: [entered], clears });
    this.scope(node.id, [entered], [scope.end], this.builder.place(`active ${node.id}`));
  }

  private shown(node: FlowNode): { id: string; label?: string; element: string } {
    const label = [node.name, node.id].map((text) => (text === undefined ? undefined : plainLabel(text))).find((text) => text !== undefined && this.logged.has(text));
    return { id: node.id, element: node.id, ...(label !== undefined && { label }) };
  }
}

function waitsForFlows(node: FlowNode): boolean {
  return node.incoming.length > 1 && (node.type === 'parallelGateway' || node.type === 'inclusiveGateway' || node.type === 'complexGateway');
}

function isEventSubProcess(node: FlowNode): node is ActivityNode {
  return node.kind === 'activity' && node.triggeredByEvent === true;
}

function subsets(places: readonly number[], node: Id): number[][] {
  if (places.length > MOST_INCLUSIVE) throw new NetError(`${node}: more than ${MOST_INCLUSIVE} flows at one inclusive gateway`);
  return places.reduce<number[][]>((sets, place) => [...sets, ...sets.map((set) => [...set, place])], [[]]).filter((set) => set.length > 0);
}
