/**
 * The token game of one dossier, with the interpreter's rules for tokens and with chance in place of data: which nodes are
 * entered when, until nothing is left. What takes time is asked of `Work`.
 */
import type { ActivityNode, EventNode, FlowNode, GatewayNode, Id, ProcessGraph } from '../graph/types.js';
import { type Prepared, Scope, type Work } from './scope.js';

export class DossierRun {
  private root: Scope | undefined;
  private depth = 0;
  private readonly touched = new Set<Scope>();
  /** What interrupts an activity that is going on, by scope and activity. */
  private readonly interrupts = new WeakMap<Scope, Map<Id, (event: FlowNode) => void>>();

  constructor(private readonly work: Work, private readonly prepared: (graph: ProcessGraph) => Prepared) {}

  /** `at`: elements that a dossier stands at already, in place of the start. */
  start(graph: ProcessGraph, finished: () => void, at?: readonly Id[]): void {
    this.begin(this.prepared(graph), graph.id, finished, { opened: (scope) => { this.root = scope; }, ...(at && { starts: at }) });
  }

  /** Ends the dossier where it is. */
  stop(): void {
    if (this.root) this.clear(this.root);
  }

  private begin(prepared: Prepared, id: Id, finished: () => void, { opened, caught, starts = prepared.starts.get(id) ?? [] }: {
    opened: (scope: Scope) => void; caught?: (thrown: EventNode) => boolean; starts?: readonly Id[];
  }): void {
    const scope = new Scope(prepared, id, finished, caught);
    opened(scope);
    this.move(scope, () => {
      // One more token than there are, so that the scope is not over before all have begun.
      scope.tokens += starts.length + 1;
      for (const start of starts) this.enter(scope, start);
      this.consume(scope);
    });
  }

  /** Inclusive joins are looked at when nothing else moves. */
  private move(scope: Scope, act: () => void): void {
    this.touched.add(scope);
    this.depth += 1;
    act();
    this.depth -= 1;
    if (this.depth > 0) return;
    for (const each of this.touched) {
      this.touched.delete(each);
      if (!each.over) this.inclusiveJoins(each);
    }
  }

  /** The token that led here is counted already. */
  private enter(scope: Scope, id: Id, flow?: Id): void {
    if (scope.over) return;
    const node = scope.prepared.graph.nodes[id]!;
    if (node.kind === 'gateway') this.gateway(scope, node, flow);
    else if (node.kind === 'event') this.event(scope, node);
    else this.activity(scope, node);
  }

  private leave(scope: Scope, node: FlowNode, flows: readonly Id[] = node.outgoing): void {
    if (scope.over) return;
    this.move(scope, () => {
      scope.tokens += flows.length;
      for (const flow of flows) this.enter(scope, scope.prepared.graph.flows[flow]!.target, flow);
      this.consume(scope);
    });
  }

  private consume(scope: Scope): void {
    if (scope.over) return;
    scope.tokens -= 1;
    if (scope.tokens > 0) return;
    scope.over = true;
    scope.finished();
  }

  private clear(scope: Scope): void {
    scope.over = true;
    for (const undo of [...scope.undo]) undo();
    scope.undo.clear();
  }

  private gateway(scope: Scope, node: GatewayNode, flow: Id | undefined): void {
    const { routes } = scope.prepared;
    const joins = node.incoming.length > 1 && flow !== undefined;
    switch (node.type) {
      case 'exclusiveGateway': return this.leave(scope, node, node.outgoing.length > 0 ? [routes.one(node, this.work.random)] : []);
      case 'parallelGateway': return joins ? this.join(scope, node, flow) : this.leave(scope, node);
      case 'eventBasedGateway': return this.race(scope, node);
      default:
        if (!joins) return this.leave(scope, node, node.outgoing.length > 0 ? routes.some(node, this.work.random) : []);
        scope.add(flow, 1);
    }
  }

  private join(scope: Scope, node: GatewayNode, flow: Id): void {
    scope.add(flow, 1);
    if (!node.incoming.every((each) => (scope.at.get(each) ?? 0) > 0)) return;
    for (const each of node.incoming) scope.add(each, -1);
    scope.tokens -= node.incoming.length - 1;
    this.leave(scope, node);
  }

  /** Each goes on when no token elsewhere can still bring what it lacks (BPMN 2.0 section 13.4.3). */
  private inclusiveJoins(scope: Scope): void {
    for (const join of scope.prepared.reach.joinsOf(scope.id)) {
      const full = join.incoming.filter((flow) => (scope.at.get(flow) ?? 0) > 0);
      if (full.length === 0 || scope.prepared.reach.mustWait(join, full, scope.at)) continue;
      for (const flow of full) scope.add(flow, -1);
      scope.tokens -= full.length - 1;
      const { routes } = scope.prepared;
      this.leave(scope, join, join.outgoing.length > 1 ? routes.some(join, this.work.random) : join.outgoing);
      return;
    }
  }

  private event(scope: Scope, node: EventNode): void {
    const { graph } = scope.prepared;
    if (node.type === 'endEvent') return this.end(scope, node);
    if (node.type === 'intermediateThrowEvent') {
      this.work.completed?.(node, graph);
      const link = node.definitions.find((each) => each.kind === 'link');
      if (link?.kind !== 'link') return this.leave(scope, node);
      const target = Object.values(graph.nodes).find((each) => each.kind === 'event' && each.type === 'intermediateCatchEvent' && each.definitions.some((other) => other.kind === 'link' && other.name === link.name));
      return target ? this.leave(scope, target) : this.consume(scope);
    }
    if (node.type === 'startEvent' || node.definitions.some(({ kind }) => kind === 'link')) return this.leave(scope, node);
    this.wait(scope, node, (done) => this.work.delay(node, graph, done), () => { this.leave(scope, node); });
  }

  /** Keeps the token at the node while `start` goes on. */
  private wait(scope: Scope, node: FlowNode, start: (done: () => void) => (() => void) | undefined, then: () => void): void {
    scope.add(node.id, 1);
    let undo: (() => void) | undefined = undefined;
    const done = (): void => {
      if (undo) scope.undo.delete(undo);
      scope.add(node.id, -1);
      this.work.completed?.(node, scope.prepared.graph);
      then();
    };
    undo = start(done);
    if (undo) scope.undo.add(undo);
  }

  private end(scope: Scope, node: EventNode): void {
    this.work.completed?.(node, scope.prepared.graph);
    const kinds = node.definitions.map(({ kind }) => kind);
    if (kinds.includes('terminate')) {
      this.clear(scope);
      scope.finished();
    } else if ((kinds.includes('error') || kinds.includes('cancel')) && scope.caught?.(node)) return;
    else this.consume(scope);
  }

  /** The first event to happen; probabilities of the flows decide where they are stated. */
  private race(scope: Scope, node: GatewayNode): void {
    const { graph, routes } = scope.prepared;
    const targets = node.outgoing.map((flow) => ({ flow, target: graph.nodes[graph.flows[flow]!.target]! }));
    if (targets.some(({ flow }) => routes.stated(flow) !== undefined)) return this.leave(scope, node, [routes.one(node, this.work.random)]);
    scope.add(node.id, 1);
    const undos: (() => void)[] = [];
    const won = (target: FlowNode) => (): void => {
      for (const undo of undos) { undo(); scope.undo.delete(undo); }
      scope.add(node.id, -1);
      this.work.completed?.(target, graph);
      this.leave(scope, target);
    };
    for (const { target } of targets) {
      const undo = target.kind === 'event' ? this.work.delay(target, graph, won(target)) : target.kind === 'activity' ? this.work.perform(target, graph, won(target)) : undefined;
      if (undo) undos.push(undo);
    }
    for (const undo of undos) scope.undo.add(undo);
  }

  private activity(scope: Scope, node: ActivityNode): void {
    const turns = node.loop ? this.work.turns(node) : 1;
    const after = (): void => { this.leave(scope, node, this.flowsAfter(scope, node)); };
    if (turns === 0) return after();
    const sequential = node.loop?.kind !== 'multiInstance' || node.loop.sequential;
    this.guarded(scope, node, (done) => {
      let left = turns;
      const undos = new Set<() => void>();
      const one = (): void => {
        let undo: (() => void) | undefined = undefined;
        undo = this.once(scope, node, () => {
          if (undo) undos.delete(undo);
          this.work.completed?.(node, scope.prepared.graph);
          left -= 1;
          if (left === 0) done();
          else if (sequential) one();
        });
        if (undo) undos.add(undo);
      };
      for (let i = 0; i < (sequential ? 1 : turns); i += 1) one();
      return () => { for (const undo of undos) undo(); };
    }, after);
  }

  private flowsAfter(scope: Scope, node: ActivityNode): readonly Id[] {
    const conditional = node.outgoing.length > 1 && node.outgoing.some((flow) => scope.prepared.graph.flows[flow]!.condition !== undefined);
    return conditional ? scope.prepared.routes.some(node, this.work.random) : node.outgoing;
  }

  private once(scope: Scope, node: ActivityNode, done: () => void): () => void {
    const called = this.work.called(node);
    const nested = node.children !== undefined && node.children.length > 0;
    if (!called && !nested) return this.work.perform(node, scope.prepared.graph, done);
    let inner: Scope | undefined;
    const prepared = called ? this.prepared(called) : scope.prepared;
    this.begin(prepared, called ? called.id : node.id, done, {
      opened: (scopeInside) => { inner = scopeInside; },
      caught: (thrown) => this.thrown(scope, node, thrown, () => { if (inner) this.clear(inner); }),
    });
    return () => { if (inner && !inner.over) this.clear(inner); };
  }

  /** An error end inside: caught at the border of the activity when there is an event for it. */
  private thrown(scope: Scope, node: ActivityNode, thrown: EventNode, stop: () => void): boolean {
    const codes = thrown.definitions.flatMap((each) => (each.kind === 'error' ? [each.code] : []));
    const catcher = node.boundary.map((id) => scope.prepared.graph.nodes[id]!).find((each) => each.kind === 'event' && each.definitions.some((definition) =>
      (definition.kind === 'error' && (definition.code === undefined || codes.includes(definition.code))) || (definition.kind === 'cancel' && thrown.definitions.some(({ kind }) => kind === 'cancel'))));
    if (!catcher) return false;
    stop();
    this.interrupts.get(scope)?.get(node.id)?.(catcher);
    return true;
  }

  /** The activity with the events at its border. */
  private guarded(scope: Scope, node: ActivityNode, start: (done: () => void) => () => void, after: () => void): void {
    const { graph } = scope.prepared;
    const watches: (() => void)[] = [];
    scope.add(node.id, 1);
    let over = false;
    const settle = (): void => {
      over = true;
      for (const undo of watches) { undo(); scope.undo.delete(undo); }
      scope.add(node.id, -1);
    };
    let stop: () => void = () => undefined;
    const interrupt = (event: FlowNode): void => {
      if (over) return;
      stop();
      settle();
      this.work.completed?.(event, graph);
      this.leave(scope, event);
    };
    const known = this.interrupts.get(scope) ?? new Map<Id, (event: FlowNode) => void>();
    this.interrupts.set(scope, known.set(node.id, interrupt));
    for (const id of node.boundary) {
      const event = graph.nodes[id];
      if (event?.kind === 'event' && !event.definitions.some(({ kind }) => kind === 'compensation' || kind === 'error' || kind === 'cancel')) this.watch(scope, event, watches, interrupt);
    }
    const undo = start(() => {
      if (over) return;
      settle();
      after();
    });
    stop = undo;
    if (!over) {
      watches.push(undo);
      scope.undo.add(undo);
    }
  }

  private watch(scope: Scope, event: EventNode, watches: (() => void)[], interrupt: (event: FlowNode) => void): void {
    const undo = this.work.delay(event, scope.prepared.graph, () => {
      if (event.cancelActivity !== false) return interrupt(event);
      this.work.completed?.(event, scope.prepared.graph);
      scope.tokens += 1;
      this.leave(scope, event);
    });
    if (!undo) return;
    watches.push(undo);
    scope.undo.add(undo);
  }
}
