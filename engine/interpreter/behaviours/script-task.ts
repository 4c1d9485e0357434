/** Script task in FEEL: the value, when it is a context, is merged into the data. */
import type { ActivityNode, Json } from '../../graph/types.js';
import { completeActivity, enterActivity } from '../activities.js';
import { dataOf, evaluateIn } from '../data.js';
import type { NodeInstance } from '../state.js';
import type { Behaviour, Turn } from '../turn.js';

function run(turn: Turn, instance: NodeInstance, node: ActivityNode): void {
  if (node.scriptFormat !== undefined) {
    turn.raiseIncident(instance.id, 'unsupported', `Scripts in ${node.scriptFormat} are not run; write the script in FEEL`);
    return;
  }
  if (!node.script) { completeActivity(turn, instance); return; }
  const result = evaluateIn(turn, node.script, dataOf(turn, instance));
  if (!result.ok) { turn.raiseIncident(instance.id, 'expression-failed', result.message); return; }
  completeActivity(turn, instance, isContext(result.value) ? result.value : {});
}
export function isContext(value: Json): value is { readonly [key: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && !Object.hasOwn(value, '@');
}

export const scriptTask: Behaviour = {
  enter: (turn, instance) => enterActivity(turn, instance, turn.node(instance) as ActivityNode, run),
};
