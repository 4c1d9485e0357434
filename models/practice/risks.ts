/** Dossiers within their limit that are likely to be late: what dossiers like each of them still needed from the same step on (check L22). */
import { groupBy, median, quantile } from '../../engine/log-checks/numbers.js';
import { LEAST_SIMILAR, nearest, type Passed, SEVEN_IN_TEN } from '../../engine/log-checks/similar.js';
import type { WorkCalendar } from '../../engine/calendar/compile.js';
import { minutesBetween } from '../calendar.js';
import { isDecided } from '../due-state.js';
import { OPINION } from '../projections/opinion-items.js';
import type { QueryContext } from '../queries/context.js';
import type { DossierDoc, WorkItemDoc } from '../schemas/dossier.js';
import { periodOf, type Selection } from './selection.js';

/** Minutes of office time: what half, and seven in ten, still needed from now; what is left until the due date. */
export interface Risk { dossierId: string; element: string; step: string; dueAt: number; agencyId: string; channel: string; departments: string[]; half: number; most: number; slack: number; similar: number }
export interface ComputedRisks { risks: Risk[] }

type Given = Pick<QueryContext, 'store' | 'calendars' | 'now'>;
const PARTS = { version: 1, agencyId: 1, receivedAt: 1, settledAt: 1, dueAt: 1, stops: 1, state: 1, 'facts.channel': 1 } as const;
type Part = Pick<DossierDoc, '_id' | 'version' | 'agencyId' | 'receivedAt' | 'settledAt' | 'dueAt' | 'stops' | 'state'> & { facts: Pick<DossierDoc['facts'], 'channel'> };
type Item = Pick<WorkItemDoc, 'dossierId' | 'element' | 'step' | 'departmentId' | 'since' | 'open'>;
/** The newest results of the procedure: older ones say less. */
const MOST_LOOKED_AT = 1_000;
/** More nobody hurries along on one day. */
const MOST_TOLD = 500;
const AT_ONCE = 200;

export async function risksOf(given: Given, selection: Selection): Promise<ComputedRisks> {
  const { store, now } = given;
  const [at, { procedureId }, agencies] = [now(), selection, selection.agencies.length === 1 ? selection.agencies[0]! : { $in: [...selection.agencies] }];
  const open = await store.dossiers.find({ procedureId, open: true, agencies, paused: false, dueAt: { $gte: at }, settledAt: { $exists: false } }, PARTS).lean<Part[]>();
  if (open.length === 0) return { risks: [] };
  const settled = await store.dossiers.find({ procedureId, settledAt: { $gte: periodOf(selection, at).from }, agencies }, PARTS).sort({ settledAt: -1 }).limit(MOST_LOOKED_AT).lean<Part[]>();
  const passed = await passedBy(given, settled.filter(({ state }) => isDecided(state)));
  const risks: Risk[] = [];
  for (const [doc, items] of await withWork(given, open)) {
    const found = items.filter((item) => item.open).flatMap((item) => judge(given, doc, item, { passed, at }) ?? []).sort((a, b) => b.most - a.most)[0];
    if (found) risks.push({ ...found, departments: [...new Set(items.filter((item) => item.open).map(({ departmentId }) => departmentId))] });
  }
  return { risks: risks.sort((a, b) => b.most - b.slack - (a.most - a.slack)).slice(0, MOST_TOLD) };
}

/** By version and step, each in the order of what had been taken when the step came. */
async function passedBy(given: Given, settled: readonly Part[]): Promise<Map<string, Passed[]>> {
  const passed = new Map<string, Passed[]>();
  for (const [doc, items] of await withWork(given, settled)) {
    const running = runningOf(given, doc);
    for (const { element, since } of items) {
      if (since >= doc.settledAt!) continue;
      const key = `${doc.version}|${element}`;
      const list = passed.get(key) ?? [];
      passed.set(key, list);
      list.push({ elapsed: running(doc.receivedAt, since), remaining: running(since, doc.settledAt!) });
    }
  }
  for (const list of passed.values()) list.sort((a, b) => a.elapsed - b.elapsed);
  return passed;
}

async function withWork({ store }: Given, docs: readonly Part[]): Promise<[Part, Item[]][]> {
  const all: [Part, Item[]][] = [];
  for (let from = 0; from < docs.length; from += AT_ONCE) {
    const some = docs.slice(from, from + AT_ONCE);
    const items = await store.workItems.find({ dossierId: { $in: some.map(({ _id }) => _id) } }, { dossierId: 1, element: 1, step: 1, departmentId: 1, since: 1, open: 1 }).lean<Item[]>();
    const byDossier = groupBy(items.filter(({ element }) => element !== OPINION), (item) => item.dossierId);
    all.push(...some.map((doc): [Part, Item[]] => [doc, byDossier.get(doc._id) ?? []]));
  }
  return all;
}

function judge(given: Given, doc: Part, { element, step, since }: Item, { passed, at }: { passed: ReadonlyMap<string, readonly Passed[]>; at: Date }): Omit<Risk, 'departments'> | undefined {
  const running = runningOf(given, doc);
  const age = running(since, at);
  // Those that left this step sooner say nothing about this one.
  const remaining = nearest(passed.get(`${doc.version}|${element}`) ?? [], running(doc.receivedAt, since), age).map((each) => each.remaining - age);
  if (remaining.length < LEAST_SIMILAR) return undefined;
  const [most, slack] = [quantile(remaining, SEVEN_IN_TEN), minutesBetween(calendarOf(given, doc), at.getTime(), doc.dueAt!.getTime())];
  if (most <= slack) return undefined;
  return { dossierId: doc._id, element, step, dueAt: doc.dueAt!.getTime(), agencyId: doc.agencyId, channel: doc.facts.channel, half: Math.round(median(remaining)), most: Math.round(most), slack, similar: remaining.length };
}

const calendarOf = ({ calendars }: Given, { agencyId }: Part): WorkCalendar => calendars.of({ agencyId }).calendar;
/** Minutes of office time without those that its clock stood still. */
function runningOf(given: Given, doc: Part): (from: Date, to: Date) => number {
  const calendar = calendarOf(given, doc);
  return (from, to) => doc.stops.reduce((rest, stop) => {
    const [begin, end] = [Math.max(from.getTime(), stop.from.getTime()), Math.min(to.getTime(), stop.to?.getTime() ?? to.getTime())];
    return end > begin ? rest - minutesBetween(calendar, begin, end) : rest;
  }, minutesBetween(calendar, from.getTime(), to.getTime()));
}
