/** A dossier as its applicant follows it: where it stands, the way it walked and what it waits for; nothing personal. */
import { haltOf } from '../../engine/casework/fold.js';
import type { BusinessState } from '../../server/contract.js';
import { dueStateOf } from '../due-state.js';
import { fold } from '../fold.js';
import { OPINION } from '../projections/opinion-items.js';
import { pathOf } from '../projections/timeline.js';
import type { DossierDoc, WorkItemDoc } from '../schemas/dossier.js';
import { present, type QueryContext } from './context.js';

/** A step that was or is worked on: by which department, never by whom. */
export interface FollowedStep { name: string; department: string; from: Date; to?: Date }
/** What the dossier waits for the applicant to do. `parts`: names of the procedure's list; `others`: more than these are asked for. */
export interface AskedOfApplicant { kind: 'supplement' | 'payment' | 'collect'; since: Date; parts: string[]; others: boolean; answerBy?: Date; fee?: string }
export interface FollowedDossier {
  dossierNo: string; procedureId: string; procedureName: string; version: number; state: BusinessState; dueState: string;
  receivedAt: Date; dueAt?: Date; readyAt?: Date; endedAt?: Date; departments: string[]; asked?: AskedOfApplicant; steps: FollowedStep[];
  path: { done: string[]; active: string[]; flows: string[] };
}

export class Following {
  constructor(private readonly context: QueryContext) {}

  /**
   * By the number on the slip, however it was typed, and the last digits of the applicant's phone. A number that there
   * is not and digits that are wrong do the same work and answer the same: undefined.
   */
  async byPhone(typedNo: string, typedDigits: string): Promise<string | undefined> {
    const { store, tracking, settings } = this.context;
    const count = settings.get('follow.phoneDigits');
    const digits = digitsOf(typedDigits).slice(-count);
    const found = await store.dossiers.findOne({ dossierNo: numberTyped(typedNo) }, { dossierNo: 1, 'facts.applicant.phone': 1 }).lean<{ dossierNo: string; facts: { applicant: { phone?: string } } } | null>();
    const known = digitsOf(found?.facts.applicant.phone ?? '').slice(-count);
    const same = tracking.equal(known, digits);
    return same && found && known.length === count ? found.dossierNo : undefined;
  }

  /** By the secret of the slip. */
  async bySecret(typedNo: string, secret: string): Promise<DossierDoc | undefined> {
    const dossierNo = numberTyped(typedNo);
    if (!this.context.tracking.isSecret(dossierNo, secret)) return undefined;
    return (await this.context.store.dossiers.findOne({ dossierNo }).lean()) ?? undefined;
  }

  async view(doc: DossierDoc): Promise<FollowedDossier> {
    const { store, directory } = this.context;
    const [log, items] = await Promise.all([
      store.log.find({ dossierId: doc._id }).sort({ from: 1 }).lean(), store.workItems.find({ dossierId: doc._id, status: { $ne: 'cancelled' } }).sort({ since: 1, _id: 1 }).lean(),
    ]);
    const departments = doc.steps.flatMap((step) => (step.departmentId ? [directory.departmentName(step.departmentId)] : []));
    const asked = askedOf(doc, items);
    return {
      dossierNo: doc.dossierNo, procedureId: doc.procedureId, procedureName: doc.facts.procedureName, version: doc.version, state: doc.state, dueState: dueStateOf(doc, present(this.context, doc.agencyId)),
      receivedAt: doc.receivedAt, ...(doc.dueAt ? { dueAt: doc.dueAt } : {}), ...(doc.readyAt ? { readyAt: doc.readyAt } : {}), ...(doc.endedAt ? { endedAt: doc.endedAt } : {}),
      departments: [...new Set(departments)], ...(asked ? { asked } : {}), path: pathOf(log),
      // An opinion's name is what somebody asked, in words of his own.
      steps: items.filter((item) => item.element !== OPINION).map((item) => ({ name: item.step, department: directory.departmentName(item.departmentId), from: item.since, ...(item.endedAt ? { to: item.endedAt } : {}) })),
    };
  }
}

export const numberTyped = (text: string): string => fold(text).toUpperCase().replace(/\s/g, '');
const digitsOf = (text: string): string => text.replace(/\D/g, '');

function askedOf(doc: DossierDoc, items: readonly WorkItemDoc[]): AskedOfApplicant | undefined {
  if (doc.state === 'resolved') return { kind: 'collect', since: doc.readyAt ?? doc.updatedAt, parts: [], others: false };
  const kind = doc.state === 'awaitingSupplement' ? 'supplement' : doc.state === 'financialDuty' ? 'payment' : undefined;
  if (!kind) return undefined;
  const halt = doc.casework && haltOf(doc.casework);
  const drawn = items.find((item) => item.open && item.kind === (kind === 'payment' ? 'pay' : kind));
  const wanted = kind === 'payment' ? [] : (halt?.parts ?? doc.facts.parts.filter((part) => !part.received).map((part) => part.name));
  // Only names that the procedure has: what was typed by hand may name a person.
  const parts = wanted.filter((name) => doc.facts.parts.some((part) => part.name === name));
  return {
    kind, since: halt ? new Date(halt.from) : (drawn?.since ?? doc.updatedAt), parts, others: parts.length < wanted.length, ...(halt?.answerBy === undefined ? {} : { answerBy: new Date(halt.answerBy) }),
    ...(kind === 'payment' && doc.facts.fee ? { fee: doc.facts.fee } : {}),
  };
}
