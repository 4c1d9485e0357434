/** Sample data: organisation, procedures, and some three hundred dossiers of the last sixty days, played and not written. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { instantAtOpenTime, openTimeBefore } from '../../engine/calendar/open-time.js';
import type { CaseRules } from '../../engine/casework/rules.js';
import type { Data, Plan } from '../../engine/graph/types.js';
import { plannedOf } from '../../models/casework/offered.js';
import { dossierView } from '../../models/projections/dossier-view.js';
import { FigureSweep } from '../../models/figures/sweep.js';
import { rebuildStanding } from '../../models/rebuild.js';
import type { DossierFacts } from '../../models/schemas/dossier.js';
import type { StaffDoc } from '../../models/schemas/organisation.js';
import type { Store } from '../../models/store.js';
import { examine } from '../../models/revisions/examine.js';
import { ProcedureWrites } from '../../models/writes/procedures.js';
import { numberText, registerOf } from '../../models/writes/numbers.js';
import { dossierIdOf } from '../../models/writes/reception.js';
import type { Parts } from '../../server/parts.js';
import { sampleServices } from '../../server/sample-services.js';
import type { TemporalHost } from '../../workflows/temporal-host.js';
import { BesideTheDrawing } from './beside.js';
import { seedCalendars } from './calendars.js';
import { departmentAsApplicant, homeOf, receiversAt, type Home } from './home.js';
import { seedImprovements } from './improvements.js';
import { seedDocuments } from './documents.js';
import { seedFrameworks } from './frameworks.js';
import { seedOrganisation } from './organisation.js';
import { seedRules } from './rules.js';
import { applicant, NAME_FIELDS } from './people.js';
import { Player } from './player.js';
import { Random } from './random.js';
import { ratingsOf } from './ratings.js';
import { documentsOf, write } from './writer.js';

const DOSSIERS = 300;
const DAYS = 60;
const DAY_MS = 86_400_000;
/** How often each procedure is asked for; any other counts 1. */
const WEIGHTS: Readonly<Record<string, number>> = { P01: 9, P07: 6, P03: 4, P06: 4, P05: 3, P08: 2, P11: 2, P12: 2, P13: 0.4, P14: 0.2, P16: 0.2, P20: 0.5 };
const FIRST = '-published';
const NOW = 'seed:now';
const DONE = 'seed:done';
const STARTED = 'seed:started';

/** `frameworks` false: without the model frameworks. */
export interface SeedOptions { dossiers?: number; seed?: number; frameworks?: boolean }
/** One version of a procedure; `from` is when it came into force. */
interface Sample { id: string; from: number; code: string; name: string; version: number; planHash: string; plan: Plan; data: Data; fee?: string; home: Home }

export async function isSeeded(store: Store): Promise<boolean> {
  if (await store.counters.exists({ _id: DONE })) return true;
  const begun = await store.counters.exists({ _id: NOW });
  return !begun && (await store.procedures.exists({})) !== null;
}

/** Fills the database; a filling that was interrupted is finished with the day it began on, one that was finished changes nothing. */
export async function seed(parts: Parts, folder: string, options: SeedOptions = {}): Promise<void> {
  const { store, directory, calendars } = parts.context;
  if (await isSeeded(store)) return;
  const begun = await store.counters.findOneAndUpdate({ _id: NOW }, { $setOnInsert: { n: parts.context.now().getTime() } }, { upsert: true, returnDocument: 'after' }).lean();
  const now = begun!.n;
  await seedOrganisation(store, folder);
  await seedCalendars(store, folder, parts.context.now());
  await seedRules(store, folder);
  await Promise.all([directory.refresh(), calendars.refresh(), parts.context.rules.refresh()]);
  // The designer of the demonstration may show in one click what an agency does in five acts.
  await parts.context.settings.change({ key: 'version.directIssue', scope: 'all', value: 'on', by: 'an', reason: 'Dữ liệu mẫu', at: new Date(now) });
  const samples = await publishAll(parts, folder, now);
  if (options.frameworks !== false) await seedFrameworks(parts, folder);
  await seedDocuments(parts, folder, now);
  await playAll(parts, samples, now, options);
  if (options.dossiers === undefined) await seedImprovements(parts, now);
  await new FigureSweep(store, parts.figures, parts.context.now).again();
  await store.counters.updateOne({ _id: DONE }, { $setOnInsert: { n: now } }, { upsert: true });
}

/** Starts a workflow for every open sample dossier, from where it was played to; those that run already are left alone. */
export async function startOpenDossiers(parts: Parts, host: TemporalHost, isStopped: () => boolean = () => false): Promise<void> {
  const { store, plans, rules, calendars } = parts.context;
  if (!(await store.counters.exists({ _id: DONE })) || (await store.counters.exists({ _id: STARTED }))) return;
  const open = await store.dossiers.find({ open: true, seq: { $gt: 0 } }).sort({ sortDue: 1 }).lean();
  const queue = [...open];
  const starter = async (): Promise<void> => {
    for (let next = queue.shift(); next && !isStopped(); next = queue.shift()) {
      const now = await rebuildStanding(store, plans, next._id);
      const wakeAt = plannedOf(next, rules.of(next.facts).rules, calendars.of({ named: next.calendarId, agencyId: next.agencyId }).calendar)[0]?.at;
      if (now) await host.carryOn(next._id, now.plan.hash, now.standing, wakeAt === undefined ? {} : { wakeAt });
    }
  };
  await Promise.all(Array.from({ length: 6 }, starter));
  if (!isStopped()) await store.counters.updateOne({ _id: STARTED }, { $setOnInsert: { n: queue.length } }, { upsert: true });
}

async function publishAll(parts: Parts, folder: string, now: number): Promise<Sample[]> {
  const { store, plans, directory } = parts.context;
  const samples: Sample[] = [];
  for (const { file, id, version } of versionsIn(folder)) {
    const from = now - DAYS * DAY_MS / version;
    const writes = new ProcedureWrites(store, plans, () => new Date(from));
    const xml = readFileSync(join(folder, file), 'utf8');
    const known = await store.procedures.findById(id).lean();
    const { root } = await examine(xml, file);
    const home = homeOf(root, directory);
    if (!known) await writes.insert(id, home.agencyId, root);
    if ((known?.currentVersion ?? 0) < version) await writes.publishXml(id, xml, 'chi', version === 1 ? 'Dữ liệu mẫu' : 'Chia lại thời hạn các bước cho vừa thời hạn giải quyết');
    const procedure = (await store.procedures.findById(id).lean())!;
    const { planHash } = (await store.versions.findOne({ procedureId: id, version }).lean())!;
    const plan = await plans.plan(planHash);
    const fee = plan.processes[plan.root]?.procedure?.fee;
    samples.push({ id, from, code: procedure.code, name: procedure.name, version, planHash, plan, data: startData(folder, basename(file, '.bpmn')), home, ...(fee ? { fee } : {}) });
  }
  return samples;
}

/** A drawing as it was published, with its fault, is the first version of the procedure that its correction is the second of. */
function versionsIn(folder: string): { file: string; id: string; version: number }[] {
  const files = readdirSync(folder).filter((each) => each.endsWith('.bpmn')).sort();
  const first = new Set(files.filter((each) => each.includes(FIRST)).map((each) => each.replace(FIRST, '')));
  return files.map((file) => ({ file, id: basename(file.replace(FIRST, ''), '.bpmn'), version: first.has(file) ? 2 : 1 }))
    .sort((a, b) => a.version - b.version);
}

/** The form of the ordinary run that stands beside each sample drawing. */
function startData(folder: string, id: string): Data {
  try {
    const script = JSON.parse(readFileSync(join(folder, `${id}.play.json`), 'utf8')) as { start?: Data }[];
    return script.find((entry) => entry.start)?.start ?? {};
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

async function playAll(parts: Parts, samples: readonly Sample[], now: number, { dossiers = DOSSIERS, seed: start = 20_250_701 }: SeedOptions): Promise<void> {
  const { store, directory, calendars } = parts.context;
  const agency = directory.mainAgency()!;
  const { calendar } = calendars.of({ agencyId: agency._id });
  const random = new Random(start);
  const staff = await store.staff.find({ active: true }).lean();
  const from = openTimeBefore(calendar, now - DAYS * DAY_MS);
  const span = openTimeBefore(calendar, now) - from;
  const moments = Array.from({ length: dossiers }, () => instantAtOpenTime(calendar, from + Math.round(random.next() * span))).sort((a, b) => a - b);
  const numbers = new SampleNumbers(parts.context.rules.inForce(agency._id, new Date(now)).rules);
  const documents = [];
  const audit = samples.find(({ code }) => code === 'P14');
  // The demonstration shows an audit that has ended; chance of its own, so that no other dossier changes by it.
  if (dossiers === DOSSIERS && audit) documents.push(await playOne(parts, audit, { at: moments[0]!, now, dossierId: dossierIdOf(agency._id, `seed-${now}-audit`), ...numbers.next(moments[0]!, agency.code), staff, random: new Random(start + 1) }));
  for (const [index, at] of moments.entries()) {
    const inForce = samples.filter((each) => each.from <= at && !samples.some((later) => later.id === each.id && later.from > each.from && later.from <= at));
    const sample = random.weighted(inForce, inForce.map(({ code }) => WEIGHTS[code] ?? 1));
    documents.push(await playOne(parts, sample, { at, now, dossierId: dossierIdOf(agency._id, `seed-${now}-${index}`), ...numbers.next(at, directory.agency(sample.home.agencyId)!.code), staff, random }));
  }
  await write(store, documents, ratingsOf(documents, now));
  await numbers.store(store);
}

interface Cast { at: number; now: number; dossierId: string; dossierNo: string; registerNo: string; staff: readonly StaffDoc[]; random: Random }

async function playOne(parts: Parts, sample: Sample, { at, now, dossierId, dossierNo, registerNo, staff, random }: Cast) {
  const { home } = sample;
  const { agencyId } = home;
  const { calendar } = parts.context.calendars.of({ agencyId });
  const who = home.oneStop ? applicant(random) : departmentAsApplicant(home, parts.context.directory);
  const receiver = random.pick(receiversAt(home, staff))._id;
  const channel = home.oneStop ? random.weighted(['desk', 'online', 'post'] as const, [6, 3, 1]) : 'online';
  const data = { ...sample.data, ...Object.fromEntries(NAME_FIELDS.flatMap((field) => (field in sample.data ? [[field, who.name]] : []))) };
  const required = sample.plan.processes[sample.plan.root]?.procedure?.requiredDocuments ?? [];
  const facts: DossierFacts = {
    dossierNo, procedureId: sample.id, procedureCode: sample.code, procedureName: sample.name, version: sample.version, planHash: sample.planHash, agencyId, channel,
    applicant: who, parts: required.filter((each) => each.source === undefined || each.source === 'applicant').map(({ type, name, copies, original }) => ({ type, name: name ?? type, copies: copies ?? 1, form: original ?? 'original', received: true })),
    ...(sample.fee ? { fee: sample.fee } : {}), receivedAt: new Date(at), receivedBy: receiver, rules: parts.context.rules.inForce(agencyId, new Date(at)).ref,
  };
  const around = await parts.projector.surroundings(sample.planHash);
  const { rules } = parts.context.rules.of(facts);
  const leader = staff.find((each) => each.agencyId === agencyId && each.roles.includes('leader'))?._id;
  // A chance of its own, so that what people do at the steps does not depend on it.
  const beside = new BesideTheDrawing({ rules, calendar, random: new Random(at % 1_000_003), receiver, leader }, at);
  const player = new Player({ plan: sample.plan, calendar, staff, services: sampleServices, random, now, beside, view: (standing) => dossierView(dossierId, facts, standing, around) }, {
    dossierId, at, by: receiver, data, businessKey: dossierNo, serviceFails: random.chance(0.02),
  });
  return documentsOf(dossierId, facts, registerNo, await player.play(), around);
}

/** Dossier numbers as the register gives them, and its counters afterwards. */
class SampleNumbers {
  private readonly counted = new Map<string, number>();
  constructor(private readonly rules: CaseRules) {}

  next(at: number, code: string): { dossierNo: string; registerNo: string } {
    const register = registerOf(code, new Date(at), this.rules);
    const n = (this.counted.get(register.series) ?? 0) + 1;
    this.counted.set(register.series, n);
    return { dossierNo: numberText(register, n), registerNo: `${register.series}:${n}` };
  }
  async store(store: Store): Promise<void> {
    for (const [_id, n] of this.counted) await store.counters.updateOne({ _id }, { $max: { n } }, { upsert: true });
  }
}
