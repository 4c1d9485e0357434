/** Figures and findings of a procedure, computed from its dossiers. Long work: a server does it in a thread of its own. */
import type { TellingFinding } from '../../engine/analysis/finding.js';
import { sumOfSteps } from '../../engine/analysis/rules/t1-limit.js';
import { Subject } from '../../engine/analysis/subject.js';
import { hoursOf, limitHours } from '../../engine/analysis/time.js';
import { openTimeBefore } from '../../engine/calendar/open-time.js';
import type { Id, Model, Plan } from '../../engine/graph/types.js';
import { checkSubjects, subjectsOf } from '../../engine/log-checks/check-log.js';
import { dossiersOf } from '../../engine/log-checks/dossier.js';
import { type Drawn, PracticeGatherer, type Standing } from '../../engine/log-checks/practice/gather.js';
import type { PracticeFigures } from '../../engine/log-checks/practice/types.js';
import { Ways } from '../../engine/log-checks/practice/ways.js';
import { waitingCauses } from '../../engine/log-checks/rules/l3-why-waits.js';
import type { CalendarBook } from '../calendars/book.js';
import { isDecided } from '../due-state.js';
import { Refusal } from '../problem.js';
import { OPINION } from '../projections/opinion-items.js';
import type { QueryContext } from '../queries/context.js';
import { type LoggedDossier, type LoggedItem, logOfWork, OF_DOSSIER, OF_ITEM } from '../queries/work-log.js';
import { type ComputedRisks, risksOf } from './risks.js';
import { dossiersIn, type Period, periodOf, type PracticeTask, type Selection } from './selection.js';

/** The newest of the period; more are not read. */
export const MOST_DOSSIERS = 100_000;
/** The checks hold all events at once. */
export const MOST_CHECKED = 20_000;
/** Gathered together, so that the log of no more than these is held. */
const AT_ONCE = 500;
/** The work of so few is looked up by their ids; that of more is read in one pass over the procedure. */
const FEW = 200;
const HOUR = 3_600_000;

export interface ComputedFigures extends PracticeFigures { from: string; to: string; /** Whether there are more dossiers than were read. */ isCut: boolean; versions: number[]; channels: string[] }
export interface Cause { element: Id; name: string; executions: number; meanHours: number; hours: Readonly<Record<'batching' | 'contention' | 'priority' | 'closed' | 'other', number>> }
export interface ComputedFindings { from: string; to: string; dossiers: number; isCut: boolean; findings: TellingFinding[]; cannotTell: { check: string; missing: string[] }[]; causes: Cause[] }

export class PracticeComputing {
  constructor(private readonly given: Pick<QueryContext, 'store' | 'plans' | 'calendars' | 'now'>) {}

  async run(task: PracticeTask): Promise<ComputedFigures | ComputedFindings | ComputedRisks> {
    await this.given.calendars.upToDate();
    switch (task.kind) {
      case 'figures': return this.figures(task.selection);
      case 'risks': return risksOf(this.given, task.selection);
      case 'findings': return this.findings(task);
    }
  }

  /** Whether a dossier came in or a step was completed after the instant. */
  async isChangedSince({ agencies, procedureId }: Selection, at: Date): Promise<boolean> {
    const { store } = this.given;
    const versions = await store.versions.find({ procedureId }, { version: 1 }).lean();
    const found = await Promise.all([
      store.dossiers.findOne({ agencies: agencies.length === 1 ? agencies[0]! : { $in: [...agencies] }, procedureId, receivedAt: { $gt: at } }, { _id: 1 }).lean(),
      ...versions.map(({ version }) => store.workItems.findOne({ procedureId, version, endedAt: { $gt: at } }, { _id: 1 }).lean()),
    ]);
    return found.some((each) => each !== null);
  }

  private async figures(selection: Selection): Promise<ComputedFigures> {
    const period = periodOf(selection, this.given.now());
    const model = await this.drawing(selection.procedureId, selection.version);
    const gatherer = new PracticeGatherer(drawnOf(model));
    const [versions, channels] = [new Set<number>(), new Set<string>()];
    const dossiers = await this.dossiers(selection, period, MOST_DOSSIERS);
    const work = await this.workOf(dossiers, selection.procedureId, period);
    for (const { version, facts } of dossiers) {
      versions.add(version);
      channels.add(facts.channel);
    }
    for (let at = 0; at < dossiers.length; at += AT_ONCE) gather(gatherer, this.given.calendars, dossiers.slice(at, at + AT_ONCE), work);
    return {
      ...gatherer.figures(), from: period.from.toISOString(), to: period.to.toISOString(), isCut: dossiers.length >= MOST_DOSSIERS,
      versions: [...versions].sort((a, b) => b - a), channels: [...channels].sort(),
    };
  }

  private async findings({ selection, language }: Extract<PracticeTask, { kind: 'findings' }>): Promise<ComputedFindings> {
    const { calendars, now } = this.given;
    const period = periodOf(selection, now());
    const [model, docs] = await Promise.all([this.drawing(selection.procedureId, selection.version), this.dossiers(selection, period, MOST_CHECKED)]);
    const items = [...(await this.workOf(docs, selection.procedureId, period)).values()].flat();
    const options = { model, language, calendar: calendars.of({ agencyId: selection.agencies[0] }).calendar, asOf: now().getTime(), file: selection.procedureId };
    const subjects = subjectsOf(logOfWork(items, docs), options);
    const found = checkSubjects(subjects, options);
    return {
      from: period.from.toISOString(), to: period.to.toISOString(), dossiers: docs.length, isCut: docs.length >= MOST_CHECKED,
      findings: found.flatMap((each) => (each.canTell ? [each] : [])), cannotTell: found.flatMap((each) => (each.canTell ? [] : [{ check: each.check, missing: [...each.missing] }])),
      causes: subjects.flatMap((subject) => waitingCauses(subject).map(({ activity, turns, meanHours, hours }) => ({ element: subject.mark(activity), name: subject.label(activity), executions: turns.length, meanHours, hours }))),
    };
  }

  /** Newest first. */
  private dossiers(selection: Selection, period: Period, most: number): Promise<LoggedDossier[]> {
    return this.given.store.dossiers.find(dossiersIn(selection, period), OF_DOSSIER).sort({ receivedAt: -1, _id: 1 }).limit(most).lean<LoggedDossier[]>().exec();
  }

  /** By dossier. Work on them began no earlier than the period. */
  private async workOf(dossiers: readonly LoggedDossier[], procedureId: string, { from }: Period): Promise<Map<string, LoggedItem[]>> {
    const work = new Map<string, LoggedItem[]>(dossiers.map(({ _id }) => [_id, []]));
    const which = dossiers.length <= FEW ? { dossierId: { $in: [...work.keys()] } } : { procedureId, since: { $gte: from } };
    for await (const item of this.given.store.workItems.find(which, OF_ITEM).lean<LoggedItem>().cursor({ batchSize: 2_000 })) {
      if (item.element !== OPINION) work.get(item.dossierId)?.push(item);
    }
    return work;
  }

  /** Of the version in force without one. */
  async drawing(procedureId: string, version: number | undefined): Promise<Model> {
    const { store, plans } = this.given;
    const wanted = version ?? (await store.procedures.findById(procedureId, { currentVersion: 1 }).lean())?.currentVersion;
    const found = wanted === undefined ? null : await store.versions.findOne({ procedureId, version: wanted }, { planHash: 1 }).lean();
    if (!found) throw new Refusal('unknown-version', `procedure ${procedureId} has no version ${String(version ?? '')}`.trimEnd());
    return modelOf(await plans.plan(found.planHash), procedureId);
  }
}

function modelOf({ root, processes }: Plan, file: string): Model {
  return { file, id: root, xml: '', processes: [processes[root]!, ...Object.values(processes).filter(({ id }) => id !== root)], participants: [], messageFlows: [], diagnostics: [] };
}

/** What the drawing says of times, and how its steps are joined. */
export function drawnOf(model: Model): Drawn {
  const graph = model.processes[0]!;
  const limits = new Map(model.processes.flatMap(({ nodes }) => Object.values(nodes).flatMap((node) => {
    const hours = node.kind === 'activity' ? limitHours(node.step) : undefined;
    return hours === undefined ? [] : [[node.id, hours] as const];
  })));
  const steps = Object.values(graph.nodes).filter((node) => node.type === 'userTask' || node.type === 'manualTask').map(({ id }) => id);
  const ways = new Ways(graph, steps);
  const [declared] = graph.procedure?.timeLimits ?? [];
  return {
    limit: (element) => limits.get(element), flows: (elements) => ways.through(elements),
    declaredHours: declared && hoursOf(declared.value, declared.unit), drawnHours: limits.size > 0 ? sumOfSteps(new Subject(model, graph)).hours : undefined,
  };
}

/** Figures of dossiers with their work, added to what is gathered. */
export function gather(gatherer: PracticeGatherer, calendars: CalendarBook, docs: readonly LoggedDossier[], work: ReadonlyMap<string, LoggedItem[]>): void {
  const byId = new Map(docs.map((doc) => [doc._id, doc]));
  for (const dossier of dossiersOf(logOfWork(docs.flatMap(({ _id }) => work.get(_id) ?? []), docs))) {
    const doc = byId.get(dossier.id)!;
    byId.delete(dossier.id);
    const { calendar } = calendars.of({ agencyId: doc.agencyId });
    gatherer.add(dossier, standingOf(doc), { office: (from, to) => (to <= from ? 0 : (openTimeBefore(calendar, to) - openTimeBefore(calendar, from)) / HOUR) });
  }
  for (const doc of byId.values()) gatherer.addUntouched(standingOf(doc));
}

function standingOf({ agencyId, settledAt, state, dueAt, open }: LoggedDossier): Standing {
  return { agency: agencyId, ended: !open, ...(settledAt && isDecided(state) ? { settled: settledAt.getTime() } : {}), ...(dueAt ? { due: dueAt.getTime() } : {}) };
}
