/** Papers of the improvement loop. */
import type { Actor } from '../../models/directory.js';
import type { QueryContext } from '../../models/queries/context.js';
import { ImprovementQueries } from '../../models/queries/improvements.js';
import type { Printed } from '../forms/index.js';
import { ManagementReviewQueries, type DayPeriod } from '../../models/queries/management-review.js';
import type { Language } from '../i18n.js';
import { improvementDocument } from './improvement-document.js';
import { reviewDocument } from './review-document.js';

export class QualityReports {
  private readonly improvements: ImprovementQueries;
  private readonly reviews: ManagementReviewQueries;

  constructor(private readonly context: QueryContext, given: ConstructorParameters<typeof ManagementReviewQueries>[1]) {
    this.improvements = new ImprovementQueries(context);
    this.reviews = new ManagementReviewQueries(context, given);
  }

  /** Throws Refusal unknown-improvement. */
  async improvement(actor: Actor, id: string): Promise<Printed> {
    const view = await this.improvements.view(actor, id);
    const document = improvementDocument(view, actor.agencyName, this.context.now());
    // Loaded when somebody asks for one.
    return { name: view.no, bytes: await (await import('./plain-pdf.js')).plainPdf(document) };
  }

  /** What the leaders look at when they review the quality system. */
  async review(actor: Actor, period: DayPeriod, language: Language): Promise<Printed> {
    const document = reviewDocument(await this.reviews.review(actor, period, language), actor.agencyName, language);
    return { name: `${document.code}-${period.from}-${period.to}`.replace('Đ', 'D'), bytes: await (await import('./plain-pdf.js')).plainPdf(document) };
  }
}
