/** The interpreter: a pure function from (plan, state, command) to (state, events, effects). */
export { step } from './step.js';
export { evolve, initialState } from './evolve.js';
export { effectsOf, type Effect } from './effects.js';
export { workItems } from './work.js';
export type { Command, CommandType, Rejection, RejectionCode, Step } from './commands.js';
export type { ProcessEvent } from './events.js';
export type * from './state.js';
