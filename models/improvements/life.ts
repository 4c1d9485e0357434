/** The life of an improvement record as rules without a database: what may follow what, and who may do it. */
import type { Actor } from '../directory.js';
import { hasRole } from '../rights.js';
import type { ImprovementDoc, ImprovementState } from '../schemas/improvement.js';

const OVER: ReadonlySet<ImprovementState> = new Set(['kept', 'rolledBack', 'closed']);
export const isOver = ({ state }: Pick<ImprovementDoc, 'state'>): boolean => OVER.has(state);

/** Who keeps the quality system, and whoever answers for the record. */
export function mayPlan(actor: Actor, doc: ImprovementDoc): boolean {
  return !isOver(doc) && (doc.owner === actor.id || hasRole(actor, 'qmsOfficer', 'manager', 'leader', 'administrator'));
}
/** A draft is opened by who may draw, once cause, owner and goal are said. */
export function mayOpenDraft(actor: Actor, doc: ImprovementDoc): boolean {
  return doc.state === 'planned' && hasRole(actor, 'designer', 'administrator');
}
export const mayPredict = (actor: Actor, doc: ImprovementDoc): boolean => doc.state === 'changing' && (mayPlan(actor, doc) || hasRole(actor, 'designer'));
export const mayNameVersion = mayPredict;
export const mayMeasure = (actor: Actor, doc: ImprovementDoc): boolean => mayPredict(actor, doc) && doc.version !== undefined;

export type WhyNotDecide = 'forbidden' | 'four-eyes' | 'wrong-state';
/** Whether it worked is decided by another than who answers for the change. Undefined: he may. */
export function whyNotDecide(actor: Actor, doc: ImprovementDoc, decision: 'keep' | 'rollBack' | 'close'): WhyNotDecide | undefined {
  if (isOver(doc) || (decision !== 'close' && doc.measured === undefined) || (decision === 'close' && doc.version !== undefined)) return 'wrong-state';
  if (!hasRole(actor, 'qmsOfficer', 'manager', 'leader', 'administrator')) return 'forbidden';
  return doc.owner === actor.id ? 'four-eyes' : undefined;
}
