/** What is wrong with a procedure, by its drawing and by what its dossiers went through, in one list. */
import type { Finding, TellingFinding } from '../../engine/analysis/finding.js';
import type { Language } from '../../engine/analysis/messages.js';
import type { Model, Plan } from '../../engine/graph/types.js';
import { checkLog } from '../../engine/log-checks/check-log.js';
import type { PracticeReport } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { Refusal } from '../problem.js';
import { OPINION } from '../projections/opinion-items.js';
import { visibleDossiers } from '../rights.js';
import type { QueryContext } from './context.js';
import type { Period } from './reports.js';
import { type LoggedDossier, type LoggedItem, logOfWork, OF_DOSSIER, OF_ITEM } from './work-log.js';

export class PracticeQueries {
  constructor(private readonly context: QueryContext) {}

  /** Dossiers received in the period that the person may see; most hours lost in a year first. */
  async findings(actor: Actor, { procedureId, version, language }: { procedureId: string; version: number | undefined; language: Language }, period: Period): Promise<PracticeReport> {
    const { store, plans, calendars, now } = this.context;
    const procedure = await store.procedures.findById(procedureId, { currentVersion: 1 }).lean();
    const wanted = version ?? procedure?.currentVersion;
    const found = wanted === undefined ? null : await store.versions.findOne({ procedureId, version: wanted }, { planHash: 1 }).lean();
    if (!found || wanted === undefined) throw new Refusal('unknown-version', `procedure ${procedureId} has no version ${String(version ?? '')}`.trimEnd());
    const [drawn, dossiers, items] = await Promise.all([
      store.findings.find({ procedureId, version: wanted }).sort({ _id: 1 }).lean(),
      store.dossiers.find({ ...visibleDossiers(actor), procedureId, version: wanted, receivedAt: { $gte: period.from, $lt: period.to } }, OF_DOSSIER).lean<LoggedDossier[]>(),
      store.workItems.find({ procedureId, version: wanted, element: { $ne: OPINION } }, OF_ITEM).lean<LoggedItem[]>(),
    ]);
    const logged = checkLog(logOfWork(items, dossiers), {
      model: modelOf(await plans.plan(found.planHash), procedureId), language, calendar: calendars.of({ agencyId: actor.agencyId }).calendar, asOf: now().getTime(), file: procedureId,
    });
    const findings = [...drawn.map(({ finding }) => ({ source: 'drawing' as const, finding: finding as TellingFinding })), ...logged.filter(isTelling).map((finding) => ({ source: 'log' as const, finding }))];
    return {
      procedureId, version: wanted, from: period.from.toISOString(), to: period.to.toISOString(), cases: dossiers.length,
      findings: findings.sort((a, b) => (b.finding.hoursPerYear ?? 0) - (a.finding.hoursPerYear ?? 0)),
      cannotTell: logged.flatMap((each) => (each.canTell ? [] : [{ check: each.check, missing: [...each.missing] }])),
    };
  }
}

const isTelling = (finding: Finding): finding is TellingFinding => finding.canTell;

function modelOf({ root, processes }: Plan, file: string): Model {
  return { file, id: root, xml: '', processes: [processes[root]!, ...Object.values(processes).filter(({ id }) => id !== root)], participants: [], messageFlows: [], diagnostics: [] };
}
