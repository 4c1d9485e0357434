/** Papers of the improvement loop. */
import type { Actor } from '../../models/directory.js';
import type { QueryContext } from '../../models/queries/context.js';
import { ImprovementQueries } from '../../models/queries/improvements.js';
import type { Printed } from '../forms/index.js';
import { improvementDocument } from './improvement-document.js';

export class QualityReports {
  private readonly improvements: ImprovementQueries;

  constructor(private readonly context: QueryContext) {
    this.improvements = new ImprovementQueries(context);
  }

  /** Throws Refusal unknown-improvement. */
  async improvement(actor: Actor, id: string): Promise<Printed> {
    const view = await this.improvements.view(actor, id);
    const document = improvementDocument(view, actor.agencyName, this.context.now());
    // Loaded when somebody asks for one.
    return { name: view.no, bytes: await (await import('./plain-pdf.js')).plainPdf(document) };
  }
}
