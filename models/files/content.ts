/** What a file may be: told by its content and by its name, and the two must agree. */
import { fileTypeFromBuffer } from 'file-type/core';

export type ContentProblem = 'empty' | 'kind-not-accepted' | 'name-and-content-differ' | 'known-malware';

/** Accepted kinds by extension; nothing that runs in a browser or carries macros. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', tif: 'image/tiff', tiff: 'image/tiff',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text', ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

/** The test pattern that virus scanners agree on; in two parts, so that this file is not taken for one. */
const TEST_VIRUS = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''), 'latin1');

export function mediaTypeOfName(name: string): string | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(MEDIA_TYPES, extension) ? MEDIA_TYPES[extension] : undefined;
}

export async function examineContent(name: string, bytes: Buffer): Promise<{ mediaType: string } | { problem: ContentProblem }> {
  if (bytes.length === 0) return { problem: 'empty' };
  if (bytes.includes(TEST_VIRUS)) return { problem: 'known-malware' };
  const named = mediaTypeOfName(name);
  if (named === undefined) return { problem: 'kind-not-accepted' };
  const found = await fileTypeFromBuffer(bytes);
  return found?.mime === named ? { mediaType: named } : { problem: 'name-and-content-differ' };
}
