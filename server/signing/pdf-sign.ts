/** Signs a PDF as a whole (adbe.pkcs7.detached), after which no byte may change. */
import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import { SignPdf } from '@signpdf/signpdf';
import { Signer } from '@signpdf/utils';
import forge from 'node-forge';
import type { AgencyCertificate } from './certificate.js';

/** Bytes; the certificates of several issuers have to fit in. */
const ROOM = 16_384;

export function signPdf(pdf: Buffer, certificate: AgencyCertificate, { reason, at }: { reason: string; at: Date }): Promise<Buffer> {
  const prepared = plainAddPlaceholder({ pdfBuffer: pdf, reason, name: certificate.facts.name, location: '', contactInfo: '', signingTime: at, signatureLength: ROOM, appName: 'Dossierflow' });
  return new SignPdf().sign(prepared, new CertificateSigner(certificate), at);
}

class CertificateSigner extends Signer {
  constructor(private readonly by: AgencyCertificate) {
    super();
  }

  override sign(pdf: Buffer, at: Date = new Date()): Promise<Buffer> {
    const { key, certificate, issuers } = this.by;
    const message = forge.pkcs7.createSignedData();
    message.content = forge.util.createBuffer(pdf.toString('binary'));
    for (const each of [certificate, ...issuers]) message.addCertificate(each);
    const { contentType, data, signingTime, messageDigest, sha256 } = forge.pki.oids as Record<string, string>;
    message.addSigner({
      key, certificate: withReadableIssuer(certificate), digestAlgorithm: sha256!,
      // In the order that validators of the European Union ask for.
      authenticatedAttributes: [{ type: contentType!, value: data! }, { type: signingTime!, value: at as unknown as string }, { type: messageDigest! }],
    });
    message.sign({ detached: true });
    return Promise.resolve(Buffer.from(forge.asn1.toDer(message.toAsn1()).getBytes(), 'binary'));
  }
}

/** The library keeps names as bytes when it reads them and takes them for text when it writes them: letters with marks would be encoded twice, and no reader would find the certificate by its issuer. */
function withReadableIssuer(certificate: forge.pki.Certificate): forge.pki.Certificate {
  const attributes = certificate.issuer.attributes.map((each) => ((each.valueTagClass as unknown as forge.asn1.Type) === forge.asn1.Type.UTF8 ? { ...each, value: forge.util.decodeUtf8(each.value as string) } : each));
  return Object.assign(Object.create(certificate) as forge.pki.Certificate, { issuer: { ...certificate.issuer, attributes } });
}
