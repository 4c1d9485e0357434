/** Which of the published limits of a procedure holds for a dossier: the case that it was received as decides. */
import { evaluate } from '../expression/evaluate.js';
import type { Data, Instant, ProcedureFacts } from '../graph/types.js';

/**
 * Number of the limit in `timeLimits`: the first whose condition holds for the data of the reception, else the first
 * without a condition. Undefined when there is none. A condition that cannot be answered from the data does not hold.
 */
export function limitInForce(facts: ProcedureFacts | undefined, data: Data, at: Instant): number | undefined {
  if (!facts) return undefined;
  const special = facts.timeLimits.findIndex(({ condition }) => condition !== undefined && holds(condition, data, at));
  const index = special >= 0 ? special : facts.timeLimits.findIndex(({ when }) => when === undefined);
  return index >= 0 ? index : undefined;
}

type Condition = NonNullable<ProcedureFacts['timeLimits'][number]['condition']>;
function holds(condition: Condition, data: Data, at: Instant): boolean {
  const { value, problems } = evaluate(condition.ast, data, { now: at });
  return value === true && !problems.some(({ severity }) => severity === 'error');
}

