import type { CharSet } from './compile.js';

type Ranges = CharSet['ranges'];

const digits: Ranges = [[48, 57]];
const spaces: Ranges = [[9, 13], [32, 32], [160, 160], [0x2000, 0x200a], [0x3000, 0x3000]];
/** Letters of the Latin alphabets, Vietnamese included, with combining marks; other scripts as whole blocks. */
const letters: Ranges = [
  [65, 90], [97, 122], [0xaa, 0xaa], [0xb5, 0xb5], [0xba, 0xba], [0xc0, 0xd6], [0xd8, 0xf6], [0xf8, 0x2c1], [0x300, 0x36f],
  [0x370, 0x3ff], [0x400, 0x52f], [0x1e00, 0x1fff], [0x3041, 0x318f], [0x3400, 0x9fff], [0xac00, 0xd7a3], [0x20000, 0x2fa1f],
];
const word: Ranges = [...digits, [95, 95], ...letters];

/** Named sets of `\p{…}`. */
export const properties: Readonly<Record<string, Ranges>> = { L: letters, N: digits, Nd: digits };

/** Set that an escaped letter stands for; undefined when it stands for none. */
export function classOf(letter: string): CharSet | undefined {
  switch (letter) {
    case 'd': case 'D': return { ranges: digits, negated: letter === 'D' };
    case 's': case 'S': return { ranges: spaces, negated: letter === 'S' };
    case 'w': case 'W': return { ranges: word, negated: letter === 'W' };
    case 'n': return one(10);
    case 'r': return one(13);
    case 't': return one(9);
    default: return undefined;
  }
}

const one = (code: number): CharSet => ({ ranges: [[code, code]], negated: false });
