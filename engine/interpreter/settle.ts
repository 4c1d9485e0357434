/** Runs until no token can move. */
import type { EventNode } from '../graph/types.js';
import { conditionNow } from './catchers.js';
import { completeIfEmpty } from './completion.js';
import { enableOneJoin } from './joins.js';
import type { Turn } from './turn.js';

export function settle(turn: Turn): void {
  while (turn.state.status === 'running' && (moveOne(turn) || conditionBecameTrue(turn) || enableOneJoin(turn) || completeOne(turn))) { /* on */ }
}

function moveOne(turn: Turn): boolean {
  const move = turn.moves.shift() ?? turn.throws.shift();
  if (!move) return false;
  move();
  return true;
}

/** Conditional events occur when their condition becomes true (BPMN 2.0 section 10.5.5.3); looked at after data changed. */
function conditionBecameTrue(turn: Turn): boolean {
  if (!turn.dataChanged) return false;
  turn.dataChanged = false;
  let fired = false;
  for (const catcher of Object.values(turn.state.catchers)) {
    for (const wait of catcher.waits) {
      if (wait.kind !== 'conditional' || !turn.state.catchers[catcher.id]) continue;
      const definition = (turn.nodeIn(catcher.scope, catcher.node) as EventNode).definitions[wait.index];
      if (definition?.kind !== 'conditional') continue;
      const value = conditionNow(turn, definition.condition, catcher.scope);
      if (value === wait.value) continue;
      turn.emit({ type: 'waitChanged', catcher: catcher.id, wait: { ...wait, value } });
      if (value) { turn.machine.fire(turn, catcher.id, wait.id); fired = true; }
    }
  }
  return fired;
}

function completeOne(turn: Turn): boolean {
  for (const scope of turn.touched) {
    turn.touched.delete(scope);
    if (completeIfEmpty(turn, scope)) return true;
  }
  return false;
}
