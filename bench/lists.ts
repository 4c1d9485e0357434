/** The lists of the pages over many dossiers: documents made by the product's own models from one played beginning. */
import { endedWork, newStanding, nextStanding, settledStep, type Standing } from '../engine/record/steps.js';
import { step } from '../engine/interpreter/step.js';
import type { Plan } from '../engine/graph/types.js';
import { officeBook } from '../models/calendars/book.js';
import { Directory } from '../models/directory.js';
import { PlanStore } from '../models/plans.js';
import type { Surroundings } from '../models/projections/dossier-view.js';
import type { DossierFacts } from '../models/schemas/dossier.js';
import { StandIns } from '../models/stand-ins.js';
import type { Store } from '../models/store.js';
import { documentsOf, write, type Documents } from '../scripts/seed/writer.js';
import { Browser } from './browser.js';
import { repeated } from './measure.js';
import { DESK_CLERKS, PROCEDURE_ID } from './sample.js';
import { startVariables } from './workload.js';

export interface ListTiming { dossiers: number; list: string; p50: number; p95: number }

const LISTS: readonly [name: string, path: string][] = [
  ['my work', '/api/work?view=mine'], ['work of my departments', '/api/work?view=department'], ['work of the agency, page 20', '/api/work?view=all&page=20'],
  ['dossiers, newest first', '/api/dossiers'], ['dossiers in progress', '/api/dossiers?state=inProgress'], ['dossiers by a part of the name', '/api/dossiers?q=applicant%204242'],
];
const REPEATS = 7;
const AT_ONCE = 500;
const HOUR = 3_600_000;

/** Fills up to each size in turn and times every list there, 50 rows a page. */
export async function timeLists(store: Store, url: string, planHash: string, sizes: readonly number[]): Promise<ListTiming[]> {
  const directory = new Directory(store, () => Date.now(), new StandIns(store, () => Date.now()));
  await directory.refresh();
  const around: Surroundings = { plan: await new PlanStore(store).plan(planHash), calendars: officeBook, organisation: directory };
  const desk = new Browser(new URL(url));
  await desk.signIn(DESK_CLERKS[0]!);
  const timings: ListTiming[] = [];
  let written = 0;
  for (const size of sizes) {
    for (; written < size; written += AT_ONCE) {
      await write(store, Array.from({ length: Math.min(AT_ONCE, size - written) }, (_, i) => documentsAt(written + i, planHash, around)));
    }
    for (const [list, path] of LISTS) {
      const { p50, p95 } = await repeated(() => desk.get(path), REPEATS);
      timings.push({ dossiers: size, list, p50, p95 });
    }
  }
  desk.close();
  return timings;
}

/** Half of them wait at the first step, half have been received; one in ten of the latter is in the hands of the first clerk. */
function documentsAt(i: number, planHash: string, around: Surroundings): Documents {
  const at = Date.now() - HOUR * (24 + (i % 1_000));
  const facts: DossierFacts = {
    dossierNo: `L-${String(i).padStart(7, '0')}`, procedureId: PROCEDURE_ID, procedureCode: PROCEDURE_ID, procedureName: 'Dossier of the benchmark', version: 1, planHash,
    agencyId: 'bench-agency', channel: 'desk', applicant: { kind: 'person', name: `Applicant ${i}` }, parts: [], receivedAt: new Date(at), receivedBy: DESK_CLERKS[1]!,
  };
  return documentsOf(`list-${i}`, facts, `dossiers:list:${i}`, played(around.plan, i, at), around);
}

function played(plan: Plan, i: number, at: number): Parameters<typeof documentsOf>[3] {
  const by = DESK_CLERKS[i % 20 === 1 ? 0 : 1]!;
  const turns: Parameters<typeof documentsOf>[3]['turns'] = [];
  let standing: Standing = newStanding();
  const take = (command: Parameters<typeof step>[2]): void => {
    const result = step(plan, standing.state, command);
    if (!result.accepted) throw new Error(result.rejection.message);
    const before = standing.state;
    standing = nextStanding(plan, standing, result.events, result.state);
    turns.push({ step: settledStep(command, result.events), ended: endedWork(before, result.events), standing });
  };
  take({ type: 'startProcess', commandId: `s-${i}`, at, by, data: startVariables(i) });
  const waiting = (): string => Object.values(standing.state.instances).find((each) => each.work)!.id;
  if (i % 2) {
    take({ type: 'completeWorkItem', commandId: `r-${i}`, item: waiting(), at: at + HOUR, by, data: { complete: true } });
    if (i % 20 === 1) take({ type: 'claimWorkItem', commandId: `c-${i}`, item: waiting(), at: at + 2 * HOUR, by });
  }
  return { standing, turns };
}
