/** Attributes of a case beside its events, wherever a format keeps them. Only when the log was read with its attributes. */
import type { Attribute, EventLog } from './types.js';

const valueIn = (attributes: readonly Attribute[] | undefined, key: string): string | undefined => attributes?.find((each) => each.key === key)?.value;

/** Of the case itself (XES, OCEL), or of its first event that has it, also under `case:` and the name (tables). */
export function caseFact(log: EventLog, c: number, key: string): string | undefined {
  const own = valueIn(log.extra?.cases[c], key);
  if (own !== undefined) return own;
  for (let i = log.offsets[c]!; i < log.offsets[c + 1]!; i += 1) {
    const found = valueIn(log.extra?.events[i], `case:${key}`) ?? valueIn(log.extra?.events[i], key);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function eventFact(log: EventLog, event: number, key: string): string | undefined {
  return valueIn(log.extra?.events[event], key);
}
