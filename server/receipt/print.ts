/** Prints the receipt of a dossier as PDF, with the appointment that the calendar gave. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { dueOf, limitOf } from '../../models/calendar.js';
import type { QueryContext } from '../../models/queries/context.js';
import type { DossierDoc } from '../../models/schemas/dossier.js';
import { dateTime, limitWords } from '../i18n.js';
import { receiptDefinition } from './definition.js';

interface Pdf { getBuffer(): Promise<Buffer> }
interface PdfMaker { setFonts(fonts: unknown): void; setUrlAccessPolicy(allow: () => boolean): void; setLocalAccessPolicy(allow: (path: string) => boolean): void; createPdf(definition: TDocumentDefinitions): Pdf }

/** The fonts that come with pdfmake have all Vietnamese letters. Nothing else is read, and nothing fetched. */
function prepared(): PdfMaker {
  const maker = pdfmake as unknown as PdfMaker;
  const folder = join(dirname(createRequire(fileURLToPath(import.meta.url)).resolve('pdfmake/package.json')), 'fonts', 'Roboto');
  const font = (name: string): string => join(folder, `Roboto-${name}.ttf`);
  maker.setFonts({ Roboto: { normal: font('Regular'), bold: font('Medium'), italics: font('Italic'), bolditalics: font('MediumItalic') } });
  maker.setUrlAccessPolicy(() => false);
  maker.setLocalAccessPolicy((path) => path.startsWith(folder));
  return maker;
}

export class ReceiptPrinter {
  private maker: PdfMaker | undefined;

  constructor(private readonly context: QueryContext) {}

  /** `origin` is the address at which citizens reach this server. */
  async print(dossier: DossierDoc, origin: string): Promise<Buffer> {
    this.maker ??= prepared();
    return this.maker.createPdf(receiptDefinition(await this.facts(dossier, origin))).getBuffer();
  }

  private async facts({ facts, limit: kept }: DossierDoc, origin: string): Promise<Parameters<typeof receiptDefinition>[0]> {
    const { directory, plans, calendars } = this.context;
    const plan = await plans.plan(facts.planHash);
    const limit = kept ?? limitOf(plan.processes[plan.root]?.procedure, undefined, facts.clock);
    // The appointment as it was made at the desk: a later pause does not change a slip that has been handed out.
    const due = dueOf(calendars.of({ agencyId: facts.agencyId }).calendar, facts.receivedAt.getTime(), limit);
    const receiver = await directory.actor(facts.receivedBy);
    const desk = receiver?.departmentNames[0] ?? '';
    const { address, phone, email, name } = facts.applicant;
    return {
      agencyName: directory.agencyName(facts.agencyId), departmentName: desk, dossierNo: facts.dossierNo, applicant: name,
      ...(address ? { address } : {}), ...(phone ? { phone } : {}), ...(email ? { email } : {}), procedureName: facts.procedureName, parts: facts.parts,
      ...(limit ? { limit: limitWords(limit, 'vi') } : {}), ...(facts.fee ? { fee: facts.fee } : {}), receivedAt: dateTime(facts.receivedAt),
      ...(due === undefined ? {} : { dueAt: dateTime(new Date(due)) }), receiver: directory.staffName(facts.receivedBy),
      link: `${origin}/tra-cuu?ma=${encodeURIComponent(facts.dossierNo)}`, place: desk,
    };
  }
}
