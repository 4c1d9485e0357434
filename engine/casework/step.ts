/** A dossier's whole step: the token by the interpreter, what no diagram draws by the rules beside it, one numbering of events. */
import type { Json, Plan } from '../graph/types.js';
import type { Command, Rejection, Step } from '../interpreter/commands.js';
import { doer } from '../interpreter/people.js';
import { step } from '../interpreter/step.js';
import type { Standing } from '../record/steps.js';
import { decide, isCaseCommand, WORDS } from './decide.js';
import { haltOf, newCase } from './fold.js';
import { situationOf } from './situation.js';
import type { CaseCommand, CaseFact, CaseRejection } from './types.js';

export type DossierCommand = Command | CaseCommand;
export type DossierRejection = Rejection | CaseRejection;
export type DossierStep = Extract<Step, { accepted: true }> | { accepted: false; rejection: DossierRejection };

/** Like `step`, over everything a dossier can be asked. Pure and synchronous. */
export function stepDossier(plan: Plan, { state, casework }: Pick<Standing, 'state' | 'casework'>, command: DossierCommand): DossierStep {
  if (!isCaseCommand(command)) {
    const refused = casework && haltOf(casework) && MOVES.has(command.type) && !state.handled.includes(command.commandId);
    return refused ? { accepted: false, rejection: { code: 'suspended', message: WORDS.suspended } } : step(plan, state, command);
  }
  const { commandId, at } = command;
  const repeated = state.handled.includes(commandId);
  if (!repeated && state.status === 'running') {
    const decision = decide(command, { state: casework ?? newCase(), situation: situationOf(plan, state), id: `q${state.seq + 1}` });
    if ('rejection' in decision) return { accepted: false, rejection: decision.rejection };
    return step(plan, state, {
      type: 'recordFacts', facts: decision.facts as unknown as Record<string, Json>[], ...(decision.ends ? { ends: true } : {}), ...timersBy(decision.facts, command.holdsTimers), commandId, at,
      ...doer(command), ...('reason' in command && command.reason ? { reason: command.reason } : {}),
    });
  }
  // A repeated one is recognised, one that comes too late refused, by the interpreter as ever.
  return step(plan, state, { type: 'recordFacts', facts: [], commandId, at });
}

/** One halt that follows another leaves held what is held. */
function timersBy(facts: readonly CaseFact[], holds: true | undefined): { timers?: 'hold' | 'goOn' } {
  if (facts.some((fact) => fact.type === 'haltBegan')) return holds ? { timers: 'hold' } : {};
  return facts.some((fact) => fact.type === 'haltEnded') ? { timers: 'goOn' } : {};
}

/** Commands that move the dossier on: not while it stands still. Taking and handing back work is harmless. */
const MOVES: ReadonlySet<Command['type']> = new Set(['completeWorkItem', 'startWorkItem']);
