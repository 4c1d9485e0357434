/**
 * Random drawings that are no blocks: any node may lead to any other, loops, joins without forks, events everywhere.
 * A drawing is made from a tape of numbers, so that a failing one shrinks and can be kept as a file.
 */
import type { ActivityNode, ActivityType, EventDefinition, EventNode, EventType, FlowNode, GatewayNode, GatewayType, Plan, ProcessGraph, SequenceFlow } from '../../engine/graph/types.js';
import { feel } from './models.js';

export class Tape {
  private at = 0;
  constructor(private readonly numbers: readonly number[]) {}
  /** A number below `n`; 0 once the tape has ended. */
  next(n: number): number { return (this.numbers[this.at++] ?? 0) % n; }
  pick<T>(list: readonly T[]): T { return list[this.next(list.length)]!; }
  /** True once in `n`. */
  once(n: number): boolean { return this.next(n) === n - 1; }
}

export const NAMES = ['v1', 'v2', 'v3'] as const;
const expression = (text: string) => feel(text, NAMES);
type Draft<T> = { -readonly [K in keyof T]: T[K] };

const TRIGGERS: readonly ((tape: Tape) => EventDefinition)[] = [
  () => ({ kind: 'message', message: { id: 'm', name: 'M' } }),
  () => ({ kind: 'signal', name: 'S' }),
  () => ({ kind: 'timer', timerKind: 'duration', expression: expression('"PT1H"') }),
  (tape) => ({ kind: 'conditional', condition: expression(`${tape.pick(NAMES)} > ${tape.next(4)}`) }),
];
const THROWN: readonly (() => EventDefinition)[] = [
  () => ({ kind: 'signal', name: 'S' }), () => ({ kind: 'message', message: { id: 'm', name: 'M' } }), () => ({ kind: 'escalation', code: 'C1' }),
  () => ({ kind: 'compensation', waitForCompletion: true }), () => ({ kind: 'compensation', waitForCompletion: false }),
];
const TASKS: readonly ActivityType[] = ['userTask', 'task', 'serviceTask', 'scriptTask', 'receiveTask', 'sendTask', 'businessRuleTask'];
const SCOPES: readonly ActivityType[] = ['subProcess', 'transaction', 'adHocSubProcess'];
const GATEWAYS: readonly GatewayType[] = ['exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'complexGateway'];

/** The process `P` and what it calls: `Q`, drawn by the same tape, and the global task `G`. */
export function unstructuredPlan(tape: Tape): Plan {
  const P = new Drawer(tape, 'P', true).graph();
  const Q = new Drawer(tape, 'Q', false).graph();
  const task = { ...new Drawer(tape, 'G', false).bare('userTask', 'G'), id: 'G' };
  const G: ProcessGraph = { id: 'G', executable: true, globalTask: true, nodes: { G: task }, flows: {}, order: ['G'], lanes: [], data: {} };
  return { hash: 'test', root: 'P', processes: { P, Q, G } };
}

class Drawer {
  private readonly nodes: Record<string, FlowNode> = {};
  private readonly flows: Record<string, SequenceFlow> = {};
  private n = 0;
  constructor(private readonly tape: Tape, private readonly process: string, private readonly calls: boolean) {}

  graph(): ProcessGraph {
    this.scope(this.process, 0);
    return { id: this.process, executable: true, nodes: this.nodes, flows: this.flows, order: Object.keys(this.nodes), lanes: [], data: {} };
  }

  private id(prefix: string): string { this.n += 1; return `${prefix}${this.process}${this.n}`; }
  bare(type: ActivityType, scope: string, more: Partial<ActivityNode> = {}): ActivityNode {
    const script = type === 'scriptTask' ? { script: expression(`{${this.tape.pick(NAMES)}: ${this.tape.pick(NAMES)} + 1}`) } : {};
    const message = type === 'receiveTask' || type === 'sendTask' ? { message: { id: 'm', name: 'M' } } : {};
    return { id: '', kind: 'activity', type, scope, incoming: [], outgoing: [], startQuantity: 1, completionQuantity: 1, isForCompensation: false, boundary: [], reads: [], writes: [], ...script, ...message, ...more };
  }
  private put<T extends FlowNode>(node: T, prefix: string): T {
    const placed = { ...node, id: this.id(prefix) };
    this.nodes[placed.id] = placed;
    return placed;
  }
  private event(type: EventType, scope: string, definitions: readonly EventDefinition[], more: Partial<EventNode> = {}): EventNode {
    return this.put<EventNode>({ id: '', kind: 'event', type, scope, incoming: [], outgoing: [], definitions, parallelMultiple: false, ...more }, 'e');
  }

  /** Nodes first, then flows between them at random. */
  private scope(scope: string, depth: number, triggered?: EventDefinition, interrupting = true): void {
    const { tape } = this;
    const starts = triggered ? [this.event('startEvent', scope, [triggered], { isInterrupting: interrupting })]
      : Array.from({ length: tape.pick([1, 1, 1, 0, 2]) }, () => this.event('startEvent', scope, []));
    const inner = Array.from({ length: 4 + tape.next(6) }, () => this.node(scope, depth));
    const ends = Array.from({ length: 1 + tape.next(2) }, () => this.end(scope));
    const targets = [...inner, ...ends];
    for (const node of [...starts, ...inner]) this.lead(node, targets);
    for (const node of inner) if (node.kind === 'activity') this.attach(node, targets);
    if (depth < 2 && tape.once(3)) this.eventSubProcess(scope, depth);
  }

  private node(scope: string, depth: number): FlowNode {
    const { tape } = this;
    switch (tape.next(8)) {
      case 0: return this.activity(tape.pick(TASKS), scope);
      case 1: return this.activity('userTask', scope);
      case 2: case 3: return this.gateway(scope);
      case 4: return this.event('intermediateCatchEvent', scope, this.triggers(), { parallelMultiple: tape.once(3) });
      case 5: return this.event('intermediateThrowEvent', scope, tape.once(4) ? [] : [tape.pick(THROWN)()]);
      case 6: return depth < 2 ? this.container(scope, depth) : this.activity('userTask', scope);
      default: return this.calls && tape.once(2) ? this.activity('callActivity', scope, { calledElement: tape.pick(['Q', 'G']) }) : this.activity('userTask', scope);
    }
  }
  private triggers(): EventDefinition[] {
    return Array.from({ length: this.tape.pick([1, 1, 1, 2]) }, () => this.tape.pick(TRIGGERS)(this.tape));
  }
  private gateway(scope: string): FlowNode {
    const type = this.tape.pick(GATEWAYS);
    const activationCondition = type === 'complexGateway' ? { activationCondition: expression(`activationCount >= ${1 + this.tape.next(2)}`) } : {};
    return this.put<GatewayNode>({ id: '', kind: 'gateway', type, scope, incoming: [], outgoing: [], ...activationCondition }, 'g');
  }
  private activity(type: ActivityType, scope: string, more: Partial<ActivityNode> = {}): ActivityNode {
    const { tape } = this;
    const quantities = tape.once(8) ? { startQuantity: 1 + tape.next(2), completionQuantity: 1 + tape.next(2) } : {};
    return this.put(this.bare(type, scope, { ...this.loop(), ...quantities, ...more }), 'a');
  }
  private loop(): Pick<ActivityNode, 'loop'> {
    const { tape } = this;
    if (!tape.once(5)) return {};
    if (tape.once(2)) return { loop: { kind: 'standard', testBefore: tape.once(2), maximum: 1 + tape.next(3), condition: expression(`${tape.pick(NAMES)} < ${tape.next(5)}`) } };
    const completion = tape.once(3) ? { completionCondition: expression('numberOfCompletedInstances >= 1') } : {};
    return { loop: { kind: 'multiInstance', sequential: tape.once(2), cardinality: expression(String(tape.next(4))), behavior: 'all', ...completion } };
  }
  private container(scope: string, depth: number): ActivityNode {
    const { tape } = this;
    const type = tape.pick(SCOPES);
    const adHoc = type === 'adHocSubProcess' ? { adHoc: { ordering: tape.pick(['parallel', 'sequential'] as const), cancelRemaining: tape.once(2), ...(tape.once(2) ? { completionCondition: expression(`${tape.pick(NAMES)} > 0`) } : {}) } } : {};
    const node = this.activity(type, scope, { children: [], ...adHoc });
    if (type === 'adHocSubProcess') for (let n = 1 + tape.next(3); n > 0; n -= 1) this.activity(tape.pick(TASKS), node.id);
    else this.scope(node.id, depth + 1);
    if (type === 'transaction') {
      this.event('boundaryEvent', scope, [{ kind: 'cancel' }], { attachedTo: node.id, cancelActivity: true });
      this.hang(node);
    }
    return node;
  }
  /** The event drawn last is on the boundary of the activity. */
  private hang(node: ActivityNode): void {
    const ids = Object.keys(this.nodes);
    const event = ids.reverse().find((id) => (this.nodes[id] as EventNode).attachedTo === node.id);
    if (event !== undefined) (node as Draft<ActivityNode>).boundary = [...node.boundary, event];
  }
  private eventSubProcess(scope: string, depth: number): void {
    const { tape } = this;
    const trigger = tape.pick<() => EventDefinition>([...TRIGGERS.map((each) => () => each(tape)), () => ({ kind: 'error' }), () => ({ kind: 'escalation' }), () => ({ kind: 'compensation', waitForCompletion: true })])();
    const node = this.put(this.bare('subProcess', scope, { triggeredByEvent: true, children: [] }), 'v');
    this.scope(node.id, depth + 1, trigger, trigger.kind === 'error' || trigger.kind === 'compensation' || tape.once(2));
  }
  private end(scope: string): EventNode {
    const { tape } = this;
    const inTransaction = (this.nodes[scope] as ActivityNode | undefined)?.type === 'transaction';
    const ender = tape.pick<EventDefinition>([{ kind: 'terminate' }, { kind: 'error', code: 'E1' }, { kind: 'escalation', code: 'C1' }, { kind: 'signal', name: 'S' }, { kind: 'compensation', waitForCompletion: true }, ...(inTransaction ? [{ kind: 'cancel' } as const] : [])]);
    return this.event('endEvent', scope, tape.once(2) ? [ender] : []);
  }

  private flow(source: FlowNode, target: FlowNode): SequenceFlow {
    const flow: SequenceFlow = { id: this.id('f'), source: source.id, target: target.id };
    this.flows[flow.id] = flow;
    (source as Draft<FlowNode>).outgoing = [...source.outgoing, flow.id];
    (target as Draft<FlowNode>).incoming = [...target.incoming, flow.id];
    return flow;
  }
  private lead(node: FlowNode, targets: readonly FlowNode[]): void {
    const { tape } = this;
    const decides = node.kind === 'activity' || (node.kind === 'gateway' && node.type !== 'parallelGateway');
    for (let n = node.kind === 'gateway' ? 1 + tape.next(3) : tape.pick([1, 1, 1, 1, 2, 0]); n > 0; n -= 1) {
      // Mostly forward: a drawing of nothing but circles without a wait only shows that it is stopped.
      const ahead = targets.slice(targets.indexOf(node) + 1);
      const flow = this.flow(node, tape.once(8) ? tape.pick(targets) : ahead[Math.min(tape.next(ahead.length), tape.next(ahead.length))]!);
      if (decides && tape.once(2)) (flow as Draft<SequenceFlow>).condition = expression(`${tape.pick(NAMES)} > ${tape.next(3)}`);
      else if (node.kind !== 'event' && decides && node.defaultFlow === undefined && tape.once(2)) (node as Draft<ActivityNode>).defaultFlow = flow.id;
    }
  }
  /** Boundary events, and now and then a compensation handler. */
  private attach(node: ActivityNode, targets: readonly FlowNode[]): void {
    const { tape } = this;
    for (const id of node.boundary) this.flow(this.nodes[id]!, tape.pick(targets));
    if (tape.once(2)) {
      const handler = this.put(this.bare(tape.pick(TASKS), node.scope, { isForCompensation: true }), 'h');
      this.event('boundaryEvent', node.scope, [{ kind: 'compensation', waitForCompletion: true }], { attachedTo: node.id, cancelActivity: true, compensationHandler: handler.id });
      this.hang(node);
    }
    if (!tape.once(3)) return;
    const caught = tape.pick<() => EventDefinition>([...TRIGGERS.map((each) => () => each(tape)), () => ({ kind: 'error' }), () => ({ kind: 'escalation' })])();
    const event = this.event('boundaryEvent', node.scope, [caught], { attachedTo: node.id, cancelActivity: caught.kind === 'error' || tape.once(2) });
    this.hang(node);
    if (!tape.once(4)) this.flow(event, tape.pick(targets));
  }
}
