/** One command in, events and effects out. Pure and synchronous: time and ids come with the command or from the state. */
import type { Plan } from '../graph/types.js';
import { accept } from './accept.js';
import type { Command, Rejection, Step } from './commands.js';
import { effectsOf } from './effects.js';
import { copyState } from './evolve.js';
import { machine } from './machine.js';
import { settle } from './settle.js';
import type { ProcessState } from './state.js';
import { Turn } from './turn.js';

/**
 * Carries out `command` on `state` (which is left as it is) and runs until nothing can move.
 * A rejection changes nothing. A command id that was handled before is accepted again without events.
 * Throws only for a fault of the program (`InvariantViolation`).
 */
export function step(plan: Plan, state: ProcessState, command: Command): Step {
  if (state.handled.includes(command.commandId)) return { accepted: true, state, events: [], effects: [], repeated: true };
  if (state.status !== 'running' && command.type !== 'startProcess') {
    return { accepted: false, rejection: { code: 'not-running', message: 'The process is not running' } };
  }
  const turn = new Turn(plan, copyState(state), Math.max(command.at, state.at), machine, command.by, command.onBehalfOf);
  const rejection = (accept[command.type] as (turn: Turn, command: Command) => Rejection | undefined)(turn, command);
  if (rejection) return { accepted: false, rejection };
  settle(turn);
  turn.emit({ type: 'commandHandled', commandId: command.commandId, command: command.type, ...(command.reason === undefined ? {} : { reason: command.reason }) });
  return { accepted: true, state: turn.state, events: turn.events, effects: effectsOf(turn.events) };
}
