/** The PDF of an issued document: made and signed at its announcement or, at the latest, when it is first asked for, and the same bytes ever after. */
import { createHash, randomUUID } from 'node:crypto';
import type { FileStore } from '../../models/files/store.js';
import type { QueryContext } from '../../models/queries/context.js';
import { newCode, printedCode, SignedDocuments } from '../../models/revisions/signed-documents.js';
import type { RevisionState } from '../../models/schemas/revision.js';
import { dateTime } from '../i18n.js';
import type { CertificateFacts } from '../signing/certificate.js';
import type { OpenCertificate } from '../signing/when-needed.js';
import { documentPdf } from './document-pdf.js';
import type { ControlledDocument } from './document.js';

export interface Issuing { context: QueryContext; files: FileStore; certificate: OpenCertificate; /** Where citizens reach this server. */ publicUrl?: string | undefined }

/** A version of a procedure, or of a document of the quality system where `kind` says so. */
export interface Issued { id: string; kind?: 'document'; version: number; agencyId: string; state: RevisionState }

export class IssuedPdfs {
  private readonly signed: SignedDocuments;

  constructor(private readonly given: Issuing) {
    this.signed = new SignedDocuments(given.context.store, given.files);
  }

  /** `origin`: the address under which it was asked for, for the code on it where no other address is known. */
  async of({ id: procedureId, kind, version, agencyId, state }: Issued, origin: string, write: () => Promise<ControlledDocument>): Promise<Buffer> {
    const kept = await this.signed.of(procedureId, version);
    if (kept) return this.signed.bytes(kept);
    const document = await write();
    // Nobody signs what is withdrawn already.
    if (state === 'withdrawn') return documentPdf({ ...document, mark: 'ĐÃ THU HỒI' });
    const [certificate, code, at] = [await this.given.certificate(), newCode(), this.given.context.now()];
    const { facts } = certificate;
    const { signPdf } = await import('../signing/pdf-sign.js');
    const pdf = await documentPdf({ ...document, seal: { link: `${this.given.publicUrl ?? origin}/xac-minh/${code}`, lines: sealLines(facts, code, at) } });
    const bytes = await signPdf(pdf, certificate, { reason: `${document.code}, lần ban hành ${document.issue}`, at });
    const { name: signer, subject, issuer, serial, fingerprint, isTest } = facts;
    const doc = await this.signed.keep({
      _id: code, procedureId, ...(kind && { kind }), version, agencyId, number: document.code, title: document.title, agency: document.agency, file: `signed-${randomUUID()}`, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length, at,
      signer, subject, issuer, serial, fingerprint, isTest,
    }, bytes);
    return doc._id === code ? bytes : this.signed.bytes(doc);
  }
}

function sealLines({ name, serial, isTest }: CertificateFacts, code: string, at: Date): string[] {
  return [
    `Văn bản điện tử, ký số bởi ${name} lúc ${dateTime(at)}.`, `Số chứng thư: ${serial}`, ...(isTest ? ['CHỨNG THƯ THỬ NGHIỆM, KHÔNG CÓ GIÁ TRỊ PHÁP LÝ.'] : []),
    `Xác minh hiệu lực và chữ ký: quét mã QR, mã xác minh ${printedCode(code)}.`,
  ];
}
