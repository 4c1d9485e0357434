/** Documents of the quality system, made from what is published. */
import type { Logger } from 'pino';
import { FormTemplates } from '../../models/form-templates.js';
import { dayOf, type ProcedureQueries } from '../../models/queries/procedures.js';
import { deskMidnight } from '../../models/desk.js';
import { thisRound } from '../../models/revisions/life.js';
import { STANDARD } from '../../models/queries/conformity.js';
import type { RevisionDoc } from '../../models/schemas/revision.js';
import { DifferenceQueries } from '../../models/queries/version-differences.js';
import type { BlankForms } from '../../models/writes/blank-forms.js';
import type { Drawings } from '../drawings.js';
import { sheetOf } from '../public-sheet.js';
import type { Actor } from '../../models/directory.js';
import { ofAgency } from '../../models/rights.js';
import type { Language } from '../i18n.js';
import type { Printed } from '../forms/index.js';
import type { ControlledDocument } from './document.js';
import type { PlainDocument } from './plain-pdf.js';
import { procedureList, type ListedProcedure } from './procedure-list.js';
import { processTable } from './process-table.js';
import type { Issuing } from './issued-pdfs.js';
import type { StepNames } from './step-table.js';
import { subjectOf, type Subject } from './subject.js';
import { codeOf, procedureDocument } from './procedure-document.js';

/** Older issues are told by their note alone. */
const MOST_AMENDMENTS = 5;
/** Loaded when somebody asks for one: a start does not wait for what draws pictures. */
export const docxOf = async (document: ControlledDocument): Promise<Buffer> => (await import('./document-docx.js')).documentDocx(document);
export type DocumentFile = 'pdf' | 'docx';

const plain = async (document: PlainDocument, file: DocumentFile): Promise<Buffer> => (file === 'pdf' ? (await import('./plain-pdf.js')).plainPdf(document) : (await import('./plain-docx.js')).plainDocx(document));

interface Given extends Issuing { procedures: ProcedureQueries; forms: BlankForms; drawings: Drawings; log: Pick<Logger, 'warn'> }

export class Documents {
  private readonly templates: FormTemplates;

  constructor(private readonly given: Given) {
    this.templates = new FormTemplates(given.context.store, () => given.context.now());
  }

  /** The document of an issued version, as PDF signed; of one in preparation with a mark that it is a draft. Throws Refusal unknown-procedure, unknown-version. */
  async ofProcedure(id: string, version: number, file: DocumentFile, origin: string): Promise<Printed> {
    const subject = await subjectOf(this.given.context, this.given.procedures, id, version);
    const write = (): Promise<ControlledDocument> => this.procedure(subject);
    return { name: `${codeOf(subject.published.procedure)}-${version}`, bytes: file === 'docx' ? await docxOf(await write()) : await this.pdf(subject, origin, write) };
  }

  /** Of the agency's procedures that are in force. */
  async list(actor: Actor, file: DocumentFile, language: Language): Promise<Printed> {
    const { context: { store, directory, now }, procedures } = this.given;
    const docs = await store.procedures.find({ agencyId: ofAgency(actor), currentVersion: { $exists: true } }, { _id: 1 }).sort({ _id: 1 }).lean();
    const listed: ListedProcedure[] = [];
    for (const { _id } of docs) {
      const published = await procedures.published(_id);
      const { forApplicants = true } = published.procedure;
      listed.push({ sheet: sheetOf(published, directory, { forms: [] }), forApplicants, ...(published.version.decision ? { decision: published.version.decision } : {}) });
    }
    const template = await this.templates.of(actor.agencyId);
    return { name: `danh-muc-thu-tuc-${language}`, bytes: await plain(procedureList({ agency: template.name ?? actor.agencyName, at: now(), procedures: listed }, language), file) };
  }

  /** Throws Refusal unknown-procedure, unknown-version. */
  async processTable(id: string, version: number, file: DocumentFile, language: Language): Promise<Printed> {
    const { context, procedures } = this.given;
    const { published, isDraft } = await subjectOf(context, procedures, id, version);
    const { procedure, plan, root, version: { decision } } = published;
    const [template, names] = await Promise.all([this.templates.of(procedure.agencyId), this.names()]);
    const document = processTable({ agency: template.name ?? context.directory.agencyName(procedure.agencyId), at: context.now(), sheet: sheetOf(published, context.directory, { forms: [] }), plan, root, isDraft, ...(decision ? { decision } : {}), ...names }, language);
    return { name: `${document.code}-${version}-${language}`, bytes: await plain(document, file) };
  }

  private async names(): Promise<StepNames> {
    const { directory, store } = this.given.context;
    const roles = new Map((await store.roles.find().lean()).map(({ _id, name }) => [_id, name]));
    return { departmentName: (id) => directory.departmentName(id), roleName: (id) => roles.get(id) ?? id };
  }

  /** Of a version that has just been announced. The announcement stands also where that fails: it is signed when it is first asked for. */
  async sign(id: string, version: number, origin: string): Promise<void> {
    await this.ofProcedure(id, version, 'pdf', origin).catch((error: unknown) => { this.given.log.warn({ err: error, procedureId: id, version }, 'the document of an announced version could not be signed yet'); });
  }

  private async pdf({ life, isDraft }: Subject, origin: string, write: () => Promise<ControlledDocument>): Promise<Buffer> {
    if (isDraft) return (await import('./document-pdf.js')).documentPdf(await write());
    const { IssuedPdfs } = await import('./issued-pdfs.js');
    return new IssuedPdfs(this.given).of({ ...life, id: life.procedureId }, origin, write);
  }

  private async procedure({ published, life, isDraft }: Subject): Promise<ControlledDocument> {
    const { context, forms, drawings } = this.given;
    const { directory, store } = context;
    const { procedure, version, root } = published;
    const [id, wanted, picture] = [procedure._id, version.version, { title: procedure.name, titleId: 'drawing' }];
    const [issued, blank, template, names, svg] = await Promise.all([
      store.versions.find({ procedureId: id }, { version: 1, publishedAt: 1, inForceFrom: 1, note: 1 }).sort({ version: -1 }).lean(), forms.list(id), this.templates.of(procedure.agencyId), this.names(),
      isDraft ? drawings.draft(life.xml, picture) : drawings.svg(id, wanted, picture),
    ]);
    const versions = isDraft ? [version, ...issued] : issued;
    const changes = new DifferenceQueries(context);
    const sentences = new Map(await Promise.all(versions.filter((each) => each.version <= wanted).slice(0, MOST_AMENDMENTS).map(async (each) => [each.version, await changes.sentences(id, each.version, 'vi')] as const)));
    const document = procedureDocument({
      sheet: sheetOf(published, directory, { forms: blank }), root, svg, versions: versions.map((each) => ({ version: each.version, from: deskMidnight(dayOf(each)), changes: sentences.get(each.version) ?? [], ...(each.note ? { note: each.note } : {}) })), standard: STANDARD, agency: template.name ?? directory.agencyName(procedure.agencyId),
      ...(template.superior ? { superior: template.superior } : {}), ...(template.crest ? { crest: template.crest } : {}),
      approval: approvalOf(life, (person) => ({ name: directory.staffName(person), position: directory.positionOf(person) })), ...(version.decision ? { decision: version.decision } : {}),
      ...names,
    });
    return isDraft ? asDraft(document) : document;
  }
}

/** It has no day yet. */
function asDraft(document: ControlledDocument): ControlledDocument {
  const date = '…/…/……';
  return { ...document, date, mark: 'BẢN NHÁP', amendments: document.amendments.map((each) => (each.issue === document.issue ? { ...each, date } : each)) };
}

const TASKS = [['reviewed', 'Xem xét'], ['approved', 'Phê duyệt']] as const;
/** Who drew it last, and who gave which approval in the round that led to it. */
export function approvalOf({ authors, history }: Pick<RevisionDoc, 'authors' | 'history'>, person: (id: string) => { name: string; position: string }): ControlledDocument['approval'] {
  const round = thisRound(history);
  const given = TASKS.map(([act, task]) => { const by = round.find((each) => each.act === act)?.by; return { task, ...(by === undefined ? { name: '', position: '' } : person(by)) }; });
  return [{ task: 'Soạn thảo', ...person(authors.at(-1) ?? '') }, ...given];
}
