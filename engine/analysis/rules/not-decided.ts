import type { Answer } from '../finding.js';
import type { SoundnessCheck } from '../soundness/verdict.js';
import { MOVE_BUDGET } from '../soundness/verdict.js';
import type { Subject } from '../subject.js';

/**
 * The answer when a soundness check was not decided: too many states, or what was found depends on a complex gateway
 * whose activation rule the analysis does not follow. Undefined when what was found stands.
 */
export function notDecided(subject: Subject, check: SoundnessCheck, found: boolean): Answer[] | undefined {
  const { complexJoins, undecided } = subject.soundness;
  if (found && complexJoins.length > 0) return [{ check, missing: complexJoins.map((id) => `activationCondition of ${id}`) }];
  if (!found && undecided.has(check)) return [{ check, missing: [`not decided within ${MOVE_BUDGET} moves`] }];
  return undefined;
}
