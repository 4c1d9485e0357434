/** Opinions asked of another unit, as work items of that unit: they are in no drawing. Pure. */
import type { CaseFact, Opinion } from '../../engine/casework/types.js';
import type { Batch } from '../../engine/record/steps.js';
import { minutesBetween } from '../calendar.js';
import { wordsOf } from '../fold.js';
import type { DossierDoc, WorkItemDoc } from '../schemas/dossier.js';
import { textOf, type Surroundings } from './dossier-view.js';
import type { WorkItemChange } from './work-item-views.js';

/** Stands where a step of the drawing has its element. */
export const OPINION = 'opinion';

export function opinionChanges(batch: Batch, dossier: DossierDoc, around: Surroundings, idOf: (instance: string) => string, all: boolean): WorkItemChange[] {
  const opinions = batch.casework?.opinions ?? [];
  const touched = new Set(factsIn(batch).flatMap((fact) => ('opinion' in fact ? [fact.opinion] : [])));
  const ended = batch.state.status !== 'running';
  return opinions.filter((each) => touched.has(each.id) || ((ended || all) && isOpen(each))).map((opinion) => ({
    id: idOf(opinion.id), seq: batch.state.seq, isKnown: false, ...written(opinion, ended, batch, dossier, around),
  }));
}

export function factsIn({ steps }: Pick<Batch, 'steps'>): CaseFact[] {
  return steps.flatMap((step) => step.events.flatMap((event) => (event.type === 'factRecorded' ? [event.fact as unknown as CaseFact] : [])));
}

const isOpen = ({ answer, withdrawn }: Opinion): boolean => !answer && !withdrawn;

function written(opinion: Opinion, ended: boolean, batch: Batch, dossier: DossierDoc, around: Surroundings): Pick<WorkItemChange, 'set' | 'unset'> {
  const { facts } = dossier;
  const agencyId = around.organisation.agencyOf(opinion.department) ?? dossier.agencyId;
  const { calendar } = around.calendars.of({ departmentId: opinion.department, agencyId, at: opinion.at });
  const open = !ended && isOpen(opinion);
  const endedAt = open ? undefined : (opinion.answer?.at ?? opinion.withdrawn?.at ?? batch.state.at);
  const assignee = opinion.answer?.by ?? opinion.takenBy;
  const set: Partial<WorkItemDoc> = {
    dossierId: batch.dossierId, instance: opinion.id, seq: batch.state.seq, element: OPINION, step: opinion.question, kind: OPINION, departmentId: opinion.department, agencyId,
    dossierNo: facts.dossierNo, applicant: facts.applicant.name, procedureId: facts.procedureId, procedureCode: facts.procedureCode, procedureName: facts.procedureName,
    version: facts.version, words: wordsOf(`${textOf(facts)} ${opinion.question}`), ...(dossier.keys ? { keys: dossier.keys } : {}), since: new Date(opinion.at), paused: open && dossier.paused, sortDue: dossier.sortDue,
    open, status: opinion.answer ? 'completed' : !open ? 'cancelled' : opinion.takenBy ? 'allocated' : 'offered', ...(assignee ? { assignee } : {}),
    ...(dossier.dueAt ? { dueAt: dossier.dueAt } : {}), ...(endedAt === undefined ? {} : { endedAt: new Date(endedAt), stayMinutes: minutesBetween(calendar, opinion.at, endedAt) }),
  };
  return { set, unset: [...(dossier.dueAt ? [] : ['dueAt' as const]), ...(assignee ? [] : ['assignee' as const])] };
}
