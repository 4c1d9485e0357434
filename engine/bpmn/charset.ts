/** Bytes of a file ⇄ text, by the encoding that its XML declaration names. Nothing is guessed: what does not fit is refused. */
import type { Diagnostic } from '../graph/types.js';
import { byteOf1258, windows1258 } from './windows-1258.js';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'iso-8859-1' | 'us-ascii' | 'windows-1258';
export interface Decoded {
  /** Absent when the bytes cannot be read; the diagnostics then say why. */
  xml?: string;
  encoding?: Encoding;
  diagnostics: Diagnostic[];
}

const names: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8', utf8: 'utf-8', 'utf-16': 'utf-16be', 'utf-16le': 'utf-16le', 'utf-16be': 'utf-16be',
  'iso-8859-1': 'iso-8859-1', iso_8859_1: 'iso-8859-1', latin1: 'iso-8859-1', 'us-ascii': 'us-ascii', ascii: 'us-ascii',
  'windows-1258': 'windows-1258', cp1258: 'windows-1258',
};

/** The encoding named in the XML declaration of a text, as written; without one, UTF-8 (XML 1.0, section 4.3.3). */
export const declaredEncoding = (xml: string): string =>
  /^\uFEFF?<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(xml)?.[1] ?? 'UTF-8';

/** Never throws. The text keeps the declaration as it was, so that `encodeXml` can give the same bytes again. */
export function decodeXml(bytes: Uint8Array): Decoded {
  const mark = markOf(bytes);
  const wide = mark?.encoding.startsWith('utf-16') ? mark.encoding : wideWithoutMark(bytes);
  const body = bytes.subarray(mark?.length ?? 0);
  if (wide) return utf16(body, wide);
  const declared = declaredEncoding(latin(bytes.subarray(mark?.length ?? 0, 300)));
  const encoding = names[declared.toLowerCase()];
  if (!encoding) return refused(`The encoding "${declared}" is not read; UTF-8, UTF-16, ISO-8859-1, US-ASCII and windows-1258 are.`);
  if (encoding.startsWith('utf-16') || (mark && encoding !== 'utf-8')) return refused(`The file says it is ${declared}, but its bytes are not.`);
  const bad = { at: -1 };
  const xml = decoders[encoding as keyof typeof decoders](body, bad);
  if (bad.at >= 0) return refused(`Byte ${bad.at + 1} of the file is not ${declared}.`, linesBefore(body, bad.at) + 1);
  return { xml, encoding, diagnostics: [] };
}

const decoders = {
  'utf-8': utf8,
  'iso-8859-1': (bytes: Uint8Array) => latin(bytes),
  'us-ascii': (bytes: Uint8Array, bad: { at: number }) => {
    bad.at = bytes.findIndex((byte) => byte > 127);
    return latin(bytes);
  },
  'windows-1258': (bytes: Uint8Array, bad: { at: number }) => {
    bad.at = bytes.findIndex((byte) => windows1258[byte] === undefined);
    return chunked(bytes, (byte) => windows1258[byte] ?? 0xfffd);
  },
};

const refused = (message: string, line?: number): Decoded =>
  ({ diagnostics: [{ code: 'XML-ENCODING', severity: 'error', message, ...(line !== undefined && { line }) }] });

function markOf(bytes: Uint8Array): { encoding: Encoding; length: number } | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  return a === 0xfe && b === 0xff ? { encoding: 'utf-16be', length: 2 } : undefined;
}

/** XML 1.0, appendix F: the first character is `<`. */
function wideWithoutMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  return bytes[0] === 0 && bytes[1] === 0x3c ? 'utf-16be' : undefined;
}

function utf16(bytes: Uint8Array, encoding: Encoding): Decoded {
  if (bytes.length % 2) return refused('The file is UTF-16 but has an odd number of bytes.');
  const [high, low] = encoding === 'utf-16le' ? [1, 0] : [0, 1];
  const units = new Uint16Array(bytes.length / 2);
  units.forEach((_unit, i) => { units[i] = (bytes[i * 2 + high]! << 8) | bytes[i * 2 + low]!; });
  const xml = chunked(units, (unit) => unit);
  const declared = declaredEncoding(xml);
  if (declared.toLowerCase() !== 'utf-16' && names[declared.toLowerCase()] !== encoding && /encoding/.test(xml.slice(0, 100))) {
    return refused(`The file says it is ${declared}, but its bytes are UTF-16.`);
  }
  return { xml, encoding, diagnostics: [] };
}

const latin = (bytes: Uint8Array): string => chunked(bytes, (byte) => byte);

function chunked(units: Uint8Array | Uint16Array, map: (unit: number) => number): string {
  let out = '';
  for (let i = 0; i < units.length; i += 4096) out += String.fromCharCode(...Array.from(units.subarray(i, i + 4096), map));
  return out;
}

const linesBefore = (bytes: Uint8Array, end: number): number => bytes.subarray(0, end).reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0);

/** Strict: overlong forms, surrogates and code points above U+10FFFF are refused (RFC 3629). */
function utf8(bytes: Uint8Array, bad: { at: number }): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length;) {
    const first = bytes[i]!;
    const length = first < 0x80 ? 1 : first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
    let code = length === 1 ? first : first & (0xff >> (length + 1));
    for (let k = 1; k < length; k++) code = ((bytes[i + k] ?? 0) & 0xc0) === 0x80 ? (code << 6) | (bytes[i + k]! & 0x3f) : NaN;
    const least = [0, 0, 0x80, 0x800, 0x10000][length]!;
    if (!length || !(code >= least) || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) {
      bad.at = i;
      return '';
    }
    parts.push(String.fromCodePoint(code));
    i += length;
  }
  return parts.join('');
}

/**
 * Bytes of a text in the encoding it declares; UTF-8 without a declaration, and for a declared encoding that is not
 * written here. A character that the encoding lacks becomes a character reference, which says the same in XML.
 */
export function encodeXml(xml: string): Uint8Array {
  const encoding = names[declaredEncoding(xml).toLowerCase()] ?? 'utf-8';
  const text = xml.replace(/^\uFEFF/, '');
  if (encoding.startsWith('utf-16')) return wideBytes(text, encoding === 'utf-16le');
  const bytes: number[] = [];
  for (const character of text) bytes.push(...encoders[encoding as keyof typeof encoders](character));
  return Uint8Array.from(bytes);
}

const reference = (character: string): number[] => [...`&#${character.codePointAt(0)!};`].map((each) => each.charCodeAt(0));
const upTo = (most: number) => (character: string): number[] => (character.codePointAt(0)! <= most ? [character.codePointAt(0)!] : reference(character));
const encoders = {
  'utf-8': utf8Bytes, 'iso-8859-1': upTo(0xff), 'us-ascii': upTo(0x7f), 'windows-1258': (character: string) => byteOf1258(character) ?? reference(character),
};

function utf8Bytes(character: string): number[] {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 63)];
  if (code < 0x10000) return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
  return [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
}

/** With a byte order mark, which XML asks of UTF-16. */
function wideBytes(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2 + 2);
  [...`\uFEFF`, ...text.split('')].forEach((unit, i) => {
    const code = unit.charCodeAt(0);
    bytes[i * 2 + (little ? 0 : 1)] = code & 0xff;
    bytes[i * 2 + (little ? 1 : 0)] = code >> 8;
  });
  return bytes;
}
