/** Completing scopes in which nothing is left to do (BPMN 2.0 section 13.3.4). */
import type { Id } from '../graph/types.js';
import { advanceAdHoc } from './behaviours/ad-hoc-sub-process.js';
import { disarmOwnedBy } from './catchers.js';
import { compensationAdvanced } from './compensation.js';
import { closeScope } from './scopes.js';
import type { DoneRecord, NodeInstance, Scope } from './state.js';
import { finishNode } from './tokens.js';
import type { Turn } from './turn.js';

/** Completes a scope in which nothing is left to do. True when it did. */
export function completeIfEmpty(turn: Turn, scopeId: Id): boolean {
  const scope = turn.state.scopes[scopeId];
  if (!scope || scope.local || Object.keys(scope.tokens).length > 0) return false;
  const owner = scope.owner === undefined ? undefined : turn.instance(scope.owner);
  // An incident on its way out holds it; `retry` comes here again.
  if (owner && (owner.state === 'completing' || turn.hasIncident(owner.id))) return false;
  const node = owner && turn.node(owner);
  const active = turn.instancesIn(scopeId);
  if (owner && node?.kind === 'activity' && node.adHoc) return advanceAdHoc(turn, scope, owner, node, active);
  if (active.length > 0 || Object.values(turn.state.scopes).some((each) => each.parent === scopeId && each.owner === undefined)) return false;
  completeScope(turn, scope, owner);
  return true;
}

export function completeScope(turn: Turn, scope: Scope, owner: NodeInstance | undefined): void {
  if (!owner) {
    if (scope.id !== turn.state.root) { closeScope(turn, scope.id); return; }
    if (turn.state.status !== 'running') return;
    disarmOwnedBy(turn, scope.id);
    turn.emit({ type: 'processEnded', status: 'completed' });
    return;
  }
  const node = turn.node(owner);
  if (node.kind === 'activity' && node.triggeredByEvent) {
    finishNode(turn, owner);
    if (owner.compensates !== undefined) compensationAdvanced(turn, owner.compensates);
    return;
  }
  // What a called process ends with is what the call brings.
  turn.machine.completeActivity(turn, owner, scope.element === scope.process ? scope.data : {}, insideOf(scope));
}

/** What is kept of a scope that has ended, for undoing it. */
export function insideOf(scope: Scope): NonNullable<DoneRecord['inner']> {
  return { element: scope.element, process: scope.process, data: { ...scope.data }, done: scope.done };
}
