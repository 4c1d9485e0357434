import type { MessageValue } from '../messages.js';
import type { ActivityNode, Id } from '../../graph/types.js';
import type { Rule, Subject } from '../subject.js';
import { costs } from '../costs.js';

/**
 * T17: what the procedure costs those who need it: (hours of the applicant x hourly income + fee) x times a year x applicants,
 * by step and by document, the dearest first (standard cost model). Hours: contacts in person with the way there and back, contacts
 * online, and getting each document together; prices are the settings of `costs.ts`.
 */
export const complianceCost: Rule = {
  check: 'T17',
  run(subject) {
    const { procedure } = subject.graph;
    const contacts = subject.activities.filter((each) => each.step?.applicantContact);
    if (!procedure) return subject.activities.length === 0 ? [] : [{ check: 'T17', missing: ['df:procedure applicantsPerYear', 'df:procedure fee', 'df:step standardMinutes'] }];
    if (contacts.length === 0 && procedure.requiredDocuments.length === 0) return [];
    const fee = feeOf(procedure.fee);
    const missing = [
      ...(procedure.applicantsPerYear === undefined ? ['df:procedure applicantsPerYear'] : []), ...(fee === undefined ? ['df:procedure fee'] : []),
      ...contacts.filter((each) => each.step?.standardMinutes === undefined && each.step?.kind !== 'supplement' && each.step?.kind !== 'refuse').map((each) => `df:step standardMinutes of ${each.id}`),
    ];
    if (missing.length > 0) return [{ check: 'T17', missing }];
    const steps = contacts.filter((each) => each.step?.standardMinutes !== undefined && each.step.kind !== 'refuse').map((each) => ({ step: each.id, cost: Math.round(hoursOf(each) * costs.hourlyIncome) })).sort((a, b) => b.cost - a.cost);
    const documents = procedure.requiredDocuments.filter((each) => each.mandatory && (each.source ?? 'applicant') === 'applicant')
      .map((each) => ({ document: each.type, cost: Math.round(costs.hoursPerDocument * (each.copies ?? 1) * costs.hourlyIncome) })).sort((a, b) => b.cost - a.cost);
    const perApplicant = [...steps, ...documents].reduce((sum, each) => sum + each.cost, 0) + fee!;
    const perYear = perApplicant * procedure.applicantsPerYear! * (procedure.timesPerYear ?? 1);
    if (perYear === 0) return [];
    return [{
      check: 'T17', severity: 'advice', elements: steps.map((each) => each.step), message: { key: 'T17.message', values: { perApplicant: money(perApplicant), perYear: money(perYear), dearest: dearest(subject, documents, steps) } },
      suggestion: { key: 'T17.suggestion' }, evidence: { perApplicant, perYear, fee: fee!, hourlyIncome: costs.hourlyIncome, steps, documents }, confidence: 0.7,
    }];
  },
};

function hoursOf({ step }: ActivityNode): number { return (step?.standardMinutes ?? 0) / 60 + (step?.medium === 'paper' ? costs.hoursPerTrip : 0); }
function dearest(subject: Subject, documents: readonly { document: string; cost: number }[], steps: readonly { step: Id; cost: number }[]): string {
  const [document, step] = [documents[0], steps[0]];
  return document && document.cost >= (step?.cost ?? 0) ? subject.documents.name(document.document) : step ? subject.labels([step.step]) : '–';
}
const grouped = (amount: number, sign: string): string => String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, sign);
const money = (amount: number): MessageValue => ({ vi: grouped(amount, '.'), en: grouped(amount, ',') });

/** Amount of a fee as people write it; undefined when the text names none. */
export function feeOf(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const amount = /\d[\d.,\s]*/.exec(text)?.[0].replace(/[^\d]/g, '');
  if (amount) return Number(amount);
  return /^(không|miễn|free|none|0)/i.test(text.trim()) ? 0 : undefined;
}
