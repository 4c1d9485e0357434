/** The certificate that signs documents: the agency's own from a PKCS #12 file, or one for trying out that is made at the first need and says so. */
import { generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import forge from 'node-forge';

/** What people are told of a certificate. `fingerprint`: SHA-256 of the whole, hex. */
export interface CertificateFacts { name: string; subject: string; issuer: string; serial: string; fingerprint: string; from: Date; to: Date; isTest: boolean }
/** `issuers`: what else came in the file. */
export interface AgencyCertificate { key: forge.pki.rsa.PrivateKey; certificate: forge.pki.Certificate; issuers: forge.pki.Certificate[]; facts: CertificateFacts }
export interface CertificatePlace { file?: string | undefined; passphrase?: string | undefined; dataFolder: string }

/** Stands in the certificate itself, so that whoever meets it anywhere is told. */
const TEST_UNIT = 'CHỨNG THƯ THỬ NGHIỆM (TEST CERTIFICATE)';
const TEST_YEARS = 5;
const DAY_MS = 86_400_000;
/** Of a common name, by X.520. */
const LONGEST_NAME = 64;

/** In words for an operator. */
export class CertificateError extends Error {}

/** Throws CertificateError when the file of the agency cannot be used. `agency`: whom a certificate for trying out names. */
export function agencyCertificate({ file, passphrase, dataFolder }: CertificatePlace, agency: () => string, now: Date): AgencyCertificate {
  const path = file ?? join(dataFolder, 'signing', 'test-certificate.p12');
  if (file === undefined && !existsSync(path)) writeOnce(path, testCertificate(agency(), now));
  try {
    const opened = openP12(readFileSync(path), file === undefined ? '' : (passphrase ?? ''));
    return { ...opened, facts: factsOf(derOf(forge.pki.certificateToAsn1(opened.certificate))) };
  } catch (error) {
    throw new CertificateError(`${path} cannot be used to sign: ${(error as Error).message}`, { cause: error });
  }
}

export function factsOf(der: Buffer): CertificateFacts {
  const certificate = new X509Certificate(der);
  const { CN: name, OU: unit } = certificate.toLegacyObject().subject as { CN?: string | string[]; OU?: string | string[] };
  const subject = inOneLine(certificate.subject);
  return {
    name: [name].flat()[0] ?? subject, subject, issuer: inOneLine(certificate.issuer), serial: certificate.serialNumber, fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    from: new Date(certificate.validFrom), to: new Date(certificate.validTo), isTest: [unit].flat().includes(TEST_UNIT),
  };
}
const inOneLine = (names: string): string => names.split('\n').join(', ');

/** The certificate is the one whose key is there too, among those of its issuers. */
function openP12(p12: Buffer, passphrase: string): Omit<AgencyCertificate, 'facts'> {
  const opened = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(p12.toString('binary')), false, passphrase);
  const bagsOf = (type: string): forge.pkcs12.Bag[] => opened.getBags({ bagType: type })[type] ?? [];
  const key = bagsOf(forge.pki.oids.pkcs8ShroudedKeyBag!)[0]?.key as forge.pki.rsa.PrivateKey | undefined;
  if (!key) throw new Error('it holds no RSA key');
  const all = bagsOf(forge.pki.oids.certBag!).flatMap(({ cert }) => cert ?? []);
  const certificate = all.find(({ publicKey }) => (publicKey as forge.pki.rsa.PublicKey).n.compareTo(key.n) === 0);
  if (!certificate) throw new Error('it holds no certificate of its key');
  return { key, certificate, issuers: all.filter((each) => each !== certificate) };
}
const derOf = (value: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(value).getBytes(), 'binary');

function testCertificate(agency: string, now: Date): Buffer {
  // Node makes keys many times faster than the library does.
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } });
  const key = forge.pki.privateKeyFromPem(privateKey);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  // A first digit that leaves the number positive.
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
  certificate.validity = { notBefore: new Date(now.getTime() - DAY_MS), notAfter: new Date(now.getTime() + TEST_YEARS * 365 * DAY_MS) };
  const names = ([['commonName', agency.slice(0, LONGEST_NAME)], ['organizationalUnitName', TEST_UNIT]] as const).map(([name, value]) => ({ name, value, valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class }));
  certificate.setSubject(names);
  certificate.setIssuer(names);
  certificate.setExtensions([{ name: 'basicConstraints', cA: false }, { name: 'keyUsage', critical: true, digitalSignature: true, nonRepudiation: true }]);
  certificate.sign(key, forge.md.sha256.create());
  return derOf(forge.pkcs12.toPkcs12Asn1(key, [certificate], '', { algorithm: 'aes256' }));
}

/** Of two processes that make one at once the file of the first stays. */
function writeOnce(path: string, bytes: Buffer): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, bytes, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
