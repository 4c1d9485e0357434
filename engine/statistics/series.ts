/** Sums and percentiles of a series, the same for logs and for simulations. */

/** Sum with the rounding error of each addition kept (Neumaier 1974): the order of the values does not matter. */
export function sumOf(values: Float64Array): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** Percentile of type 7 (Hyndman and Fan 1996) of ascending values; `share` 0 to 1. */
export function percentile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const low = sorted[below]!;
  return below + 1 < sorted.length ? low + (at - below) * (sorted[below + 1]! - low) : low;
}
