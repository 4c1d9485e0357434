/** Prints the forms that the law names (01 to 07) for those who may see the dossier. */
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Actor } from '../../models/directory.js';
import type { QueryContext } from '../../models/queries/context.js';
import { FormQueries, type RegisterPeriod } from '../../models/queries/forms.js';
import { dateOnly } from '../i18n.js';
import { formOf, formsOf, type Names } from './compose.js';
import type { FormEntry, FormNo } from '../contract.js';
import type { FormFacts } from './facts.js';
import { apologyForm, refusalForm, stopForm, supplementForm } from './letters.js';
import { pdfOf } from './pdf.js';
import { receiptForm } from './receipt.js';
import { registerRow } from './register.js';
import { controlSlipForm, registerForm } from './sheets.js';

export class Forms {
  private readonly queries: FormQueries;

  constructor(private readonly context: QueryContext) {
    this.queries = new FormQueries(context);
  }

  /** In the order in which they came about; undefined when the dossier is not for this person to see. */
  async list(actor: Actor, dossierId: string): Promise<FormEntry[] | undefined> {
    const history = await this.queries.history(actor, dossierId);
    return history && formsOf(history);
  }

  /** `n`: which of several of one kind, from 1. `origin` is the address at which citizens reach this server. */
  async print(actor: Actor, dossierId: string, form: FormNo, n: number, origin: string): Promise<{ name: string; pdf: Buffer } | undefined> {
    const history = await this.queries.history(actor, dossierId);
    if (!history) return undefined;
    const { calendar } = this.context.calendars.of({ agencyId: history.doc.agencyId });
    const facts = formOf(history, form, n, { names: this.names(), calendar, origin });
    return facts && { name: `${history.doc.dossierNo}-${form}${n > 1 ? `-${n}` : ''}`, pdf: await pdfOf(definitionOf(facts)) };
  }

  async register(actor: Actor, period: RegisterPeriod): Promise<Buffer> {
    const { docs, total } = await this.queries.register(actor, period);
    const names = this.names();
    return pdfOf(registerForm({
      agencyName: names.agencyName(actor.agencyId), departmentName: names.deskOf(actor.agencyId), from: dateOnly(period.from), to: dateOnly(new Date(period.to.getTime() - 1)),
      rows: docs.map((doc) => registerRow(doc, names)), total,
    }));
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
  switch (given.form) {
    case '01': return receiptForm(given.facts);
    case '02': return supplementForm(given.facts);
    case '03': return refusalForm(given.facts);
    case '04': return apologyForm(given.facts);
    case '05': return stopForm(given.facts);
    case '06': return controlSlipForm(given.facts);
  }
}
