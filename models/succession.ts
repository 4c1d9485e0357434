/** Units that end and are continued by others: offices merge and split, and what they had open goes on. */

/** `to`: the last day, YYYY-MM-DD at the desk. */
export interface Ending { _id: string; to?: string; successors?: readonly string[] }

/**
 * Of each unit those whose business it goes on with on a day, whatever lies between: what was merged into what was merged into it. Days
 * decide, so that a merger entered before its day changes nothing before it. Circles, which nobody should have entered, end where they begin.
 */
export function predecessorsOn(units: readonly Ending[], day: string): Map<string, string[]> {
  const ended = units.filter(({ to, successors }) => to !== undefined && to < day && (successors?.length ?? 0) > 0);
  const direct = new Map<string, string[]>();
  for (const { _id, successors } of ended) for (const each of successors!) direct.set(each, [...(direct.get(each) ?? []), _id]);
  return new Map([...direct.keys()].map((id) => [id, reach(id, direct)]));
}

function reach(id: string, direct: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set<string>([id]);
  for (const each of seen) for (const before of direct.get(each) ?? []) seen.add(before);
  seen.delete(id);
  return [...seen];
}
