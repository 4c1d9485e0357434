/** Prints the forms that the law names (01 to 07) for those who may see the dossier. */
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Actor } from '../../models/directory.js';
import type { QueryContext } from '../../models/queries/context.js';
import { FormTemplates } from '../../models/form-templates.js';
import { FormQueries, type RegisterPeriod } from '../../models/queries/forms.js';
import { dateOnly } from '../i18n.js';
import { formOf, formsOf, type Names } from './compose.js';
import type { FormEntry, FormNo } from '../contract.js';
import type { FormFacts } from './facts.js';
import { letterDocx } from './letter-docx.js';
import { letterPdf } from './letter-pdf.js';
import { letterOf } from './letters.js';
import { pdfOf } from './pdf.js';
import { receiptForm } from './receipt.js';
import { registerRow } from './register.js';
import { registerTable } from '../tables/tables.js';
import { workbookOf } from '../tables/workbook.js';
import { sampleOf, type Sampled } from './samples.js';
import { controlSlipForm, registerForm } from './sheets.js';

export interface Printed { /** Without its ending. */ name: string; bytes: Buffer }

export class Forms {
  private readonly queries: FormQueries;
  private readonly templates: FormTemplates;

  constructor(private readonly context: QueryContext, private readonly publicUrl?: string) {
    this.queries = new FormQueries(context);
    this.templates = new FormTemplates(context.store, () => context.now());
  }

  /** In the order in which they came about; undefined when the dossier is not for this person to see. */
  async list(actor: Actor, dossierId: string): Promise<FormEntry[] | undefined> {
    const history = await this.queries.history(actor, dossierId);
    return history && formsOf(history);
  }

  /** `n`: which of several of one kind, from 1. `origin` is the address at which citizens reach this server. */
  async print(actor: Actor, dossierId: string, form: FormNo, n: number, origin: string): Promise<Printed | undefined> {
    const found = await this.facts(actor, dossierId, form, n, origin);
    return found && { name: found.name, bytes: await pdfOf(definitionOf(found.facts)) };
  }
  /** As a Word file, for those forms that people edit; undefined for the others too. */
  async edit(actor: Actor, dossierId: string, form: FormNo, n: number, origin: string): Promise<Printed | undefined> {
    const found = await this.facts(actor, dossierId, form, n, origin);
    const letter = found && letterOf(found.facts);
    return letter && { name: found.name, bytes: await letterDocx(letter) };
  }

  private async facts(actor: Actor, dossierId: string, form: FormNo, n: number, origin: string): Promise<{ name: string; facts: FormFacts } | undefined> {
    const history = await this.queries.history(actor, dossierId);
    if (!history) return undefined;
    const { agencyId } = history.doc;
    const { calendar } = this.context.calendars.of({ agencyId });
    const template = await this.templates.of(agencyId);
    const facts = formOf(history, form, n, { names: this.names(), calendar, template, link: (dossierNo) => `${this.publicUrl ?? origin}${this.context.tracking.pathOf(dossierNo)}` });
    return facts && { name: `${history.doc.dossierNo}-${form}${n > 1 ? `-${n}` : ''}`, facts };
  }

  /** How the letters of the person's agency look now. */
  async sample(actor: Actor, form: Sampled): Promise<Buffer> {
    const [{ calendar }, template] = [this.context.calendars.of({ agencyId: actor.agencyId }), await this.templates.of(actor.agencyId)];
    return pdfOf(definitionOf(sampleOf(form, actor.agencyId, this.context.now(), { names: this.names(), calendar, template, link: (dossierNo) => dossierNo })));
  }

  async register(actor: Actor, period: RegisterPeriod): Promise<Buffer> {
    const { docs, total } = await this.queries.register(actor, period);
    const names = this.names();
    return pdfOf(registerForm({
      agencyName: names.agencyName(actor.agencyId), departmentName: names.deskOf(actor.agencyId), from: dateOnly(period.from), to: dateOnly(new Date(period.to.getTime() - 1)),
      rows: docs.map((doc) => registerRow(doc, names)), total,
    }));
  }

  /** The same lines as typed cells. */
  async registerSheet(actor: Actor, period: RegisterPeriod): Promise<Buffer> {
    const { docs, total } = await this.queries.register(actor, period);
    const names = this.names();
    const about = [['Cơ quan', names.agencyName(actor.agencyId)], ['Kỳ', `từ ngày ${dateOnly(period.from)} đến ngày ${dateOnly(new Date(period.to.getTime() - 1))}`]] as const;
    return workbookOf([registerTable(docs, total, names)], about, this.context.now());
  }

  private names(): Names {
    const { directory } = this.context;
    return {
      staffName: (id) => directory.staffName(id), position: (id) => directory.positionOf(id), departmentName: (id) => directory.departmentName(id), agencyName: (id) => directory.agencyName(id),
      deskOf: (id) => directory.deskOf(id),
    };
  }
}

function definitionOf(given: FormFacts): TDocumentDefinitions {
  if (given.form === '01') return receiptForm(given.facts);
  if (given.form === '06') return controlSlipForm(given.facts);
  return letterPdf(letterOf(given)!);
}
