/** Versions of a procedure and their dossiers, as the comparison of versions needs them. */
import { predictEffect, casesOf, measureEffect, type Effect, type Prediction, type Version } from '../../engine/improvement/index.js';
import { dossiersOf } from '../../engine/log-checks/dossier.js';
import { LogSubject } from '../../engine/log-checks/subject.js';
import type { EventLog } from '../../engine/mining/log/types.js';
import type { Plan } from '../../engine/graph/types.js';
import type { Actor } from '../directory.js';
import { Refusal } from '../problem.js';
import { OPINION } from '../projections/opinion-items.js';
import type { QueryContext } from '../queries/context.js';
import { logOfWork, OF_DOSSIER, OF_ITEM, type LoggedDossier, type LoggedItem } from '../queries/work-log.js';
import { examineSound } from '../revisions/examine.js';
import { visibleDossiers } from '../rights.js';

type Given = Pick<QueryContext, 'store' | 'plans' | 'calendars' | 'words' | 'now'>;
/** The latest dossiers of a version are enough to compare. */
const MOST_DOSSIERS = 3_000;

export class VersionEffects {
  constructor(private readonly given: Given) {}

  /** Of dossiers of both versions that the person may see. */
  async measured(actor: Actor, procedureId: string, before: number, after: number): Promise<Effect & { tooYoung: number }> {
    const [log, one, two] = await Promise.all([this.log(actor, procedureId, [before, after]), this.version(procedureId, before), this.version(procedureId, after)]);
    const { tooYoung, ...sides } = casesOf(log, { before: String(before), after: String(after), asOf: this.given.now().getTime(), calendar: this.calendar(actor), drawings: { before: one, after: two } });
    return { ...measureEffect(sides.before, sides.after), tooYoung };
  }

  /** Of the drawing given against the version that runs. Throws Refusal cannot-run. */
  async predicted(actor: Actor, procedureId: string, before: number, xml: string): Promise<Prediction> {
    const { now, words } = this.given;
    const [log, drawing, { plan }] = await Promise.all([this.log(actor, procedureId, [before]), this.version(procedureId, before), examineSound(xml, now(), words)]);
    const calendar = this.calendar(actor);
    const dossiers = dossiersOf(log).filter(({ versions }) => versions.length === 1 && versions[0] === String(before));
    const subject = new LogSubject({ log, dossiers, calendar, asOf: now().getTime(), version: String(before), drawing });
    return predictEffect(subject, drawing, versionOf(plan, procedureId), { calendar });
  }

  private async log(actor: Actor, procedureId: string, versions: readonly number[]): Promise<EventLog> {
    const { store } = this.given;
    const logs = await Promise.all(versions.map(async (version) => {
      const dossiers = await store.dossiers.find({ ...visibleDossiers(actor), procedureId, version }, OF_DOSSIER).sort({ receivedAt: -1 }).limit(MOST_DOSSIERS).lean<LoggedDossier[]>();
      const items = await store.workItems.find({ procedureId, version, element: { $ne: OPINION } }, OF_ITEM).lean<LoggedItem[]>();
      return { dossiers, items };
    }));
    return logOfWork(logs.flatMap(({ items }) => items), logs.flatMap(({ dossiers }) => dossiers));
  }

  private async version(procedureId: string, version: number): Promise<Version> {
    const found = await this.given.store.versions.findOne({ procedureId, version }, { planHash: 1 }).lean();
    if (!found) throw new Refusal('unknown-version', `procedure ${procedureId} has no version ${version}`);
    return versionOf(await this.given.plans.plan(found.planHash), procedureId);
  }
  private calendar(actor: Actor) { return this.given.calendars.of({ agencyId: actor.agencyId }).calendar; }
}

function versionOf({ root, processes }: Plan, file: string): Version {
  const graph = processes[root]!;
  return { model: { file, id: root, xml: '', processes: [graph, ...Object.values(processes).filter(({ id }) => id !== root)], participants: [], messageFlows: [], diagnostics: [] }, graph };
}
