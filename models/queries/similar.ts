/** Whether somebody has applied before: among the dossiers that the asking person may see. */
import type { QueryFilter } from 'mongoose';
import type { SimilarApplicant } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { fold, numberKey, wordsOf } from '../fold.js';
import { readableDossiers } from '../personal.js';
import { visibleDossiers } from '../rights.js';
import type { DossierDoc } from '../schemas/dossier.js';
import type { QueryContext } from './context.js';

export interface Who { name?: string | undefined; idNumber?: string | undefined; phone?: string | undefined; birthDate?: string | undefined }
const MOST = 5;
/** Read for each question, before the names are compared letter by letter. */
const MOST_READ = 50;
const SHORTEST = 6;

export class SimilarApplicants {
  constructor(private readonly context: Pick<QueryContext, 'store'>) {}

  /** Among what the person may read in full: that somebody has a number, and which, is told to nobody else. The same identity number, or the same name without marks with the same telephone or date of birth; the newest first. */
  async find(actor: Actor, { name, idNumber, phone, birthDate }: Who): Promise<SimilarApplicant[]> {
    const [number, calls, called] = [numberKey(idNumber), numberKey(phone), fold(name ?? '')];
    const byNumber = number.length >= SHORTEST ? await this.read(actor, { keys: number }) : [];
    const byName = calls.length >= SHORTEST && called !== '' ? await this.read(actor, { keys: calls, ...named(called) }) : [];
    const byBirth = birthDate !== undefined && called !== '' ? await this.read(actor, named(called), { 'facts.applicant.birthDate': birthDate }) : [];
    const same = new Map<string, SimilarApplicant>();
    for (const doc of byNumber) if (numberKey(doc.facts.applicant.idNumber) === number) same.set(doc._id, rowOf(doc, 'idNumber'));
    for (const doc of byName) if (!same.has(doc._id) && fold(doc.facts.applicant.name) === called && numberKey(doc.facts.applicant.phone) === calls) same.set(doc._id, rowOf(doc, 'nameAndPhone'));
    for (const doc of byBirth) if (!same.has(doc._id) && fold(doc.facts.applicant.name) === called) same.set(doc._id, rowOf(doc, 'nameAndBirthDate'));
    return [...same.values()].sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1)).slice(0, MOST);
  }

  private read(actor: Actor, found: QueryFilter<DossierDoc>, more: QueryFilter<DossierDoc> = {}): Promise<DossierDoc[]> {
    return this.context.store.dossiers.find({ ...visibleDossiers(actor), ...readableDossiers(actor), ...more, ...found }).sort({ receivedAt: -1 }).limit(MOST_READ).lean();
  }
}

const named = (called: string): QueryFilter<DossierDoc> => ({ $and: wordsOf(called).map((words) => ({ words })) });

function rowOf({ _id, dossierNo, facts, state, receivedAt, open }: DossierDoc, same: SimilarApplicant['same']): SimilarApplicant {
  return { dossierId: _id, dossierNo, applicant: facts.applicant.name, procedureId: facts.procedureId, procedureName: facts.procedureName, state, open, receivedAt: receivedAt.toISOString(), same };
}
