/**
 * Process graphs in one line, for tests: `processGraph().start().userTask('receive').exclusive('ok?', {...}).end().build()`.
 * Each call adds a node and connects it to the one before; `goto` and `from` draw what is not a block.
 */
import type {
  ActivityNode, ActivityType, DepartmentFacts, EventDefinition, EventNode, EventType, FlowNode, GatewayNode, GatewayType,
  Id, Lane, LegalBasis, Model, ProcedureFacts, ProcessGraph, SequenceFlow, StepFacts,
} from '../../engine/graph/types.js';
import type { Expression } from '../../engine/expression/ast.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Draft<T extends FlowNode> = Mutable<Omit<T, 'incoming' | 'outgoing'>> & { incoming: Id[]; outgoing: Id[] };
type AnyDraft = Draft<ActivityNode> | Draft<EventNode> | Draft<GatewayNode>;

export interface StepOptions extends Partial<Omit<ActivityNode, 'step'>> { step?: Partial<StepFacts>; basis?: string }
export interface FlowOptions { id?: Id; name?: string; condition?: Expression; isReturn?: boolean; probability?: number }
type Branch = (branch: GraphBuilder) => GraphBuilder;
export type Branches = Readonly<Record<string, Branch>>;

const noFacts: StepFacts = { checks: [], mandatory: true, accountable: false, separateFrom: [], applicantContact: false, clock: 'runs' };

export class GraphBuilder {
  private readonly nodes: Record<Id, AnyDraft> = {};
  private readonly flows: Record<Id, SequenceFlow> = {};
  private readonly lanes: { -readonly [K in keyof Lane]: Lane[K] }[] = [];
  private procedureFacts?: ProcedureFacts;
  private current?: Id;
  private scope: Id;
  private lane?: Id;
  private pending: FlowOptions = {};

  constructor(private readonly id: Id) { this.scope = id; }

  start(id: Id = 'start', definition?: EventDefinition): this { return this.event('startEvent', id, definition, { isInterrupting: true }); }
  end(id: Id = 'end', definition?: EventDefinition): this {
    this.event('endEvent', id, definition);
    return this.stop();
  }
  task(id: Id, options: StepOptions = {}): this { return this.activity('task', id, options); }
  userTask(id: Id, options: StepOptions = {}): this { return this.activity('userTask', id, options); }
  serviceTask(id: Id, options: StepOptions = {}): this { return this.activity('serviceTask', id, options); }
  catching(id: Id, definition: EventDefinition): this { return this.event('intermediateCatchEvent', id, definition); }
  throwing(id: Id, definition?: EventDefinition): this { return this.event('intermediateThrowEvent', id, definition); }

  activity(type: ActivityType, id: Id, { step, basis, ...options }: StepOptions = {}): this {
    const legalBasis: LegalBasis[] | undefined = basis ? [{ ref: basis }] : undefined;
    return this.add({
      kind: 'activity', type, id, name: id, scope: this.scope, incoming: [], outgoing: [], startQuantity: 1, completionQuantity: 1,
      isForCompensation: false, boundary: [], reads: [], writes: [], ...(legalBasis && { legalBasis }),
      ...(step && { step: { ...noFacts, ...step } }), ...options,
    } as Draft<ActivityNode>);
  }

  event(type: EventType, id: Id, definition?: EventDefinition, options: Partial<EventNode> = {}): this {
    return this.add({
      kind: 'event', type, id, scope: this.scope, incoming: [], outgoing: [], definitions: definition ? [definition] : [],
      parallelMultiple: false, ...options,
    } as Draft<EventNode>);
  }

  gateway(type: GatewayType, id: Id, options: Partial<GatewayNode> = {}): this {
    return this.add({ kind: 'gateway', type, id, scope: this.scope, incoming: [], outgoing: [], ...options } as Draft<GatewayNode>);
  }

  /** With branches: a split, each branch, and a join `ID_join` of the same type where the branches that go on meet. */
  exclusive(id: Id, branches?: Branches): this { return this.block('exclusiveGateway', id, branches); }
  parallel(id: Id, branches?: Branches): this { return this.block('parallelGateway', id, branches); }
  inclusive(id: Id, branches?: Branches): this { return this.block('inclusiveGateway', id, branches); }
  eventBased(id: Id): this { return this.gateway('eventBasedGateway', id); }

  /** Goes on from a boundary event attached to an activity. */
  boundary(activity: Id, id: Id, definition: EventDefinition, interrupting = true): this {
    const host = this.nodes[activity] as Draft<ActivityNode>;
    host.boundary = [...host.boundary, id];
    this.current = undefined;
    return this.event('boundaryEvent', id, definition, { attachedTo: activity, cancelActivity: interrupting });
  }

  subProcess(id: Id, inside: Branch, options: StepOptions & { type?: ActivityType } = {}): this {
    if (options.triggeredByEvent) this.current = undefined;
    this.activity(options.type ?? 'subProcess', id, options);
    const outer = this.scope;
    this.scope = id;
    this.current = undefined;
    inside(this);
    this.scope = outer;
    const children = Object.values(this.nodes).filter((node) => node.scope === id).map((node) => node.id);
    (this.nodes[id] as Draft<ActivityNode>).children = children;
    this.current = options.triggeredByEvent ? undefined : id;
    return this;
  }

  /** What follows stands in this lane. */
  in(lane: Id, department?: Partial<DepartmentFacts>): this {
    this.lane = lane;
    if (!this.lanes.some((each) => each.id === lane)) {
      this.lanes.push({ id: lane, name: lane, nodes: [], department: { id: lane, oneStop: false, ...department } });
    }
    return this;
  }

  /** Properties of the next flow drawn. */
  via(options: FlowOptions): this { this.pending = options; return this; }
  from(id: Id): this { this.current = id; return this; }
  stop(): this { this.current = undefined; return this; }
  goto(target: Id): this {
    if (this.current !== undefined) this.connect(this.current, target);
    return this.stop();
  }

  procedure(facts: Partial<ProcedureFacts>): this {
    this.procedureFacts = { timeLimits: [], legalBasis: [], requiredDocuments: [], frameworks: [], ...facts };
    return this;
  }

  build(): ProcessGraph {
    for (const node of Object.values(this.nodes)) {
      node.incoming = [];
      node.outgoing = [];
    }
    for (const flow of Object.values(this.flows)) {
      this.nodes[flow.source]!.outgoing.push(flow.id);
      const target = this.nodes[flow.target];
      if (!target) throw new Error(`flow ${flow.id} leads to ${flow.target}, which is not drawn`);
      target.incoming.push(flow.id);
    }
    return {
      id: this.id, executable: true, nodes: this.nodes as Record<Id, FlowNode>, flows: this.flows, order: Object.keys(this.nodes),
      lanes: this.lanes, data: {}, ...(this.procedureFacts && { procedure: this.procedureFacts }),
    };
  }

  model(file = `${this.id}.bpmn`): Model {
    return { file, id: this.id, xml: '', processes: [this.build()], participants: [], messageFlows: [], diagnostics: [] };
  }

  private block(type: GatewayType, id: Id, branches?: Branches): this {
    this.gateway(type, id);
    if (!branches) return this;
    const open: { from: Id; flow: FlowOptions }[] = [];
    for (const branch of Object.values(branches)) {
      this.current = id;
      branch(this);
      if (this.current !== undefined) open.push({ from: this.current, flow: this.pending });
      this.pending = {};
    }
    this.current = undefined;
    if (open.length === 0) return this;
    this.gateway(type, `${id}_join`);
    for (const { from, flow } of open) this.connect(from, `${id}_join`, flow);
    return this;
  }

  private add(node: AnyDraft): this {
    if (this.nodes[node.id]) throw new Error(`node ${node.id} is drawn twice`);
    this.nodes[node.id] = node;
    if (this.lane !== undefined) {
      node.lane = this.lane;
      const lane = this.lanes.find((each) => each.id === this.lane)!;
      lane.nodes = [...lane.nodes, node.id];
    }
    if (this.current !== undefined) this.connect(this.current, node.id);
    this.current = node.id;
    return this;
  }

  private connect(source: Id, target: Id, options: FlowOptions = this.pending): void {
    this.pending = {};
    const { isReturn, probability, condition, name } = options;
    const id = options.id ?? `${source}-${target}${Object.values(this.flows).filter((f) => f.source === source && f.target === target).length || ''}`;
    const facts = { ...(isReturn !== undefined && { isReturn }), ...(probability !== undefined && { probability }) };
    this.flows[id] = { id, source, target, ...(name && { name }), ...(condition && { condition }), ...(Object.keys(facts).length && { facts }) };
  }
}

export function processGraph(id: Id = 'process'): GraphBuilder { return new GraphBuilder(id); }
