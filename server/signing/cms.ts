/** A detached signature (CMS, RFC 5652) as it stands in a PDF: whose it is, and whether it holds for given bytes. */
import { createHash, timingSafeEqual, verify, X509Certificate } from 'node:crypto';
import forge from 'node-forge';

/** `certificate`: of whoever signed, DER. */
export interface CheckedSignature { isValid: boolean; certificate: Buffer; at?: Date }

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const [MESSAGE_DIGEST, SIGNING_TIME] = ['1.2.840.113549.1.9.4', '1.2.840.113549.1.9.5'];
const DIGESTS: Readonly<Record<string, string>> = { '2.16.840.1.101.3.4.2.1': 'sha256', '2.16.840.1.101.3.4.2.2': 'sha384', '2.16.840.1.101.3.4.2.3': 'sha512' };
/** RSA (PKCS #1) and ECDSA, alone or with the digest in their name. */
const KINDS = /^1\.2\.840\.(113549\.1\.1\.(1|11|12|13)|10045\.(2\.1|4\.3\.[234]))$/;
/** The library's types know the first of these options alone. */
const LENIENT = { strict: false, parseAllBytes: false, decodeBitStrings: false } as unknown as boolean;
const { Type, Class } = forge.asn1;
type Asn1 = forge.asn1.Asn1;

/** Throws when it is no signature of a kind that is known here. */
export function checkSignature(cms: Buffer, signed: Buffer): CheckedSignature {
  const [certificates, signer] = partsOf(cms);
  const [, sid, digest, attributes, kind, signature] = listOf(signer);
  const algorithm = DIGESTS[oidOf(listOf(digest)[0])];
  if (algorithm === undefined || !KINDS.test(oidOf(listOf(kind)[0]))) throw new Error('an algorithm that is not known here');
  const certificate = certificateOf(certificates, sid!);
  const found = new Map(listOf(attributes).map((each) => { const [name, values] = listOf(each); return [oidOf(name), listOf(values)[0]!]; }));
  const digested = Buffer.from(textOf(found.get(MESSAGE_DIGEST)), 'binary');
  const actual = createHash(algorithm).update(signed).digest();
  const isValid = digested.length === actual.length && timingSafeEqual(digested, actual)
    && isWhole(new X509Certificate(certificate), certificates)
    && verify(algorithm, derOf(asSet(attributes!)), new X509Certificate(certificate).publicKey, Buffer.from(textOf(signature), 'binary'));
  const time = found.get(SIGNING_TIME);
  return { isValid, certificate, ...(time ? { at: timeOf(time) } : {}) };
}

/** The certificates that came with it, and the one who signed. */
function partsOf(cms: Buffer): [certificates: Asn1[], signer: Asn1] {
  const bytes = forge.util.createBuffer(cms.toString('binary'));
  const outer = listOf(forge.asn1.fromDer(bytes, LENIENT));
  // What follows it is the room that was left over, and empty.
  if (/[^\0]/.test(bytes.getBytes())) throw new Error('something follows the signature');
  if (oidOf(outer[0]) !== SIGNED_DATA) throw new Error('no signed data');
  const parts = listOf(listOf(outer[1])[0]);
  const certificates = parts.find(({ tagClass, type }) => tagClass === Class.CONTEXT_SPECIFIC && (type as number) === 0);
  const signers = listOf(parts.at(-1));
  if (signers.length !== 1) throw new Error('not one signer');
  return [listOf(certificates), signers[0]!];
}

/** One that signed itself, or whose issuer came along, is as it was issued; the issuers of others are not known here. */
function isWhole(certificate: X509Certificate, all: readonly Asn1[]): boolean {
  const issuers = all.map((each) => new X509Certificate(derOf(each))).filter(({ subject }) => certificate.issuer === subject);
  return issuers.length === 0 || issuers.some((each) => certificate.verify(each.publicKey));
}

/** By issuer and number, as the signer names it. */
function certificateOf(certificates: readonly Asn1[], sid: Asn1): Buffer {
  const [issuer, serial] = listOf(sid).map((each) => derOf(each).toString('hex'));
  const found = certificates.find((each) => {
    const fields = listOf(listOf(each)[0]);
    const from = fields[0]!.tagClass === Class.CONTEXT_SPECIFIC ? 1 : 0;
    return derOf(fields[from]!).toString('hex') === serial && derOf(fields[from + 2]!).toString('hex') === issuer;
  });
  if (!found) throw new Error('the certificate of the signer is not in it');
  return derOf(found);
}

/** Signed is the set, which stands in the signature under a tag of its own. */
const asSet = (attributes: Asn1): Asn1 => forge.asn1.create(Class.UNIVERSAL, Type.SET, true, attributes.value as Asn1[]);
const derOf = (value: Asn1): Buffer => Buffer.from(forge.asn1.toDer(value).getBytes(), 'binary');
function listOf(value: Asn1 | undefined): Asn1[] {
  if (!Array.isArray(value?.value)) throw new Error('not as a signature is built');
  return value.value;
}
function textOf(value: Asn1 | undefined): string {
  if (typeof value?.value !== 'string') throw new Error('not as a signature is built');
  return value.value;
}
const oidOf = (value: Asn1 | undefined): string => forge.asn1.derToOid(textOf(value));
const timeOf = (value: Asn1): Date => (value.type === Type.UTCTIME ? forge.asn1.utcTimeToDate(textOf(value)) : forge.asn1.generalizedTimeToDate(textOf(value)));
