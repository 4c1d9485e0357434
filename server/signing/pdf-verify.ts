/** What the signatures of a PDF say of its bytes. Whether the signer is one to be trusted, whoever asks decides. */
import { factsOf, type CertificateFacts } from './certificate.js';
import { checkSignature } from './cms.js';

/**
 * `unsigned`: it holds no signature; `unreadable`: one of a kind that is not known here; `altered`: what was signed is no longer what stands there;
 * `appended`: what was signed stands there, with something after it that nobody signed; `intact`: every byte is signed.
 */
export type PdfState = 'unsigned' | 'unreadable' | 'altered' | 'appended' | 'intact';
/** `signer` and `at`, as the signature tells them: of the one that reaches farthest. Nobody is named for bytes that he did not sign. */
export interface PdfVerdict { state: PdfState; signer?: CertificateFacts; at?: Date }

const RANGE = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g;
const MOST_SIGNATURES = 5;
/** Characters; larger ones than any that is made. */
const LONGEST_SIGNATURE = 262_144;

export function verifyPdf(pdf: Buffer): PdfVerdict {
  const ranges = [...pdf.toString('latin1').matchAll(RANGE)].map((found) => found.slice(1).map(Number) as [number, number, number, number]);
  if (ranges.length === 0) return { state: 'unsigned' };
  if (ranges.length > MOST_SIGNATURES) return { state: 'unreadable' };
  const cuts = ranges.map((range) => cut(pdf, range));
  if (cuts.some((each) => each === undefined)) return { state: 'altered' };
  try {
    const checked = cuts.map((each) => ({ ...checkSignature(each!.signature, each!.signed), end: each!.end }));
    if (checked.some(({ isValid }) => !isValid)) return { state: 'altered' };
    const last = checked.reduce((one, other) => (other.end > one.end ? other : one));
    return { state: last.end === pdf.length ? 'intact' : 'appended', signer: factsOf(last.certificate), ...(last.at ? { at: last.at } : {}) };
  } catch {
    return { state: 'unreadable' };
  }
}

/** The two signed pieces with nothing but the signature between them; undefined when they leave room for more. */
function cut(pdf: Buffer, [start, length, second, rest]: readonly [number, number, number, number]): { signed: Buffer; signature: Buffer; end: number } | undefined {
  const end = second + rest;
  if (start !== 0 || second <= length || end > pdf.length) return undefined;
  if (second - length > LONGEST_SIGNATURE) return undefined;
  const between = /^<((?:[\dA-Fa-f]{2})+)>$/.exec(pdf.toString('latin1', length, second));
  return between ? { signed: Buffer.concat([pdf.subarray(0, length), pdf.subarray(second, end)]), signature: Buffer.from(between[1]!, 'hex'), end } : undefined;
}
