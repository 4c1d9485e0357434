/** A month at the desk, across Tết: twenty procedures, staff at browsers and programs, a stand-in, and whatever no diagram draws. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workingTime } from '../../engine/calendar/open-time.js';
import { FigureSweep } from '../../models/figures/sweep.js';
import { rebuildDossier } from '../../models/rebuild.js';
import { readAnchors } from '../../models/trail/anchors.js';
import { verifyTrail } from '../../models/trail/verify.js';
import { Random } from '../../scripts/seed/random.js';
import type { DossierView, FormEntry, OverviewReport } from '../../server/contract.js';
import { endOf } from '../procedures/ends.js';
import { Clerk } from '../support/clerk.js';
import { openBrowser, type Browser } from '../support/browser.js';
import { eventually } from '../workflows/support.js';
import { Course, type Life } from './course.js';
import { Staff } from './staff.js';
import { storiesOf } from './stories.js';
import { openWorld, type World } from './world.js';

/** All branches of the library are among 200; a smaller number takes every n-th. */
const DOSSIERS = Number(process.env.MONTH_DOSSIERS ?? 60);
const BEGIN = Date.UTC(2027, 0, 18, 0, 0);
const DAY = 86_400_000;
/** Whose head is away for a week, and who does his work. */
const AWAY = { who: 'son', standIn: 'hanh', from: Date.UTC(2027, 0, 24, 17), to: Date.UTC(2027, 0, 30, 17) };
const TET = { from: Date.UTC(2027, 1, 4, 17), to: Date.UTC(2027, 1, 11, 17) };
jest.setTimeout(3_000_000);

let world: World, browser: Browser, staff: Staff, course: Course;
const views = new Map<string, DossierView>();
/** One of each agency, who sees all that it has to do with. */
const EYES: Readonly<Record<string, string>> = { 'ubnd-binh-an': 'tuan', 'vpdk-dat-dai': 'binh', 'so-y-te': 'minh', 'so-tu-phap': 'kien', 'so-giao-duc': 'phuc', 'cong-an-tinh': 'cuong', 'bv-da-khoa': 'thang', 'thpt-binh-an': 'lien', 'thpt-hoa-binh': 'hoang' };
const ended = (): Life[] => course.lives.filter((life) => life.dossier);

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(BEGIN), openBrowser()]);
  staff = new Staff(world.url, browser, () => world.now());
  const { calendar } = world.parts.context.calendars.of({});
  const random = new Random(20_270_118);
  const standsIn = (who: string, at: number): string => (who === AWAY.who && at >= AWAY.from && at < AWAY.to ? AWAY.standIn : who);
  course = new Course(world, staff, calendar, random, storiesOf(DOSSIERS, BEGIN, 30, calendar, random), standsIn);
  const set = await (await Clerk.signIn(world.url, AWAY.who)).post('/api/stand-ins', { standIn: AWAY.standIn, from: new Date(AWAY.from).toISOString(), to: new Date(AWAY.to).toISOString(), reason: 'Đi tập huấn' });
  expect(set.status).toBe(201);
  await course.run();
  for (const { dossier } of ended()) {
    const { agencyId } = (await world.parts.context.store.dossiers.findById(dossier!.id, { agencyId: 1 }).lean())!;
    views.set(dossier!.id, await staff.view(EYES[agencyId]!, dossier!.id));
  }
});
afterAll(async () => {
  await staff?.close();
  await browser?.close();
  await world?.close();
  if (staff) process.stderr.write(summary());
});

test('every dossier came to the end that its course names', () => {
  expect(ended()).toHaveLength(DOSSIERS);
  const wrong = ended().flatMap(({ story, dossier, done, diverted }) => {
    const { state, path } = views.get(dossier!.id)!;
    if (done.includes('withdrawal')) return state === 'withdrawn' ? [] : [`${dossier!.dossierNo}: ${state}`];
    // An outside system answered otherwise: another end of the same drawing.
    if (diverted.length > 0) return [];
    const end = endOf(`${story.procedureId}.bpmn`, story.branch);
    return end !== undefined && path.done.includes(end) ? [] : [`${dossier!.dossierNo} (${story.procedureId}, ${story.branch}): ${state}, not at ${end}`];
  });
  expect(wrong).toEqual([]);
  expect(new Set(course.lives.map(({ story }) => story.procedureId)).size).toBe(Math.min(20, DOSSIERS));
  expect(course.lives.filter(({ diverted }) => diverted.length > 0).length).toBeLessThan(DOSSIERS / 10);
});

test('nothing failed at the server or on a screen, and everybody who has a browser used it', () => {
  expect(staff.tally.problems).toEqual([]);
  expect(Object.keys(staff.tally.statuses).filter((status) => Number(status) >= 400)).toEqual([]);
  expect(staff.atBrowsers()).toEqual(['duc', 'hanh', 'huy', 'khoa', 'lan', 'mai', 'nga', 'son', 'thu', 'tuan'].filter((who) => DOSSIERS >= 200 || staff.atBrowsers().includes(who)));
  expect(staff.tally.keys.length).toBeGreaterThan(DOSSIERS / 8);
});

test('no minute of Tết is counted against anybody, and every ledger adds up to its limit', () => {
  const { calendars } = world.parts.context;
  const wrong: string[] = [];
  for (const view of views.values()) {
    for (const { from, to, countedMinutes } of view.due?.ledger ?? []) {
      const [start, end] = [Date.parse(from), Date.parse(to)];
      if (countedMinutes > 0 && start < TET.to && end > TET.from) wrong.push(`${view.dossierNo}: ${from} to ${to}`);
    }
    if (view.due && Date.parse(view.due.dueAt) !== Date.parse(view.dueAt ?? '')) wrong.push(`${view.dossierNo}: due ${view.due.dueAt} and ${view.dueAt}`);
  }
  expect(wrong).toEqual([]);
  expect(workingTime(calendars.of({}).calendar, TET.from, TET.to)).toBe(0);
  expect([...views.values()].filter((view) => Date.parse(view.receivedAt) < TET.from && Date.parse(view.dueAt ?? view.receivedAt) > TET.to).length).toBeGreaterThan(3);
});

test('the registers have no gap and no number twice', async () => {
  const numbers = (await world.parts.context.store.log.find({ from: 0 }, { registerNo: 1 }).lean()).map(({ registerNo }) => registerNo!.split(/:(?=\d+$)/) as [string, string]);
  const series = new Map<string, number[]>();
  for (const [name, n] of numbers) series.set(name, [...(series.get(name) ?? []), Number(n)]);
  for (const taken of series.values()) expect(taken.sort((a, b) => a - b)).toEqual(taken.map((_, index) => index + 1));
});

test('each dossier is counted once, in the report of the agency that received it', async () => {
  // What the server has noted and not counted yet is found as after a fall of it.
  const { store, now } = world.parts.context;
  await new FigureSweep(store, world.parts.figures, now).again();
  const report = await staff.get<OverviewReport>('tuan', `/api/reports/overview?from=${new Date(BEGIN).toISOString()}&to=${new Date(world.now() + DAY).toISOString()}`);
  const seen = await world.parts.context.store.dossiers.find({ agencies: 'ubnd-binh-an' }).lean();
  // What a message of another dossier began stands where it stands: nobody of the month works on it.
  const open = seen.filter((doc) => doc.open);
  const ours = new Set(ended().map((life) => life.dossier!.id));
  expect(open.filter((doc) => ours.has(doc._id))).toEqual([]);
  expect(report.totals).toMatchObject({ received: seen.length, carriedOver: 0, open: open.length });
  const decided = seen.filter((doc) => ['delivered', 'resolved', 'refused'].includes(doc.state));
  const { early, onTime, late, resolved } = report.totals;
  expect(resolved).toBe(decided.length);
  expect(early! + onTime + late).toBe(decided.filter((doc) => doc.dueAt).length);
  expect(report.byState.map(({ n }) => n).reduce((a, b) => a + b, 0)).toBe(seen.length);
});

test('the stand-in acted in whose name the work was, and the head himself before and after', async () => {
  const { log } = world.parts.context.store;
  const inHisName = await log.find({ by: AWAY.standIn, onBehalfOf: AWAY.who }).lean();
  expect(inHisName.length).toBeGreaterThan(0);
  for (const { at } of inHisName) expect(at.getTime() >= AWAY.from && at.getTime() < AWAY.to).toBe(true);
  expect(await log.countDocuments({ by: AWAY.who, at: { $gte: new Date(AWAY.from), $lt: new Date(AWAY.to) } })).toBe(0);
  expect(await log.countDocuments({ by: AWAY.who })).toBeGreaterThan(0);
});

test('lists and pages are what the log makes of it', async () => {
  const { store, plans } = world.parts.context;
  for (const { dossier } of ended().filter((_, index) => index % 5 === 0)) {
    const read = async () => ({ dossier: await store.dossiers.findById(dossier!.id).lean(), work: await store.workItems.find({ dossierId: dossier!.id }).sort({ _id: 1 }).lean() });
    const before = await read();
    await rebuildDossier(store, plans, world.parts.projector, dossier!.id);
    expect(await read()).toEqual(before);
  }
});

test('the trail names all that was done, and holds', async () => {
  // Everything of the last moments is sealed within this time.
  await eventually(async () => ((await verifyTrail(world.parts.context.store, [], new Date(world.now()))).unsealed === 0 ? true : undefined), 90_000);
  const verdict = await verifyTrail(world.parts.context.store, await readAnchors(world.anchors), new Date(world.now() + DAY));
  expect(verdict.problems).toEqual([]);
  expect(verdict.documents).toBeGreaterThan(DOSSIERS * 6);
});

test('the forms that the law names were called for, and print', async () => {
  const made = new Map<string, string>();
  for (const view of views.values()) {
    const agency = (await world.parts.context.store.dossiers.findById(view.id, { agencyId: 1 }).lean())!.agencyId;
    for (const { form, n } of await staff.get<FormEntry[]>(EYES[agency]!, `/api/dossiers/${view.id}/forms`)) {
      if (!made.has(form)) made.set(form, `${EYES[agency]} /api/dossiers/${view.id}/forms/${form}-${n}.pdf`);
    }
  }
  expect([...made.keys()].sort()).toEqual(['01', '02', '03', '04', '05', '06']);
  made.set('07', 'lan /api/register/07.pdf?from=2027-01-18&to=2027-02-17');
  for (const [form, asked] of made) {
    const [who, path] = asked.split(' ') as [string, string];
    const bytes = await staff.bytes(who, path);
    expect([form, bytes.subarray(0, 5).toString()]).toEqual([form, '%PDF-']);
    if (process.env.SCREENSHOTS) { mkdirSync(process.env.SCREENSHOTS, { recursive: true }); writeFileSync(join(process.env.SCREENSHOTS, `month-form-${form}.pdf`), bytes); }
  }
});

/** What the month was, for whoever reads the run. */
function summary(): string {
  const count = (values: readonly string[]): string => [...new Set(values)].sort().map((value) => `${value} ${values.filter((each) => each === value).length}`).join(', ');
  const times = [...staff.tally.decisionsMs].sort((a, b) => a - b);
  const at = (share: number): string => `${Math.round(times[Math.floor((times.length - 1) * share)] ?? 0)} ms`;
  return [
    `month: ${ended().length} dossiers, ${count([...views.values()].map(({ state }) => state))}; late ${[...views.values()].filter(({ dueState }) => dueState === 'late').length}`,
    `beside the drawing: ${count(course.lives.flatMap(({ done }) => done))}; led elsewhere by an outside system: ${course.lives.filter(({ diverted }) => diverted.length > 0).length}`,
    `at browsers: ${staff.tally.keys.length} decisions of 3 keys by ${staff.atBrowsers().length} people; by programs: ${times.length}, p50 ${at(0.5)}, p95 ${at(0.95)}`,
    `answers: ${Object.entries(staff.tally.statuses).map(([status, n]) => `${status} ${n}`).join(', ')}`, '',
  ].join('\n');
}
