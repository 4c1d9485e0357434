/**
 * One turn: everything that follows from one command. Collects events, applies each at once to a draft state,
 * and runs until no token can move (BPMN 2.0 chapter 13: the token game).
 */
import type { FlowNode, Id, Instant, Json, Plan, ProcessGraph, SequenceFlow } from '../graph/types.js';
import { applyEvent } from './evolve.js';
import { doer } from './people.js';
import type { EventBody, ProcessEvent } from './events.js';
import type { DoneRecord, IncidentCode, NodeInstance, ProcessState, Scope } from './state.js';

/** Nodes entered within one turn before the process is held: a cycle without a wait must not run for ever. */
export const STEP_BUDGET = 5_000;
/** Far more than the budget allows to happen: whoever gets here goes round in a circle without entering anything. */
const EVENT_LIMIT = 250_000;

/** What one kind of element does; one file per kind in `behaviours/`. */
export interface Behaviour {
  /** `consumed` names the flows whose tokens were taken; empty when entered in another way or again after an incident. */
  enter(turn: Turn, instance: NodeInstance, consumed: readonly Id[]): void;
  /** Flows that give the tokens needed to enter, none while it has to wait; absent: the token that came is enough. */
  tokensNeeded?(turn: Turn, scope: Id, node: FlowNode, flow: Id): readonly Id[];
}
/** What lower layers call back: wired in `machine.ts`, so that no module imports one above it. */
export interface Machine {
  behaviourOf(node: FlowNode): Behaviour;
  fire(turn: Turn, catcher: Id, wait: Id, data?: Readonly<Record<string, Json>>): void;
  /** The activity has done its work: outputs, then outgoing flows. */
  completeActivity(turn: Turn, instance: NodeInstance, data?: Readonly<Record<string, Json>>, inner?: DoneRecord['inner']): void;
  /** Only the outgoing flows: everything before has happened. */
  leaveActivity(turn: Turn, instance: NodeInstance, inner?: DoneRecord['inner']): void;
}

export class Turn {
  readonly events: ProcessEvent[] = [];
  /** What is to be done next; moves before throws, so that every branch of a fork is open when a sibling throws. */
  readonly moves: (() => void)[] = [];
  readonly throws: (() => void)[] = [];
  /** Scopes in which something ended: they may be complete. */
  readonly touched = new Set<Id>();
  dataChanged = false;
  entered = 0;

  constructor(
    readonly plan: Plan,
    /** The draft; changed by `emit` only. */
    readonly state: ProcessState,
    readonly at: Instant,
    readonly machine: Machine,
    readonly by?: string,
    /** Whom that person stands in for. */
    readonly onBehalfOf?: string,
  ) {}

  emit(body: EventBody): void {
    const event = { seq: this.state.seq + 1, at: this.at, ...doer(this), ...body } as ProcessEvent;
    applyEvent(this.state, event);
    this.events.push(event);
    if (this.events.length > EVENT_LIMIT) throw new Error(`InvariantViolation: the step does not settle (${event.type})`);
    if (body.type === 'dataSet') this.dataChanged = true;
  }

  newId(prefix: 's' | 'i' | 'c' | 'w' | 'x'): Id {
    const id = `${prefix}${this.state.nextId}`;
    this.state.nextId += 1;
    return id;
  }

  graph(process: Id): ProcessGraph {
    const graph = this.plan.processes[process];
    if (!graph) throw new Error(`InvariantViolation: process ${process} is not in the plan`);
    return graph;
  }
  scope(id: Id): Scope {
    const scope = this.state.scopes[id];
    if (!scope) throw new Error(`InvariantViolation: no scope ${id}`);
    return scope;
  }
  instance(id: Id): NodeInstance {
    const instance = this.state.instances[id];
    if (!instance) throw new Error(`InvariantViolation: no instance ${id}`);
    return instance;
  }
  graphOf(scope: Id): ProcessGraph {
    return this.graph(this.scope(scope).process);
  }
  nodeIn(scope: Id, node: Id): FlowNode {
    const found = this.graphOf(scope).nodes[node];
    if (!found) throw new Error(`InvariantViolation: no node ${node} in ${this.scope(scope).process}`);
    return found;
  }
  node(instance: NodeInstance): FlowNode {
    return this.nodeIn(instance.scope, instance.node);
  }
  flow(scope: Id, flow: Id): SequenceFlow {
    const found = this.graphOf(scope).flows[flow];
    if (!found) throw new Error(`InvariantViolation: no flow ${flow}`);
    return found;
  }
  instancesIn(scope: Id): NodeInstance[] {
    return Object.values(this.state.instances).filter((each) => each.scope === scope);
  }

  raiseIncident(instance: Id, code: IncidentCode, message: string): void {
    const { node } = this.instance(instance);
    this.emit({ type: 'incidentRaised', incident: { id: this.newId('x'), instance, node, code, message, at: this.at } });
  }
  hasIncident(instance: Id): boolean {
    return Object.values(this.state.incidents).some((incident) => incident.instance === instance);
  }
}
