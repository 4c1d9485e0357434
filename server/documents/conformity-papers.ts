/** Declarations of conformity as files. */
import { Declarations } from '../../models/conformity/declarations.js';
import type { Actor } from '../../models/directory.js';
import { FormTemplates } from '../../models/form-templates.js';
import type { QueryContext } from '../../models/queries/context.js';
import type { Printed } from '../forms/index.js';
import { letterDocx } from '../forms/letter-docx.js';
import { letterPdf } from '../forms/letter-pdf.js';
import { pdfOf } from '../forms/pdf.js';
import { declarationLetter } from './declaration.js';

export class ConformityPapers {
  private readonly declarations: Declarations;
  private readonly templates: FormTemplates;

  constructor(private readonly context: QueryContext) {
    this.declarations = new Declarations(context);
    this.templates = new FormTemplates(context.store, () => context.now());
  }

  /** Throws Refusal not-found. */
  async declaration(actor: Actor, n: number, file: 'pdf' | 'docx'): Promise<Printed> {
    const doc = await this.declarations.find(actor, n);
    const letter = declarationLetter(doc, actor.agencyName, await this.templates.of(doc.agencyId));
    return { name: `cong-bo-${n}`, bytes: file === 'pdf' ? await pdfOf(letterPdf(letter)) : await letterDocx(letter) };
  }
}
