/** From pools to moves, by the token semantics of BPMN 2.0 chapter 13; each pool runs once. */
import type { ActivityNode, EventNode, FlowNode, GatewayNode, Id, ProcessGraph } from '../../graph/types.js';
import { boundaryEvents, childrenOf, endsScope, eventStart, hasInside, isCompensation, isEventSubProcess, linkOf, ownerOf } from '../soundness/handlers.js';
import type { Channels } from './messages.js';
import { waitsForMessage } from './messages.js';
import { PoolNet } from './net.js';

/** More branches than this on an inclusive gateway are not enumerated. */
const MOST_BRANCHES = 6;

/** Undefined when a pool holds what is not followed here: complex gateways, very wide inclusive ones. */
export function compilePools(pools: readonly ProcessGraph[], channels: Channels): PoolNet | undefined {
  const net = new PoolNet();
  const isFollowed = (node: FlowNode): boolean => node.type !== 'complexGateway' && !(node.type === 'inclusiveGateway' && Math.max(node.incoming.length, node.outgoing.length) > MOST_BRANCHES);
  if (!pools.every((pool) => Object.values(pool.nodes).every(isFollowed))) return undefined;
  for (const pool of pools) new PoolCompiler(net, pool, channels).compile();
  return net;
}

class PoolCompiler {
  constructor(private readonly net: PoolNet, private readonly graph: ProcessGraph, private readonly channels: Channels) {}

  compile(): void {
    for (const id of this.graph.order) {
      const node = this.graph.nodes[id]!;
      if (node.kind === 'gateway') this.gateway(node);
      else if (node.kind === 'event') this.event(node);
      else if (!node.isForCompensation) this.activity(node);
    }
    this.begin();
  }

  private flow(id: Id): number { return this.net.place(`f:${id}`); }
  private running(id: Id): number { return this.net.place(`r:${id}`); }
  private outs(node: FlowNode): number[] { return node.outgoing.map((id) => this.flow(id)); }
  private sent(node: FlowNode): number[] { return (this.channels.sends.get(node.id) ?? []).map((id) => this.net.place(`m:${id}`)); }

  /** The ways in which a node can get the message it waits for; one without a message when it waits for none. */
  private received(node: FlowNode): number[][] {
    const flows = this.channels.receives.get(node.id);
    return flows === undefined ? [[]] : flows.map((id) => [this.net.place(`m:${id}`)]);
  }
  /** Moves out of a place where a token waits, one for each message that can end the waiting. */
  private await(node: FlowNode, place: number, give: readonly number[], more: Parameters<PoolNet['move']>[3] = {}, keep: readonly number[] = []): void {
    for (const message of this.received(node)) this.net.move(node.id, [place, ...message], [...keep, ...give], more);
  }
  private noteWaiting(node: FlowNode, place: number): void {
    const messages = this.channels.receives.get(node.id);
    if (messages !== undefined) this.net.waiting.push({ place, node: node.id, messages });
  }

  /** Pools begin at their starts without a trigger, or when the first message for a start arrives. */
  private begin(): void {
    const starts = this.startsOf(this.graph.id);
    const byMessage = starts.filter((node) => waitsForMessage(node) && this.channels.receives.has(node.id));
    const free = starts.filter((node) => !byMessage.includes(node));
    if (free.length > 0) {
      this.net.initial.push(...free.flatMap((node) => this.entered(node)), ...this.guards(this.graph.id));
      return;
    }
    const unborn = this.net.place(`u:${this.graph.id}`);
    this.net.initial.push(unborn);
    for (const node of byMessage) this.await(node, unborn, [...this.entered(node), ...this.guards(this.graph.id)]);
  }
  /** Start events, or else what no flow leads to. */
  private startsOf(scope: Id): FlowNode[] {
    const nodes = childrenOf(this.graph, scope);
    const starts = nodes.filter((node) => node.type === 'startEvent');
    if (starts.length > 0) return starts;
    return nodes.filter((node) => node.incoming.length === 0 && node.type !== 'boundaryEvent' && !(node.kind === 'activity' && (node.isForCompensation || node.triggeredByEvent)) && !(node.type === 'intermediateCatchEvent' && linkOf(node) !== undefined));
  }
  /** Places marked when a node begins of itself. */
  private entered(node: FlowNode): number[] {
    if (node.type === 'startEvent') return this.outs(node);
    return [this.net.place(`i:${node.id}`)];
  }
  /** Event sub-processes of a scope may happen once. */
  private guards(scope: Id): number[] { return childrenOf(this.graph, scope).filter(isEventSubProcess).map((sub) => this.net.place(`e:${sub.id}`)); }

  /** Places from which a token comes into a node. */
  private ins(node: FlowNode): number[] {
    return [...node.incoming.filter((id) => this.graph.nodes[this.graph.flows[id]!.source]?.type !== 'eventBasedGateway').map((id) => this.flow(id)), ...(node.incoming.length === 0 ? [this.net.place(`i:${node.id}`)] : [])];
  }
  /** Everything inside a scope that can hold a token. */
  private inside(scope: Id): number[] {
    return childrenOf(this.graph, scope).flatMap((node) => [
      ...node.outgoing.map((id) => this.flow(id)), this.running(node.id), this.net.place(`i:${node.id}`), this.net.place(`w:${node.id}`),
      ...(isEventSubProcess(node) ? [this.net.place(`e:${node.id}`)] : []), ...(node.kind === 'activity' && node.children ? this.inside(node.id) : []),
    ]);
  }
  /** The same without what only guards: a scope is done although an event never came. */
  private work(scope: Id): number[] {
    const places = this.inside(scope);
    const guards = new Set(this.net.named('e:').map((each) => each.place));
    return places.filter((place) => !guards.has(place));
  }

  private activity(node: ActivityNode): void {
    const isSub = hasInside(node) && childrenOf(this.graph, node.id).length > 0;
    const run = this.running(node.id);
    if (node.triggeredByEvent) { this.eventSubProcess(node); return; }
    const started = isSub ? [...this.startsOf(node.id).flatMap((start) => this.entered(start)), ...this.guards(node.id)] : [];
    const once = boundaryEvents(this.graph, node).filter((event) => event.cancelActivity === false && !isCompensation(event)).map((event) => this.net.place(`n:${event.id}`));
    for (const place of this.ins(node)) this.net.move(isSub ? undefined : node.id, [place], [run, ...started, ...once, ...this.sent(node)]);
    const end = { clear: [...once, ...(isSub ? this.inside(node.id) : [])] };
    for (const outs of this.ways(node)) {
      if (isSub) this.net.move(node.id, [run], outs, { ...end, needsEmpty: this.work(node.id) });
      else for (const message of this.received(node)) this.net.move(undefined, [run, ...message], outs, end);
    }
    if (!isSub) this.noteWaiting(node, run);
    for (const event of boundaryEvents(this.graph, node)) if (!isCompensation(event)) this.boundary(node, event, end);
  }
  private boundary(host: ActivityNode, event: EventNode, end: { clear: number[] }): void {
    const thrown = event.definitions.some((each) => each.kind === 'error' || each.kind === 'escalation' || each.kind === 'cancel');
    if (thrown && hasInside(host)) return;
    const run = this.running(host.id);
    if (event.cancelActivity !== false) { this.await(event, run, this.outs(event), end); return; }
    const once = this.net.place(`n:${event.id}`);
    const again = waitsForMessage(event) ? [once] : [];
    for (const message of this.received(event)) this.net.move(event.id, [run, once, ...message], [run, ...again, ...this.outs(event)]);
  }
  /** Sets of outgoing flows that may be taken: conditional ones are optional. */
  private ways(node: FlowNode): number[][] {
    const optional = node.kind === 'activity' ? node.outgoing.filter((id) => this.graph.flows[id]!.condition !== undefined && id !== node.defaultFlow) : [];
    if (optional.length === 0 || optional.length > MOST_BRANCHES) return [this.outs(node)];
    const fallback = node.kind === 'activity' ? node.defaultFlow : undefined;
    const always = node.outgoing.filter((id) => !optional.includes(id) && id !== fallback);
    const none = fallback !== undefined ? [[...always, fallback]] : always.length > 0 ? [always] : [];
    return [...subsets(optional).map((each) => [...always, ...each]), ...none].map((ids) => ids.map((id) => this.flow(id)));
  }
  private eventSubProcess(node: ActivityNode): void {
    const start = eventStart(this.graph, node.id);
    if (!start) return;
    const run = this.running(node.id);
    const guard = this.net.place(`e:${node.id}`);
    const scope = this.inside(node.scope);
    const inner = new Set(this.inside(node.id));
    const interrupts = start.isInterrupting !== false;
    const rest = scope.filter((place) => !inner.has(place) && place !== run && place !== guard);
    const guards = new Set(this.net.named('e:').map((each) => each.place));
    for (const message of this.received(start)) {
      this.net.move(start.id, [guard, ...message], [run, ...this.outs(start), ...(interrupts || !waitsForMessage(start) ? [] : [guard])],
        { clear: interrupts ? rest : [], needsSome: rest.filter((place) => !guards.has(place)) });
    }
    this.net.move(node.id, [run], [], { needsEmpty: this.work(node.id) });
  }

  private event(node: EventNode): void {
    if (node.type === 'startEvent' || node.type === 'boundaryEvent') return;
    if (node.type === 'intermediateCatchEvent') {
      for (const place of [...this.ins(node), ...(linkOf(node) === undefined ? [] : [this.net.place(`l:${node.scope}:${linkOf(node)!}`)])]) {
        this.await(node, place, this.outs(node));
        this.noteWaiting(node, place);
      }
      return;
    }
    const ending = node.definitions.find((each) => endsScope(this.graph, node.scope, each));
    const link = node.type === 'intermediateThrowEvent' ? linkOf(node) : undefined;
    const give = link !== undefined ? [this.net.place(`l:${node.scope}:${link}`)] : [...this.outs(node), ...this.sent(node)];
    for (const place of this.ins(node)) {
      if (!ending) this.net.move(node.id, [place], give);
      else if (ending.kind === 'terminate') this.net.move(node.id, [place], this.sent(node), { clear: this.inside(node.scope) });
      else this.leave(node, place, ending.kind);
    }
  }
  /** An error, escalation or cancel that ends its scope: goes on where it is caught, or ends the pool. */
  private leave(node: EventNode, place: number, kind: string): void {
    for (let scope = node.scope; ;) {
      const owner = ownerOf(this.graph, scope);
      if (!owner) { this.net.move(node.id, [place], this.sent(node), { clear: this.inside(this.graph.id) }); return; }
      const caught = boundaryEvents(this.graph, owner).find((event) => event.definitions.some((each) => each.kind === kind));
      if (caught) { this.net.move(node.id, [place, this.running(owner.id)], [...this.outs(caught), ...this.sent(node)], { clear: this.inside(owner.id) }); return; }
      scope = owner.scope;
    }
  }

  private gateway(node: GatewayNode): void {
    const ins = this.ins(node);
    if (node.type === 'parallelGateway') this.net.move(node.id, ins, this.outs(node));
    else if (node.type === 'eventBasedGateway') this.eventBased(node, ins);
    else if (node.type === 'inclusiveGateway') this.inclusive(node);
    else for (const place of ins) for (const out of node.outgoing.length > 0 ? this.outs(node).map((each) => [each]) : [[]]) this.net.move(node.id, [place], out);
  }
  private eventBased(node: GatewayNode, ins: readonly number[]): void {
    const waiting = this.net.place(`w:${node.id}`);
    for (const place of ins) this.net.move(node.id, [place], [waiting]);
    const targets = node.outgoing.map((id) => this.graph.nodes[this.graph.flows[id]!.target]!);
    for (const target of targets) this.await(target, waiting, this.outs(target));
    const flows = targets.map((target) => this.channels.receives.get(target.id));
    if (flows.every((each) => each !== undefined)) this.net.waiting.push({ place: waiting, node: node.id, messages: flows.flatMap((each) => [...each]) });
  }
  /** Joins when every token that could still come to an empty branch could come to a full one too (section 13.4.3). */
  private inclusive(node: GatewayNode): void {
    const outs = node.outgoing.length > 1 ? subsets(node.outgoing).map((ids) => ids.map((id) => this.flow(id))) : [this.outs(node)];
    if (node.incoming.length < 2) { for (const place of this.ins(node)) for (const out of outs) this.net.move(node.id, [place], out); return; }
    const reach = new Map(node.incoming.map((id) => [id, this.leadingTo(id, node.id)]));
    for (const full of subsets(node.incoming)) {
      const ready = new Set(full.flatMap((id) => [...reach.get(id)!]));
      const empty = node.incoming.filter((id) => !full.includes(id));
      const needsEmpty = [...new Set(empty.flatMap((id) => [this.flow(id), ...reach.get(id)!]))].filter((place) => !ready.has(place) || empty.some((id) => this.flow(id) === place));
      for (const out of outs) this.net.move(node.id, full.map((id) => this.flow(id)), out, { needsEmpty });
    }
  }
  /** Places from which a token can come to a flow without passing the gateway. */
  private leadingTo(flow: Id, gateway: Id): Set<number> {
    const places = new Set<number>();
    const nodes = new Set([this.graph.flows[flow]!.source]);
    for (const id of nodes) {
      const node = this.graph.nodes[id]!;
      if (id === gateway) continue;
      places.add(this.running(id)).add(this.net.place(`w:${id}`));
      for (const each of node.incoming) { places.add(this.flow(each)); nodes.add(this.graph.flows[each]!.source); }
      if (node.kind === 'event' && node.attachedTo) nodes.add(node.attachedTo);
    }
    return places;
  }
}

function subsets<T>(items: readonly T[]): T[][] {
  return Array.from({ length: 2 ** items.length - 1 }, (_, n) => items.filter((_item, at) => ((n + 1) >> at) & 1));
}
