/** The dossier as lists show it: a pure function of its standing and of what was written at reception. */
import { haltOf } from '../../engine/casework/fold.js';
import { situationOf } from '../../engine/casework/situation.js';
import type { CaseState } from '../../engine/casework/types.js';
import type { Plan } from '../../engine/graph/types.js';
import type { ProcessState } from '../../engine/interpreter/state.js';
import { isStopped, nodeNamed, openNodes, stepKind, type Ledger, type OpenNode } from '../../engine/record/ledger.js';
import type { Standing } from '../../engine/record/steps.js';
import { dueOf, limitOf } from '../calendar.js';
import { extendedDue } from '../casework/dates.js';
import type { CalendarBook } from '../calendars/book.js';
import { numberKey, wordsOf } from '../fold.js';
import type { DossierDoc, DossierFacts, OpenStep, Subscription } from '../schemas/dossier.js';
import { businessState, deliveryState, financeState } from './business-state.js';
import { placeOf, type Organisation } from './place.js';

/** Sorts after every real due date. */
export const NO_DUE = 8_640_000_000_000_000;

/** What reception or a move to another version wrote and no click changes: it need not travel with each of them. */
export const FIXED_IN_DOSSIER = ['facts', 'dossierNo', 'procedureId', 'procedureCode', 'version', 'words', 'agencyId', 'receivedAt'] as const satisfies readonly (keyof DossierDoc)[];

export interface Surroundings { plan: Plan; calendars: CalendarBook; organisation: Organisation }

export function dossierView(id: string, facts: DossierFacts, standing: Standing, around: Surroundings): DossierDoc {
  const { state, ledger, casework } = standing;
  const { plan, calendars, organisation } = around;
  const { calendar, id: calendarId } = calendars.of({ named: facts.calendar, agencyId: facts.agencyId, at: facts.receivedAt.getTime() });
  const open = state.status === 'running' ? openNodes(plan, state) : [];
  const limit = limitOf(plan.processes[plan.root]?.procedure, ledger.limit, facts.clock);
  const pauses = closedStops(ledger);
  const due = extendedDue(calendar, dueOf(calendar, facts.receivedAt.getTime(), limit, pauses), casework, pauses);
  const ended = state.status !== 'running' && state.status !== 'initial';
  const paused = isStopped(open) || (!ended && casework !== undefined && haltOf(casework) !== undefined);
  const dueAt = due === undefined || paused ? undefined : new Date(due);
  const settledAt = ledger.readyAt ?? (ended ? state.at : undefined);
  const business = businessState(standing, open, facts.channel);
  return {
    _id: id, facts, seq: state.seq, state: business, finance: financeState(casework), delivery: deliveryState(business), ...(casework ? { casework } : {}),
    situation: situationOf(plan, state), drafters: draftersOf(plan, state), open: !ended, status: state.status,
    dossierNo: facts.dossierNo, procedureId: facts.procedureId, procedureCode: facts.procedureCode, version: facts.version,
    words: wordsOf(textOf(facts)), keys: keysOf(facts),
    agencyId: facts.agencyId, agencies: agenciesOf(facts, casework, plan, organisation), departments: departmentsOf(standing, open, facts, plan),
    steps: open.map((each) => openStep(each, state, plan)), incidents: incidentsOf(state, plan), subscriptions: subscriptionsOf(state),
    ...(limit ? { limit } : {}), calendarId, receivedAt: facts.receivedAt, ...(dueAt ? { dueAt } : {}), paused,
    ...(ledger.readyAt === undefined ? {} : { readyAt: new Date(ledger.readyAt) }),
    ...(ended ? { endedAt: new Date(state.at) } : {}), ...(settledAt === undefined ? {} : { settledAt: new Date(settledAt) }),
    // A result that lies ready is no longer awaited by anybody's clock.
    sortDue: settledAt === undefined ? (dueAt?.getTime() ?? NO_DUE) : NO_DUE, stops: ledger.stops.map(([from, to]) => ({ from: new Date(from), ...(to === undefined ? {} : { to: new Date(to) }) })),
    data: state.root === undefined ? {} : { ...state.scopes[state.root]?.data }, updatedAt: new Date(state.at),
  };
}

/** By which a dossier, and work on it, is found. */
export function textOf({ dossierNo, applicant, procedureCode, procedureName }: DossierFacts): string {
  return `${dossierNo} ${applicant.name} ${procedureCode} ${procedureName}`;
}

/** Numbers as they are looked up. Apart from the words: whoever may not read them does not find by them either. */
function keysOf({ applicant: { idNumber, phone } }: DossierFacts): string[] {
  return [...new Set([idNumber, phone].map(numberKey))].filter((key) => key !== '');
}

export function closedStops(ledger: Ledger): { from: number; to: number }[] {
  return ledger.stops.flatMap(([from, to]) => (to === undefined || to <= from ? [] : [{ from, to }]));
}

/** With those whom they stood in for: neither of them approves. */
function draftersOf(plan: Plan, { performers, principals }: ProcessState): string[] {
  const drafted = Object.entries(performers).filter(([node]) => { const found = nodeNamed(plan, node); return found && stepKind(found) === 'draft'; });
  return [...new Set(drafted.flatMap(([node, by]) => [by, principals?.[node] ?? by]))].sort();
}

function openStep({ node, process, instance }: OpenNode, state: ProcessState, plan: Plan): OpenStep {
  const graph = plan.processes[process];
  const department = graph && placeOf(graph, node)?.id;
  const assignee = instance === undefined ? undefined : state.instances[instance]?.work?.by;
  return { element: node.id, name: node.name ?? node.id, ...(department ? { departmentId: department } : {}), ...(assignee ? { assignee } : {}) };
}

function departmentsOf({ state, casework }: Standing, open: readonly OpenNode[], { places }: DossierFacts, plan: Plan): string[] {
  const done = Object.keys(state.performers).flatMap((id) => Object.values(plan.processes).flatMap((graph) => (graph.nodes[id] ? [placeOf(graph, graph.nodes[id])?.id] : [])));
  const present = open.map(({ node, process }) => { const graph = plan.processes[process]; return graph && placeOf(graph, node)?.id; });
  const asked = [...(casework?.opinions ?? []).map((each) => each.department), ...(casework?.handOvers ?? []).map((each) => each.to)];
  return [...new Set([places?.receptionDepartmentId, ...done, ...present, ...asked])].filter((each) => each !== undefined).sort();
}

/** Seen by the agencies of its three places, by every agency with a lane in the procedure, and by whoever was asked or sent something. */
function agenciesOf(facts: DossierFacts, casework: CaseState | undefined, plan: Plan, organisation: Organisation): string[] {
  const { places } = facts;
  const found = new Set([facts.agencyId, ...(places ? [places.helpAgencyId, places.competentAgencyId] : [])]);
  for (const { department } of casework?.opinions ?? []) { const agency = organisation.agencyOf(department); if (agency) found.add(agency); }
  for (const { to } of casework?.handOvers ?? []) { const agency = organisation.agencyOf(to); if (agency) found.add(agency); }
  for (const process of Object.values(plan.processes)) {
    for (const lane of process.lanes) {
      const agency = lane.department && (organisation.agencyOf(lane.department.id) ?? lane.department.agency);
      if (agency) found.add(agency);
    }
  }
  return [...found];
}

function incidentsOf(state: ProcessState, plan: Plan): DossierDoc['incidents'] {
  return Object.values(state.incidents).map(({ id, node, code, message, at }) => ({
    id, element: node, step: nodeNamed(plan, node)?.name ?? node, code, message, at: new Date(at),
  }));
}

function subscriptionsOf(state: ProcessState): Subscription[] {
  return Object.values(state.catchers).flatMap((catcher) => catcher.waits.flatMap((wait): Subscription[] => {
    if ((wait.kind !== 'message' && wait.kind !== 'signal') || wait.name === undefined || wait.met) return [];
    return [{ kind: wait.kind, name: wait.name, catcher: catcher.id, ...(wait.key === undefined ? {} : { key: JSON.stringify(wait.key) }) }];
  }));
}
