/** Measures that the lay-outs of letters need. */

/** Twentieths of a point: what is left on the line for the widest column of a table of parts. */
export const PART_COLUMN_DXA = 4_700;

const WIDTH_AT = 16;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export const isPng = (bytes: Buffer): boolean => bytes.length > WIDTH_AT + 8 && bytes.subarray(0, 8).equals(SIGNATURE) && bytes.toString('latin1', 12, 16) === 'IHDR';
/** Pixels, from the head of the file; at least one. */
export function pngSize(png: Buffer): { width: number; height: number } {
  return { width: Math.max(1, png.readUInt32BE(WIDTH_AT)), height: Math.max(1, png.readUInt32BE(WIDTH_AT + 4)) };
}
