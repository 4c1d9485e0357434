/** A document of the quality system as a controlled document: cover with code, issue, approvals and amendments, then what it says. */
import type { Logger } from 'pino';
import type { QueryContext } from '../../models/queries/context.js';
import type { Actor } from '../../models/directory.js';
import { DocumentStore, type RevisionHead } from '../../models/documents/store.js';
import { FormTemplates } from '../../models/form-templates.js';
import type { DocumentContent, DocumentRevisionDoc, Objective } from '../../models/schemas/quality-document.js';
import type { Printed } from '../forms/index.js';
import { DOCUMENT_KINDS } from '../tables/documents.js';
import { STANDARD } from '../../models/queries/conformity.js';
import { approvalOf, docxOf, type DocumentFile } from './index.js';
import { decisionWords, type Block, type ControlledDocument } from './document.js';
import { AT_MOST } from '../../models/documents/objectives.js';
import { OBJECTIVE_WORDS, targetWords } from './objective-words.js';
import type { Issuing } from './issued-pdfs.js';
import { numberWords } from './quality-words.js';
import { blocksOf } from './rich-blocks.js';

const dayWords = (day: string): string => day.split('-').reverse().join('/');
const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });
export class QualityDocumentFiles {
  private readonly kept: DocumentStore;
  private readonly templates: FormTemplates;

  private readonly context: QueryContext;

  constructor(private readonly given: Issuing & { log: Pick<Logger, 'warn'> }) {
    const { context } = given;
    this.context = context;
    this.kept = new DocumentStore(context.store);
    this.templates = new FormTemplates(context.store, () => context.now());
  }

  /** What was announced is signed when it is first asked for as PDF. Throws Refusal unknown-document, unknown-version. */
  async print(actor: Actor, id: string, version: number, file: DocumentFile, origin: string): Promise<Printed> {
    const { directory } = this.context;
    const doc = await this.kept.find(actor, id, version);
    const [heads, template] = await Promise.all([this.kept.heads(id), this.templates.of(doc.agencyId)]);
    const document: ControlledDocument = {
      agency: template.name ?? directory.agencyName(doc.agencyId), ...(template.superior ? { superior: template.superior } : {}), ...(template.crest ? { crest: template.crest } : {}),
      code: doc.code, type: DOCUMENT_KINDS[doc.kind] === doc.title ? 'Tài liệu hệ thống chất lượng' : DOCUMENT_KINDS[doc.kind], title: doc.title, issue: version, date: doc.inForceFrom ? dayWords(doc.inForceFrom) : 'chưa định', standard: STANDARD, ...(doc.inForceFrom ? {} : { mark: 'BẢN NHÁP' }),
      ...(doc.decision ? { decision: decisionWords(doc.decision, directory.agencyName(doc.agencyId)) } : {}), approval: approvalOf(doc, (person) => ({ name: directory.staffName(person), position: directory.positionOf(person) })),
      amendments: amendmentsOf(doc, heads), blocks: this.blocks(doc),
    };
    return { name: asciiName(`${doc.code}-${version}`), bytes: await (file === 'docx' ? docxOf(document) : this.pdf(doc, document, origin)) };
  }

  /** Of a version that has just been announced. The announcement stands also where that fails: it is signed when it is first asked for. */
  async sign(actor: Actor, id: string, version: number, origin: string): Promise<void> {
    await this.print(actor, id, version, 'pdf', origin).catch((error: unknown) => { this.given.log.warn({ err: error, documentId: id, version }, 'an announced document could not be signed yet'); });
  }

  private async pdf({ documentId, version, agencyId, state, inForceFrom }: DocumentRevisionDoc, document: ControlledDocument, origin: string): Promise<Buffer> {
    if (inForceFrom === undefined) return (await import('./document-pdf.js')).documentPdf(document);
    return new (await import('./issued-pdfs.js')).IssuedPdfs(this.given).of({ id: documentId, kind: 'document', version, agencyId, state }, origin, () => Promise.resolve(document));
  }

  private blocks({ content: { text, file, objectives }, concerned }: DocumentRevisionDoc): Block[] {
    const { directory } = this.context;
    return [
      { kind: 'paragraph', text: `Phạm vi áp dụng: ${concerned.length === 0 ? 'cả cơ quan' : concerned.map((each) => directory.departmentName(each)).join('; ')}.` },
      ...(text ? blocksOf(text) : []), ...(objectives?.length ? [heading('Mục tiêu, chỉ tiêu'), targets(objectives)] : []), ...(file ? fileWords(file) : []),
    ];
  }
}

/** Those that were announced, the latest first, and this one. */
function amendmentsOf(doc: DocumentRevisionDoc, heads: readonly RevisionHead[]): ControlledDocument['amendments'] {
  return heads.filter((each) => each.version <= doc.version && (each.inForceFrom !== undefined || each.version === doc.version))
    .map(({ version, inForceFrom, note }) => ({ issue: version, date: inForceFrom ? dayWords(inForceFrom) : 'chưa định', content: note ?? '' }));
}

function targets(objectives: readonly Objective[]): Block {
  return {
    kind: 'table', columns: [{ name: 'TT', width: 26 }, { name: 'Mục tiêu', width: '*' }, { name: 'Cách đo', width: 130 }, { name: 'Chỉ tiêu', width: 96 }, { name: 'Năm', width: 40 }],
    rows: objectives.map(({ text, measure, target, year }, n) => {
      return [String(n + 1), text, OBJECTIVE_WORDS.vi.measures[measure][0], targetWords({ measure, target, atMost: AT_MOST.has(measure) }, 'vi'), String(year)];
    }),
  };
}

const fileWords = ({ name, size, sha256 }: NonNullable<DocumentContent['file']>): Block[] => [
  heading('Nội dung'), { kind: 'paragraph', text: `Nội dung của tài liệu là tệp “${name}” (${numberWords(Math.ceil(size / 1024))} KB), lưu trong hệ thống.` }, { kind: 'paragraph', text: `SHA-256: ${sha256.match(/.{1,16}/g)!.join(' ')}` },
];

/** For the name of a file in a header. */
const asciiName = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/gi, 'd').replace(/[^A-Za-z0-9._-]+/g, '-');
