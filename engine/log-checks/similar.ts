/** How long dossiers like one took from the same step on. In the unit of what is given. */

/** More neighbours are less alike; fewer than the least say nothing. */
const NEIGHBOURS = 50;
export const LEAST_SIMILAR = 10;
export const SEVEN_IN_TEN = 0.7;

/** At one moment of a dossier that has its result: how long it had taken, and how long it still took. */
export interface Passed { elapsed: number; remaining: number }

/** Those that had taken about as long and had not gone on by then; `sorted` by what had been taken. */
export function nearest(sorted: readonly Passed[], elapsed: number, age: number): Passed[] {
  let high = sorted.findIndex((each) => each.elapsed >= elapsed);
  if (high < 0) high = sorted.length;
  let low = high - 1;
  const found: Passed[] = [];
  while (found.length < NEIGHBOURS && (low >= 0 || high < sorted.length)) {
    const takesLow = high >= sorted.length || (low >= 0 && elapsed - sorted[low]!.elapsed <= sorted[high]!.elapsed - elapsed);
    const each = takesLow ? sorted[low]! : sorted[high]!;
    if (takesLow) low -= 1;
    else high += 1;
    if (each.remaining >= age) found.push(each);
  }
  return found;
}
