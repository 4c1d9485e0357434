/** What no diagram draws, as the page of a dossier shows it. */
import type { WorkCalendar } from '../../engine/calendar/compile.js';
import type { Doer } from '../../engine/interpreter/people.js';
import { haltOf } from '../../engine/casework/fold.js';
import { portalState } from '../../engine/casework/portal.js';
import type { CaseRules } from '../../engine/casework/rules.js';
import type { AutomaticView, CaseView, SyncState } from '../../server/contract.js';
import type { Directory } from '../directory.js';
import type { DossierDoc } from '../schemas/dossier.js';
import { plannedOf } from './offered.js';

const iso = (at: number): string => new Date(at).toISOString();

export function caseViewOf(doc: DossierDoc, rules: CaseRules, calendar: WorkCalendar, directory: Directory, sync: SyncState): CaseView {
  const { casework, facts } = doc;
  const halt = casework && haltOf(casework);
  const portal = portalState(rules, doc.state);
  const name = ({ by, onBehalfOf }: Doer): { byName?: string; onBehalfOfName?: string } => ({
    ...(by === undefined ? {} : { byName: directory.staffName(by) }), ...(onBehalfOf === undefined ? {} : { onBehalfOfName: directory.staffName(onBehalfOf) }),
  });
  return {
    finance: doc.finance, delivery: doc.delivery, sync, ...(portal === undefined ? {} : { portalState: portal }),
    ...(halt ? { halt: {
      kind: halt.kind, from: iso(halt.from), reason: halt.reason, ...name(halt), ...(halt.parts ? { parts: [...halt.parts] } : {}), ...(halt.ground ? { ground: halt.ground } : {}),
      ...(halt.answerBy === undefined ? {} : { answerBy: iso(halt.answerBy) }),
    } } : {}),
    ...(casework?.draft ? { draft: { at: iso(casework.draft.at), newDueAt: iso(casework.draft.newDueAt), reason: casework.draft.reason, ...name(casework.draft) } } : {}),
    extensions: (casework?.extensions ?? []).map((each) => ({ at: iso(each.at), dueAt: iso(each.dueAt), newDueAt: iso(each.newDueAt), reason: each.reason, ...name(each) })),
    opinions: (casework?.opinions ?? []).map((each) => ({
      id: each.id, at: iso(each.at), departmentName: directory.departmentName(each.department), question: each.question, ...name(each),
      ...(each.takenBy ? { takenByName: directory.staffName(each.takenBy) } : {}), ...(each.withdrawn ? { withdrawn: { at: iso(each.withdrawn.at), reason: each.withdrawn.reason, ...name(each.withdrawn) } } : {}),
      ...(each.answer ? { answer: { at: iso(each.answer.at), text: each.answer.text, ...name(each.answer) } } : {}),
    })),
    handOvers: (casework?.handOvers ?? []).map((each) => ({
      id: each.id, at: iso(each.at), toName: directory.departmentName(each.to), what: each.what, ...(each.from ? { fromName: directory.departmentName(each.from) } : {}), ...name(each),
      ...(each.received ? { received: { at: iso(each.received.at), ...name(each.received) } } : {}),
    })),
    automatic: automaticOf(doc, rules, calendar, directory),
    ...(facts.places ? { places: {
      help: directory.agencyName(facts.places.helpAgencyId), reception: facts.places.receptionDepartmentId ? directory.departmentName(facts.places.receptionDepartmentId) : directory.agencyName(facts.agencyId),
      competent: directory.agencyName(facts.places.competentAgencyId),
    } } : {}),
    ...(facts.follows ? { follows: facts.follows } : {}),
  };
}

/** Planned, done and cancelled, in the order of time. */
function automaticOf(doc: DossierDoc, rules: CaseRules, calendar: WorkCalendar, directory: Directory): AutomaticView[] {
  const planned = plannedOf(doc, rules, calendar).map(({ kind, at }): AutomaticView => ({ kind, at: iso(at), state: 'planned' }));
  const done = (doc.casework?.done ?? []).map(({ kind, at }): AutomaticView => ({ kind, at: iso(at), state: 'done' }));
  const cancelled = (doc.casework?.cancelled ?? []).map(({ kind, at, by, reason }): AutomaticView => ({
    kind, at: iso(at), state: 'cancelled', reason, ...(by === undefined ? {} : { byName: directory.staffName(by) }),
  }));
  return [...done, ...cancelled, ...planned].sort((a, b) => (a.at < b.at ? -1 : 1));
}
