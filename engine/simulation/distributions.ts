/** Random durations, in hours. */
import type { Random } from './random.js';

export type Distribution =
  | { kind: 'exponential'; meanHours: number }
  | { kind: 'constant'; meanHours: number }
  | { kind: 'uniform'; minHours: number; maxHours: number }
  | { kind: 'gamma'; shape: number; meanHours: number }
  | { kind: 'lognormal'; meanHours: number; sigmaLog: number }
  | { kind: 'empirical'; hours: readonly number[] };

export function sample(distribution: Distribution, random: Random): number {
  switch (distribution.kind) {
    case 'exponential': return distribution.meanHours * exponential(random);
    case 'constant': return distribution.meanHours;
    case 'uniform': return distribution.minHours + (distribution.maxHours - distribution.minHours) * random.next();
    case 'gamma': return (distribution.meanHours / distribution.shape) * gamma(distribution.shape, random);
    // The mean of exp(N(mu, sigma)) is exp(mu + sigma^2 / 2).
    case 'lognormal': return distribution.meanHours * Math.exp(distribution.sigmaLog * normal(random) - distribution.sigmaLog ** 2 / 2);
    case 'empirical': return distribution.hours[Math.floor(random.next() * distribution.hours.length)]!;
  }
}

function exponential(random: Random): number {
  return -Math.log(1 - random.next());
}

/** Polar method (Marsaglia 1964). */
function normal(random: Random): number {
  for (;;) {
    const x = 2 * random.next() - 1;
    const y = 2 * random.next() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** Scale 1 (Marsaglia and Tsang 2000); a shape below 1 is made from shape + 1. */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = 1 - random.next();
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
