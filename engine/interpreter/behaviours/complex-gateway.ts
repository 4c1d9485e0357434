/**
 * Complex gateway (BPMN 2.0 section 13.4.5): starts when its activation condition holds, then waits for reset.
 * `activationCount` and `waitingForStart` are names that its conditions may use.
 */
import type { FlowNode, GatewayNode, Id, Json } from '../../graph/types.js';
import { holds, visibleData } from '../data.js';
import { passOn, putTokens } from '../tokens.js';
import type { Behaviour, Turn } from '../turn.js';

function names(turn: Turn, scope: Id, node: FlowNode): Record<string, Json> {
  const { tokens, resets } = turn.scope(scope);
  const activationCount = node.incoming.reduce((sum, flow) => sum + (tokens[flow] ?? 0), 0);
  return { activationCount, waitingForStart: resets[node.id] === undefined };
}

/** Flows that give a token to start; none while waiting for reset or for the condition. */
export function activationTokens(turn: Turn, scope: Id, node: GatewayNode): readonly Id[] {
  const { tokens, resets } = turn.scope(scope);
  const present = node.incoming.filter((flow) => (tokens[flow] ?? 0) > 0);
  if (resets[node.id] || present.length === 0) return [];
  if (!node.activationCondition) return present.length === node.incoming.length ? present : [];
  const result = holds(turn, node.activationCondition, { ...visibleData(turn, scope), ...names(turn, scope, node) });
  // A condition that cannot be told is found by `enter` again, which has an instance to raise the incident on.
  return !result.ok || result.value ? present : [];
}
function conditionFault(turn: Turn, scope: Id, node: GatewayNode, consumed: readonly Id[]): string | undefined {
  if (!node.activationCondition || consumed.length === 0) return undefined;
  const result = holds(turn, node.activationCondition, { ...visibleData(turn, scope), activationCount: consumed.length, waitingForStart: true });
  return result.ok ? undefined : result.message;
}

export const complexGateway: Behaviour = {
  tokensNeeded: (turn, scope, node) => activationTokens(turn, scope, node as GatewayNode),
  enter: (turn, instance, consumed) => {
    const node = turn.node(instance) as GatewayNode;
    const fault = conditionFault(turn, instance.scope, node, consumed);
    const flows = fault ?? chosen(turn, instance.scope, node, true);
    if (typeof flows === 'string') { turn.raiseIncident(instance.id, 'condition-failed', flows); return; }
    if (flows.length === 0 && node.outgoing.length > 0) {
      turn.raiseIncident(instance.id, 'no-outgoing-flow-taken', `No condition holds at ${node.name ?? node.id} and there is no default flow`);
      return;
    }
    // With a token from everywhere there is nothing left to wait for, and the gateway is ready again.
    if (node.incoming.some((flow) => !consumed.includes(flow))) turn.emit({ type: 'complexGatewayFired', scope: instance.scope, node: node.id, flows: consumed });
    passOn(turn, instance, flows);
  },
};

/** Second phase: the late tokens are taken; conditions may tell the phases apart by `waitingForStart`. */
export function resetComplexGateway(turn: Turn, scope: Id, node: GatewayNode, late: readonly Id[]): void {
  if (late.length > 0) turn.emit({ type: 'tokensRemoved', scope, flows: late });
  const flows = chosen(turn, scope, node, false);
  turn.emit({ type: 'complexGatewayReset', scope, node: node.id });
  turn.touched.add(scope);
  if (typeof flows !== 'string') putTokens(turn, scope, flows);
}

/** Flows to take; those without a condition have their token in the first phase only. A text when a condition failed. */
function chosen(turn: Turn, scope: Id, node: GatewayNode, waitingForStart: boolean): Id[] | string {
  const data = { ...visibleData(turn, scope), ...names(turn, scope, node), waitingForStart };
  const taken: Id[] = [];
  for (const id of node.outgoing) {
    const { condition } = turn.flow(scope, id);
    if (id === node.defaultFlow) continue;
    const result = condition ? holds(turn, condition, data) : { ok: true as const, value: waitingForStart };
    if (!result.ok) return result.message;
    if (result.value) taken.push(id);
  }
  if (taken.length === 0 && waitingForStart && node.defaultFlow !== undefined) taken.push(node.defaultFlow);
  return taken;
}
