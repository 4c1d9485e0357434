/** Embedded sub-process and transaction: a scope of their own (BPMN 2.0 section 13.3.4). */
import type { ActivityNode } from '../../graph/types.js';
import { enterActivity } from '../activities.js';
import { dataOf, mapData } from '../data.js';
import { turnData } from '../loops.js';
import { openScope } from '../scopes.js';
import { startScope } from '../starts.js';
import type { NodeInstance } from '../state.js';
import type { Behaviour, Turn } from '../turn.js';

export function openInside(turn: Turn, instance: NodeInstance, node: ActivityNode): string | undefined {
  const local = turnData(turn, instance, node);
  const mapped = mapData(turn, node.inputs ?? [], { ...dataOf(turn, instance), ...local });
  if (!mapped.ok) { turn.raiseIncident(instance.id, 'expression-failed', mapped.message); return undefined; }
  const { process } = turn.scope(instance.scope);
  return openScope(turn, { process, element: node.id, parent: instance.scope, owner: instance.id, data: { ...local, ...mapped.values } });
}

export const subProcess: Behaviour = {
  enter: (turn, instance) => enterActivity(turn, instance, turn.node(instance) as ActivityNode, (t, each, node) => {
    const inside = openInside(t, each, node);
    if (inside !== undefined) startScope(t, inside);
  }),
};
