/**
 * Chance from a seed: xoshiro128** (Blackman and Vigna 2018) with its state filled by splitmix32, in 32-bit arithmetic,
 * so that the same seed gives the same numbers on every machine.
 */
export interface Random {
  /** Uniform in [0, 1) with 53 bits. */
  next(): number;
}

/** A stream of its own for each pair of seed and stream number. */
export function randomOf(seed: number, stream = 0): Random {
  const fill = splitmix32(Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul((stream + 1) | 0, 0x85ebca6b) ^ Math.floor(seed / 2 ** 32));
  let [a, b, c, d] = [fill(), fill(), fill(), fill()];
  const bits = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
  return { next: () => ((bits() >>> 5) * 67_108_864 + (bits() >>> 6)) / 9_007_199_254_740_992 };
}

const rotate = (x: number, k: number): number => (x << k) | (x >>> (32 - k));

function splitmix32(state: number): () => number {
  let s = state | 0;
  return () => {
    s = (s + 0x9e3779b9) | 0;
    let z = s ^ (s >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
}
