/** windows-1258, the Vietnamese code page: letters with a mark of their own are one byte, the five tones follow as another. */

/** Where it differs from ISO-8859-1, by byte; `0` stands for a byte without a character. */
const different: Readonly<Record<number, number>> = {
  0x80: 0x20ac, 0x81: 0, 0x82: 0x201a, 0x83: 0x0192, 0x84: 0x201e, 0x85: 0x2026, 0x86: 0x2020, 0x87: 0x2021, 0x88: 0x02c6, 0x89: 0x2030, 0x8a: 0,
  0x8b: 0x2039, 0x8c: 0x0152, 0x8d: 0, 0x8e: 0, 0x8f: 0, 0x90: 0, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201c, 0x94: 0x201d, 0x95: 0x2022, 0x96: 0x2013,
  0x97: 0x2014, 0x98: 0x02dc, 0x99: 0x2122, 0x9a: 0, 0x9b: 0x203a, 0x9c: 0x0153, 0x9d: 0, 0x9e: 0, 0x9f: 0x0178,
  0xc3: 0x0102, 0xcc: 0x0300, 0xd0: 0x0110, 0xd2: 0x0309, 0xd5: 0x01a0, 0xdd: 0x01af, 0xde: 0x0303,
  0xe3: 0x0103, 0xec: 0x0301, 0xf0: 0x0111, 0xf2: 0x0323, 0xf5: 0x01a1, 0xfd: 0x01b0, 0xfe: 0x20ab,
};

/** Code point of each byte; absent for a byte without a character. */
export const windows1258: readonly (number | undefined)[] =
  Array.from({ length: 256 }, (_value, byte) => (different[byte] === 0 ? undefined : different[byte] ?? byte));

const bytes = new Map(windows1258.flatMap((code, byte) => (code === undefined ? [] : [[code, byte] as const])));
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Bytes of a character, with its tone apart where need be; `undefined` when the code page lacks it. */
export function byteOf1258(character: string): number[] | undefined {
  const direct = bytes.get(character.codePointAt(0)!);
  if (direct !== undefined) return [direct];
  const parts = character.normalize('NFD');
  const letter = parts.replace(tones, '').normalize('NFC');
  const found = [...letter, ...(parts.match(tones) ?? [])].map((each) => bytes.get(each.codePointAt(0)!));
  return found.every((each) => each !== undefined) ? found : undefined;
}
